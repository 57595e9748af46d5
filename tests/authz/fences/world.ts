/*
 * A world written behind the fences, as the superuser and with triggers off, so that states which no command would make
 * can be looked at too. One scenario is one case with one person, one consent and one referral.
 */
import { randomUUID } from "node:crypto";
import type postgres from "postgres";
import { addCase, addConsent, addReferral } from "./case-rows.ts";
import { inserter, type Insert } from "./insert.ts";
import { addUsers, placeholder, type Seal } from "./people.ts";
import { clock, scenarios, type City, type Rows, type Scenario } from "./scenario.ts";

const addRows = async (
  insert: Insert,
  city: Omit<City, "rows">,
  at: { scenario: Scenario; activityId: string },
): Promise<Rows> => {
  const { scenario, activityId } = at;
  const { caseId, personId, ...made } = await addCase(insert, city, scenario);
  const { grantId, eventId } = await addConsent(insert, { city, scenario, caseId, personId });
  const { referralId, packet, messageId } = await addReferral(insert, {
    city,
    scenario,
    activityId,
    caseId,
    personId,
    ...made,
    grantId,
  });
  const auditId = await insert("audit_entry", {
    at: clock,
    kind: "reading",
    action: "case.read",
    actor_kind: "staff",
    user_id: city.users.assigned,
  });
  await insert("audit_subject", {
    audit_id: auditId,
    kind: "person",
    subject_id: personId,
    case_id: caseId,
    person_id: personId,
  });
  return { scenario, caseId, personId, ...made, grantId, eventId, referralId, packet, messageId, auditId };
};

const addCity = async (sql: postgres.Sql, place: { slug: string; code: string }, seal: Seal): Promise<City> => {
  const municipalityId = randomUUID();
  await sql`insert into municipality (id, slug, local_government_code, name, name_kana)
            values (${municipalityId}, ${place.slug}, ${place.code}, ${place.slug}, ${place.slug})`;
  const insert = inserter(sql, municipalityId);
  const department = (name: string) => insert("department", { kind: "section", name, since_on: "2020-04-01" });
  const organization = (name: string) =>
    insert("organization", {
      name,
      name_kana: name,
      kind: "npo",
      description: name,
      status: "active",
      since_on: "2020-04-01",
    });
  const outline = {
    municipalityId,
    departmentId: await department("地域共生推進課"),
    otherDepartmentId: await department("高齢福祉課"),
    receiving: await organization("受入先（架空）"),
    other: await organization("別の団体（架空）"),
  };
  const activityId = await insert("activity", {
    organization_id: outline.receiving,
    status: "published",
    accepts_referrals: true,
  });
  const city = { ...outline, users: await addUsers(insert, outline, seal) };
  const rows: Rows[] = [];
  for (const scenario of scenarios) rows.push(await addRows(insert, city, { scenario, activityId }));
  return { ...city, rows };
};

/** Two cities of the same shape. `sql` must be the superuser's, with one connection. */
export const buildWorld = async (
  sql: postgres.Sql,
  seal: Seal = placeholder,
): Promise<{ home: City; abroad: City }> => {
  await sql`set session_replication_role = replica`;
  const home = await addCity(sql, { slug: "kasugai", code: "232068" }, seal);
  const abroad = await addCity(sql, { slug: "toda", code: "112241" }, seal);
  await sql`set session_replication_role = origin`;
  return { home, abroad };
};
