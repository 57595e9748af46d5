import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { quietly } from "../client/client.ts";
import type { Doors } from "../client/common-client.ts";
import { OutsideShell } from "../frame/outside-shell.tsx";
import { usePortal } from "../frame/portal.tsx";
import { returnAddress } from "./return-address.ts";
import { SignInPanel, type SignInDoors } from "./sign-in-panel.tsx";

const asNobody = { context: quietly };

const doorsOf = (identity: Doors): SignInDoors => ({
  signIn: (input) => identity.signIn.mutate(input, asNobody),
  showSecondFactor: (input) => identity.showSecondFactor.mutate(input, asNobody),
  beginPasskeySignIn: () => identity.beginPasskeySignIn.mutate({}, asNobody),
  signInWithPasskey: (input) => identity.signInWithPasskey.mutate(input, asNobody),
});

export type SignInPageProps = {
  /** The address one was sent here from, as it stands in this page's own. */
  readonly back: string | undefined;
  /** Who uses this portal. */
  readonly lead: string;
  /** What to do without an account or password. */
  readonly help: ReactNode;
};

/** The door of the portal. Whoever was sent here goes on to where he wanted to go. */
export const SignInPage = ({ back, lead, help }: SignInPageProps) => {
  const router = useRouter();
  const queryClient = useQueryClient();
  const { name, client } = usePortal();
  return (
    <OutsideShell>
      <SignInPanel
        portalName={name}
        lead={lead}
        doors={doorsOf(client.identity)}
        onSignedIn={async () => {
          queryClient.clear();
          await router.navigate({ href: returnAddress(back), replace: true });
        }}
        help={help}
      />
    </OutsideShell>
  );
};
