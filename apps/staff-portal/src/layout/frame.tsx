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
import { useUnreadCount } from "../features/notice/use-unread-count.ts";
import type { FileRouteTypes } from "../routeTree.gen.ts";
import { navigation, type NavigationItem } from "./navigation.ts";
import { meOptions } from "./session.ts";
import { SignOutButton } from "./sign-out-button.tsx";
import { CityLinks, OutsideLinks } from "./site-links.tsx";

type Target = FileRouteTypes["to"];

/** The runtime fact: the router's own table of pages has the path. */
const isPage = (router: AnyRouter, path: string): path is Target => Object.hasOwn(router.routesByPath, path);

const isFor = ({ roles }: NavigationItem, session: Session): boolean =>
  roles === undefined || session.roles.some(({ code }) => roles.some((role) => role === code));

const entryOf = (
  { roles: _roles, program: _program, module: _module, ...item }: NavigationItem,
  to: Target,
  count?: number,
): NavigationEntry => ({
  ...item,
  key: item.to,
  count,
  link: (props) => <Link to={to} activeOptions={{ exact: item.to === "/", includeSearch: false }} {...props} />,
});

type AccountProps = { readonly session: Session; readonly onNavigate?: () => void };

const Account = ({ session, onNavigate }: AccountProps) => {
  const place = session.department === null ? null : session.department.name;
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
  const unread = useUnreadCount(!isRestricted(session));
  const expire = useCallback(() => {
    const { pathname, href } = router.state.location;
    if (pathname === "/sign-in") return;
    void router.navigate({ to: "/sign-in", search: { back: href }, replace: true }).then(() => queryClient.clear());
  }, [router]);
  const entries = isRestricted(session)
    ? []
    : navigation
        .filter((item) => isFor(item, session) && isOffered(item, session.offer))
        .flatMap((item) =>
          isPage(router, item.to) ? [entryOf(item, item.to, item.to === "/notices" ? unread : undefined)] : [],
        );
  return (
    <SessionProvider session={session}>
      <AppShell
        accent="indigo"
        brand={
          <Link to="/" className="rounded-8">
            <Brand accent="indigo" name="職員ポータル" />
          </Link>
        }
        place={session.city.name}
        account={<Account session={session} />}
        sideNavigation={<SideNavigation entries={entries} />}
        bottomNavigation={
          <BottomNavigation
            entries={entries}
            drawerFooter={(close) => <Account session={session} onNavigate={close} />}
          />
        }
        help="困ったときは、画面の名前と、していたことを、市の担当に伝えてください。"
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
