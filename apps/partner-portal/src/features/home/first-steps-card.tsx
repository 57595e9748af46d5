import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Card, Icon, linkStyle } from "@tsunagari/ui";
import type { ReactNode } from "react";
import { activitiesOptions, organizationOptions, platformsOptions } from "./queries.ts";

type StepProps = { readonly isDone: boolean; readonly title: ReactNode; readonly children: string };

const Step = ({ isDone, title, children }: StepProps) => (
  <li className="flex gap-3">
    <Icon
      name={isDone ? "success" : "chevronRight"}
      className={isDone ? "mt-0.5 size-6 text-success-2" : "mt-0.5 size-6 text-key-900"}
    />
    <div className="flex flex-col gap-1">
      <span className="flex flex-wrap gap-x-2 text-std-16B-170">
        {title}
        {isDone ? <span className="text-solid-gray-700">（できています）</span> : null}
      </span>
      <span className="text-solid-gray-700">{children}</span>
    </div>
  </li>
);

/** The way in for an organization that has nothing here yet. */
export const FirstStepsCard = ({ organizationId }: { readonly organizationId: string }) => {
  const { data: organization } = useSuspenseQuery(organizationOptions(organizationId));
  const { data: activities } = useSuspenseQuery(activitiesOptions(organizationId));
  const { data: platforms } = useSuspenseQuery(platformsOptions);
  return (
    <Card title="はじめの一歩" lead="ようこそ。次の順に進めると、活動が地域の人に届きます。">
      <ol className="flex flex-col gap-4">
        <Step
          isDone={organization.description !== "" && organization.places.length > 0}
          title={
            <Link to="/organization" className={linkStyle}>
              団体の情報を確かめる
            </Link>
          }
        >
          紹介の文と、活動する場所があるかを見てください。
        </Step>
        <Step
          isDone={activities.total > 0}
          title={
            <Link to="/activities" className={linkStyle}>
              活動をのせる
            </Link>
          }
        >
          下書きを書いて市に出すと、確認のあと、だれでも見られるページに出ます。
        </Step>
        <Step
          isDone={platforms.some(({ membership }) => membership?.status === "active")}
          title={
            <Link to="/platforms" className={linkStyle}>
              地域のプラットフォームに参加する
            </Link>
          }
        >
          同じ地域の団体や市とつながる集まりです。
        </Step>
        <Step isDone={organization.permissionState === "inForce"} title="つなぎの依頼を受ける">
          人の受け入れをお願いする依頼です。受けてみたいときは、市の地域福祉の担当にお知らせください。
        </Step>
      </ol>
    </Card>
  );
};
