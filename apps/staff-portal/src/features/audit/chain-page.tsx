import { useSuspenseQuery } from "@tanstack/react-query";
import { auditMessages } from "@tsunagari/messages";
import { instantText, PageTitle } from "@tsunagari/portal";
import { Card, DescriptionList, NotificationBanner, PageHeader, Stack, StatusBadge } from "@tsunagari/ui";
import { chainOptions, type Chain } from "./queries.ts";

const { chain: words, problems } = auditMessages;
const lateMs = 10 * 60_000;

const entries = (count: number): string => `${count.toLocaleString("ja-JP")}件`;

/** The first thing to know: whether the last check found anything. */
const Verdict = ({ check }: { readonly check: Chain["check"] }) => {
  if (check === null) {
    return (
      <NotificationBanner tone="info" title={words.unchecked}>
        {words.checkedSoon}
      </NotificationBanner>
    );
  }
  if (check.problem === null) return <NotificationBanner tone="success" title={words.intact} />;
  return (
    <NotificationBanner tone="error" title={words.broken}>
      <p>
        {problems[check.problem]}
        {check.problemNo === null ? "" : `（番号 ${check.problemNo}）`}
      </p>
      <p>{words.report}</p>
    </NotificationBanner>
  );
};

const isLate = ({ now, waitingSince }: Chain): boolean =>
  waitingSince !== null && Date.parse(now) - Date.parse(waitingSince) > lateMs;

const Result = ({ check }: { readonly check: Chain["check"] }) => {
  if (check === null) return null;
  return check.problem === null ? (
    <StatusBadge tone="success">合っている</StatusBadge>
  ) : (
    <StatusBadge tone="danger">合わない</StatusBadge>
  );
};

const checkText = (check: Chain["check"]): string | null =>
  check && `${instantText(check.at)}（記録${entries(check.sealed)}、署名${entries(check.checkpoints)}）`;

const checkpointText = (checkpoint: Chain["checkpoint"]): string | null =>
  checkpoint && `${instantText(checkpoint.at)}（${entries(checkpoint.chainNo)}目まで、鍵 ${checkpoint.keyId}）`;

/** How the chain over the log stands; for who answers for it. Nobody can change anything here. */
export const ChainPage = () => {
  const { data } = useSuspenseQuery(chainOptions);
  const { fields } = words;
  return (
    <Stack>
      <PageTitle>{words.title}</PageTitle>
      <PageHeader title={words.title} lead={words.lead} />
      <Verdict check={data.check} />
      {isLate(data) ? (
        <NotificationBanner tone="warning" title={words.late}>
          {words.lateBody}
        </NotificationBanner>
      ) : null}
      <Card title="いまの状態" id="state">
        <DescriptionList
          items={[
            { term: fields.result, detail: <Result check={data.check} /> },
            { term: fields.check, detail: checkText(data.check) },
            { term: fields.sealed, detail: entries(data.sealed) },
            { term: fields.lastSealedAt, detail: data.lastSealedAt && instantText(data.lastSealedAt) },
            { term: fields.waiting, detail: entries(data.waiting) },
            { term: fields.checkpoint, detail: checkpointText(data.checkpoint) },
          ]}
        />
      </Card>
      <Card title="記録の鎖とは" id="about">
        <p className="max-w-prose">{words.about}</p>
      </Card>
    </Stack>
  );
};
