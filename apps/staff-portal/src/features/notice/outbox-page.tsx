import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { mailStates } from "@tsunagari/domain/notice";
import { noticeMessages } from "@tsunagari/messages";
import { announce, ConfirmAction, FilterForm, instantText, PageTitle, QueryTable } from "@tsunagari/portal";
import {
  buttonStyle,
  Disclosure,
  NotificationBanner,
  PageHeader,
  Select,
  Stack,
  StatusBadge,
  type StatusTone,
  type TableColumn,
} from "@tsunagari/ui";
import { client } from "../../client.ts";
import { outboxOptions, type Mail } from "./queries.ts";
import { OutboxSearch } from "./search.ts";

const { mailStates: stateNames, mailFailures, actions } = noticeMessages;
const title = "メールの送信";

const Text = ({ mail }: { readonly mail: Mail }) =>
  mail.body === null ? (
    <span className="text-solid-gray-700">本文は消去しました</span>
  ) : (
    <>
      <span className="text-std-16B-170">{mail.subject}</span>
      <div className="font-normal">
        <Disclosure summary="本文を見る">
          <p className="whitespace-pre-line break-all">{mail.body}</p>
          {mail.isLinkHidden ? (
            <p className="text-solid-gray-700">リンクの続きは、本人のメールにだけ書かれます。</p>
          ) : null}
        </Disclosure>
      </div>
    </>
  );

const tones: Readonly<Record<Mail["state"], StatusTone>> = { waiting: "info", sent: "success", failed: "danger" };

const State = ({ mail }: { readonly mail: Mail }) => (
  <div className="flex flex-col items-start gap-1">
    <StatusBadge tone={tones[mail.state]}>{stateNames[mail.state]}</StatusBadge>
    {mail.sentAt === null ? null : <span>{instantText(mail.sentAt)}</span>}
    {mail.state === "sent" || mail.failure === null ? null : <span>{mailFailures[mail.failure]}</span>}
    {mail.state === "waiting" && mail.attempts > 0 ? <span>{mail.attempts}回試しました</span> : null}
    {mail.nextAttemptAt === null ? null : <span>次は{instantText(mail.nextAttemptAt)}</span>}
    {mail.state === "failed" ? (
      <ConfirmAction
        ability={mail.abilities.retryMail}
        label={actions.retryMail}
        variant="secondary"
        title="このメールを、もう一度送りますか"
        effect="送信待ちに戻ります。まもなく、もう一度送られます。"
        send={(requestId) => client.notice.retryMail.mutate({ requestId, mailId: mail.id })}
        onDone={() => announce("送信待ちに戻しました")}
      />
    ) : null}
  </div>
);

const columns: readonly TableColumn<Mail>[] = [
  { key: "subject", header: "件名と本文", isRowHeader: true, cell: (mail) => <Text mail={mail} /> },
  {
    key: "recipient",
    header: "あて先",
    cell: (row) => (
      <>
        {row.recipient ?? "—"}
        <span className="block text-solid-gray-700 text-dns-16N-130">
          {row.portal === "partner" ? "団体の利用者" : "市の職員"}
        </span>
      </>
    ),
  },
  { key: "queuedAt", header: "用意した日時", cell: (row) => instantText(row.queuedAt) },
  { key: "state", header: "状態", cell: (mail) => <State mail={mail} /> },
];

const Filters = ({ search }: { readonly search: OutboxSearch }) => {
  const navigate = useNavigate();
  return (
    <FilterForm
      label="メールをさがす"
      state={search.state ?? ""}
      onApply={(values) => void navigate({ to: "/outbox", search: OutboxSearch.parse(values) })}
      clear={
        search.state === undefined ? null : (
          <Link to="/outbox" search={{}} className={buttonStyle({ variant: "text" })}>
            条件を消す
          </Link>
        )
      }
    >
      <Select
        label="状態"
        name="state"
        emptyLabel="すべて"
        width="full"
        defaultValue={search.state}
        options={mailStates.map((value) => ({ value, label: stateNames[value] }))}
      />
    </FilterForm>
  );
};

/** The mail that goes out, whole, so that anybody can see that nothing of a resident is in it. */
export const OutboxPage = ({ search }: { readonly search: OutboxSearch }) => {
  const { data } = useSuspenseQuery(outboxOptions(search));
  return (
    <Stack>
      <PageTitle>{title}</PageTitle>
      <PageHeader
        title={title}
        lead="お知らせや招待のメールが、送られたかどうかを確かめます。新しいものから並びます。本文は、送ってから30日で消えます。"
      />
      {data.isNobodySending ? (
        <NotificationBanner tone="warning" title="1時間以上、送られていないメールがあります">
          メールサーバーが設定されていないか、止まっています。デモでは、メールはここに並ぶだけで、送られません。
        </NotificationBanner>
      ) : null}
      <NotificationBanner tone="info" title="メールに、住民の個人情報は書かれていません">
        書かれるのは、何があったかと、サインインする場所だけです。あて先は、団体か部署の名前だけをここに出しています。
      </NotificationBanner>
      <QueryTable
        caption={title}
        counter="通"
        rows={data.items}
        rowKey={(row) => row.id}
        columns={columns}
        total={data.total}
        page={search.page ?? 1}
        filters={<Filters search={search} />}
        empty={{ title: "メールはありません", body: "お知らせが出ると、同じ内容のメールがここに並びます。" }}
        link={(page, props) => <Link to="/outbox" search={{ ...search, page }} {...props} />}
      />
    </Stack>
  );
};
