import { useSuspenseQuery } from "@tanstack/react-query";
import { municipalityMessages } from "@tsunagari/messages";
import { eraDateText } from "@tsunagari/portal";
import { Card, EmptyState, Stack, StatusBadge } from "@tsunagari/ui";
import { lastDayText } from "./dated-text.ts";
import { DayForm } from "./day-form.tsx";
import { AddDepartmentDialog, EndDepartmentDialog, RenameDepartmentDialog } from "./department-dialogs.tsx";
import { departmentsOptions, type Department, type Departments } from "./queries.ts";
import { ReadOnlyNote } from "./read-only-note.tsx";
import type { SectionSearch } from "./search.ts";

type NodeProps = { readonly row: Department; readonly all: readonly Department[]; readonly canChange: boolean };

const Node = ({ row, all, canChange }: NodeProps) => {
  const parts = all.filter(({ parentId }) => parentId === row.id);
  const successor = all.find(({ id }) => id === row.successorId);
  return (
    <li className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <div className="min-w-0">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            {row.name}
            {row.kind === "agency" ? (
              <StatusBadge tone="info">{municipalityMessages.departmentKinds.agency}</StatusBadge>
            ) : null}
            {row.untilOn === null ? null : <StatusBadge tone="warning">終わりの日が決まっています</StatusBadge>}
          </p>
          <p className="text-solid-gray-700 text-dns-16N-130">
            {eraDateText(row.sinceOn)}から
            {row.untilOn === null ? null : `${lastDayText(row.untilOn)}まで`}
            {successor === undefined ? null : `（${successor.name}が引き継ぎます）`}
          </p>
        </div>
        {canChange && row.untilOn === null ? (
          <div className="flex flex-wrap gap-2">
            <RenameDepartmentDialog row={row} />
            <EndDepartmentDialog row={row} all={all} />
          </div>
        ) : null}
      </div>
      {parts.length === 0 ? null : (
        <ul className="flex flex-col gap-4 border-l-4 border-solid-gray-200 pl-4 sm:pl-6">
          {parts.map((part) => (
            <Node key={part.id} row={part} all={all} canChange={canChange} />
          ))}
        </ul>
      )}
    </li>
  );
};

/** What has no parent on that day stands at the top, so that nothing is left out. */
const rootsOf = ({ departments }: Departments): readonly Department[] =>
  departments.filter(({ parentId }) => !departments.some(({ id }) => id === parentId));

/** The sections and agencies of a day as a tree, and how they change. */
export const DepartmentsPanel = ({ search }: { readonly search: SectionSearch }) => {
  const { data } = useSuspenseQuery(departmentsOptions(search.on));
  const canChange = data.abilities.addDepartment === true;
  const roots = rootsOf(data);
  return (
    <Stack>
      <ReadOnlyNote ability={data.abilities.addDepartment} />
      <DayForm section="departments" on={data.on} />
      <Card
        title={`部署と機関（${String(data.departments.length)}）`}
        aside={canChange ? <AddDepartmentDialog all={data.departments} /> : undefined}
      >
        {roots.length === 0 ? (
          <EmptyState title="この日には、まだ部署がありません">ほかの日を選んでください。</EmptyState>
        ) : (
          <ul className="flex flex-col gap-5">
            {roots.map((row) => (
              <Node key={row.id} row={row} all={data.departments} canChange={canChange} />
            ))}
          </ul>
        )}
      </Card>
    </Stack>
  );
};
