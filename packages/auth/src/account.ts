import { sql } from "@tsunagari/db";
import type { Portal, UserStatus } from "@tsunagari/domain/identity";
import { beforeActor, type AuthSystem } from "./system.ts";

/** An account as it is known before anyone has signed in: no name, no mail. */
export type Account = {
  readonly municipalityId: string;
  readonly citySlug: string;
  readonly cityName: string;
  readonly userId: string;
  readonly portal: Portal;
  readonly status: UserStatus;
  readonly passwordHash: string | null;
  readonly mustChangePassword: boolean;
  /** Whether the one-time password has run out. */
  readonly isPasswordExpired: boolean;
};

type AccountRow = {
  municipality_id: string;
  slug: string;
  city: string;
  user_id: string;
  kind: Portal;
  status: UserStatus;
  password_hash: string | null;
  must_change_password: boolean;
  is_password_expired: boolean;
};

/** The accounts of a portal under the HMAC of a mail address; one person may have one in several cities (D-28). */
export const findAccounts = (system: AuthSystem, portal: Portal, mailHmac: Buffer): Promise<readonly Account[]> =>
  beforeActor(system, async (tx) => {
    const rows = await tx.execute<AccountRow>(
      sql`select * from app.auth_accounts(decode(${mailHmac.toString("hex")}, 'hex'))`,
    );
    return [...rows]
      .filter((row) => row.kind === portal)
      .map((row) => ({
        municipalityId: row.municipality_id,
        citySlug: row.slug,
        cityName: row.city,
        userId: row.user_id,
        portal: row.kind,
        status: row.status,
        passwordHash: row.password_hash,
        mustChangePassword: row.must_change_password,
        isPasswordExpired: row.is_password_expired,
      }));
  });

/** Writes signing in, its refusal, or signing out into the city's audit (D-36). */
export const recordSignIn = (
  system: AuthSystem,
  entry: {
    readonly id: string;
    readonly municipalityId: string;
    readonly userId: string;
    readonly portal: Portal;
    readonly action: "identity.signIn" | "identity.signOut" | "identity.stepUp";
    readonly reason: string | null;
  },
): Promise<void> =>
  beforeActor(
    system,
    async (tx) => {
      await tx.execute(sql`select app.auth_audit(${entry.municipalityId}::uuid, ${entry.id}::uuid,
        ${entry.userId}::uuid, ${entry.portal}, ${entry.action}, ${entry.reason})`);
    },
    entry.municipalityId,
  );
