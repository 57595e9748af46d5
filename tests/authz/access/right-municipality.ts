import { administrator } from "./people.ts";
import { inRoot, type RightTable } from "./right.ts";

const any = (table: string, where = "true"): string =>
  `select id from ${table} where municipality_id = $1 and ${where} order by id limit 1`;
const as = administrator;
const sinceOn = "2026-07-01";
/** A day the city does not work on; `states` puts it there. */
const closedOn = "2026-12-25";
const bodyId = any("meeting_body", "until_on is null");
const frequency = { kind: "asNeeded", times: null };

/** The city's set-up, the administrator's. */
export const rights: RightTable = inRoot("staff", {
  "municipality.getSettings": { as },
  "municipality.changeSetting": {
    as,
    with: {
      key: "participationGate",
      value: "none",
      version:
        "select coalesce((select version from municipality_setting where municipality_id = $1 and key = 'participationGate'), 0)",
    },
  },
  "municipality.listChanges": { as, with: { kind: undefined, page: 1, pageSize: 20 } },
  "municipality.renameLabel": {
    as,
    with: {
      key: "role.caseCoordinator",
      sinceOn,
      version:
        "select coalesce((select max(version) from label where municipality_id = $1 and key = 'role.caseCoordinator' and until_on is null), 0)",
    },
  },
  "municipality.listPrograms": { as },
  "municipality.setProgram": {
    as,
    with: {
      program: "comprehensiveConsultation",
      status: "inOperation",
      departmentIds: [any("department")],
      sinceOn,
      version:
        "select coalesce((select max(version) from program_status where municipality_id = $1 and program = 'comprehensiveConsultation' and until_on is null), 0)",
    },
  },
  "municipality.listModules": { as },
  "municipality.switchModule": {
    as,
    with: {
      module: "platform",
      isOn: false,
      sinceOn,
      version:
        "select coalesce((select max(version) from module_switch where municipality_id = $1 and module = 'platform' and until_on is null), 0)",
    },
  },
  "municipality.listDepartments": { as },
  "municipality.addDepartment": { as, with: { sinceOn } },
  "municipality.renameDepartment": { as, with: { departmentId: any("department"), sinceOn } },
  "municipality.endDepartment": {
    as,
    with: {
      departmentId: `select d.id from department d where d.municipality_id = $1 and d.until_on is null
        and not exists (select from department c where c.parent_id = d.id)
        and not exists (select from user_account u where u.department_id = d.id)
        and not exists (select from body_member b where b.department_id = d.id)
        and not exists (select from program_department p where p.department_id = d.id)
        and not exists (select from platform_operator o where o.department_id = d.id) order by d.id limit 1`,
      untilOn: "2026-07-02",
    },
  },
  "municipality.addAreaScheme": { as },
  "municipality.changeAreaScheme": { as, with: { schemeId: any("area_scheme") } },
  "municipality.addArea": { as, with: { schemeId: any("area_scheme"), sinceOn } },
  "municipality.renameArea": { as, with: { areaId: any("area") } },
  "municipality.endArea": {
    as,
    with: {
      areaId: `select a.id from area a where a.municipality_id = $1 and a.until_on is null
        and not exists (select from area c where c.parent_id = a.id)
        and not exists (select from place_area p where p.area_id = a.id)
        and not exists (select from platform_area p where p.area_id = a.id) order by a.id limit 1`,
      untilOn: "2026-07-02",
    },
  },
  "municipality.listMeetingBodies": { as },
  "municipality.addMeetingBody": { as, with: { frequency, sinceOn } },
  "municipality.renameMeetingBody": { as, with: { meetingBodyId: bodyId, sinceOn } },
  "municipality.changeMeetingBody": { as, with: { meetingBodyId: bodyId, frequency } },
  "municipality.endMeetingBody": { as, with: { meetingBodyId: bodyId, untilOn: "2026-07-02" } },
  "municipality.addBodyMember": { as, with: { meetingBodyId: bodyId, sinceOn } },
  "municipality.endBodyMember": {
    as,
    with: { bodyMemberId: any("body_member", "until_on is null"), untilOn: "2026-07-02" },
  },
  "municipality.listPlans": { as },
  "municipality.addPlan": { as, with: { fromFiscalYear: 2027, toFiscalYear: 2031, reviewBodyIds: [] } },
  "municipality.changePlan": {
    as,
    with: { planId: any("implementation_plan"), fromFiscalYear: 2027, toFiscalYear: 2031, reviewBodyIds: [] },
  },
  "municipality.addClosedDay": { as },
  "municipality.removeClosedDay": { as, with: { closedOn } },
  "municipality.listPageVersions": { as },
  "municipality.publishPage": { as, with: { version: 0 } },
  "municipality.restorePage": { as, with: { kind: "contact", version: 0 } },
});

export const states = [
  `insert into closed_day (municipality_id, id, closed_on, name) values ($1, gen_random_uuid(), '${closedOn}', '点検日')`,
];
