import type { CivilDate, Instant } from "../kernel/time.ts";
import type { Portal } from "../identity/index.ts";

/** The forms that keep what was typed on the server (D-31). */
export const draftForms = ["activity", "intake", "referral"] as const;
export type DraftForm = (typeof draftForms)[number];

/** Days for which a draft is kept after it was last saved (D-31). */
export const draftRetentionDays = 14;

/** In which portals a form stands; a draft is kept only for someone who can open its form. */
export const portalsOfForm: Readonly<Record<DraftForm, readonly Portal[]>> = {
  activity: ["staff", "partner"],
  intake: ["staff"],
  referral: ["staff"],
};

export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue };

/** What the form held: the names of its fields and what was typed, however unfinished. */
export type DraftContent = { readonly [field: string]: JsonValue };

/** A draft opens until this instant. */
export const draftExpiresAt = (savedAt: Instant): Instant =>
  new Date(savedAt.getTime() + draftRetentionDays * 24 * 60 * 60 * 1000);

export type Draft = {
  readonly content: DraftContent;
  readonly savedAt: Instant;
  readonly keptUntilOn: CivilDate;
};
