import { useSuspenseQuery } from "@tanstack/react-query";
import { frequencyText, structureMessages } from "@tsunagari/messages";
import { Card, DescriptionList, EmptyState, Stack, StatusBadge, Table, type TableColumn } from "@tsunagari/ui";
import { AddBodyDialog, ChangeBodyDialog, EndBodyDialog, RenameBodyDialog } from "./body-dialogs.tsx";
import { AddMemberDialog, EndMemberDialog } from "./body-member-dialogs.tsx";
import { spanText } from "./dated-text.ts";
import { DayForm } from "./day-form.tsx";
import { bodiesOptions, departmentsOptions, type Body, type BodyMember, type Department } from "./queries.ts";
import { ReadOnlyNote } from "./read-only-note.tsx";
import type { SectionSearch } from "./search.ts";

const { legalBases, bodyHosts, memberSides, memberTiers } = structureMessages;

const columns: readonly TableColumn<BodyMember>[] = [
  { key: "name", header: "構成員", isRowHeader: true, cell: ({ name }) => name },
  { key: "side", header: "区分", isNarrow: true, cell: ({ side }) => memberSides[side] },
  { key: "tier", header: "級", isNarrow: true, cell: ({ tier }) => (tier === null ? "—" : memberTiers[tier]) },
  { key: "since", header: "いつから", cell: ({ sinceOn, untilOn }) => spanText(sinceOn, untilOn) },
];

const endColumn: TableColumn<BodyMember> = {
  key: "end",
  header: "操作",
  isNarrow: true,
  cell: (member) => (member.untilOn === null ? <EndMemberDialog member={member} /> : null),
};

const figuresText = ({ members, sides, tiers }: Body["figures"]): string =>
  [
    `${String(members)}の機関`,
    `行政${String(sides.administrative)}`,
    `相談支援機関など${String(sides.agency)}`,
    ...(sides.other === 0 ? [] : [`そのほか${String(sides.other)}`]),
    ...(tiers < 2 ? [] : [`${String(tiers)}つの級`]),
  ].join("・");

const Facts = ({ body, parent }: { readonly body: Body; readonly parent: string | undefined }) => (
  <DescriptionList
    isDense
    items={[
      { term: "法律上の位置づけ", detail: legalBases[body.legalBasis] },
      { term: "主催", detail: bodyHosts[body.host] },
      { term: "開く回数", detail: frequencyText(body.frequency) },
      { term: "いつから", detail: spanText(body.sinceOn, body.untilOn) },
      ...(parent === undefined ? [] : [{ term: "上の会議体", detail: parent }]),
      ...(body.formerNames.length === 0 ? [] : [{ term: "前の名前", detail: body.formerNames.join("、") }]),
      ...(body.members.length === 0 ? [] : [{ term: "構成", detail: figuresText(body.figures) }]),
    ]}
  />
);

type CardProps = {
  readonly body: Body;
  readonly parent: string | undefined;
  readonly departments: readonly Department[];
  readonly canChange: boolean;
};

const BodyCard = ({ body, parent, departments, canChange }: CardProps) => {
  const isOpen = canChange && body.untilOn === null;
  return (
    <Card
      title={body.name}
      aside={body.untilOn === null ? undefined : <StatusBadge tone="warning">終わりの日が決まっています</StatusBadge>}
      footer={
        isOpen ? (
          <div className="flex flex-wrap gap-2">
            <AddMemberDialog body={body} departments={departments} />
            <RenameBodyDialog body={body} />
            <ChangeBodyDialog body={body} />
            <EndBodyDialog body={body} />
          </div>
        ) : undefined
      }
    >
      <Facts body={body} parent={parent} />
      {body.members.length === 0 ? (
        <p>構成員は、まだ登録されていません。</p>
      ) : (
        <Table
          caption={`${body.name}の構成員`}
          isCaptionHidden
          rows={body.members}
          rowKey={({ id }) => id}
          columns={isOpen ? [...columns, endColumn] : columns}
        />
      )}
    </Card>
  );
};

/** The standing meetings of a day: legal basis, host, frequency and who sits in them (C-02, C-22). */
export const BodiesPanel = ({ search }: { readonly search: SectionSearch }) => {
  const { data } = useSuspenseQuery(bodiesOptions(search.on));
  const { data: organization } = useSuspenseQuery(departmentsOptions());
  const canChange = data.abilities.addMeetingBody === true;
  return (
    <Stack>
      <ReadOnlyNote ability={data.abilities.addMeetingBody} />
      <DayForm section="bodies" on={data.on} />
      {data.bodies.length === 0 ? (
        <EmptyState title="この日には、会議体がありません">会議体を加えるか、ほかの日を選んでください。</EmptyState>
      ) : null}
      {data.bodies.map((body) => (
        <BodyCard
          key={body.id}
          body={body}
          parent={data.bodies.find(({ id }) => id === body.parentId)?.name}
          departments={organization.departments}
          canChange={canChange}
        />
      ))}
      {canChange ? (
        <div>
          <AddBodyDialog bodies={data.bodies} />
        </div>
      ) : null}
    </Stack>
  );
};
