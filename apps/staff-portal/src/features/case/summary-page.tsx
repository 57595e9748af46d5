import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { caseMessages, retentionMessages } from "@tsunagari/messages";
import { AbilityButton, eraDateText, PageTitle } from "@tsunagari/portal";
import { buttonStyle, Card, ChipList, Columns, DescriptionList, StatusBadge } from "@tsunagari/ui";
import { urgencyTones } from "./looks.ts";
import { caseOptions, type SupportCase } from "./queries.ts";
import { ReadersCard } from "./readers.tsx";
import { StatusCard } from "./status-card.tsx";

const { fields, personFields } = caseMessages;

const EditLink = ({ data }: { readonly data: SupportCase }) =>
  data.abilities.updateIntake === true ? (
    <Link to="/cases/$caseId/intake" params={{ caseId: data.id }} className={buttonStyle({ size: "small" })}>
      {caseMessages.actions.updateIntake}
    </Link>
  ) : (
    <AbilityButton size="small" ability={data.abilities.updateIntake}>
      {caseMessages.actions.updateIntake}
    </AbilityButton>
  );

const IntakeCard = ({ data }: { readonly data: SupportCase }) => {
  const wish = data.members.find((member) => member.isSubject)?.data.wishes.wishes ?? null;
  const origin = [caseMessages.sources[data.source], data.sourceDepartmentName].filter(Boolean).join("・");
  const issues = data.lifeIssues.map((issue) => caseMessages.lifeIssues[issue]);
  const urgency = <StatusBadge tone={urgencyTones[data.urgency]}>{caseMessages.urgencies[data.urgency]}</StatusBadge>;
  const end =
    data.closedOn === null || data.closeReason === null
      ? []
      : [
          {
            term: "終結",
            detail: `${eraDateText(data.closedOn)}　${caseMessages.closeReasons[data.closeReason]}`,
          },
        ];
  return (
    <Card title="相談の内容" aside={<EditLink data={data} />}>
      <DescriptionList
        items={[
          {
            term: fields.summary,
            detail: <p className="whitespace-pre-wrap">{data.summary ?? retentionMessages.erased}</p>,
          },
          { term: personFields.wishes, detail: wish && <p className="whitespace-pre-wrap">{wish}</p> },
          { term: fields.lifeIssues, detail: <ChipList label={fields.lifeIssues} items={issues} /> },
          { term: fields.urgency, detail: urgency },
          { term: fields.receivedOn, detail: eraDateText(data.receivedOn) },
          { term: fields.source, detail: origin },
          ...end,
        ]}
      />
    </Card>
  );
};

/** 概要: where the case stands, what it is about, and who may see it. */
export const SummaryPage = ({ caseId }: { readonly caseId: string }) => {
  const { data } = useSuspenseQuery(caseOptions(caseId));
  return (
    <Columns aside={<ReadersCard data={data} />}>
      <PageTitle>{`${data.number} 概要`}</PageTitle>
      <StatusCard data={data} />
      <IntakeCard data={data} />
    </Columns>
  );
};
