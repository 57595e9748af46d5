import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { caseMessages } from "@tsunagari/messages";
import { dueText, shortDateText, useSession } from "@tsunagari/portal";
import { buttonStyle, Card, EmptyState, itemLinkStyle, linkStyle, StatusBadge } from "@tsunagari/ui";
import { caseTasksOptions, type WaitingCase } from "./queries.ts";

const Tasks = ({ row }: { readonly row: WaitingCase }) => {
  const { today } = useSession();
  return (
    <ul className="flex flex-col gap-1">
      {row.tasks.map((task) => {
        const due = task.on === null ? null : dueText(task.on, today);
        return (
          <li key={`${task.kind}-${task.on ?? ""}`} className="flex flex-wrap items-center gap-x-2 gap-y-1">
            {caseMessages.tasks[task.kind]}
            {task.on === null || due === null ? null : (
              <>
                ：{shortDateText(task.on)} <StatusBadge tone={due.tone}>{due.text}</StatusBadge>
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
};

const Row = ({ row }: { readonly row: WaitingCase }) => (
  <li className="grid gap-x-6 gap-y-1 border-b border-solid-gray-200 py-3 last:border-b-0 md:grid-cols-[14rem_1fr]">
    <div>
      <span className="flex flex-wrap items-center gap-x-3">
        <Link to="/cases/$caseId" params={{ caseId: row.id }} className={itemLinkStyle}>
          {row.number}
        </Link>
        {row.urgency === "normal" ? null : (
          <StatusBadge tone={row.urgency === "urgent" ? "danger" : "warning"}>
            {caseMessages.urgencies[row.urgency]}
          </StatusBadge>
        )}
      </span>
      <p className="text-solid-gray-700 text-dns-16N-130">
        {row.lifeIssues
          .slice(0, 2)
          .map((issue) => caseMessages.lifeIssues[issue])
          .join("・")}
        {row.lifeIssues.length > 2 ? " ほか" : ""}
      </p>
    </div>
    <div className="self-center">
      <Tasks row={row} />
    </div>
  </li>
);

/** Own cases that wait for a step. Names stand in the cases alone, so that the first page may be open on a desk. */
export const MyCases = () => {
  const { data } = useSuspenseQuery(caseTasksOptions);
  if (data.total === 0)
    return (
      <EmptyState
        icon="success"
        title="いま、次の一歩を待っているケースはありません"
        action={
          <Link to="/cases" className={buttonStyle({})}>
            ケースの一覧を見る
          </Link>
        }
      >
        {data.openCases === 0
          ? "相談を受け付けるか、担当に加えられると、することがここに並びます。"
          : `担当している${data.openCases}件のケースは、どれも順調です。`}
      </EmptyState>
    );
  return (
    <Card
      title={`次の一歩を待っているケース（${data.total}件）`}
      footer={
        <Link to="/cases" className={linkStyle}>
          {data.total > data.items.length ? `ほか${data.total - data.items.length}件を含む、` : ""}ケースの一覧を見る
        </Link>
      }
    >
      <ul>
        {data.items.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </ul>
    </Card>
  );
};
