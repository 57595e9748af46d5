/* Who is in the two cities of the matrix, and how a row is added to them. */
import { filled, type Table } from "../oracle/catalog.ts";
import type { Row, Value } from "../oracle/world.ts";

/** 2026-11-24 in Japan. */
export const clock = "2026-11-24T03:00:00Z";
export const today = "2026-11-24";

export const people = [
  "coordinator",
  "colleague",
  "roleEnded",
  "dutyEnded",
  "deactivated",
  "supervisor",
  "administrator",
  "auditor",
  "receiver",
  "owner",
  "receiverEnded",
  "otherReceiver",
] as const;
export type PersonName = (typeof people)[number];

type Plan = {
  readonly role: string;
  readonly organization?: "receiving" | "other";
  readonly hasEnded?: boolean;
  readonly status?: string;
};
const plans: Readonly<Record<PersonName, Plan>> = {
  coordinator: { role: "caseCoordinator" },
  colleague: { role: "caseCoordinator" },
  roleEnded: { role: "caseCoordinator", hasEnded: true },
  dutyEnded: { role: "caseCoordinator" },
  deactivated: { role: "caseCoordinator", status: "deactivated" },
  supervisor: { role: "supervisor" },
  administrator: { role: "platformAdministrator" },
  auditor: { role: "auditor" },
  receiver: { role: "referralReceiver", organization: "receiving" },
  owner: { role: "owner", organization: "receiving" },
  receiverEnded: { role: "referralReceiver", organization: "receiving", hasEnded: true },
  otherReceiver: { role: "referralReceiver", organization: "other" },
};

const newId = (builder: Builder): string => {
  builder.last += 1;
  return `00000000-0000-7000-8000-${builder.last.toString(16).padStart(12, "0")}`;
};

export type City = {
  readonly id: string;
  readonly departments: Readonly<Record<"main" | "other", string>>;
  readonly organizations: Readonly<Record<"receiving" | "other", string>>;
  readonly users: Readonly<Record<PersonName, string>>;
};

export type Draft = Readonly<Record<string, Value>>;
/** What is built so far; ids count up. */
export type Builder = { readonly tables: readonly Table[]; readonly rows: { table: string; row: Row }[]; last: number };

/** Adds a row, with what the table wants beside what is given. */
export const add = (builder: Builder, table: string, draft: Draft & { readonly municipality_id: string }): Row => {
  const described = builder.tables.find(({ name }) => name === table);
  if (!described) throw new Error(`no table ${table}`);
  const id = typeof draft["id"] === "string" ? draft["id"] : newId(builder);
  const given: Draft = { ...draft, id };
  const row = Object.fromEntries(
    described.columns
      .filter(({ name, isRequired }) => isRequired || given[name] !== undefined)
      .map((column) => [column.name, given[column.name] ?? filled(column, { id, clock, today })]),
  ) as Row;
  builder.rows.push({ table, row });
  return row;
};

const addUsers = (builder: Builder, city: Omit<City, "users">): City["users"] => {
  const users = people.map((name) => {
    const { role, organization, hasEnded, status } = plans[name];
    const department = name === "coordinator" || name === "supervisor" ? city.departments.main : city.departments.other;
    const user = add(builder, "user_account", {
      municipality_id: city.id,
      kind: organization ? "partner" : "staff",
      status: status ?? "active",
      organization_id: organization ? city.organizations[organization] : null,
      department_id: organization ? null : department,
    });
    const scope = organization
      ? city.organizations[organization]
      : role === "supervisor"
        ? city.departments.main
        : null;
    add(builder, "role_assignment", {
      municipality_id: city.id,
      user_id: user.id,
      role_code: role,
      scope_kind: organization ? "organization" : scope === null ? "municipality" : "department",
      scope_id: scope,
      since_on: "2026-04-01",
      until_on: hasEnded === true ? today : null,
    });
    return [name, user.id] as const;
  });
  return Object.fromEntries(users) as City["users"];
};

/** A city with two departments, two organizations and its people. */
export const addCity = (builder: Builder, slug: string): City => {
  const id = newId(builder);
  builder.rows.push({
    table: "municipality",
    row: { id, municipality_id: id, slug, local_government_code: slug, name: slug, name_kana: slug },
  });
  const of = (table: string) => add(builder, table, { municipality_id: id, since_on: "2020-04-01" }).id;
  const outline = {
    id,
    departments: { main: of("department"), other: of("department") },
    organizations: { receiving: of("organization"), other: of("organization") },
  };
  return { ...outline, users: addUsers(builder, outline) };
};
