import { useSuspenseQuery } from "@tanstack/react-query";
import { organizationMessages } from "@tsunagari/messages";
import { dateText, unavailableReason } from "@tsunagari/portal";
import { Card, Table, type TableColumn } from "@tsunagari/ui";
import { membersOptions, type Member, type Platform } from "./queries.ts";

const columns: readonly TableColumn<Member>[] = [
  { key: "name", header: organizationMessages.fields.name, isRowHeader: true, cell: (row) => row.organizationName },
  { key: "kind", header: "種別", cell: (row) => organizationMessages.kinds[row.kind] },
  { key: "since", header: "参加した日", isNarrow: true, cell: (row) => dateText(row.sinceOn) },
];

const Members = ({ platformId }: { readonly platformId: string }) => {
  const { data: members } = useSuspenseQuery(membersOptions(platformId));
  return (
    <>
      <p>
        <span className="text-std-18B-160 tabular-nums">{members.total}</span>団体
      </p>
      <Table
        caption="参加団体"
        isCaptionHidden
        columns={columns}
        rows={members.items}
        rowKey={(row) => row.organizationId}
      />
    </>
  );
};

/** The names of the members are for the members; others read how many there are. */
export const MembersCard = ({ platform }: { readonly platform: Platform }) => (
  <Card title="参加団体" lead="名前は、参加団体どうしだけが見られます。">
    {platform.abilities.listMembers === true ? (
      <Members platformId={platform.id} />
    ) : (
      <p>
        <span className="text-std-18B-160 tabular-nums">{platform.memberCount}</span>団体が参加しています。
        {unavailableReason(platform.abilities.listMembers)}
      </p>
    )}
  </Card>
);
