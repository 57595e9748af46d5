import { Link, useRouterState, type AnyRouter } from "@tanstack/react-router";
import { isOffered, type Offer } from "@tsunagari/domain/municipality";
import { programStateText, structureMessages } from "@tsunagari/messages";
import { buttonStyle, Card, DescriptionList, PageHeader, Stack, StatusBadge } from "@tsunagari/ui";
import { dateText } from "../date-text.ts";
import type { NavigationItem } from "./navigation.tsx";
import { PageTitle, usePortal } from "./portal.tsx";

/** The line of the menu to which the page belongs, where this city does not offer it today; null where it does. */
export const useNotOffered = (items: readonly NavigationItem[], offer: Offer): NavigationItem | null => {
  const page = useRouterState<AnyRouter, string>({ select: ({ matches }) => String(matches.at(-1)?.fullPath) });
  return items.find((item) => `${page}/`.startsWith(`${item.to}/`) && !isOffered(item, offer)) ?? null;
};

type NotOfferedProps = { readonly item: NavigationItem; readonly offer: Offer };

const Program = ({ item, offer }: NotOfferedProps) => {
  const found = offer.programs.find(({ program }) => program === item.program);
  if (found === undefined || found.state === "run") return null;
  const { name, state, startsOn } = found;
  return (
    <Card>
      <p>{programStateText(name, state)}</p>
      <DescriptionList
        items={[
          { term: "事業", detail: name },
          {
            term: "いまの状態",
            detail: <StatusBadge tone="neutral">{structureMessages.programStates[state]}</StatusBadge>,
          },
          { term: "始まる予定の日", detail: startsOn === null ? "まだ決まっていません" : dateText(startsOn) },
        ]}
      />
      <p>始まると、「{item.label}」がメニューに出ます。それまでは、新しい記録を作れません。</p>
    </Card>
  );
};

/** In place of a page that was opened by its address: the city does not run what it is for, and says how that stands (C-03). */
export const NotOfferedPage = ({ item, offer }: NotOfferedProps) => {
  const isProgram = item.module === undefined;
  const title = isProgram ? "この事業はまだ始まっていません" : "この市では使っていない画面です";
  return (
    <Stack>
      <PageTitle>{title}</PageTitle>
      <PageHeader
        title={title}
        lead={isProgram ? `「${item.label}」は、事業が始まってから使う画面です。` : `「${item.label}」の画面です。`}
      />
      {isProgram ? (
        <Program item={item} offer={offer} />
      ) : (
        <Card>
          <p>市が使うと決めると、「{item.label}」がメニューに出ます。</p>
        </Card>
      )}
      <div>
        <Link to="/" className={buttonStyle({ variant: "primary" })}>
          {usePortal().homeLabel}
        </Link>
      </div>
    </Stack>
  );
};
