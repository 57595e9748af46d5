import { useQueryClient } from "@tanstack/react-query";
import { Link, Outlet, useRouter } from "@tanstack/react-router";
import { reasonText } from "@tsunagari/messages";
import { AppShell, BottomNavigation, Brand, Icon, SideNavigation } from "@tsunagari/ui";
import { useCallback } from "react";
import { tellReasonsBy } from "../client/failure-text.ts";
import { FlashRegion } from "./flash.tsx";
import { IdleWarning } from "./idle-warning.tsx";
import { navigationEntries, type NavigationItem } from "./navigation.tsx";
import { NotOfferedPage, useNotOffered } from "./not-offered-page.tsx";
import { usePortal } from "./portal.tsx";
import { leaveForSignIn } from "./router-defaults.ts";
import { isRestricted, SessionProvider, type Session } from "./session.tsx";
import { SignOutButton } from "./sign-out-button.tsx";
import { SiteLinks } from "./site-links.tsx";
import { useRouteFocus } from "./use-route-focus.ts";
import { useUnreadCount } from "./use-unread-count.ts";

tellReasonsBy(reasonText);

type AccountProps = Pick<PortalFrameProps, "worksFor"> & { readonly name: string; readonly onNavigate?: () => void };

const Account = ({ worksFor, name, onNavigate }: AccountProps) => (
  <>
    <Link
      to="/account"
      onClick={onNavigate}
      className="flex min-h-11 items-center gap-2 rounded-8 px-2 text-dns-16N-120 hover:bg-key-50 hover:underline"
    >
      <Icon name="person" />
      <span className="flex flex-col">
        {worksFor === null ? null : <span className="text-solid-gray-700">{worksFor}</span>}
        <span>{name}</span>
      </span>
      <span className="sr-only">（サインインとセキュリティ）</span>
    </Link>
    <SignOutButton />
  </>
);

export type PortalFrameProps = {
  readonly session: Session;
  readonly navigation: readonly NavigationItem[];
  /** The city or organization whose portal it is for this person. */
  readonly place: string;
  /** What stands above the name of the person: the department, or the city. */
  readonly worksFor: string | null;
};

/** Header, menu and the page, for who is signed in. */
export const PortalFrame = ({ session, navigation, place, worksFor }: PortalFrameProps) => {
  const { name, accent, help, client, contact } = usePortal();
  const router = useRouter();
  const queryClient = useQueryClient();
  const leave = useCallback(() => leaveForSignIn(router, queryClient), [router, queryClient]);
  const unread = useUnreadCount(!isRestricted(session));
  useRouteFocus();
  const entries = navigationEntries(navigation, { router, session, unread });
  const notOffered = useNotOffered(navigation, session.offer);
  const account = { worksFor, name: session.name };
  return (
    <SessionProvider session={session}>
      <AppShell
        accent={accent}
        brand={
          <Link to="/" className="rounded-8">
            <Brand accent={accent} name={name} />
          </Link>
        }
        place={place}
        account={<Account {...account} />}
        sideNavigation={<SideNavigation entries={entries} />}
        bottomNavigation={
          <BottomNavigation entries={entries} drawerFooter={(close) => <Account {...account} onNavigate={close} />} />
        }
        help={help}
        links={<SiteLinks to={isRestricted(session) ? "/about/$kind" : "/pages/$kind"} />}
      >
        <FlashRegion />
        {notOffered === null ? <Outlet /> : <NotOfferedPage item={notOffered} offer={session.offer} />}
      </AppShell>
      <IdleWarning
        contact={contact}
        minutes={session.idleMinutes}
        onContinue={() => client.identity.getMe.query({})}
        onExpired={leave}
      />
    </SessionProvider>
  );
};
