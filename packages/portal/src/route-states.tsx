import { Button, buttonStyle, Card, LoadingState, PageHeader, Stack } from "@tsunagari/ui";
import type { ReactNode } from "react";
import { PageTitle } from "./page-title.tsx";
import { failureText } from "./failure-text.ts";
import { wireErrorOf } from "./wire-error.ts";

/** While a page is fetched; the router shows it only when it takes long enough to be noticed. */
export const RoutePending = () => <LoadingState label="ページを読み込んでいます" />;

/** There is no such page, or it may not be known that there is: the same words for both. */
export const RouteNotFound = ({ home }: { readonly home: ReactNode }) => (
  <Stack>
    <PageTitle>ページが見つかりません</PageTitle>
    <PageHeader title="ページが見つかりません" lead="さがしているページは、ここにはありません。" />
    <Card>
      <p>
        アドレスが変わったか、公開が終わったか、あなたの権限では見られないページです。アドレスを確かめるか、メニューから探してください。
      </p>
      <div>{home}</div>
    </Card>
  </Stack>
);

export type RouteErrorProps = { readonly error: unknown; readonly reset: () => void; readonly home: ReactNode };

/** A page that could not be shown: says why, and what helps. */
export const RouteError = ({ error, reset, home }: RouteErrorProps) => {
  const failure = wireErrorOf(error);
  if (failure.kind === "not_found") return <RouteNotFound home={home} />;
  const isRefused = failure.kind === "forbidden";
  const title = isRefused ? "この画面は見られません" : "表示できませんでした";
  return (
    <Stack>
      <PageTitle>{title}</PageTitle>
      <PageHeader
        title={title}
        lead={isRefused ? "見るための権限がありません。" : "読み込みの途中で、うまくいかないことがありました。"}
      />
      <Card>
        <p>{failureText(failure)}</p>
        {failure.requestId === "" ? null : (
          <p className="text-solid-gray-700">お問い合わせの際は、この番号をお伝えください：{failure.requestId}</p>
        )}
        <div className="flex flex-wrap gap-3">
          {isRefused ? null : (
            <Button variant="primary" onClick={reset}>
              もう一度読み込む
            </Button>
          )}
          {home}
        </div>
      </Card>
    </Stack>
  );
};

/** The look of the link home on those pages. */
export const homeLinkStyle = buttonStyle({ variant: "secondary" });
