import { and, desc, eq, refersTo } from "@tsunagari/db";
import { agendaItem, meeting, meetingDecision } from "@tsunagari/db/schema";
import { civilDateAt, civilDateOf, type CivilDate } from "@tsunagari/domain";
import {
  decisionKinds,
  legalBases,
  meetingStatuses,
  participationGateOpen,
  type GateDecision,
} from "@tsunagari/domain/meeting";
import { caseTextPlace, findCase, loadStaffNames, type KeyedScope, type Scope } from "../case/index.ts";
import { demandFound, findCaseKey, literalOf, openText } from "../kernel/index.ts";

const select = ({ tx, municipalityId }: Scope, caseId: string) =>
  tx
    .select({ decision: meetingDecision, meeting })
    .from(meetingDecision)
    .innerJoin(agendaItem, refersTo(meetingDecision, "agendaItemId", agendaItem))
    .innerJoin(meeting, refersTo(agendaItem, "meetingId", meeting))
    .where(and(eq(meetingDecision.municipalityId, municipalityId), eq(meetingDecision.caseId, caseId)))
    .orderBy(desc(meetingDecision.decidedOn), desc(meetingDecision.id));

/** The row of a decision inside the case fence. */
export const findDecision = async ({ tx, municipalityId }: Scope, decisionId: string) => {
  const [row] = await tx
    .select()
    .from(meetingDecision)
    .where(and(eq(meetingDecision.municipalityId, municipalityId), eq(meetingDecision.id, decisionId)));
  return row ?? null;
};

/** Decisions about the persons of a case, the latest first, with their texts. */
export const presentDecisions = async (scope: KeyedScope, caseId: string, today: CivilDate) => {
  const about = demandFound(await findCase(scope, caseId));
  const rows = await select(scope, caseId);
  const names = await loadStaffNames(
    scope,
    rows.map((row) => row.decision.recordedBy),
  );
  const key = findCaseKey(scope.keys, about);
  const open = (column: string, of: { id: string; envelope: Buffer | null }): string | null => {
    const place = { column, municipalityId: scope.municipalityId, rowId: of.id };
    return of.envelope === null || key === null
      ? null
      : openText(key, of.envelope, caseTextPlace("meeting_decision", place));
  };
  return rows.map(({ decision, meeting: at }) => {
    const { id } = decision;
    const gate: GateDecision = {
      kind: literalOf(decisionKinds, decision.kind),
      legalBasis: literalOf(legalBases, at.legalBasis),
      meetingStatus: literalOf(meetingStatuses, at.status),
      decidedOn: civilDateOf(decision.decidedOn),
      reversedOn: decision.reversedAt === null ? null : civilDateAt(decision.reversedAt),
      caseClosedOn: about.closedOn === null ? null : civilDateOf(about.closedOn),
    };
    return {
      id,
      kind: gate.kind,
      personId: decision.personId,
      agendaItemId: decision.agendaItemId,
      meetingId: at.id,
      decidedOn: gate.decidedOn,
      recordedAt: decision.recordedAt,
      recordedBy: names.get(decision.recordedBy)?.name ?? null,
      note: open("note_ciphertext", { id, envelope: decision.noteCiphertext }),
      reversedAt: decision.reversedAt,
      reversalReason: open("reversal_ciphertext", { id, envelope: decision.reversalCiphertext }),
      isInForce: participationGateOpen([gate], "meetingDecision", today),
    };
  });
};
