import { Link, useRouter, type ErrorComponentProps } from "@tanstack/react-router";
import { Button, buttonStyle, Card, LoadingState, PageHeader, Stack } from "@tsunagari/ui";
import type { ReactNode } from "react";
import { failureText } from "../client/failure-text.ts";
import { wireErrorOf } from "../client/wire-error.ts";
import { OutsideShell } from "./outside-shell.tsx";
import { PageTitle, usePortal } from "./portal.tsx";

const HomeLink = () => (
  <Link to="/" className={buttonStyle()}>
    {usePortal().homeLabel}
  </Link>
);

/** While a page is fetched; the router shows it only when it takes long enough to be noticed. */
export const RoutePending = () => <LoadingState label="ページを読み込んでいます" />;

/** There is no such page, or it may not be known that there is: the same words for both, and the way home or elsewhere. */
export const RouteNotFound = ({ home = <HomeLink /> }: { readonly home?: ReactNode }) => (
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

/** As the router asks for it: a component that takes nothing of ours. */
export const NoSuchPage = () => <RouteNotFound />;

/** A page that could not be shown: says why, and what helps. */
export const RouteError = ({ error, reset }: ErrorComponentProps) => {
  const router = useRouter();
  const failure = wireErrorOf(error);
  if (failure.kind === "not_found") return <RouteNotFound />;
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
            <Button
              variant="primary"
              onClick={() => {
                reset();
                void router.invalidate();
              }}
            >
              もう一度読み込む
            </Button>
          )}
          <HomeLink />
        </div>
      </Card>
    </Stack>
  );
};

/** When not even the session could be read: the same words, without the menu. */
export const OutsideError = (props: ErrorComponentProps) => (
  <OutsideShell>
    <RouteError {...props} />
  </OutsideShell>
);

/** There is no such page among those that open without a session. */
export const OutsideNotFound = () => (
  <OutsideShell>
    <RouteNotFound />
  </OutsideShell>
);
