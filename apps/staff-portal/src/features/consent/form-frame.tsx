import { Link } from "@tanstack/react-router";
import { PageTitle } from "@tsunagari/portal";
import { Breadcrumbs, PageHeader, Stack, Steps } from "@tsunagari/ui";
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
    <Steps steps={["内容を書く", "本人といっしょに確かめる"]} current={isReviewing ? 2 : 1} />
    {children}
  </Stack>
);
