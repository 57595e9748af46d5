import { createHash, randomUUID } from "node:crypto";
import { prepareStatement, sql } from "@tsunagari/db";
import type { Portal, UserStatus } from "@tsunagari/domain/identity";
import {
  asId,
  type AssuranceLevel,
  type DepartmentId,
  type Instant,
  type MunicipalityId,
  type OrganizationId,
  type RoleInForce,
  type UserId,
} from "@tsunagari/domain/kernel";
import type { Adapter, DatabaseSession, Lucia } from "lucia";
import { absoluteHours, endsAt, idleMinutes, isAlive, shouldNoteActivity } from "./lifetime.ts";
import { askBeforeActor, beforeActor, type AuthSystem } from "./system.ts";

/** What a session knows beside its token; handed through Lucia. */
export type SessionAttributes = {
  readonly portal: Portal;
  readonly assurance: AssuranceLevel;
  readonly authenticatedAt: Instant;
  readonly endsAt: Instant;
  /** What is done to a session while it is used; not yet known when it begins. */
  readonly upkeep?: { readonly id: string; readonly browser: string | null; readonly isRotationDue: boolean };
};

/** The account behind a session as it is now: deactivation and roles count from the next request on. */
export type AccountAttributes = {
  readonly municipalityId: MunicipalityId;
  readonly userId: UserId;
  readonly departmentId: DepartmentId | null;
  readonly organizationId: OrganizationId | null;
  readonly mustChangePassword: boolean;
  /** Whether the city asks whoever works in this portal for a second factor. */
  readonly isSecondFactorRequired: boolean;
  /** Minutes for which showing who one is counts; the city's setting, null where it has none. */
  readonly stepUpMinutes: number | null;
  readonly roles: readonly RoleInForce[];
};

declare module "lucia" {
  interface Register {
    Lucia: Lucia<SessionAttributes, AccountAttributes>;
    DatabaseSessionAttributes: SessionAttributes;
    DatabaseUserAttributes: AccountAttributes;
  }
}

/** Accounts are named to Lucia by city and id, which together are their key. */
export const accountName = (municipalityId: string, userId: string): string => `${municipalityId}/${userId}`;

const accountOf = (name: string): { readonly municipalityId: string; readonly userId: string } => {
  const [municipalityId = "", userId = ""] = name.split("/");
  return { municipalityId, userId };
};

/** What the database holds of a token; who reads a dump of it cannot make a cookie from it. */
export const tokenHashOf = (token: string): string => createHash("sha256").update(token).digest("hex");

type SessionRow = {
  municipality_id: string;
  id: string;
  browser: string | null;
  rotation_due: boolean;
  user_id: string;
  portal: Portal;
  assurance: AssuranceLevel;
  authenticated_at: string;
  last_seen_at: string;
  expires_at: string;
  now: string;
  kind: Portal;
  organization_id: string | null;
  department_id: string | null;
  status: UserStatus;
  must_change_password: boolean;
  idle_minutes: number | null;
  is_second_factor_required: boolean;
  step_up_minutes: number | null;
  roles: { code: RoleInForce["code"]; scopeKind: RoleInForce["scopeKind"]; scopeId: string | null }[];
};

const accountIn = (row: SessionRow): AccountAttributes => ({
  municipalityId: asId<"municipality">(row.municipality_id),
  userId: asId<"user">(row.user_id),
  departmentId: row.department_id === null ? null : asId<"department">(row.department_id),
  organizationId: row.organization_id === null ? null : asId<"organization">(row.organization_id),
  mustChangePassword: row.must_change_password,
  isSecondFactorRequired: row.is_second_factor_required,
  stepUpMinutes: row.step_up_minutes,
  roles: row.roles.map(({ scopeId, ...role }) => ({
    ...role,
    scopeId: scopeId === null ? null : asId<"scope">(scopeId),
  })),
});

const sessionByHash = prepareStatement<SessionRow, { hash: string }>(
  sql`select * from app.auth_session(${sql.placeholder("hash")})`,
);

const readSession = async (system: AuthSystem, token: string) => {
  const hash = tokenHashOf(token);
  const { rows } = await askBeforeActor(system, sessionByHash, { hash });
  const [row] = rows;
  if (!row) return null;
  const now = new Date(row.now);
  const limit = idleMinutes[row.portal];
  const times = {
    lastSeenAt: new Date(row.last_seen_at),
    expiresAt: new Date(row.expires_at),
    idleMinutes: Math.min(row.idle_minutes ?? limit, limit),
  };
  if (row.status !== "active" || row.kind !== row.portal || !isAlive(times, now)) {
    await beforeActor(system, (tx) => tx.execute(sql`select app.auth_session_end(${hash})`));
    return null;
  }
  if (shouldNoteActivity(times, now)) {
    await beforeActor(system, (tx) => tx.execute(sql`select app.auth_session_seen(${hash})`));
  }
  return { row, remaining: times.expiresAt.getTime() - now.getTime(), endsAt: endsAt({ ...times, lastSeenAt: now }) };
};

/**
 * Lucia's adapter. It stores only hashes, through functions of role `tsunagari_auth`. Idle time, deactivation and the
 * clock are decided here by the database's time; the absolute end is handed to Lucia as time left on its own clock,
 * and Lucia's wish to prolong a session is not granted (D-34).
 */
export const createAdapter = (system: AuthSystem): Adapter => ({
  getSessionAndUser: async (token) => {
    const found = await readSession(system, token);
    if (!found) return [null, null];
    const { row, remaining } = found;
    const session: DatabaseSession = {
      id: token,
      userId: accountName(row.municipality_id, row.user_id),
      expiresAt: new Date(Date.now() + remaining),
      attributes: {
        portal: row.portal,
        assurance: row.assurance,
        authenticatedAt: new Date(row.authenticated_at),
        endsAt: found.endsAt,
        upkeep: { id: row.id, browser: row.browser, isRotationDue: row.rotation_due },
      },
    };
    return [session, { id: session.userId, attributes: accountIn(row) }];
  },
  setSession: async ({ id, userId, attributes }) => {
    const account = accountOf(userId);
    await beforeActor(system, (tx) =>
      tx.execute(sql`select app.auth_session_create(${account.municipalityId}::uuid, ${randomUUID()}::uuid,
        ${account.userId}::uuid, ${tokenHashOf(id)}, ${attributes.portal}, ${attributes.assurance}::smallint,
        ${absoluteHours * 3600}::integer)`),
    );
  },
  updateSessionExpiration: async () => {},
  deleteSession: async (token) => {
    await beforeActor(system, (tx) => tx.execute(sql`select app.auth_session_end(${tokenHashOf(token)})`));
  },
  deleteUserSessions: async (name) => {
    const { municipalityId, userId } = accountOf(name);
    await beforeActor(system, (tx) =>
      tx.execute(sql`select app.auth_sessions_end(${municipalityId}::uuid, ${userId}::uuid)`),
    );
  },
  // Lucia gives sessions back by their tokens, which nobody has; a list of sessions is read from the rows instead.
  getUserSessions: async () => [],
  deleteExpiredSessions: async () => {
    await beforeActor(system, (tx) => tx.execute(sql`select app.auth_purge()`));
  },
});
