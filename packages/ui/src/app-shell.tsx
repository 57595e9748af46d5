import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { SkipLink } from "./visually-hidden.tsx";

/** The colour that tells one portal from another at a glance; what can be pressed stays blue in both. */
export type ShellAccent = "indigo" | "green";

const accents: Record<ShellAccent, { readonly band: string; readonly mark: string }> = {
  indigo: { band: "bg-key-1100", mark: "bg-key-1100" },
  green: { band: "bg-green-800", mark: "bg-green-800" },
};

/** The product's sign and name, with the name of the portal. */
export const Brand = ({ accent, name }: { readonly accent: ShellAccent; readonly name: string }) => (
  <span className="inline-flex items-center gap-3">
    <span
      aria-hidden="true"
      className={classNames("grid size-9 place-items-center rounded-8 text-white", accents[accent].mark)}
    >
      <svg
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.25"
        strokeLinecap="round"
        className="size-6"
      >
        <path d="M9.2 15.5a4.6 4.6 0 1 1 0-7c1.8 1.4 3.800 5.600 5.600 7a4.600 4.600 0 1 0 0-7" />
      </svg>
    </span>
    <span className="flex flex-col whitespace-nowrap">
      <span className="text-std-18B-160 leading-120">つながり</span>
      <span className="text-solid-gray-700 text-dns-16N-120">{name}</span>
    </span>
  </span>
);

export type AppShellProps = {
  readonly accent: ShellAccent;
  /** `Brand` in a link to the first page. */
  readonly brand: ReactNode;
  /** The city or organization one works for. */
  readonly place: ReactNode;
  /** Who is signed in, and the way out. */
  readonly account: ReactNode;
  readonly sideNavigation: ReactNode;
  readonly bottomNavigation: ReactNode;
  /** One line that says where to get help. */
  readonly help: ReactNode;
  /** Links to the pages about the service itself. */
  readonly links?: ReactNode;
  readonly children: ReactNode;
};

/** The frame of a portal: header, menu, content. Landmarks and the skip link are in place. */
export const AppShell = ({
  accent,
  brand,
  place,
  account,
  sideNavigation,
  bottomNavigation,
  help,
  links,
  children,
}: AppShellProps) => (
  <div className="flex min-h-dvh flex-col bg-canvas max-lg:pb-20">
    <SkipLink />
    <header className="border-b border-solid-gray-200 bg-white print:hidden">
      <div aria-hidden="true" className={classNames("h-1.5", accents[accent].band)} />
      <div className="mx-auto flex min-h-16 max-w-[90rem] flex-wrap items-center justify-between gap-x-6 gap-y-1 px-4 py-2 sm:px-6">
        <div className="flex items-center gap-4 sm:gap-6">
          {brand}
          <span className="border-l border-solid-gray-300 pl-4 text-std-16B-170 sm:pl-6">{place}</span>
        </div>
        <div className="flex items-center gap-4 max-sm:hidden">{account}</div>
      </div>
    </header>
    <div className="mx-auto grid w-full max-w-[90rem] grow lg:grid-cols-[16.5rem_minmax(0,1fr)]">
      <div className="border-solid-gray-200 bg-white px-4 py-6 max-lg:hidden lg:border-r">
        <div className="sticky top-6 flex flex-col gap-6">{sideNavigation}</div>
      </div>
      <div className="flex min-w-0 flex-col">
        <main id="main" tabIndex={-1} className="mx-auto w-full max-w-[70rem] grow px-4 py-6 sm:px-8 sm:py-10">
          {children}
        </main>
        <footer className="mx-auto w-full max-w-[70rem] px-4 pb-8 text-solid-gray-700 text-dns-16N-130 sm:px-8 print:hidden">
          <p className="border-t border-solid-gray-200 pt-4">{help}</p>
          {links}
        </footer>
      </div>
    </div>
    {bottomNavigation}
  </div>
);

/** The frame before signing in, and of pages without a menu: one column in the middle. */
export const PlainShell = ({
  accent,
  brand,
  children,
  help,
  links,
}: {
  readonly accent: ShellAccent;
  readonly brand: ReactNode;
  readonly children: ReactNode;
  readonly help?: ReactNode;
  /** Links to the pages about the service itself. */
  readonly links?: ReactNode;
}) => (
  <div className="flex min-h-dvh flex-col bg-canvas">
    <SkipLink />
    <header className="border-b border-solid-gray-200 bg-white">
      <div aria-hidden="true" className={classNames("h-1.5", accents[accent].band)} />
      <div className="mx-auto flex min-h-16 max-w-5xl items-center px-4 py-2 sm:px-6">{brand}</div>
    </header>
    <main id="main" tabIndex={-1} className="mx-auto flex w-full max-w-5xl grow flex-col px-4 py-8 sm:px-6 sm:py-14">
      {children}
    </main>
    {help === undefined && links === undefined ? null : (
      <footer className="border-t border-solid-gray-200 bg-white">
        <div className="mx-auto flex max-w-5xl flex-col gap-2 px-4 py-5 text-solid-gray-700 sm:px-6">
          {help === undefined ? null : <p>{help}</p>}
          {links}
        </div>
      </footer>
    )}
  </div>
);

/** The parts of a page below each other, with air between them. */
export const Stack = ({
  children,
  gap = "large",
}: {
  readonly children: ReactNode;
  readonly gap?: "small" | "medium" | "large";
}) => (
  <div className={classNames("flex flex-col", gap === "small" ? "gap-3" : gap === "medium" ? "gap-5" : "gap-8")}>
    {children}
  </div>
);

/** Main column and a narrow one beside it; below each other on small screens. */
export const Columns = ({ children, aside }: { readonly children: ReactNode; readonly aside: ReactNode }) => (
  <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_20rem] xl:gap-8">
    <div className="flex min-w-0 flex-col gap-6">{children}</div>
    <div className="flex min-w-0 flex-col gap-6">{aside}</div>
  </div>
);
