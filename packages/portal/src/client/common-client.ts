import type { PartnerRouter } from "@tsunagari/rpc";
import type { createPortalClient } from "./client.ts";

type PortalClient = ReturnType<typeof createPortalClient<PartnerRouter>>["client"];
type IdentityClient = PortalClient["identity"];

/** Choosing a password with a link from a mail. */
export type AccountByMail = Pick<IdentityClient, "requestPasswordReset" | "openAccountLink" | "useAccountLink">;

/** Where one is signed in. */
export type OwnSessions = Pick<IdentityClient, "listOwnSessions" | "endOwnSession" | "endOtherSessions">;
export type OwnSession = Awaited<ReturnType<OwnSessions["listOwnSessions"]["query"]>>["sessions"][number];

/** What everybody does with his own second factors. */
export type OwnAccount = Pick<
  IdentityClient,
  | "getSecondFactors"
  | "beginTotp"
  | "confirmTotp"
  | "removeTotp"
  | "beginPasskey"
  | "registerPasskey"
  | "renamePasskey"
  | "removePasskey"
  | "renewRecoveryCodes"
  | "beginStepUp"
  | "stepUp"
>;
export type SecondFactors = Awaited<ReturnType<OwnAccount["getSecondFactors"]["query"]>>;

/** The ways in. */
export type Doors = Pick<IdentityClient, "signIn" | "showSecondFactor" | "beginPasskeySignIn" | "signInWithPasskey">;
export type SecondStep = NonNullable<Awaited<ReturnType<Doors["signIn"]["mutate"]>>["secondStep"]>;

/** What residents read about an activity. */
export type PublicContent = NonNullable<Awaited<ReturnType<PortalClient["activity"]["get"]["query"]>>["published"]>;

/** The procedures the two roots have alike; what the pages of this package call. */
export type CommonClient = {
  readonly identity: AccountByMail &
    OwnSessions &
    OwnAccount &
    Doors &
    Pick<IdentityClient, "getMe" | "signOut" | "changeOwnPassword">;
  readonly notice: Pick<PortalClient["notice"], "countUnread">;
};
