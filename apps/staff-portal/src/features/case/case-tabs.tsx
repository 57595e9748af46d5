import { Link, useRouter, useRouterState, type AnyRouter } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import type { FileRouteTypes } from "../../routeTree.gen.ts";

type Target = Extract<FileRouteTypes["to"], `/cases/$caseId${string}`>;

/** The tabs of a case, in the order of its life. A tab shows when its page is part of the build. */
const tabs = [
  { to: "/cases/$caseId", label: "概要" },
  { to: "/cases/$caseId/household", label: "世帯" },
  { to: "/cases/$caseId/consents", label: "同意" },
  { to: "/cases/$caseId/meetings", label: "会議" },
  { to: "/cases/$caseId/referrals", label: "つなぎ" },
  { to: "/cases/$caseId/team", label: "担当" },
  { to: "/cases/$caseId/history", label: "経過" },
  { to: "/cases/$caseId/access", label: "見た人" },
] as const;

/** The runtime fact: the router's own table of pages has the path. */
const isPage = (router: AnyRouter, path: string): path is Target => Object.hasOwn(router.routesByPath, path);

const tabStyle =
  "inline-flex min-h-12 items-center rounded-t-8 border-b-4 border-transparent px-3.5 whitespace-nowrap text-oln-16N-100 hover:bg-key-50 hover:underline focus-visible:outline-offset-[-0.25rem] aria-[current=page]:border-key-900 aria-[current=page]:font-bold aria-[current=page]:text-key-1000 forced-colors:aria-[current=page]:border-[Highlight]";

/** Links to the pages of a case; on a phone the row scrolls and the current one is brought into view. */
export const CaseTabs = ({ caseId }: { readonly caseId: string }) => {
  const router = useRouter();
  const list = useRef<HTMLUListElement>(null);
  const pathname = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  useEffect(() => {
    const row = list.current;
    const current = row?.querySelector<HTMLElement>("[aria-current=page]");
    if (row && current) row.scrollLeft = current.offsetLeft - (row.clientWidth - current.offsetWidth) / 2;
  }, [pathname]);
  return (
    <nav aria-label="ケースの内容">
      <ul ref={list} className="relative flex gap-0.5 overflow-x-auto border-b border-solid-gray-300 px-1 pt-1">
        {tabs.flatMap(({ to, label }) =>
          isPage(router, to)
            ? [
                <li key={to}>
                  <Link
                    to={to}
                    params={{ caseId }}
                    activeOptions={{ exact: to === "/cases/$caseId", includeSearch: false }}
                    className={tabStyle}
                  >
                    {label}
                  </Link>
                </li>,
              ]
            : [],
        )}
      </ul>
    </nav>
  );
};
