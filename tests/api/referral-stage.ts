import { createApp, createLogger } from "@tsunagari/api";
import { createSession } from "@tsunagari/auth";
import type { Portal } from "@tsunagari/domain/identity";
import type { System } from "@tsunagari/services/kernel";
import { openWorld } from "../../packages/services/src/referral/test-world.ts";
import { origin } from "./node.ts";

/** The HTTP face of a system, without pages. */
export const appOn = (system: System) =>
  createApp({
    system,
    logger: createLogger({ write: () => undefined }),
    roles: ["staff", "partner", "public"],
    origins: [origin],
    trustedProxies: 0,
    defaultCity: null,
    folders: { staff: "none", partner: "none", publicAssets: "none" },
    publicSite: null,
  });

/** The two portals over HTTP on a city with referrals, and the cookies of its people. */
export const openReferralStage = async () => {
  const world = await openWorld();
  // A one-time password opens nothing but the way to one's own; here nobody types any.
  await world.behind`update user_account set password_expires_at = null`;
  const app = appOn(world.system);
  const cookieOf = async (portal: Portal, who: { municipalityId: string; userId: string }): Promise<string> =>
    `${portal}=${await createSession(world.system, { portal, ...who, assurance: 1 })}`;
  const cookies = {
    coordinator: await cookieOf("staff", world.people.coordinator.actor),
    stranger: await cookieOf("staff", world.people.stranger.actor),
    receiver: await cookieOf("partner", world.partners.receiver.actor),
    neighbor: await cookieOf("partner", world.partners.neighbor.actor),
  };
  return { world, app, cookies };
};
export type ReferralStage = Awaited<ReturnType<typeof openReferralStage>>;
