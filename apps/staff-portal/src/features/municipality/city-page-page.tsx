import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { pageBlocks, PublishPage, type CityPageKind } from "@tsunagari/domain/municipality";
import { cityPageMessages, defaultPageText, municipalityMessages } from "@tsunagari/messages";
import {
  announce,
  CommandFormShell,
  ConfirmAction,
  eraDateText,
  FormDateField,
  instantText,
  PageTitle,
  useCommandForm,
  useSession,
} from "@tsunagari/portal";
import {
  Breadcrumbs,
  buttonStyle,
  Card,
  Disclosure,
  PageHeader,
  Prose,
  Stack,
  StatusBadge,
  TextArea,
} from "@tsunagari/ui";
import { client, drafts } from "../../client.ts";
import { pageOptions, pageVersionsOptions, type PageVersion } from "./queries.ts";
import { ReadOnlyNote } from "./read-only-note.tsx";
import { sections } from "./sections.ts";

const { titles, leads } = cityPageMessages;
const { effects } = municipalityMessages;

const MarkupHelp = () => (
  <Disclosure summary="見出しや表の書きかた">
    <ul className="flex flex-col gap-1">
      <li>「## 」で始めると大きい見出し、「### 」で始めると小さい見出しになります。</li>
      <li>「- 」で始めると点のついた並び、「1. 」で始めると番号のついた並びになります。</li>
      <li>空の行をはさむと、段落が分かれます。</li>
      <li>「**」ではさむと強調になります。</li>
      <li>リンクは [文字](https://…) と書きます。メールは mailto:、電話は tel: で始めます。</li>
      <li>表は「| 項目 | 内容 |」のように書き、2行目に「| --- | --- |」を入れます。</li>
    </ul>
  </Disclosure>
);

type EditorProps = { readonly kind: CityPageKind; readonly body: string; readonly version: number };

const Editor = ({ kind, body, version }: EditorProps) => {
  const { today } = useSession();
  const form = useCommandForm({
    schema: PublishPage,
    defaultValues: { kind, body, sinceOn: today, version },
    send: (input) => client.municipality.publishPage.mutate(input),
    onDone: () => announce(`「${titles[kind]}」の文を変えました`),
    draft: { api: drafts, form: "cityPage", subject: kind },
  });
  return (
    <>
      <Card title="文を書く" lead={effects.publishPage}>
        <CommandFormShell form={form} submitLabel="この文にする">
          <MarkupHelp />
          <TextArea {...form.field("body", "文")} requirement="required" rows={18} />
          <FormDateField
            form={form}
            name="sinceOn"
            label="いつから"
            requirement="required"
            support="今日か、先の日を選べます。"
          />
        </CommandFormShell>
      </Card>
      <Card title="公開ページでの見え方" lead="書いている途中の文が、そのまま映ります。まだ公開されていません。">
        <Prose blocks={pageBlocks(form.form.watch("body"))} raise={1} />
      </Card>
    </>
  );
};

type VersionProps = { readonly page: PageVersion; readonly isCurrent: boolean };

const Version = ({ page, isCurrent }: VersionProps) => (
  <li className="flex flex-col gap-1 border-t border-solid-gray-200 pt-3 first:border-t-0 first:pt-0">
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span className="font-bold">{`第${String(page.version)}版`}</span>
      {`${eraDateText(page.sinceOn)}から`}
      {isCurrent ? <StatusBadge tone="success">今の文</StatusBadge> : null}
    </p>
    <p className="text-solid-gray-700">{`${instantText(page.publishedAt)}　${page.by ?? ""}`}</p>
    {page.body === null ? (
      <p>はじめの文に戻しました。</p>
    ) : (
      <Disclosure summary="この版の文を読む">
        <Prose blocks={pageBlocks(page.body)} raise={1} />
      </Disclosure>
    )}
  </li>
);

type RestoreProps = { readonly kind: CityPageKind; readonly version: number };

const Restore = ({ kind, version }: RestoreProps) => {
  const { city, today } = useSession();
  return (
    <Card title="はじめの文に戻す" lead={effects.restorePage}>
      <div>
        <ConfirmAction
          ability
          variant="secondary"
          label="はじめの文に戻す"
          title={`「${titles[kind]}」をはじめの文に戻しますか`}
          effect={
            <>
              <p>{effects.restorePage}</p>
              <Disclosure summary="はじめの文を読む">
                <Prose blocks={pageBlocks(defaultPageText(kind, city.name))} raise={2} />
              </Disclosure>
            </>
          }
          isDangerous
          send={(requestId) => client.municipality.restorePage.mutate({ kind, sinceOn: today, version, requestId })}
          onDone={() => announce("はじめの文に戻しました")}
        />
      </div>
    </Card>
  );
};

const Header = ({ kind, isOwn }: { readonly kind: CityPageKind; readonly isOwn: boolean }) => {
  const { city } = useSession();
  return (
    <PageHeader
      title={titles[kind]}
      lead={`${leads[kind]}公開サイトと、両方のポータルに載ります。`}
      status={<StatusBadge tone={isOwn ? "success" : "warning"}>{isOwn ? "市の文" : "はじめの文のまま"}</StatusBadge>}
      breadcrumbs={
        <Breadcrumbs
          links={[
            <Link key="settings" to="/settings">
              設定
            </Link>,
            <Link key="pages" to="/settings/$section" params={{ section: "pages" }}>
              {sections.pages.title}
            </Link>,
          ]}
          current={titles[kind]}
        />
      }
      actions={
        <Link to="/pages/$kind" params={{ kind }} className={buttonStyle({})}>
          {`${city.name}のページとして読む`}
        </Link>
      }
    />
  );
};

/** One page of the city: its text with a preview, and every text it has had. */
export const CityPagePage = ({ kind }: { readonly kind: CityPageKind }) => {
  const { data: page } = useSuspenseQuery(pageOptions(kind));
  const { data } = useSuspenseQuery(pageVersionsOptions(kind));
  const { publishPage, restorePage } = data.abilities;
  return (
    <Stack>
      <PageTitle>{titles[kind]}</PageTitle>
      <Header kind={kind} isOwn={page.isOwn} />
      <ReadOnlyNote ability={publishPage} />
      {publishPage === true ? (
        <Editor key={data.version} kind={kind} body={data.versions[0]?.body ?? page.body} version={data.version} />
      ) : (
        <Card>
          <Prose blocks={pageBlocks(page.body)} raise={1} />
        </Card>
      )}
      {restorePage === true && page.isOwn ? <Restore kind={kind} version={data.version} /> : null}
      <Card title="これまでの文">
        {data.versions.length === 0 ? (
          <p>市の文は、まだありません。</p>
        ) : (
          <ol className="flex flex-col gap-4">
            {data.versions.map((one) => (
              <Version key={one.id} page={one} isCurrent={one.version === data.currentVersion} />
            ))}
          </ol>
        )}
      </Card>
    </Stack>
  );
};
