import { nextDates } from "@tsunagari/domain/activity";
import { activityMessages } from "@tsunagari/messages";
import { ChipLabel, ChipList, DescriptionList, StatusBadge } from "@tsunagari/ui";
import type { ReactNode } from "react";
import type { PublicContent } from "../client/common-client.ts";
import { dateText } from "../date-text.ts";
import { useSession } from "../frame/session.tsx";

type PreviewProps = { readonly content: PublicContent; readonly organizationName: string };

const Lines = ({ lines }: { readonly lines: readonly (string | null)[] }) => (
  <div className="flex flex-col gap-1">
    {lines
      .filter((line) => line !== null && line !== "")
      .map((line) => (
        <p key={line} className="break-words whitespace-pre-line">
          {line}
        </p>
      ))}
  </div>
);

const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section className="flex flex-col gap-2">
    <h4 className="text-std-18B-160">{title}</h4>
    {children}
  </section>
);

const Dates = ({ schedule }: Pick<PublicContent, "schedule">) => {
  const { today } = useSession();
  if (schedule.kind === "byAppointment") return <p>日時は、相談して決めます。まずはお問い合わせください。</p>;
  const [first, ...later] = nextDates(schedule, today, 6);
  const times = `${schedule.fromTime}〜${schedule.toTime}`;
  if (first === undefined) return <p>これからの開催日はありません。</p>;
  return (
    <>
      <p className="flex flex-col">
        <span className="text-solid-gray-700">次の開催</span>
        <strong className="text-std-20B-150">
          {dateText(first)} {times}
        </strong>
      </p>
      <p>
        毎週{activityMessages.weekdays[schedule.weekday]} {times}
      </p>
      <ul className="grid gap-x-8 sm:grid-cols-2">
        {later.map((on) => (
          <li key={on}>{dateText(on)}</li>
        ))}
      </ul>
    </>
  );
};

const Accessibility = ({ content }: { readonly content: PublicContent }) => (
  <div className="flex flex-col gap-2">
    <ChipList
      label={activityMessages.fields.accessibility}
      items={content.accessibility.map((flag) => activityMessages.accessibility[flag])}
    />
    <Lines lines={[content.accessibilityNote]} />
  </div>
);

const factsOf = (content: PublicContent) => {
  const { fields, audiences, joinWays } = activityMessages;
  const { place } = content;
  const areas = place === null || place.areaNames.length === 0 ? null : `地域：${place.areaNames.join("、")}`;
  return [
    { term: fields.placeId, detail: <Lines lines={[place?.name ?? null, place?.address ?? null, areas]} /> },
    {
      term: "対象",
      detail: <Lines lines={[content.audiences.map((each) => audiences[each]).join("、"), content.audienceNote]} />,
    },
    { term: fields.isFree, detail: <Lines lines={[content.isFree ? "無料" : null, content.feeNote]} /> },
    { term: fields.joinWay, detail: <Lines lines={[joinWays[content.joinWay], content.joinNote]} /> },
    {
      term: fields.accessibility,
      detail:
        content.accessibility.length === 0 && content.accessibilityNote === null ? null : (
          <Accessibility content={content} />
        ),
    },
    {
      term: "問い合わせ先",
      detail: (
        <Lines lines={[content.contactName, content.contactPhone, content.contactMail, content.contactWebsite]} />
      ),
    },
  ];
};

/** What residents will read, in the order of the public page. */
export const PublicPreview = ({ content, organizationName }: PreviewProps) => (
  <article
    aria-label="公開ページの見え方"
    className="flex flex-col gap-6 rounded-12 border border-solid-gray-300 bg-white p-4 sm:p-6"
  >
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <ChipLabel>{activityMessages.categories[content.category]}</ChipLabel>
        {content.isFree ? <StatusBadge tone="success">無料</StatusBadge> : null}
      </div>
      <div>
        {content.titleKana === null ? null : <p className="text-solid-gray-700">{content.titleKana}</p>}
        <h3 className="text-std-24B-150">{content.title}</h3>
      </div>
      <p className="max-w-prose text-std-18N-160">{content.summary}</p>
    </div>
    <div className="rounded-12 bg-canvas p-4 sm:p-5">
      <Part title={activityMessages.fields.schedule}>
        <Dates schedule={content.schedule} />
        {content.scheduleNote === null ? null : <p>{content.scheduleNote}</p>}
      </Part>
    </div>
    <Part title="どんな活動ですか">
      <p className="max-w-prose whitespace-pre-line">{content.description}</p>
    </Part>
    <Part title="参加するには">
      <DescriptionList items={factsOf(content)} />
    </Part>
    <Part title="主催">
      <p>{organizationName}</p>
    </Part>
  </article>
);
