import { Link, type AnyRouter } from "@tanstack/react-router";
import type { RoleCode } from "@tsunagari/domain/kernel";
import { isOffered, type OfferNeed } from "@tsunagari/domain/municipality";
import type { NavigationEntry } from "@tsunagari/ui";
import { isRestricted, type Session } from "./session.tsx";

export type NavigationItem = Pick<NavigationEntry, "label" | "icon" | "isPrimary" | "barLabel"> &
  OfferNeed & {
    readonly to: string;
    /** Only for who holds one of these roles; the page itself is decided by the server. */
    readonly roles?: readonly RoleCode[];
  };

const isFor = ({ roles }: NavigationItem, session: Session): boolean =>
  roles === undefined || session.roles.some(({ code }) => roles.some((role) => role === code));

const entryOf = (
  { to, label, icon, isPrimary, barLabel }: NavigationItem,
  count: number | undefined,
): NavigationEntry => ({
  key: to,
  label,
  icon,
  ...(isPrimary === undefined ? {} : { isPrimary }),
  ...(barLabel === undefined ? {} : { barLabel }),
  count,
  link: (props) => <Link to={to} activeOptions={{ exact: to === "/", includeSearch: false }} {...props} />,
});

export type NavigationFacts = {
  readonly router: AnyRouter;
  readonly session: Session;
  readonly unread: number | undefined;
};

/** The lines of the menu that are there for this person, in this city, in this build. */
export const navigationEntries = (
  items: readonly NavigationItem[],
  { router, session, unread }: NavigationFacts,
): readonly NavigationEntry[] =>
  isRestricted(session)
    ? []
    : items
        .filter((item) => isFor(item, session) && isOffered(item, session.offer))
        .filter(({ to }) => Object.hasOwn(router.routesByPath, to))
        .map((item) => entryOf(item, item.to === "/notices" ? unread : undefined));
