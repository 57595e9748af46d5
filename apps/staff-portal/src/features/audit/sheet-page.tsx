import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { auditMessages } from "@tsunagari/messages";
import { dateText, instantText, PageTitle, timeText, useSession } from "@tsunagari/portal";
import { Button, ButtonRow, buttonStyle } from "@tsunagari/ui";
import { whatOf, whoOf } from "./entry-text.ts";
import { mergeEntries, type MergedEntry } from "./merge-entries.ts";
import { sheetOptions, type AccessEntry } from "./queries.ts";
import type { SheetSearch } from "./search.ts";

const { fields } = auditMessages;

const whenOf = ({ entry, firstAt, count }: MergedEntry): string => {
  if (count === 1) return instantText(entry.at);
  const [from, to] = [timeText(firstAt), timeText(entry.at)];
  return from === to ? instantText(firstAt) : `${instantText(firstAt)}から${to}まで`;
};

const Rows = ({ items }: { readonly items: readonly AccessEntry[] }) => (
  <table className="w-full table-fixed border-collapse text-left sm:table-auto">
    <caption className="sr-only">{auditMessages.title}</caption>
    <thead>
      <tr>
        {[fields.at, fields.who, fields.what].map((header) => (
          <th key={header} scope="col" className="border-b-2 border-solid-gray-800 py-2 pr-4">
            {header}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {mergeEntries(items).map((merged) => (
        <tr key={merged.entry.id} className="break-inside-avoid">
          <td className="border-b border-solid-gray-300 py-2 pr-4 align-top">{whenOf(merged)}</td>
          <td className="border-b border-solid-gray-300 py-2 pr-4 align-top">
            {whoOf(merged.entry)}
            {merged.entry.belongsTo === null ? null : <span className="block">{merged.entry.belongsTo}</span>}
          </td>
          <td className="border-b border-solid-gray-300 py-2 align-top">
            {whatOf(merged.entry)}
            {merged.count === 1 ? "" : `（${merged.count}回）`}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

const Tools = ({ caseId, search }: { readonly caseId: string; readonly search: SheetSearch }) => (
  <ButtonRow className="print:hidden">
    <Button variant="primary" onClick={() => window.print()}>
      印刷する
    </Button>
    <Link to="/cases/$caseId/access" params={{ caseId }} search={search} className={buttonStyle({})}>
      一覧に戻る
    </Link>
  </ButtonRow>
);

const periodOf = (from: string | null, to: string | null): string => {
  if (from === null && to === null) return "これまでのすべて";
  return `${from === null ? "はじめ" : dateText(from)}から${to === null ? "印刷した日" : dateText(to)}まで`;
};

type Props = { readonly caseId: string; readonly personId: string; readonly search: SheetSearch };

/** The same list on paper, in large type, to be handed to the person. */
export const SheetPage = ({ caseId, personId, search }: Props) => {
  const { data } = useSuspenseQuery(sheetOptions(personId, search));
  const { city, department } = useSession();
  return (
    <div className="flex flex-col gap-6">
      <PageTitle>渡す用紙</PageTitle>
      <Tools caseId={caseId} search={search} />
      <article className="flex flex-col gap-5 rounded-12 border border-solid-gray-300 bg-white p-5 text-std-18N-160 sm:p-10 print:border-0 print:p-0">
        <header className="flex flex-col gap-2">
          <p>{data.name === null ? "" : `${data.name} 様`}</p>
          <h2 className="text-std-24B-150">あなたの情報を見た人の記録</h2>
          <p>
            {city.name}
            {department === null ? "" : `　${department.name}`}　／　印刷した日：{dateText(data.printedOn)}
          </p>
          <p>期間：{periodOf(data.fromOn, data.toOn)}</p>
        </header>
        <p>
          相談のためにお聞きした、あなたの情報を、だれがいつ見たり書いたりしたかの記録です。記録は、書き換えることも消すこともできません。
        </p>
        {data.items.length === 0 ? <p>{auditMessages.empty}</p> : <Rows items={data.items} />}
        <p>全部で{data.items.length}件。わからないことや、気になることがあるときは、担当者にお話しください。</p>
      </article>
    </div>
  );
};
