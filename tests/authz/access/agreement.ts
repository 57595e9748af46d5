/* List agrees with get: what somebody finds in a list is exactly what opens when it is asked for by its id. */
import type { Actor } from "@tsunagari/domain";
import { call, procedures, type Procedure } from "../endpoints/procedures.ts";
import type { DemoWorld } from "./demo-world.ts";

type Entity = {
  readonly root: "staff" | "partner";
  /** Every list in which it is found; together they are all of it. */
  readonly lists: readonly string[];
  readonly filters: Readonly<Record<string, unknown>>;
  readonly get: string;
  readonly key: string;
  readonly table: string;
};

const pages = { page: 1, pageSize: 100 };
const whole = { keyword: "", ...pages };

export const entities: readonly Entity[] = [
  {
    root: "staff",
    lists: ["case.list"],
    filters: { name: "", ...pages },
    get: "case.get",
    key: "caseId",
    table: "support_case",
  },
  {
    root: "staff",
    lists: ["referral.list"],
    filters: pages,
    get: "referral.get",
    key: "referralId",
    table: "referral",
  },
  { root: "staff", lists: ["meeting.list"], filters: pages, get: "meeting.get", key: "meetingId", table: "meeting" },
  {
    root: "staff",
    lists: ["activity.list"],
    filters: whole,
    get: "activity.get",
    key: "activityId",
    table: "activity",
  },
  {
    root: "staff",
    lists: ["organization.list"],
    filters: whole,
    get: "organization.get",
    key: "organizationId",
    table: "organization",
  },
  { root: "staff", lists: ["platform.list"], filters: {}, get: "platform.get", key: "platformId", table: "platform" },
  {
    root: "partner",
    lists: ["activity.list"],
    filters: whole,
    get: "activity.get",
    key: "activityId",
    table: "activity",
  },
  { root: "partner", lists: ["platform.list"], filters: {}, get: "platform.get", key: "platformId", table: "platform" },
  {
    root: "partner",
    lists: ["referral.listInbox", "referral.listHistory"],
    filters: pages,
    get: "referral.get",
    key: "referralId",
    table: "referral",
  },
];

const procedureAt = (root: string, path: string): Procedure => {
  const found = procedures.find((one) => one.root === root && one.path === path);
  if (!found) throw new Error(`no procedure ${root} ${path}`);
  return found;
};

/** The ids of the things of a list; a list that is refused holds nothing. */
const listed = async (world: DemoWorld, entity: Entity, actor: Actor): Promise<ReadonlySet<string>> => {
  const ids = new Set<string>();
  for (const path of entity.lists) {
    for (let page = 1; ; page += 1) {
      const input = "page" in entity.filters ? { ...entity.filters, page } : entity.filters;
      const answer = await call(world.system, procedureAt(entity.root, path), { actor, input }).catch(() => null);
      const items = (Array.isArray(answer) ? answer : ((answer as { items?: unknown[] } | null)?.items ?? [])) as {
        id: string;
      }[];
      items.forEach(({ id }) => ids.add(id));
      if (items.length < 100) break;
    }
  }
  return ids;
};

const opens = async (
  world: DemoWorld,
  entity: Entity,
  at: { readonly actor: Actor; readonly id: string },
): Promise<boolean> =>
  call(world.system, procedureAt(entity.root, entity.get), { actor: at.actor, input: { [entity.key]: at.id } }).then(
    () => true,
    () => false,
  );

/** Where a list and its get differ for somebody, in words; and how much he finds. */
export const disagreements = async (
  world: DemoWorld,
  entity: Entity,
  actor: Actor,
): Promise<{ readonly wrong: readonly string[]; readonly found: number }> => {
  const inList = await listed(world, entity, actor);
  const rows = await world.behind.unsafe<{ id: string }[]>(`select id::text from ${entity.table}`);
  const wrong: string[] = [];
  for (const { id } of rows) {
    const isOpen = await opens(world, entity, { actor, id });
    if (isOpen !== inList.has(id))
      wrong.push(`${entity.table} ${id} is ${isOpen ? "open but not listed" : "listed but not open"}`);
  }
  return { wrong, found: inList.size };
};

/** Everybody of the home city who holds a role, one of each set of roles in each organization or department. */
export const personas = async (world: DemoWorld): Promise<readonly string[]> => {
  const rows = await world.behind<{ id: string }[]>`
    select min(u.id::text) as id from (
      select u.id, u.kind, u.organization_id, u.department_id, string_agg(distinct r.role_code, ',') as codes
        from user_account u join role_assignment r on r.municipality_id = u.municipality_id and r.user_id = u.id
       where u.municipality_id = ${world.city} and u.status = 'active'
         and (u.kind = 'staff' or exists (select from referral f where f.organization_id = u.organization_id))
       group by u.id, u.kind, u.organization_id, u.department_id) u
     group by u.kind, u.organization_id, u.department_id, u.codes`;
  return rows.map(({ id }) => id);
};
