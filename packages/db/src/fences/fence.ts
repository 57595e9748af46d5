/*
 * Fences as data: which role may do what to which table, and on which rows. From this one list come the GRANTs and the
 * row-security policies; a test compares the live catalog with it. Every predicate is joined with the tenant's, so no
 * entry can forget it. Nothing listed means nothing granted.
 */
export type FencedRole =
  | "staff"
  | "partner"
  | "public"
  | "worker"
  | "auditor"
  /** Owner of the SECURITY DEFINER functions; it reads what those functions need and nobody logs in as it. */
  | "definer";

export type FencedCommand = "select" | "insert" | "update" | "delete";

export type Access = {
  readonly [C in FencedCommand]?: string;
} & {
  /** Columns the role may select; all where not given. */
  readonly selectColumns?: readonly string[];
  /** Columns the role may change; all where not given. */
  readonly updateColumns?: readonly string[];
};

export type Fence = {
  readonly table: string;
  readonly access: { readonly [R in FencedRole]?: Access };
};

export const fence = (table: string, access: Fence["access"]): Fence => ({ table, access });

/** Every row of the actor's municipality. */
export const tenant = "true";
/** A setting of the transaction, read once per statement; a call of `app.municipality_id()` costs ten times as much. */
const actorSetting = (name: string): string => `(select nullif(current_setting('app.${name}', true), '')::uuid)`;
/** Rows of the actor's own organization. */
export const ownOrganization = `organization_id = ${actorSetting("organization_id")}`;
/** Rows of the signed-in user. */
export const ownUser = `user_id = ${actorSetting("user_id")}`;
/** Rows of the cases the user has a duty on (D-33). */
export const ownCases = "case_id = any(array(select app.my_case_ids()))";
/**
 * All rows: public data, and the definer, whose functions filter by themselves. PostgreSQL drops the constant, so array
 * and text operators, which are not leakproof, keep their index.
 */
export const everything = "everything";

export const definerReads: Access = { select: everything };

const tenantPredicate = `municipality_id = ${actorSetting("municipality_id")}`;

const joined = (predicate: string): string => {
  if (predicate === everything) return "true";
  return predicate === tenant ? tenantPredicate : `${tenantPredicate} and (${predicate})`;
};

const grantFor = (table: string, role: string, [command, access]: [FencedCommand, Access]): string => {
  const columns = command === "select" ? access.selectColumns : command === "update" ? access.updateColumns : undefined;
  return `grant ${command}${columns ? ` (${columns.join(", ")})` : ""} on ${table} to ${role};`;
};

const policyFor = (table: string, role: string, [command, predicate]: [FencedCommand, string]): string => {
  const name = `${table}_${role.replace("tsunagari_", "")}_${command}`;
  const rows = joined(predicate);
  const clause =
    command === "insert"
      ? `with check (${rows})`
      : command === "update"
        ? `using (${rows}) with check (${rows})`
        : `using (${rows})`;
  return `create policy ${name} on ${table} for ${command} to ${role} ${clause};`;
};

const commands: readonly FencedCommand[] = ["select", "insert", "update", "delete"];

/** The statements that put up one fence. */
export const fenceStatements = ({ table, access }: Fence): string[] => [
  `alter table ${table} enable row level security;`,
  `alter table ${table} force row level security;`,
  ...Object.entries(access).flatMap(([role, granted]) => {
    const databaseRole = `tsunagari_${role}`;
    return commands.flatMap((command) => {
      const predicate = granted[command];
      return predicate === undefined
        ? []
        : [grantFor(table, databaseRole, [command, granted]), policyFor(table, databaseRole, [command, predicate])];
    });
  }),
];
