import { auditor, caseOf, coordinator, leadOf, own, referralIn, supervisor } from "./people.ts";
import { inRoot, type RightTable } from "./right.ts";

const caseIn = (status: string): string =>
  `select id from support_case where municipality_id = $1 and status = '${status}' order by id limit 1`;
/** A case with an accepted referral: it has a person, consents and decisions. */
const referred = caseOf(referralIn("accepted"));
/** A case on which more than one works. */
const shared = `select case_id from case_assignment where municipality_id = $1 and until_on is null group by case_id having count(*) > 1 order by case_id limit 1`;
const subject = (caseId: string): string => `select id from person where case_id = (${caseId}) and is_subject limit 1`;
const plain = `select c.id from support_case c where c.municipality_id = $1 and c.status = 'planning'
  and not exists (select from referral r where r.case_id = c.id and r.status in ('sent', 'accepted', 'waitlisted', 'in_progress')) order by c.id limit 1`;
const disclosure = `select consent_grant_id from referral where id = (${referralIn("accepted")})`;
const receiving = `select organization_id from referral where id = (${referralIn("accepted")})`;
const given = {
  givenOn: "2026-07-01",
  lastOn: "",
  form: "written",
  witness: "",
  formNote: "",
  givenBy: "person",
  representativeName: undefined,
  representativeCapacity: undefined,
};
const lead = leadOf(referred);
const page = { page: 1, pageSize: 20 };

const onCase = (caseId: string, input: Record<string, unknown> = {}) => ({
  as: leadOf(caseId),
  with: { caseId, ...input },
});
const onPerson = (input: Record<string, unknown> = {}) => ({
  as: lead,
  with: { personId: subject(referred), ...input },
});
const onReferral = (status: string, input: Record<string, unknown> = {}) => ({
  as: leadOf(caseOf(referralIn(status))),
  with: { referralId: referralIn(status), ...input },
});

const member = `select p.id from person p where p.municipality_id = $1 and not p.is_subject and not p.is_removed
  and not exists (select from referral r where r.person_id = p.id) order by p.id limit 1`;
const unprotected =
  "select id from person where municipality_id = $1 and is_subject and not is_protected order by id limit 1";
const protectedPerson = "select id from person where municipality_id = $1 and is_protected order by id limit 1";
const caseOfPerson = (personId: string): string => `select case_id from person where id = (${personId})`;
const details = {
  identity: { name: "架空 花子", kana: "かくう はなこ", birthOn: "", preferredName: "" },
  contact: undefined,
  household: undefined,
  living: undefined,
  health: undefined,
  needs: undefined,
  wishes: undefined,
  cautions: undefined,
};
const intake = {
  source: "desk",
  sourceDepartmentId: undefined,
  receivedOn: "2026-07-01",
  lifeIssues: ["isolation"],
  urgency: "normal",
  summary: "要約",
};

const meetingIn = (status: string): string =>
  `select m.id from meeting m where m.municipality_id = $1 and m.legal_basis = 'consented' and m.status = '${status}'
    and exists (select from agenda_item i where i.meeting_id = m.id) order by m.id limit 1`;
const item = (status: string, decided: boolean): string =>
  `select i.id from agenda_item i join meeting m on m.id = i.meeting_id where m.municipality_id = $1 and m.status = '${status}'
    and ${decided ? "" : "not "}exists (select from meeting_decision d where d.agenda_item_id = i.id) order by i.id limit 1`;
const caseOfItem = (itemId: string): string => `select case_id from agenda_item where id = (${itemId})`;
const decision =
  "select d.id from meeting_decision d where d.municipality_id = $1 and d.reversed_at is null order by d.id limit 1";

const cases: RightTable = {
  "case.list": { as: coordinator, with: { name: "", status: undefined, lifeIssue: undefined, ...page } },
  "case.listTasks": { as: coordinator, with: page },
  "case.get": onCase(referred),
  "case.open": { as: coordinator, with: { ...intake, person: details, isProtected: false, members: [] } },
  "case.updateIntake": onCase(referred, intake),
  "case.updatePerson": onPerson({ changes: details }),
  "case.addMember": onCase(referred, { relation: "child", person: details, isProtected: false }),
  "case.removeMember": { as: leadOf(caseOfPerson(member)), with: { personId: member } },
  "case.listAssignable": onCase(referred),
  "case.assign": onCase(referred, {
    userId: `select r.user_id from role_assignment r where r.municipality_id = $1 and r.role_code in ('sectionOfficer', 'consultationAgent', 'caseCoordinator')
      and not exists (select from case_assignment a where a.case_id = (${referred}) and a.user_id = r.user_id) order by r.id limit 1`,
    duty: "team",
  }),
  "case.unassign": {
    as: leadOf(shared),
    with: {
      assignmentId: `select id from case_assignment where case_id = (${shared}) and user_id <> (${leadOf(shared)}) and until_on is null order by id limit 1`,
    },
  },
  "case.protect": { as: leadOf(caseOfPerson(unprotected)), with: { personId: unprotected } },
  "case.unprotect": { as: supervisor, with: { personId: protectedPerson } },
  "case.beginAssessment": onCase(
    `${caseIn("intake").replace(" order by", " and exists (select from consent_grant g where g.case_id = support_case.id) order by")}`,
  ),
  "case.beginPlanning": onCase(caseIn("assessing")),
  "case.close": onCase(plain),
  "audit.listForPerson": onPerson(page),
  "audit.listForCase": onCase(referred, page),
  "audit.getSheet": onPerson(),
  "audit.getChain": { as: auditor },
};

