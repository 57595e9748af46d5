import { z } from "zod";
import { CaseId, PersonId } from "../case/index.ts";
import {
  DateField,
  DepartmentId,
  OptionalDateField,
  Page,
  TimeField,
  Version,
  choice,
  command,
  input,
  line,
  optionalLine,
  optionalParagraph,
  paragraph,
} from "../kernel/index.ts";
import { MeetingBodyId } from "../municipality/index.ts";
import { AgendaItemId, MeetingDecisionId, MeetingId, agendaTopics, decisionKinds, meetingStatuses } from "./meeting.ts";

const Members = z
  .array(DepartmentId)
  .min(1, { error: "not_chosen" })
  .max(50, { error: "too_long" })
  .transform((ids) => [...new Set(ids)]);

/** Calls a consented meeting. There is no field for the legal basis: this command makes no other kind (D-01). */
export const ConveneMeeting = command({
  meetsOn: DateField,
  startsAtTime: TimeField.nullish().transform((time) => time ?? null),
  place: optionalLine(100),
  host: line(60),
  memberDepartmentIds: Members,
  /** The standing body it is a sitting of; it must be of the same legal kind (D-01). */
  meetingBodyId: MeetingBodyId,
});
export type ConveneMeeting = z.output<typeof ConveneMeeting>;

export const AddAgendaItem = command({
  meetingId: MeetingId,
  caseId: CaseId,
  personId: PersonId,
  topic: choice(agendaTopics),
});
export type AddAgendaItem = z.output<typeof AddAgendaItem>;
export const RemoveAgendaItem = command({ agendaItemId: AgendaItemId });

export const HoldMeeting = command({ meetingId: MeetingId, version: Version });
export const CancelMeeting = command({ meetingId: MeetingId, version: Version });

export const RecordDecision = command({
  agendaItemId: AgendaItemId,
  kind: choice(decisionKinds),
  note: optionalParagraph(2000),
});
export type RecordDecision = z.output<typeof RecordDecision>;
export const ReverseDecision = command({ decisionId: MeetingDecisionId, reason: paragraph(1000) });

/** The bodies of which a consented meeting may be a sitting, today or later. */
export const ListSittingBodies = input({});
export const GetMeeting = input({ meetingId: MeetingId });
export const ListMeetings = input({
  status: choice(meetingStatuses)
    .nullish()
    .transform((status) => status ?? null),
  /** Only meetings to which the case came or will come. */
  caseId: CaseId.nullish().transform((caseId) => caseId ?? null),
  ...Page,
});
export const ListDecisions = input({ caseId: CaseId });
/** Both days belong to the period; empty means the fiscal year so far. */
export const CountMeetings = input({ fromOn: OptionalDateField, toOn: OptionalDateField }).superRefine(
  ({ fromOn, toOn }, context) => {
    if (fromOn !== null && toOn !== null && toOn < fromOn) {
      context.addIssue({ code: "custom", path: ["toOn"], message: "before_start" });
    }
  },
);
/** Departments a person's consents would have to name for this meeting and do not (D-38). */
export const CheckAgendaItem = input({ meetingId: MeetingId, personId: PersonId });
