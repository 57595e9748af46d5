import { useSuspenseQuery } from "@tanstack/react-query";
import { caseSources, caseUrgencies } from "@tsunagari/domain/case";
import { caseMessages } from "@tsunagari/messages";
import type { FieldBinding } from "@tsunagari/portal";
import { CheckboxGroup, ErrorText, RadioGroup, RequirementBadge, Select, TextArea } from "@tsunagari/ui";
import { lifeIssueGroups } from "./looks.ts";
import { departmentsOptions } from "./queries.ts";

const { fields, hints } = caseMessages;

/** Who brought the case. */
export const SourceField = ({ binding }: { readonly binding: FieldBinding }) => (
  <RadioGroup
    {...binding}
    requirement="required"
    layout="row"
    options={caseSources.map((value) => ({ value, label: caseMessages.sources[value] }))}
  />
);

/** The section or agency it came from. */
export const SourceDepartmentField = ({ binding }: { readonly binding: FieldBinding }) => {
  const { data } = useSuspenseQuery(departmentsOptions);
  return (
    <Select
      {...binding}
      requirement="optional"
      emptyLabel="選ばない"
      width="long"
      support="窓口や支援機関から来た相談のときに選びます。"
      options={data.departments.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
};

/** The issues of the household, by subject; several may hold at once. */
export const LifeIssuesField = ({ binding }: { readonly binding: FieldBinding }) => {
  const { id, label, error, ...registered } = binding;
  return (
    <fieldset
      className="flex min-w-0 flex-col gap-6"
      aria-describedby={error === undefined ? undefined : `${id}-error`}
    >
      <legend className="float-left w-full text-std-18B-160">
        {label}
        <span className="ml-3">
          <RequirementBadge requirement="required" />
        </span>
      </legend>
      <p className="clear-both -mt-3 text-solid-gray-700">当てはまるものをすべて選びます。あとから直せます。</p>
      {error === undefined ? null : <ErrorText id={`${id}-error`}>{error}</ErrorText>}
      {lifeIssueGroups.map(({ group, title, issues }, index) => (
        <CheckboxGroup
          {...registered}
          key={group}
          id={index === 0 ? id : `${id}-${group}`}
          label={title}
          layout="row"
          options={issues.map((value) => ({ value, label: caseMessages.lifeIssues[value] }))}
        />
      ))}
    </fieldset>
  );
};

/** What it is about, in words. */
export const SummaryField = ({ binding }: { readonly binding: FieldBinding }) => (
  <TextArea {...binding} requirement="required" support={hints.summary} rows={6} limit={4000} />
);

/** How fast the next step must come. */
export const UrgencyField = ({ binding }: { readonly binding: FieldBinding }) => (
  <RadioGroup
    {...binding}
    requirement="required"
    options={caseUrgencies.map((value) => ({
      value,
      label: caseMessages.urgencies[value],
      description: caseMessages.urgencyNotes[value],
    }))}
  />
);

export const intakeLabels = {
  source: fields.source,
  sourceDepartmentId: fields.sourceDepartmentId,
  receivedOn: fields.receivedOn,
  lifeIssues: fields.lifeIssues,
  urgency: fields.urgency,
  summary: fields.summary,
} as const;
