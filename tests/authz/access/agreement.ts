/* List agrees with get: what somebody finds in a list is exactly what opens when it is asked for by its id. */
import type { Actor } from "@tsunagari/domain";
import { newId } from "@tsunagari/services/kernel";
import { call, procedures, type Procedure } from "../endpoints/procedures.ts";
import type { DemoWorld } from "./demo-world.ts";

/** Calls a procedure as somebody; null where it is refused. */
type Ask = (path: string, input: Readonly<Record<string, unknown>>) => Promise<unknown>;
type Row = { readonly id: string } & Readonly<Record<string, string>>;

export type Entity = {
  readonly name: string;
  readonly root: "staff" | "partner";
  /** The ids somebody finds. */
  readonly list: (ask: Ask, actor: Actor) => Promise<readonly string[]>;
  /** A statement that gives the rows which are asked for one by one. */
  readonly rows: string;
  readonly opens: (ask: Ask, row: Row) => Promise<boolean>;
};

const pages = { page: 1, pageSize: 100 };
const whole = { keyword: "", ...pages };

type Listed = { readonly id: string };
const itemsOf = <Item extends Listed>(answer: unknown): readonly Item[] => {
  if (Array.isArray(answer)) return answer as readonly Item[];
  const { items, users } = (answer ?? {}) as { items?: readonly Item[]; users?: readonly Item[] };
  return items ?? users ?? [];
};

/** What a list holds on all its pages. */
const everything = async <Item extends Listed>(
  ask: Ask,
  path: string,
  filters: Readonly<Record<string, unknown>>,
): Promise<readonly Item[]> => {
  const found: Item[] = [];
  for (let page = 1; ; page += 1) {
    const items = itemsOf<Item>(await ask(path, "page" in filters ? { ...filters, page } : filters));
    found.push(...items);
    if (items.length < 100) return found;
  }
};

/** Every row of the home city, and one of each other. */
const rowsOf = (table: string, columns = "id::text"): string =>
  `select ${columns} from ${table} where municipality_id = $1
   union all (select distinct on (municipality_id) ${columns} from ${table} where municipality_id <> $1 order by municipality_id)`;

/** What has lists, which together hold all of it, and a procedure that opens one by its id. */
const plain = (
  root: Entity["root"],
  table: string,
  by: { readonly lists: readonly string[]; readonly filters: object; readonly get: string; readonly key: string },
): Entity => ({
  name: table,
  root,
  list: async (ask) => {
    const lists = await Promise.all(by.lists.map((path) => everything(ask, path, { ...by.filters })));
    return lists.flat().map(({ id }) => id);
  },
  rows: rowsOf(table),
  opens: async (ask, { id }) => (await ask(by.get, { [by.key]: id })) !== null,
});

const caseIds = async (ask: Ask) => everything(ask, "case.list", { name: "", ...pages });

type Household = { readonly members: readonly Listed[]; readonly formerMembers: readonly Listed[] };
type Sheet = { readonly grants: readonly Listed[] };
type Consents = { readonly persons: readonly { readonly grants: readonly (Listed & { readonly state: string })[] }[] };
type Platform = Listed & { readonly membership: Listed | null; readonly applicationCount: number | null };

/** Persons in the households of the cases somebody finds, and who can be asked about by his own id. */
const persons: Entity = {
  name: "person",
  root: "staff",
  list: async (ask) => {
    const ids: string[] = [];
    for (const { id } of await caseIds(ask)) {
      const found = (await ask("case.get", { caseId: id })) as Household | null;
      ids.push(...[...(found?.members ?? []), ...(found?.formerMembers ?? [])].map((member) => member.id));
    }
    return ids;
  },
  rows: rowsOf("person"),
  opens: async (ask, { id }) => (await ask("consent.getSheet", { personId: id })) !== null,
};

/** Consents in force on the page of a case, and on the sheet its person takes home. */
const consents: Entity = {
  name: "consent_grant",
  root: "staff",
  list: async (ask) => {
    const ids: string[] = [];
    for (const { id } of await caseIds(ask)) {
      const found = (await ask("consent.list", { caseId: id })) as Consents | null;
      const grants = (found?.persons ?? []).flatMap((person) => person.grants);
      ids.push(...grants.flatMap((grant) => (["given", "upcoming"].includes(grant.state) ? [grant.id] : [])));
    }
    return ids;
  },
  rows: rowsOf("consent_grant", "id::text, person_id::text"),
  opens: async (ask, { id, person_id: personId }) => {
    const sheet = (await ask("consent.getSheet", { personId })) as Sheet | null;
    return sheet?.grants.some((grant) => grant.id === id) ?? false;
  },
};

/** A notice is opened by reading it. One of each kind and portal is asked for. */
const notices = (root: Entity["root"]): Entity => ({
  name: "notice",
  root,
  list: async (ask) => (await everything(ask, "notice.list", { onlyUnread: false, ...pages })).map(({ id }) => id),
  rows: `select distinct on (n.kind, u.kind) n.id::text from notice n join user_account u on u.id = n.user_id
     where n.municipality_id = $1 order by n.kind, u.kind, n.id`,
  opens: async (ask, { id }) =>
    (await ask("notice.markRead", { noticeId: id, requestId: newId<"request">() })) !== null,
});

