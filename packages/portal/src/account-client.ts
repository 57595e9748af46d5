import type { PartnerRouter } from "@tsunagari/rpc";
import type { createPortalClient } from "./client.ts";

type IdentityClient = ReturnType<typeof createPortalClient<PartnerRouter>>["client"]["identity"];

/** Choosing a password with a link from a mail; both portals offer it alike. */
export type AccountByMail = Pick<IdentityClient, "requestPasswordReset" | "openAccountLink" | "useAccountLink">;

/** Where one is signed in. */
export type OwnSessions = Pick<IdentityClient, "listOwnSessions" | "endOwnSession" | "endOtherSessions">;
export type OwnSession = Awaited<ReturnType<OwnSessions["listOwnSessions"]["query"]>>["sessions"][number];
