import { administrator, withRole } from "./people.ts";
import { inRoot, type RightTable } from "./right.ts";

/** The demo has one that is due; one is put off and one confirmed. */
const officer = withRole("sectionOfficer");
type Put = { readonly status: string; readonly offset: number; readonly decided: string; readonly values: string };
const put = ({ status, offset, decided, values }: Put) =>
  `insert into retention_due (municipality_id, id, case_id, case_number, status, completed_on, due_on, listed_at, decided_by, decided_at, ${decided})
     select $1, gen_random_uuid(), c.id, c.number, '${status}', '2020-05-01', '2026-04-01', '2026-06-01T00:00:00Z', (${officer}), '2026-06-01T00:00:00Z', ${values}
       from support_case c where c.municipality_id = $1 and c.status <> 'closed' order by c.number limit 1 offset ${offset}`;
export const states = [
  put({
    status: "postponed",
    offset: 0,
    decided: "postponed_until_on, postpone_reason",
    values: "date '2027-01-01', 'auditOrInspection'",
  }),
  put({ status: "confirmed", offset: 1, decided: "destroys_on", values: "date '2027-01-01'" }),
  // Somebody else who could be named.
  `insert into role_assignment (municipality_id, id, user_id, role_code, scope_kind, scope_id, since_on)
     select $1, gen_random_uuid(), u.id, 'sectionOfficer', 'department', u.department_id, '2026-06-01'
       from user_account u where u.municipality_id = $1 and u.kind = 'staff' and u.department_id is not null
        and u.id <> (${officer}) and u.status = 'active' order by u.id limit 1`,
];

const one = (status: string) => [
  {
    retentionDueId: `select id from retention_due where municipality_id = $1 and status = '${status}' order by id limit 1`,
    version: 1,
  },
];
const unnamed = `select r.user_id from role_assignment r where r.municipality_id = $1 and r.role_code = 'sectionOfficer'
  and not exists (select from retention_officer o where o.user_id = r.user_id) order by r.id limit 1`;
const named = "select id from retention_officer where municipality_id = $1 order by id limit 1";
const page = { page: 1, pageSize: 20 };

export const rights: RightTable = inRoot("staff", {
  "retention.list": { as: officer, with: { status: undefined, ...page } },
  "retention.listDestroyed": { as: officer, with: page },
  "retention.listOfficers": { as: officer },
  "retention.confirm": { as: officer, with: { items: one("due"), isUnderstood: true } },
  "retention.revoke": { as: officer, with: { items: one("confirmed") } },
  "retention.postpone": {
    as: officer,
    with: { items: one("due"), untilOn: "2027-01-01", reason: "auditOrInspection" },
  },
  "retention.resume": { as: officer, with: { items: one("postponed") } },
  "retention.nameOfficer": { as: administrator, with: { userId: unnamed } },
  "retention.endOfficer": { as: administrator, with: { retentionOfficerId: named, version: 1 } },
});
