import { createHash, randomBytes } from "node:crypto";
import { sql, type Tx } from "@tsunagari/db";
import type { Portal } from "@tsunagari/domain/identity";
import { beforeActor, type AuthSystem } from "./system.ts";

/** What a challenge was made for; one made for something else is none. */
export type ChallengePurpose = "passkeySignIn" | "secondFactor" | "registration" | "stepUp";

/** d7: as long as a challenge can be answered. */
export const challengeSeconds = 5 * 60;

export type ChallengeOwner = { readonly municipalityId: string; readonly userId: string };
type Made = { readonly purpose: ChallengePurpose; readonly portal: Portal; readonly owner: ChallengeOwner | null };
type Shown = { readonly purpose: ChallengePurpose; readonly portal: Portal; readonly challenge: string };

const hashOf = (challenge: string): string => createHash("sha256").update(challenge).digest("hex");

/** Makes a challenge of 256 random bits, base64url. The database keeps its hash only. */
export const createChallenge = async (system: AuthSystem, { purpose, portal, owner }: Made): Promise<string> => {
  const challenge = randomBytes(32).toString("base64url");
  await beforeActor(system, (tx) =>
    tx.execute(sql`select app.auth_challenge_create(${hashOf(challenge)}, ${purpose}, ${portal},
      ${owner?.municipalityId ?? null}::uuid, ${owner?.userId ?? null}::uuid, ${challengeSeconds}::integer)`),
  );
  return challenge;
};

/** Whose challenge it is, as long as it can be answered; null where it is none, or was answered. */
export const findChallenge = (
  system: AuthSystem,
  { purpose, portal, challenge }: Shown,
): Promise<{ readonly owner: ChallengeOwner | null } | null> =>
  beforeActor(system, async (tx) => {
    const [row] = await tx.execute<{ municipality_id: string | null; user_id: string | null }>(
      sql`select * from app.auth_challenge(${hashOf(challenge)}, ${purpose}, ${portal})`,
    );
    if (!row) return null;
    const { municipality_id: municipalityId, user_id: userId } = row;
    return { owner: municipalityId === null || userId === null ? null : { municipalityId, userId } };
  });

/** Takes a challenge in the caller's transaction: of many at once, one is given `true`. */
export const takeChallenge = async (tx: Tx, { purpose, portal, challenge }: Shown): Promise<boolean> => {
  const [row] = await tx.execute<{ taken: boolean }>(
    sql`select app.auth_challenge_take(${hashOf(challenge)}, ${purpose}, ${portal}) as taken`,
  );
  return row?.taken === true;
};

/** Takes a challenge in a transaction of its own. */
export const answerChallenge = (system: AuthSystem, shown: Shown): Promise<boolean> =>
  beforeActor(system, (tx) => takeChallenge(tx, shown));
