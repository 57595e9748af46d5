import { meetingMessages } from "@tsunagari/messages";
import { eraDateText, instantText } from "@tsunagari/portal";
import { StatusBadge } from "@tsunagari/ui";
import type { ReactNode } from "react";
import type { Decision } from "./queries.ts";

const { decisions, inForce, opens } = meetingMessages;

const Force = ({ decision }: { readonly decision: Decision }) => {
  if (decision.isInForce) return <StatusBadge tone="success">{inForce.yes}</StatusBadge>;
  return <StatusBadge tone="quiet">{decision.reversedAt === null ? inForce.no : inForce.reversed}</StatusBadge>;
};

/** What a meeting decided, whether it still holds, and what it opens. */
export const DecisionBlock = ({
  decision,
  about,
  children,
}: {
  readonly decision: Decision;
  /** Whom it is about, where the place does not say so. */
  readonly about?: ReactNode;
  readonly children?: ReactNode;
}) => (
  <div className="flex flex-col gap-3 rounded-8 border border-solid-gray-300 bg-canvas p-4 sm:p-5">
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <p className="text-std-17B-170">
        {about === undefined ? null : <>{about}：</>}
        {decisions[decision.kind]}
      </p>
      <Force decision={decision} />
    </div>
    {decision.note === null ? null : <p className="max-w-prose whitespace-pre-line">{decision.note}</p>}
    {decision.isInForce ? <p className="max-w-prose text-solid-gray-800">{opens[decision.kind]}</p> : null}
    <p className="text-solid-gray-700">
      {eraDateText(decision.decidedOn)}に決定
      {decision.recordedBy === null ? "" : `（記録：${decision.recordedBy}）`}
    </p>
    {decision.reversedAt === null ? null : (
      <div className="border-t border-solid-gray-300 pt-3">
        <p className="text-std-16B-170">{instantText(decision.reversedAt)}に取り消し</p>
        <p className="max-w-prose whitespace-pre-line">{decision.reversalReason}</p>
      </div>
    )}
    {children}
  </div>
);
