import type { PartnerRouter } from "@tsunagari/rpc";
import type { createPortalClient } from "./client.ts";

type IdentityClient = ReturnType<typeof createPortalClient<PartnerRouter>>["client"]["identity"];

/** What everybody does with his own account; both portals offer it alike. */
export type OwnAccount = Pick<
  IdentityClient,
  | "getSecondFactors"
  | "beginTotp"
  | "confirmTotp"
  | "removeTotp"
  | "beginPasskey"
  | "registerPasskey"
  | "removePasskey"
  | "renewRecoveryCodes"
  | "beginStepUp"
  | "stepUp"
>;

/** The ways in; both portals have the same. */
export type Doors = Pick<IdentityClient, "signIn" | "showSecondFactor" | "beginPasskeySignIn" | "signInWithPasskey">;

export type SecondFactors = Awaited<ReturnType<OwnAccount["getSecondFactors"]["query"]>>;
export type SecondStep = NonNullable<Awaited<ReturnType<Doors["signIn"]["mutate"]>>["secondStep"]>;