const consents: RightTable = {
  "consent.list": onCase(referred),
  "consent.getSheet": onPerson(),
  "consent.ask": onPerson({ purpose: "support", askedOn: "2026-07-01" }),
  "consent.refuse": onPerson({ purpose: "support", refusedOn: "2026-07-01" }),
  "consent.give": onPerson({
    ...given,
    purpose: "partnerDisclosure",
    departmentIds: undefined,
    organizationIds: [receiving],
    dataGroups: ["wishes"],
  }),
  "consent.narrow": {
    as: lead,
    with: {
      ...given,
      grantId: disclosure,
      purpose: "partnerDisclosure",
      departmentIds: undefined,
      organizationIds: [receiving],
      dataGroups: ["wishes"],
    },
  },
  "consent.withdraw": { as: lead, with: { grantId: disclosure } },
  "consent.withdrawAll": onPerson(),
};

const meetings: RightTable = {
  "meeting.list": { as: coordinator, with: { status: undefined, caseId: undefined, ...page } },
  "meeting.get": { as: coordinator, with: { meetingId: meetingIn("held") } },
  "meeting.listSittingBodies": { as: coordinator, with: {} },
  "meeting.count": { as: coordinator, with: { fromOn: "2026-04-01", toOn: "2026-06-30" } },
  "meeting.listDecisions": onCase(referred),
  "meeting.checkAgendaItem": { as: lead, with: { meetingId: meetingIn("scheduled"), personId: subject(referred) } },
  "meeting.convene": {
    as: coordinator,
    with: {
      meetsOn: "2026-07-20",
      memberDepartmentIds: ["select id from department where municipality_id = $1 order by id limit 1"],
      meetingBodyId:
        "select id from meeting_body where municipality_id = $1 and legal_basis = 'consented' order by id limit 1",
    },
  },
  "meeting.addAgendaItem": {
    as: leadOf(caseOfItem(item("scheduled", false))),
    with: {
      meetingId: `select meeting_id from agenda_item where id = (${item("scheduled", false)})`,
      caseId: caseOfItem(item("scheduled", false)),
      personId: `select person_id from agenda_item where id = (${item("scheduled", false)})`,
      topic: "planAdequacy",
    },
  },
  "meeting.removeAgendaItem": {
    as: leadOf(caseOfItem(item("scheduled", false))),
    with: { agendaItemId: item("scheduled", false) },
  },
  "meeting.hold": { as: coordinator, with: { meetingId: meetingIn("scheduled") } },
  "meeting.cancel": { as: coordinator, with: { meetingId: meetingIn("scheduled") } },
  "meeting.recordDecision": {
    as: leadOf(caseOfItem(item("held", false))),
    with: { agendaItemId: item("held", false) },
  },
  "meeting.reverseDecision": {
    as: leadOf(`select case_id from meeting_decision where id = (${decision})`),
    with: { decisionId: decision },
  },
};

const referrals: RightTable = {
  "referral.get": onReferral("accepted"),
  "referral.list": { as: coordinator, with: page },
  "referral.listForCase": onCase(referred),
  "referral.listTargets": { as: coordinator },
  "referral.createDraft": onCase(referred, {
    personId: subject(referred),
    activityId:
      "select id from activity where municipality_id = $1 and accepts_referrals and status = 'published' order by id limit 1",
    consentGrantId: "",
    parentId: "",
  }),
  "referral.updateDraft": onReferral("draft", {
    packet: {
      wishes: "料理をしてみたい",
      needs: "",
      times: "",
      staffContact: "",
      cautions: "",
      living: "",
      household: "",
      health: "",
      areaId: "",
      personFields: [],
    },
  }),
  "referral.preview": onReferral("draft"),
  "referral.send": onReferral("draft"),
  "referral.withdraw": onReferral("sent"),
  "referral.reopen": onReferral("completed"),
  "referral.markEnteredInError": { as: supervisor, with: { referralId: referralIn("sent") } },
  "referral.answer": onReferral("accepted"),
  "referral.recordPersonAnswer": onReferral("completed"),
};

export const rights: RightTable = inRoot("staff", {
  ...own(coordinator, "intake"),
  ...cases,
  ...consents,
  ...meetings,
  ...referrals,
});
