import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { caseMessages } from "@tsunagari/messages";
import { announce, ConfirmAction, dateText, PageTitle, periodText, quietly, useSession } from "@tsunagari/portal";
import { Card, Disclosure, StatusBadge, Table, type TableColumn } from "@tsunagari/ui";
import { client, queryClient } from "../../client.ts";
import { AssignDialog } from "./assign-dialog.tsx";
import { caseOptions, type Assignment } from "./queries.ts";

const { actions, duties, effects, fields, questions } = caseMessages;

const EndAct = ({ assignment }: { readonly assignment: Assignment }) => {
  const { id } = useSession();
  const navigate = useNavigate();
  const isOwn = assignment.userId === id;
  return (
    <ConfirmAction
      ability={assignment.abilities.unassign}
      variant="secondary"
      isDangerous
      label={actions.unassign}
      title={isOwn ? `あなたの${questions.unassign}` : `${assignment.name ?? "この職員"}さんの${questions.unassign}`}
      effect={isOwn ? effects.unassignSelf : effects.unassign}
      send={async (requestId) => {
        const input = { requestId, assignmentId: assignment.id };
        if (!isOwn) return client.case.unassign.mutate(input);
        // Who ends their own duty may not open the page any more, so it is left before it would be read again.
        const result = await client.case.unassign.mutate(input, { context: quietly });
        await navigate({ to: "/cases" });
        await queryClient.invalidateQueries();
        return result;
      }}
      onDone={() => announce("担当を終えました")}
    />
  );
};

const nameColumn: TableColumn<Assignment> = {
  key: "name",
  header: fields.userId,
  isRowHeader: true,
  cell: (row) => (
    <>
      {row.name ?? "退職・異動した人"}
      <span className="block font-normal text-solid-gray-700 text-dns-16N-130">{row.departmentName}</span>
    </>
  ),
};

const dutyColumn: TableColumn<Assignment> = {
  key: "duty",
  header: fields.duty,
  isNarrow: true,
  cell: (row) => <StatusBadge tone={row.duty === "lead" ? "info" : "neutral"}>{duties[row.duty]}</StatusBadge>,
};

const currentColumns: readonly TableColumn<Assignment>[] = [
  nameColumn,
  dutyColumn,
  { key: "since", header: "いつから", cell: (row) => dateText(row.sinceOn) },
  { key: "end", header: "操作", cell: (row) => <EndAct assignment={row} /> },
];

const pastColumns: readonly TableColumn<Assignment>[] = [
  nameColumn,
  dutyColumn,
  {
    key: "period",
    header: "期間",
    cell: (row) =>
      row.lastOn !== null && row.lastOn < row.sinceOn
        ? `${dateText(row.sinceOn)}のうちに終了`
        : periodText(row.sinceOn, row.lastOn),
  },
];

/** 担当: who has and had a duty on the case. Who stands here reads all of it (D-33). */
export const TeamPage = ({ caseId }: { readonly caseId: string }) => {
  const { data } = useSuspenseQuery(caseOptions(caseId));
  const current = data.assignments.filter((row) => row.isInForce);
  const past = data.assignments.filter((row) => !row.isInForce);
  return (
    <Card
      title="担当"
      aside={<AssignDialog data={data} />}
      lead="ここに並ぶ職員が、このケースをすべて見られます。担当者と、担当部署の所属長が、加えたり終えたりできます。最後の一人は外せません。"
    >
      <PageTitle>{`${data.number} 担当`}</PageTitle>
      <Table caption="いまの担当者" isCaptionHidden columns={currentColumns} rows={current} rowKey={(row) => row.id} />
      {past.length === 0 ? null : (
        <Disclosure summary={`これまでの担当者（${past.length}名）`}>
          <Table
            caption="これまでの担当者"
            isCaptionHidden
            columns={pastColumns}
            rows={past}
            rowKey={(row) => row.id}
          />
        </Disclosure>
      )}
    </Card>
  );
};
