import { createHash } from "node:crypto";
import type { Setting } from "../work.ts";
import { worldCity, worldId } from "../world/ids.ts";

const alphabet = "abcdefghijklmnopqrstuvwxyz234567";

/** A token of the shape the program gives out. */
const tokenOf = (organization: number): string =>
  [
    ...createHash("sha256")
      .update(`bench ${String(organization)}`)
      .digest(),
  ]
    .concat([...createHash("md5").update(String(organization)).digest()])
    .slice(0, 40)
    .map((byte) => alphabet[byte % 32] ?? "a")
    .join("");

/** Signs in the receiver of each organization: the row is what signing in would leave. */
export const signIn = async (
  { sql }: Pick<Setting, "sql">,
  organizations: readonly number[],
): Promise<readonly { readonly organization: number; readonly token: string }[]> => {
  const sessions = organizations.map((organization) => ({ organization, token: tokenOf(organization) }));
  for (const { organization, token } of sessions) {
    await sql`
      insert into auth_session (municipality_id, id, user_id, token_hash, portal, assurance, authenticated_at, last_seen_at, expires_at)
      values (${worldCity.id}, ${worldId("session", organization)}, ${worldId("partner", organization)},
              ${createHash("sha256").update(token).digest("hex")}, 'partner', 1, now(), now(), now() + interval '12 hours')
      on conflict (token_hash) do update set last_seen_at = now(), expires_at = excluded.expires_at`;
  }
  return sessions;
};

/** Organizations that receive many referrals; the world gives a fifth of them four fifths. */
export const busyOrganizations = (size: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => 2 + (index % Math.floor(size / 100 - 2)));
