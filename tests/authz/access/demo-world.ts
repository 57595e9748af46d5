/* The demo's cities as the world of these tests, with a few states added that the demo does not show. */
import { seedDemo } from "@tsunagari/demo";
import { createDatabase, sql, type Database } from "@tsunagari/db";
import {
  asId,
  civilDateOf,
  type Actor,
  type PartnerActor,
  type RoleCode,
  type ScopeKind,
  type StaffActor,
} from "@tsunagari/domain";
import { temporaryKeyRing, type System } from "@tsunagari/services/kernel";
import { createTestDatabase } from "@tsunagari/testing";
import postgres from "postgres";
import { states } from "./rights.ts";

/** A Wednesday in fiscal year 2026; the demo's history ended on 2026-03-31. */
const day = civilDateOf("2026-07-01");
export const today = "2026-07-01";
const clock = "2026-07-01T09:00:00Z";

/** States the demo does not show. Behind the fences, since no single command makes them. */
const furtherStates = [
  `update organization set status = 'suspended' where id =
     (select o.id from organization o where o.municipality_id = $1 and not exists (select from referral_permission p where p.organization_id = o.id)
       and not exists (select from activity a where a.organization_id = o.id) order by o.id desc limit 1)`,
  `update user_account set status = 'deactivated' where id =
     (select user_id from role_assignment where municipality_id = $1 and role_code = 'adviser' order by id limit 1)`,
  `delete from meeting_decision where id =
     (select d.id from meeting_decision d join referral r on r.person_id = d.person_id
       where d.municipality_id = $1 and r.status = 'withdrawn' order by d.id limit 1)`,
  `update support_case set status = 'intake' where id =
     (select c.id from support_case c join consent_grant g on g.case_id = c.id
       where c.municipality_id = $1 and c.status = 'planning' and g.purpose = 'informationSharing' and g.withdrawn_at is null
       order by c.id desc limit 1)`,
  `update meeting set meets_on = '2026-07-01', starts_at_time = '10:00' where id =
     (select m.id from meeting m join agenda_item i on i.meeting_id = m.id
       where m.municipality_id = $1 and m.status = 'scheduled' order by m.id limit 1)`,
  `insert into area (municipality_id, id, scheme_id, code, name, since_on)
     select municipality_id, gen_random_uuid(), id, 'unused', '使っていないエリア', '2026-04-01' from area_scheme where municipality_id = $1 limit 1`,
  `insert into place (municipality_id, id, organization_id, name, address)
     select municipality_id, gen_random_uuid(), organization_id, '使っていない場所（架空）', '架空町9' from activity
      where municipality_id = $1 and status = 'draft' limit 1`,
];

const rolledBack = new Error("rolled back on purpose");

/** A database whose every transaction is undone after it has answered: each question finds the same world. */
const undoing = (db: Database): Database => {
  const asActorAhead: Database["asActorAhead"] = async (settings, { first, rest }) => {
    let answer: { readonly value: Awaited<ReturnType<typeof rest>> } | null = null;
    try {
      await db.asActorAhead(settings, {
        first,
        rest: async (tx, begun, found) => {
          answer = { value: await rest(tx, begun, found) };
          // What is checked at the end is checked now, since there will be none.
          await tx.execute(sql`set constraints all immediate`);
          throw rolledBack;
        },
      });
    } catch (error) {
      if (error !== rolledBack) throw error;
    }
    if (answer === null) throw new Error("the work did not end");
    return (answer as { readonly value: Awaited<ReturnType<typeof rest>> }).value;
  };
  return {
    ...db,
    asActorAhead,
    asActor: (settings, work) => asActorAhead(settings, { first: async () => null, rest: work }),
  };
};

type AccountRow = {
  id: string;
  kind: "staff" | "partner";
  city: string;
  organization: string | null;
  department: string | null;
};
type RoleRow = { code: RoleCode; scope: ScopeKind; scope_id: string | null };

const actorFrom = (user: AccountRow, roles: readonly RoleRow[]): StaffActor | PartnerActor => {
  const shared = {
    municipalityId: asId<"municipality">(user.city),
    userId: asId<"user">(user.id),
    roles: roles.map(({ code, scope, scope_id: id }) => ({
      code,
      scopeKind: scope,
      scopeId: id === null ? null : asId<"scope">(id),
    })),
    assurance: 2 as const,
    freshUntil: new Date("2030-01-01T00:00:00Z"),
  };
  return user.kind === "staff"
    ? { ...shared, kind: "staff", departmentId: user.department === null ? null : asId<"department">(user.department) }
    : {
        ...shared,
        kind: "partner",
        organizationId: user.organization === null ? null : asId<"organization">(user.organization),
      };
};

const openDatabase = async () => {
  const database = await createTestDatabase();
  const db = createDatabase(database.loginUrl, { poolSize: 6 });
  const behind = postgres(database.superuserUrl, { max: 1, onnotice: () => undefined });
  const close = async () => {
    await behind.end();
    await db.close();
    await database.drop();
  };
  return { db, behind, close };
};

/** Seeds the demo; `home` is Kasugai, and every other city is abroad. */
export const openDemoWorld = async () => {
  const { db, behind, close } = await openDatabase();
  const keys = temporaryKeyRing();
  const program: System = { db, keys, log: () => undefined, clock };
  await seedDemo({ db, keys, log: () => undefined }, { day });
  const system: System = { ...program, db: undoing(db) };
  const [city] = await behind<{ id: string }[]>`select id from municipality where slug = 'kasugai'`;
  if (!city) throw new Error("the demo has no Kasugai");
  await behind.unsafe("set session_replication_role = replica");
  for (const statement of [...furtherStates, ...states]) await behind.unsafe(statement, [city.id]);
  await behind.unsafe("set session_replication_role = origin");

  /** The one value of a statement about a city; $1 is the city. */
  const value = async (statement: string, of: string = city.id): Promise<unknown> => {
    const [row] = await behind.unsafe<Record<string, unknown>[]>(statement, statement.includes("$1") ? [of] : []);
    return row === undefined ? undefined : Object.values(row)[0];
  };
  const actorOf = async (userId: string): Promise<StaffActor | PartnerActor> => {
    const [user] = await behind<AccountRow[]>`
      select id, kind, municipality_id as city, organization_id as organization, department_id as department
        from user_account where id = ${userId}`;
    if (!user) throw new Error(`no user ${userId}`);
    const roles = await behind<RoleRow[]>`
      select role_code as code, scope_kind as scope, scope_id from role_assignment
       where user_id = ${userId} and since_on <= ${today} and (until_on is null or until_on > ${today})`;
    return actorFrom(user, roles);
  };
  const visitor: Actor = { kind: "public", municipalityId: asId<"municipality">(city.id) };
  return { program, system, behind, city: city.id, value, actorOf, visitor, close };
};
export type DemoWorld = Awaited<ReturnType<typeof openDemoWorld>>;
