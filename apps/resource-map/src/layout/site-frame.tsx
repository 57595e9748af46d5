import { Icon, linkStyle } from "@tsunagari/ui";
import type { ReactNode } from "react";

const Mark = () => (
  <span aria-hidden="true" className="grid size-11 shrink-0 place-items-center rounded-12 bg-green-800 text-white">
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinejoin="round"
      className="size-7"
    >
      <path d="M12 21.200s-7-5.900-7-11.400a7 7 0 0 1 14 0c0 5.500-7 11.400-7 11.400z" />
      <circle cx="12" cy="9.800" r="2.300" fill="currentColor" stroke="none" />
    </svg>
  </span>
);

type FrameProps = {
  /** Where the name leads, and which city's it is. */
  readonly home: string;
  readonly cityName: string | null;
  readonly footer: ReactNode;
  readonly children: ReactNode;
};

const Header = ({ home, cityName }: Pick<FrameProps, "home" | "cityName">) => (
  <header className="border-b border-solid-gray-200 bg-white print:border-0">
    <div className="mx-auto flex max-w-6xl flex-wrap items-center justify-between gap-x-6 gap-y-1 px-4 py-3 sm:px-6 print:px-0">
      <a href={home} className="flex items-center gap-3 rounded-8 no-underline">
        <Mark />
        <span className="flex flex-col">
          {cityName === null ? null : <span className="text-solid-gray-700 text-oln-16N-100">{cityName}</span>}
          <span className="pt-1 text-std-20B-150 leading-120 sm:text-std-22B-150">つながりマップ</span>
        </span>
      </a>
      {cityName === null ? null : (
        <a href="/" className={`inline-flex min-h-11 items-center gap-1 max-sm:hidden print:hidden ${linkStyle}`}>
          <Icon name="chevronRight" className="size-4" />
          市を選びなおす
        </a>
      )}
    </div>
  </header>
);

/** Header, content and footer of every public page. */
export const SiteFrame = ({ home, cityName, footer, children }: FrameProps) => (
  <>
    <Header home={home} cityName={cityName} />
    <main id="main" tabIndex={-1} className="flex grow flex-col">
      {children}
    </main>
    <footer className="mt-16 border-t border-solid-gray-200 bg-solid-gray-50 print:hidden">
      <div className="mx-auto flex max-w-6xl flex-col gap-4 px-4 py-10 sm:px-6">{footer}</div>
    </footer>
  </>
);
