import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, Outlet, useRouter, type AnyRouter } from "@tanstack/react-router";
import { isOffered } from "@tsunagari/domain/municipality";
import {
  FlashRegion,
  IdleWarning,
  isRestricted,
  SessionProvider,
  useRouteFocus,
  type Session,
} from "@tsunagari/portal";
import { AppShell, BottomNavigation, Brand, Icon, SideNavigation, type NavigationEntry } from "@tsunagari/ui";
import { useCallback } from "react";
import { client, contact, queryClient } from "../client.ts";
import type { FileRouteTypes } from "../routeTree.gen.ts";
import { navigation, type NavigationItem } from "./navigation.ts";
import { meOptions } from "./session.ts";
import { SignOutButton } from "./sign-out-button.tsx";
import { CityLinks, OutsideLinks } from "./site-links.tsx";
import { useUnread } from "./unread.ts";

type Target = FileRouteTypes["to"];

/** The runtime fact: the router's own table of pages has the path. */
const isPage = (router: AnyRouter, path: string): path is Target => Object.hasOwn(router.routesByPath, path);

const entryOf = (
  { program: _program, module: _module, ...item }: NavigationItem,
  to: Target,
  count: number | undefined,
): NavigationEntry => ({
  ...item,
  key: item.to,
  count,
  link: (props) => <Link to={to} activeOptions={{ exact: item.to === "/", includeSearch: false }} {...props} />,
});

type AccountProps = { readonly session: Session; readonly onNavigate?: () => void };

const Account = ({ session, onNavigate }: AccountProps) => {
  const place = session.organization === null ? null : session.city.name;
  return (
    <>
      <Link
        to="/account"
        onClick={onNavigate}
        className="flex min-h-11 items-center gap-2 rounded-8 px-2 text-dns-16N-120 hover:bg-key-50 hover:underline"
      >
        <Icon name="person" />
        <span className="flex flex-col">
          {place === null ? null : <span className="text-solid-gray-700">{place}</span>}
          <span>{session.name}</span>
        </span>
        <span className="sr-only">（サインインとセキュリティ）</span>
      </Link>
      <SignOutButton />
    </>
  );
};

/** Header, menu and the page, for who is signed in. */
export const Frame = () => {
  const router = useRouter();
  const { data: session } = useSuspenseQuery(meOptions);
  useRouteFocus();
  const expire = useCallback(() => {
    const { pathname, href } = router.state.location;
    if (pathname === "/sign-in") return;
    void router.navigate({ to: "/sign-in", search: { back: href }, replace: true }).then(() => queryClient.clear());
  }, [router]);
  const unread = useUnread(!isRestricted(session));
  const entries = isRestricted(session)
    ? []
    : navigation.flatMap((item) =>
        isOffered(item, session.offer) && isPage(router, item.to)
          ? [entryOf(item, item.to, item.to === "/notices" ? unread : undefined)]
          : [],
      );
  return (
    <SessionProvider session={session}>
      <AppShell
        accent="green"
        brand={
          <Link to="/" className="rounded-8">
            <Brand accent="green" name="団体ポータル" />
          </Link>
        }
        place={session.organization?.name ?? session.city.name}
        account={<Account session={session} />}
        sideNavigation={<SideNavigation entries={entries} />}
        bottomNavigation={
          <BottomNavigation
            entries={entries}
            drawerFooter={(close) => <Account session={session} onNavigate={close} />}
          />
        }
        help="わからないことがあれば、市の地域福祉の担当に、お気軽にお尋ねください。"
        links={isRestricted(session) ? <OutsideLinks /> : <CityLinks />}
      >
        <FlashRegion />
        <Outlet />
      </AppShell>
      <IdleWarning
        contact={contact}
        minutes={session.idleMinutes}
        onContinue={() => client.identity.getMe.query({})}
        onExpired={expire}
      />
    </SessionProvider>
  );
};
