import type { Database, Tx } from "@tsunagari/db";
import {
  DomainError,
  type Action,
  type Actor,
  type CivilDate,
  type EntryAction,
  type FactsOf,
  type Instant,
  type MunicipalityId,
  type PartnerActor,
  type RowAction,
  type StaffActor,
  type Verdict,
} from "@tsunagari/domain";
import type { z } from "zod";
import type { KeyRing } from "./key-ring.ts";

/** Structured, without personal data: ids, codes and counts only. */
export type Log = (event: string, fields: Readonly<Record<string, string | number | boolean | null>>) => void;

/** What the program holds, whoever asks. */
export type System = {
  readonly db: Database;
  readonly keys: KeyRing;
  readonly log: Log;
  /** A set clock (ISO 8601) for demo and tests; heeded only by a database marked so (D-34). */
  readonly clock?: string;
};

/** What a command or query is carried out in: the system and who asks. */
export type Context = System & {
  readonly actor: Actor;
  /** The token of the session that asks, where it is one; for the list of one's own sessions. */
  readonly sessionToken?: string | null;
};

/** What `load` is given. */
export type LoadStep<Input> = {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly keys: KeyRing;
  readonly municipalityId: MunicipalityId;
  readonly input: Input;
};

/** What `run` is given: the moment was read after the locks (D-34). */
export type RunStep<Input, Facts> = LoadStep<Input> & {
  readonly facts: Facts;
  readonly now: Instant;
  readonly today: CivilDate;
  /** The policy's answer for the same actor and moment; for abilities that travel with an entity. */
  readonly may: {
    <A extends RowAction>(action: A, facts: FactsOf<A>): Verdict;
    (action: EntryAction): Verdict;
  };
};

/** What an audit entry is about: ids only (D-36). `caseId` and `personId` let it be shown to the person. */
export type Subject = {
  readonly kind: string;
  readonly id: string;
  readonly caseId?: string | null;
  readonly personId?: string | null;
};

export type Endpoint<Kind extends "command" | "query", Input, Result> = {
  readonly kind: Kind;
  readonly action: Action;
  /** The schema its input is parsed with; tests walk all of them. */
  readonly input: z.ZodType;
  readonly execute: (context: Context, rawInput: Input) => Promise<Result>;
};
export type Command<Input, Result extends { readonly id: string } = { readonly id: string }> = Endpoint<
  "command",
  Input,
  Result
>;
export type Query<Input, Result> = Endpoint<"query", Input, Result>;

/** The actor as staff. Throws `forbidden`: for code that only a staff procedure reaches. */
export const asStaff = (actor: Actor): StaffActor => {
  if (actor.kind !== "staff") throw new DomainError("forbidden", "kernel.forbidden");
  return actor;
};

/** The actor as a partner with an organization. Throws `forbidden`. */
export const asPartner = (
  actor: Actor,
): PartnerActor & { readonly organizationId: NonNullable<PartnerActor["organizationId"]> } => {
  if (actor.kind !== "partner" || actor.organizationId === null) {
    throw new DomainError("forbidden", "kernel.forbidden");
  }
  return { ...actor, organizationId: actor.organizationId };
};

/** The signed-in user's id, or null for public and worker. */
export const userIdOf = (actor: Actor) => (actor.kind === "staff" || actor.kind === "partner" ? actor.userId : null);