/** Drafts are found by form and subject, each by its writer alone. */
const drafts = (root: Entity["root"]): Entity => ({
  name: "draft",
  root,
  list: (_ask, actor) => Promise.resolve("userId" in actor ? [actor.userId] : []),
  rows: rowsOf("draft", "user_id::text as id, form, subject"),
  opens: async (ask, { form, subject }) => (await ask("draft.get", { form, subject })) !== null,
});

/** Applications that wait, in the queue and counted on the page of their platform. */
const applications: Entity = {
  name: "platform with applications",
  root: "staff",
  list: async (ask) => {
    const queue = await everything<Listed & { readonly platformId: string }>(ask, "platform.listMemberships", {
      platformId: null,
      organizationId: null,
      status: "applied",
      ...pages,
    });
    return queue.map(({ platformId }) => platformId);
  },
  rows: rowsOf("platform"),
  opens: async (ask, { id }) =>
    (((await ask("platform.get", { platformId: id })) as Platform | null)?.applicationCount ?? 0) > 0,
};

/** The own organization's application or membership, the newest in each platform. */
const ownMemberships: Entity = {
  name: "platform_membership",
  root: "partner",
  list: async (ask) =>
    (await everything<Platform>(ask, "platform.list", {})).flatMap(({ membership }) =>
      membership === null ? [] : [membership.id],
    ),
  rows: rowsOf("platform_membership", "id::text, platform_id::text"),
  opens: async (ask, { id, platform_id: platformId }) =>
    ((await ask("platform.get", { platformId })) as Platform | null)?.membership?.id === id,
};

const users = { lists: ["identity.listUsers"], filters: pages, get: "identity.getUser", key: "userId" };
const listed = plain("staff", "user_account", users);
/** Everybody opens himself, whether he may list the others or not. */
const accounts: Entity = {
  ...listed,
  list: async (ask, actor) => [...(await listed.list(ask, actor)), "userId" in actor ? actor.userId : ""],
};

const whose = { lists: ["organization.list"], filters: whole, get: "organization.get", key: "organizationId" };
/** One of each kind and state: there are too many to ask everybody for each. */
const organizations: Entity = {
  ...plain("staff", "organization", whose),
  rows: "select distinct on (kind, status, municipality_id = $1) id::text from organization",
};

const activity = { lists: ["activity.list"], filters: whole, get: "activity.get", key: "activityId" };
const platform = { lists: ["platform.list"], filters: {}, get: "platform.get", key: "platformId" };
const inboxes = ["referral.listInbox", "referral.listHistory"];

export const entities: readonly Entity[] = [
  plain("staff", "support_case", {
    lists: ["case.list"],
    filters: { name: "", ...pages },
    get: "case.get",
    key: "caseId",
  }),
  persons,
  consents,
  plain("staff", "referral", { lists: ["referral.list"], filters: pages, get: "referral.get", key: "referralId" }),
  plain("staff", "meeting", { lists: ["meeting.list"], filters: pages, get: "meeting.get", key: "meetingId" }),
  plain("staff", "activity", activity),
  organizations,
  plain("staff", "platform", platform),
  applications,
  accounts,
  notices("staff"),
  drafts("staff"),
  plain("partner", "activity", activity),
  plain("partner", "platform", platform),
  ownMemberships,
  plain("partner", "referral", { lists: inboxes, filters: pages, get: "referral.get", key: "referralId" }),
  notices("partner"),
  drafts("partner"),
];

const procedureAt = (root: string, path: string): Procedure => {
  const found = procedures.find((one) => one.root === root && one.path === path);
  if (!found) throw new Error(`no procedure ${root} ${path}`);
  return found;
};

/** Where a list and its get differ for somebody, in words; and how much opens to him. */
export const disagreements = async (
  world: DemoWorld,
  entity: Entity,
  actor: Actor,
): Promise<{ readonly wrong: readonly string[]; readonly open: number }> => {
  const answers = new Map<string, Promise<unknown>>();
  const ask: Ask = (path, input) => {
    const key = `${path} ${JSON.stringify(input)}`;
    const answer =
      answers.get(key) ?? call(world.system, procedureAt(entity.root, path), { actor, input }).catch(() => null);
    answers.set(key, answer);
    return answer;
  };
  const inList = new Set(await entity.list(ask, actor));
  const wrong: string[] = [];
  let open = 0;
  for (const row of await world.behind.unsafe<Row[]>(entity.rows, [world.city])) {
    const isOpen = await entity.opens(ask, row);
    if (isOpen) open += 1;
    if (isOpen !== inList.has(row.id))
      wrong.push(`${entity.name} ${row.id} is ${isOpen ? "open but not listed" : "listed but not open"}`);
  }
  return { wrong, open };
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

/** A draft of each of these, which the demo has none of. */
export const saveDrafts = async (world: DemoWorld, userIds: readonly string[]): Promise<void> => {
  for (const userId of userIds) {
    const actor = await world.actorOf(userId);
    const input = { requestId: newId<"request">(), form: "activity", subject: userId, content: { title: "書きかけ" } };
    await call(world.program, procedureAt(actor.kind, "draft.save"), { actor, input });
  }
};
