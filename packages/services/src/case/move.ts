import { and, eq } from "@tsunagari/db";
import { supportCase } from "@tsunagari/db/schema";
import { transition, type Actor, type Instant } from "@tsunagari/domain";
import { caseMachine, type CaseEvent, type CaseEventKind, type CaseId, type CaseStatus } from "@tsunagari/domain/case";
import { demandOne, userIdOf, type Outcome } from "../kernel/index.ts";
import type { KeyedScope } from "./persons.ts";
import { addCaseEvent } from "./store.ts";

const kinds = {
  beginAssessment: "assessmentBegun",
  beginPlanning: "planningBegun",
  close: "closed",
} as const satisfies Record<CaseEvent, CaseEventKind>;

type Move = {
  readonly event: CaseEvent;
  readonly caseId: CaseId;
  readonly from: CaseStatus;
  readonly version: number;
  readonly actor: Actor;
  readonly now: Instant;
  readonly note?: string | null;
  readonly also?: Partial<Pick<typeof supportCase.$inferInsert, "closedOn" | "closeReason">>;
};

/** Moves a case along its machine and notes it in its history. */
export const moveCase = async (scope: KeyedScope, move: Move): Promise<Outcome> => {
  const { tx, municipalityId } = scope;
  const { caseId, version } = move;
  const status = transition("case", caseMachine, { event: move.event, state: move.from });
  demandOne(
    await tx
      .update(supportCase)
      .set({ ...move.also, status, version: version + 1 })
      .where(
        and(
          eq(supportCase.municipalityId, municipalityId),
          eq(supportCase.id, caseId),
          eq(supportCase.version, version),
        ),
      )
      .returning({ id: supportCase.id }),
  );
  await addCaseEvent(scope, {
    caseId,
    kind: kinds[move.event],
    userId: userIdOf(move.actor),
    at: move.now,
    note: move.note ?? null,
  });
  return { id: caseId, subjects: [{ kind: "case", id: caseId, caseId }] };
};
