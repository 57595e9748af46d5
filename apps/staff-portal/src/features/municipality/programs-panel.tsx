import { useSuspenseQuery } from "@tanstack/react-query";
import { structureMessages } from "@tsunagari/messages";
import { Card, DescriptionList, Disclosure, Stack, StatusBadge, type StatusTone } from "@tsunagari/ui";
import { spanText } from "./dated-text.ts";
import { DayForm } from "./day-form.tsx";
import { ProgramDialog } from "./program-dialog.tsx";
import { departmentsOptions, programsOptions, type Department, type Program, type ProgramPeriod } from "./queries.ts";
import { ReadOnlyNote } from "./read-only-note.tsx";
import type { SectionSearch } from "./search.ts";

const { programStates, programStatuses, deliveryModes } = structureMessages;

const tones: Record<Program["state"], StatusTone> = {
  run: "success",
  underStudy: "neutral",
  preparing: "info",
  ended: "quiet",
};

const modesText = ({ modes }: ProgramPeriod): string =>
  modes.length === 0 ? "決まっていません" : modes.map((mode) => deliveryModes[mode]).join("、");

const carriersText = ({ departments }: ProgramPeriod): string =>
  departments.length === 0 ? "決まっていません" : departments.map(({ name }) => name).join("、");

const Current = ({ period }: { readonly period: ProgramPeriod }) => (
  <DescriptionList
    isDense
    items={[
      { term: "いつから", detail: spanText(period.sinceOn, period.untilOn) },
      { term: "実施方式", detail: modesText(period) },
      { term: "担当する部署・機関", detail: carriersText(period) },
      { term: "対象", detail: period.target },
    ]}
  />
);

const Course = ({ periods }: Pick<Program, "periods">) => (
  <Disclosure summary="これまでと、これからの予定">
    <ol className="flex flex-col gap-2">
      {periods.map((period) => (
        <li key={period.id}>
          <span className="font-bold">{programStatuses[period.status]}</span>
          {`　${spanText(period.sinceOn, period.untilOn)}`}
          <span className="block text-solid-gray-700">{`${modesText(period)}・${carriersText(period)}`}</span>
        </li>
      ))}
    </ol>
  </Disclosure>
);

type CardProps = {
  readonly program: Program;
  readonly departments: readonly Department[];
  readonly canChange: boolean;
};

const ProgramCard = ({ program, departments, canChange }: CardProps) => (
  <Card
    title={program.name}
    aside={
      <span className="flex flex-wrap items-center gap-3">
        <StatusBadge tone={tones[program.state]}>{programStates[program.state]}</StatusBadge>
        {canChange ? <ProgramDialog program={program} departments={departments} /> : null}
      </span>
    }
  >
    {program.current === null ? (
      <p>この日の状態は、まだ決められていません。検討中として扱います。</p>
    ) : (
      <Current period={program.current} />
    )}
    {program.periods.length > 1 ? <Course periods={program.periods} /> : null}
  </Card>
);

/** How each program stands on a day, and how it stood and will stand (C-03, C-04). */
export const ProgramsPanel = ({ search }: { readonly search: SectionSearch }) => {
  const { data } = useSuspenseQuery(programsOptions(search.on));
  const { data: organization } = useSuspenseQuery(departmentsOptions());
  const { setProgram } = data.abilities;
  return (
    <Stack>
      <ReadOnlyNote ability={setProgram} />
      <DayForm section="programs" on={data.on} />
      {data.programs.map((program) => (
        <ProgramCard
          key={program.program}
          program={program}
          departments={organization.departments}
          canChange={setProgram === true}
        />
      ))}
    </Stack>
  );
};
