import { useSuspenseQuery } from "@tanstack/react-query";
import { caseMessages } from "@tsunagari/messages";
import { instantText, PageTitle } from "@tsunagari/portal";
import { Card, Timeline } from "@tsunagari/ui";
import { caseOptions } from "./queries.ts";
import { ReadersLine } from "./readers.tsx";

const strong = ["opened", "assessmentBegun", "planningBegun", "closed"];

/** 経過: what happened on the case, newest first. */
export const HistoryPage = ({ caseId }: { readonly caseId: string }) => {
  const { data } = useSuspenseQuery(caseOptions(caseId));
  return (
    <Card title="経過" lead="このケースで行ったことの記録です。新しいものから並びます。">
      <PageTitle>{`${data.number} 経過`}</PageTitle>
      <ReadersLine data={data} />
      <Timeline
        label="経過"
        items={data.history.map((event) => ({
          key: event.id,
          at: instantText(event.at),
          title: caseMessages.events[event.kind],
          body: (
            <>
              <p className="text-solid-gray-700">{event.by ?? "自動の処理"}</p>
              {event.note ? <p className="whitespace-pre-wrap">{event.note}</p> : null}
            </>
          ),
          tone: strong.includes(event.kind) ? "strong" : "plain",
        }))}
      />
    </Card>
  );
};
