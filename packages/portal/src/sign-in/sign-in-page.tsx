import { useQueryClient } from "@tanstack/react-query";
import { useRouter, type AnyRouter } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { quietly } from "../client/client.ts";
import type { Doors } from "../client/common-client.ts";
import { OutsideShell } from "../frame/outside-shell.tsx";
import { usePortal } from "../frame/portal.tsx";
import { returnAddress } from "./return-address.ts";
import { SignInPanel, type SignInDoors } from "./sign-in-panel.tsx";

const asNobody = { context: quietly };

/** Fetches the program of a page, not its data: that would be a reading. What does not come now is asked for again later. */
const fetchPage = (router: AnyRouter, href: string): void => {
  const { pathname } = new URL(href, window.location.origin);
  const [matched] = router.getMatchedRoutes(pathname);
  for (const route of matched) {
    void router.loadRouteChunk(route)?.catch(() => undefined);
  }
};

const doorsOf = (identity: Doors, onTry: () => void): SignInDoors => ({
  signIn: (input) => {
    onTry();
    return identity.signIn.mutate(input, asNobody);
  },
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
  const address = returnAddress(back);
  return (
    <OutsideShell>
      <SignInPanel
        portalName={name}
        lead={lead}
        doors={doorsOf(client.identity, () => fetchPage(router, address))}
        onSignedIn={async () => {
          queryClient.clear();
          await router.navigate({ href: address, replace: true });
        }}
        help={help}
      />
    </OutsideShell>
  );
};
