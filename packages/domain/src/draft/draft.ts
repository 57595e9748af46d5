import type { CivilDate, Instant } from "../kernel/time.ts";

/** Days for which a draft is kept after it was last saved (D-31). */
export const draftRetentionDays = 14;

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
