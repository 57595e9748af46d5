import { Link } from "@tanstack/react-router";
import { PageTitle, ScreenHelp } from "@tsunagari/portal";
import { Breadcrumbs, Button, buttonStyle, PageHeader, Stack, Steps } from "@tsunagari/ui";
import type { ReactNode } from "react";

type FrameProps = {
  readonly caseId: string;
  /** The act, without a name: it stands in the browser's history. */
  readonly title: string;
  /** Whose consent it is about. */
  readonly name?: string;
  readonly isReviewing: boolean;
  readonly children: ReactNode;
};

/** The frame of a form that is written first and then read together with the person. */
export const ConsentFormFrame = ({ caseId, title, name, isReviewing, children }: FrameProps) => (
  <Stack>
    <PageTitle>{title}</PageTitle>
    <PageHeader
      title={name === undefined ? title : `${name}さんの${title}`}
      lead="だれに、何を、何のために伝えるかを書き、本人といっしょに読んで確かめてから記録します。"
      breadcrumbs={
        <Breadcrumbs
          links={[
            <Link key="list" to="/cases" search={{}}>
              ケース
            </Link>,
            <Link key="consents" to="/cases/$caseId/consents" params={{ caseId }}>
              同意
            </Link>,
          ]}
          current={title}
        />
      }
    />
    <ScreenHelp
      steps={[
        "伝える相手、伝える内容、目的、期間を選びます。相手は、団体や機関の名前で一つずつ選びます。",
        "書き終えて先へ進むと、本人に見せる文になります。いっしょに読んで、確かめます。",
        "本人の返事と、同意を得た方法を記録します。口頭のときは、立ち会った人か、いつ、どのようにを書きます。",
        "同意は、いつでも取りやめられます。その場で、相手は内容を見られなくなります。",
      ]}
    />
    <Steps steps={["内容を書く", "本人といっしょに確かめる"]} current={isReviewing ? 2 : 1} />
    {children}
  </Stack>
);

/** Beside the main button: from reading back to writing, from writing back to the consents. */
export const ConsentFormCancel = ({
  caseId,
  goBack,
}: {
  readonly caseId: string;
  readonly goBack: (() => void) | null;
}) =>
  goBack === null ? (
    <Link to="/cases/$caseId/consents" params={{ caseId }} className={buttonStyle({ variant: "text", size: "large" })}>
      やめる
    </Link>
  ) : (
    <Button size="large" onClick={goBack}>
      戻って直す
    </Button>
  );
