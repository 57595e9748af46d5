import type { Tx } from "@tsunagari/db";
import { municipalityChange } from "@tsunagari/db/schema";
import type { Actor, Instant, MunicipalityId, RowAction } from "@tsunagari/domain";
import type { ChangeSubjectKind, ChangeValues } from "@tsunagari/domain/municipality";
import { newId, userIdOf } from "../kernel/index.ts";

type Step = {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly municipalityId: MunicipalityId;
  readonly now: Instant;
};
export type Change = {
  readonly action: RowAction | "municipality.found";
  readonly kind: ChangeSubjectKind;
  readonly id: string;
  /** What it is called on the day of the change. */
  readonly subject: string;
  readonly before: ChangeValues | null;
  readonly after: ChangeValues | null;
};

/** Writes a line of the city's history, and gives what the audit entry is about. */
export const recordChange = async ({ tx, actor, municipalityId, now }: Step, change: Change) => {
  const { action, kind, id, subject, before, after } = change;
  await tx.insert(municipalityChange).values({
    municipalityId,
    id: newId<"municipalityChange">(),
    changedAt: now,
    userId: userIdOf(actor),
    action,
    subjectKind: kind,
    subjectId: id,
    subject,
    before,
    after,
  });
  return { id, subjects: [{ kind, id }] };
};
