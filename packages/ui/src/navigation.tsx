import { useState, type ReactNode } from "react";
import { Drawer } from "./drawer.tsx";
import { Icon, type IconName } from "./icon.tsx";

export type NavigationLinkProps = {
  readonly className: string;
  readonly children: ReactNode;
  readonly onClick?: () => void;
};

export type NavigationEntry = {
  readonly key: string;
  readonly label: string;
  readonly icon: IconName;
  /** How many things wait there; nothing is shown for 0. */
  readonly count?: number | undefined;
  /** Stands in the bar at the bottom of a phone; at most four. */
  readonly isPrimary?: boolean;
  /** A shorter word for that bar, at most four characters wide on a phone of 360 px. */
  readonly barLabel?: string | undefined;
  /** Draws the link; the router marks the current one with `aria-current="page"`. */
  readonly link: (props: NavigationLinkProps) => ReactNode;
};

const sideLinkStyle =
  "flex min-h-12 items-center gap-3 rounded-8 px-3 py-2 text-solid-gray-900 text-dns-16N-130 hover:bg-key-50 hover:underline aria-[current=page]:bg-key-100 aria-[current=page]:font-bold aria-[current=page]:text-key-1100 forced-colors:aria-[current=page]:outline-2 forced-colors:aria-[current=page]:outline-[Highlight]";

const barStyle =
  "relative flex min-h-16 w-full cursor-pointer flex-col items-center justify-center gap-1 px-1 text-oln-16N-100 tracking-normal text-solid-gray-800 aria-[current=page]:font-bold aria-[current=page]:text-key-1000 aria-[current=page]:before:absolute aria-[current=page]:before:inset-x-3 aria-[current=page]:before:top-0 aria-[current=page]:before:h-1 aria-[current=page]:before:rounded-full aria-[current=page]:before:bg-key-900 aria-[current=page]:before:content-['']";

const Count = ({ count }: { readonly count: number | undefined }) =>
  count === undefined || count === 0 ? null : (
    <span className="ml-auto rounded-full bg-error-1 px-2 py-1 text-white text-oln-16B-100">
      {count}
      <span className="sr-only">件</span>
    </span>
  );

type ListProps = { readonly entries: readonly NavigationEntry[]; readonly onNavigate?: () => void };

const NavigationList = ({ entries, onNavigate }: ListProps) => (
  <ul className="flex flex-col gap-1">
    {entries.map((entry) => (
      <li key={entry.key}>
        {entry.link({
          className: sideLinkStyle,
          ...(onNavigate === undefined ? {} : { onClick: onNavigate }),
          children: (
            <>
              <Icon name={entry.icon} />
              {entry.label}
              <Count count={entry.count} />
            </>
          ),
        })}
      </li>
    ))}
  </ul>
);

/** The menu at the left, on wide screens. */
export const SideNavigation = ({ entries }: { readonly entries: readonly NavigationEntry[] }) => (
  <nav aria-label="メインメニュー" className="max-lg:hidden print:hidden">
    <NavigationList entries={entries} />
  </nav>
);

const BarLink = ({ entry }: { readonly entry: NavigationEntry }) =>
  entry.link({
    className: barStyle,
    children: (
      <>
        <Icon name={entry.icon} />
        <span className="max-w-full truncate">{entry.barLabel ?? entry.label}</span>
        {entry.count === undefined || entry.count === 0 ? null : (
          <span className="absolute top-1.5 left-1/2 ml-2 rounded-full bg-error-1 px-1.5 py-0.5 text-oln-16B-100 text-white">
            {entry.count}
            <span className="sr-only">件</span>
          </span>
        )}
      </>
    ),
  });

type BottomProps = {
  readonly entries: readonly NavigationEntry[] /** Below the menu: who is signed in, and the way out; links in it call `close`. */;
  readonly drawerFooter?: (close: () => void) => ReactNode;
};

/** The bar at the bottom of phones and tablets: what is used daily, and the whole menu behind 「メニュー」. */
export const BottomNavigation = ({ entries, drawerFooter }: BottomProps) => {
  const [isOpen, setIsOpen] = useState(false);
  const primary = entries.filter((entry) => entry.isPrimary).slice(0, 4);
  return (
    <nav
      aria-label="メインメニュー"
      className="fixed inset-x-0 bottom-0 z-40 border-t border-solid-gray-300 bg-white pb-[env(safe-area-inset-bottom)] lg:hidden print:hidden"
    >
      <ul className="mx-auto flex max-w-xl">
        {primary.map((entry) => (
          <li key={entry.key} className="min-w-0 flex-1">
            <BarLink entry={entry} />
          </li>
        ))}
        <li className="min-w-0 flex-1">
          <button
            type="button"
            aria-haspopup="dialog"
            aria-expanded={isOpen}
            onClick={() => setIsOpen(true)}
            className={barStyle}
          >
            <Icon name="menu" />
            メニュー
          </button>
        </li>
      </ul>
      <Drawer isOpen={isOpen} onOpenChange={setIsOpen} title="メニュー">
        <nav aria-label="すべてのメニュー">
          <NavigationList entries={entries} onNavigate={() => setIsOpen(false)} />
        </nav>
        <div className="mt-auto flex flex-col items-start gap-3 border-t border-solid-gray-200 pt-4">
          {drawerFooter?.(() => setIsOpen(false))}
        </div>
      </Drawer>
    </nav>
  );
};
