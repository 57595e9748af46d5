import { and, asc, eq, refersTo } from "@tsunagari/db";
import { agendaItem, supportCase } from "@tsunagari/db/schema";
import { asId, type Verdict } from "@tsunagari/domain";
import { GetMeeting, agendaTopics, type MeetingFacts } from "@tsunagari/domain/meeting";
import { loadPersonTexts } from "../case/index.ts";
import { defineQuery, demandFound, literalOf, type RunStep, type Subject } from "../kernel/index.ts";
import { presentDecisions } from "./decisions.ts";
import { loadMembers, presentMeeting } from "./present.ts";
import { findMeeting, findMeetingFacts, findPersonFacts, type AgendaItemRow, type MeetingRow } from "./store.ts";

type Step = RunStep<unknown, MeetingFacts>;

type Decision = Awaited<ReturnType<typeof presentDecisions>>[number];

/** What recording would refuse beyond the policy, so that the page says it beforehand (D-05). */
const decidable = (topic: string, decisions: readonly Decision[], allowed: Verdict): Verdict => {
  if (topic !== "participationSupport") return "meeting.other_topic";
  return decisions.some(({ reversedAt }) => reversedAt === null) ? "meeting.already_decided" : allowed;
};

const presentItem = async (
  step: Step,
  row: MeetingRow,
  of: { item: AgendaItemRow; caseNumber: string; erasedAt: Date | null },
) => {
  const { item, caseNumber, erasedAt } = of;
  const about = { caseId: asId<"case">(item.caseId), personId: asId<"person">(item.personId) };
  const facts = demandFound(await findPersonFacts(step, asId<"meeting">(row.id), { about, isLocking: false }));
  const texts = await loadPersonTexts(step, [item.personId], ["name"]);
  const ofCase = await presentDecisions(step, item.caseId, step.today);
  const decisions = ofCase.filter((decision) => decision.agendaItemId === item.id);
  return {
    id: item.id,
    ...about,
    caseNumber,
    erasedAt,
    name: texts.get(item.personId)?.get("name") ?? null,
    topic: literalOf(agendaTopics, item.topic),
    isCovered: facts.item?.isCovered ?? false,
    decisions,
    abilities: {
      removeAgendaItem: step.may("meeting.removeAgendaItem", facts),
      recordDecision: decidable(item.topic, decisions, step.may("meeting.recordDecision", facts)),
      reverseDecision: step.may("meeting.reverseDecision", facts),
    },
  };
};

/** A meeting with those items of its agenda whose cases the viewer works on. */
export const getMeeting = defineQuery({
  action: "meeting.read",
  input: GetMeeting,
  load: (step) => findMeetingFacts(step, step.input.meetingId),
  run: async (step) => {
    const { tx, municipalityId, input, facts, may } = step;
    const row = demandFound(await findMeeting(step, input.meetingId));
    const items = await tx
      .select({ item: agendaItem, caseNumber: supportCase.number, erasedAt: supportCase.erasedAt })
      .from(agendaItem)
      .innerJoin(supportCase, refersTo(agendaItem, "caseId", supportCase))
      .where(and(eq(agendaItem.municipalityId, municipalityId), eq(agendaItem.meetingId, row.id)))
      .orderBy(asc(agendaItem.sortOrder), asc(agendaItem.id));
    const shown = [];
    for (const one of items) shown.push(await presentItem(step, row, one));
    return {
      ...(await presentMeeting(step, row, await loadMembers(step, [row.id]))),
      agendaItemCount: facts.agendaItemCount,
      items: shown,
      abilities: {
        // Whom it may be is asked person by person; who may ask at all is known here.
        chooseAgendaItem: may("meeting.convene"),
        hold: may("meeting.hold", facts),
        cancel: may("meeting.cancel", facts),
      },
    };
  },
  reads: ({ value }): readonly Subject[] =>
    value.items.map(({ caseId, personId }) => ({ kind: "person", id: personId, caseId, personId })),
});
