import { sql } from "@tsunagari/db";
import type { FactorKind, Portal, UserStatus } from "@tsunagari/domain/identity";
import type { Account } from "./account.ts";
import { takeChallenge, type ChallengeOwner, type ChallengePurpose } from "./challenge.ts";
import { beforeActor, type AuthSystem } from "./system.ts";
import { totpStep } from "./totp.ts";

/** A passkey as far as a browser must know it to look for it. */
export type KnownPasskey = {
  readonly credentialId: string;
  readonly rpId: string;
  readonly transports: readonly string[];
};

/** An account with what it can show beside its password. */
export type AccountWithFactors = Account & {
  readonly hasTotp: boolean;
  readonly passkeys: readonly KnownPasskey[];
  readonly recoveryCodesLeft: number;
};

type AccountRow = {
  municipality_id: string;
  slug: string;
  city_name: string;
  user_id: string;
  kind: Portal;
  status: UserStatus;
  password_hash: string | null;
  must_change_password: boolean;
  is_password_expired: boolean;
  has_totp: boolean;
  passkeys: KnownPasskey[];
  recovery_codes_left: number;
};

/** The account behind a challenge or a session, as it is now; null where it is gone. */
export const findAccount = (system: AuthSystem, owner: ChallengeOwner): Promise<AccountWithFactors | null> =>
  beforeActor(system, async (tx) => {
    const [row] = await tx.execute<AccountRow>(
      sql`select * from app.auth_account(${owner.municipalityId}::uuid, ${owner.userId}::uuid)`,
    );
    if (!row) return null;
    return {
      municipalityId: row.municipality_id,
      citySlug: row.slug,
      cityName: row.city_name,
      userId: row.user_id,
      portal: row.kind,
      status: row.status,
      passwordHash: row.password_hash,
      mustChangePassword: row.must_change_password,
      isPasswordExpired: row.is_password_expired,
      hasTotp: row.has_totp,
      passkeys: row.passkeys,
      recoveryCodesLeft: row.recovery_codes_left,
    };
  });

/** The ways an account has to go on after its password; recovery codes count only beside another. */
export const factorsOf = ({ hasTotp, passkeys, recoveryCodesLeft }: AccountWithFactors): readonly FactorKind[] => {
  const held: FactorKind[] = [];
  if (passkeys.length > 0) held.push("passkey");
  if (hasTotp) held.push("totp");
  if (held.length > 0 && recoveryCodesLeft > 0) held.push("recovery");
  return held;
};

/** A challenge that is used up together with the factor; left as it is where the factor does not fit. */
export type Bound = { readonly purpose: ChallengePurpose; readonly portal: Portal; readonly challenge: string };

type SealedTotp = { readonly id: string; readonly secret: Buffer };
type TotpRow = { id: string; secret: Buffer; last_step: string | null; is_confirmed: boolean; now: string };

export type TotpAttempt = {
  readonly owner: ChallengeOwner;
  readonly code: string;
  /** Opens the secret; keys are not this package's business. */
  readonly open: (sealed: SealedTotp) => string;
  /** True for a factor that counts, false for one that is being enrolled. */
  readonly isConfirmed: boolean;
  readonly bound?: Bound;
};

class Untaken extends Error {}

/** Undoes everything where the challenge was answered by another request in the meantime. */
const orUndone = async (work: Promise<boolean>): Promise<boolean> => {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Untaken) return false;
    throw error;
  }
};

const takeBound = async (tx: Parameters<typeof takeChallenge>[0], bound: Bound | undefined): Promise<void> => {
  if (bound && !(await takeChallenge(tx, bound))) throw new Untaken();
};

/**
 * Whether a code fits by the database's time, and is used for the first time: the row is locked, its step noted, so that
 * neither this code nor an earlier one opens anything more (ASVS 6.5.1).
 */
export const useTotp = (system: AuthSystem, attempt: TotpAttempt): Promise<boolean> =>
  orUndone(
    beforeActor(system, async (tx) => {
      const { municipalityId, userId } = attempt.owner;
      const [row] = await tx.execute<TotpRow>(
        sql`select * from app.auth_totp(${municipalityId}::uuid, ${userId}::uuid)`,
      );
      if (!row || row.is_confirmed !== attempt.isConfirmed) return false;
      const step = totpStep(attempt.open({ id: row.id, secret: row.secret }), attempt.code, new Date(row.now));
      if (step === null) return false;
      const [used] = await tx.execute<{ ok: boolean }>(
        sql`select app.auth_totp_used(${municipalityId}::uuid, ${row.id}::uuid, ${step}::bigint) as ok`,
      );
      if (used?.ok !== true) return false;
      await takeBound(tx, attempt.bound);
      return true;
    }),
  );

/** Whether a recovery code fits and is used for the first time. */
export const useRecoveryCode = (
  system: AuthSystem,
  attempt: { readonly owner: ChallengeOwner; readonly hmac: Buffer; readonly bound: Bound },
): Promise<boolean> =>
  orUndone(
    beforeActor(system, async (tx) => {
      const { municipalityId, userId } = attempt.owner;
      const [row] = await tx.execute<{ ok: boolean }>(sql`select app.auth_recovery_used(${municipalityId}::uuid,
        ${userId}::uuid, decode(${attempt.hmac.toString("hex")}, 'hex')) as ok`);
      if (row?.ok !== true) return false;
      await takeBound(tx, attempt.bound);
      return true;
    }),
  );
