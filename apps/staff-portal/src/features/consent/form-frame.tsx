import { Link } from "@tanstack/react-router";
import { PageTitle } from "@tsunagari/portal";
import { Breadcrumbs, PageHeader, Stack, Steps } from "@tsunagari/ui";
import type { ReactNode } from "react";

type FrameProps = {
  readonly caseId: string;
  readonly title: string;
  readonly lead?: ReactNode;
  readonly isReviewing: boolean;
  readonly children: ReactNode;
};

/** The frame of a form that is written first and then read together with the person. */
export const ConsentFormFrame = ({ caseId, title, lead, isReviewing, children }: FrameProps) => (
  <Stack>
    <PageTitle>{title}</PageTitle>
    <PageHeader
      title={title}
      lead={lead}
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
