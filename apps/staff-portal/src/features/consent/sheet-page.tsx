import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { consentMessages } from "@tsunagari/messages";
import { PageTitle } from "@tsunagari/portal";
import { Breadcrumbs, Button, PageHeader, Stack } from "@tsunagari/ui";
import type { ReactNode } from "react";
import { sheetOptions, type ConsentSheet } from "./queries.ts";
import { RubyText } from "./ruby-text.tsx";
import { RubyDay, SheetGrant, SheetRow } from "./sheet-grant.tsx";
import { inOrder } from "./wording.ts";

const { sheet, hints } = consentMessages;

const PersonName = ({ name, kana }: Pick<ConsentSheet, "name" | "kana">) => {
  if (name === null) return "—";
  return kana === null ? name : <RubyText text={`｜${name}《${kana}》`} />;
};

const Contacts = ({ contacts }: Pick<ConsentSheet, "contacts">) => (
  <dl className="text-std-20N-150">
    {contacts.map(({ name, departmentName }) => (
      <SheetRow key={`${departmentName ?? ""} ${name}`} term={sheet.staff}>
        {departmentName ?? ""} {name}
      </SheetRow>
    ))}
    <SheetRow term={sheet.phone}>
      {/* Written in by hand: which number a person calls is agreed with them. */}
      <span className="block min-h-10 border-b border-solid-gray-800" />
    </SheetRow>
  </dl>
);

const Part = ({ children }: { readonly children: ReactNode }) => (
  <section className="break-inside-avoid rounded-12 border-2 border-solid-gray-800 px-5 py-3">{children}</section>
);

const Paper = ({ data }: { readonly data: ConsentSheet }) => (
  <article
    lang="ja"
    className="mx-auto flex w-full max-w-[50rem] flex-col gap-6 rounded-12 border border-solid-gray-300 bg-white p-5 text-std-20N-150 sm:p-10 print:max-w-none print:border-0 print:p-0"
  >
    <h2 className="text-center text-std-24B-150">
      <RubyText text={sheet.title} />
    </h2>
    <dl>
      <SheetRow term={sheet.who}>
        <span className="text-std-24B-150">
          <PersonName name={data.name} kana={data.kana} />
        </span>{" "}
        さん
      </SheetRow>
    </dl>
    {data.grants.length === 0 ? (
      <p>
        <RubyText text={sheet.none} />
      </p>
    ) : (
      inOrder(data.grants).map((grant) => (
        <Part key={grant.id}>
          <SheetGrant grant={{ ...grant, recipients: grant.recipients.map(({ name }) => name ?? "—") }} />
        </Part>
      ))
    )}
    <section className="flex break-inside-avoid flex-col gap-2">
      <h3 className="text-std-22B-150">{sheet.stop}</h3>
      <p>
        <RubyText text={sheet.stopText} />
      </p>
    </section>
    <section className="flex break-inside-avoid flex-col gap-2">
      <h3 className="text-std-22B-150">
        <RubyText text={sheet.contact} />
        {data.cityName === null ? null : <span className="ml-4">{data.cityName}</span>}
      </h3>
      <Contacts contacts={data.contacts} />
    </section>
    <dl className="break-inside-avoid">
      <SheetRow term={sheet.signature}>
        <span className="block min-h-12 border-b border-solid-gray-800" />
      </SheetRow>
      <SheetRow term={sheet.printed}>
        <RubyDay on={data.printedOn} />
      </SheetRow>
    </dl>
  </article>
);

/** What the person takes home: large, with readings, on A4. */
export const ConsentSheetPage = ({ caseId, personId }: { readonly caseId: string; readonly personId: string }) => {
  const { data } = useSuspenseQuery(sheetOptions(personId));
  return (
    <Stack>
      <PageTitle>同意の確認書</PageTitle>
      <div className="print:hidden">
        <PageHeader
          title="同意の確認書"
          lead={hints.sheet}
          breadcrumbs={
            <Breadcrumbs
              links={[
                <Link key="consents" to="/cases/$caseId/consents" params={{ caseId }}>
                  同意
                </Link>,
              ]}
              current="同意の確認書"
            />
          }
          actions={
            <Button variant="primary" onClick={() => window.print()}>
              印刷する
            </Button>
          }
        />
      </div>
      <Paper data={data} />
    </Stack>
  );
};
