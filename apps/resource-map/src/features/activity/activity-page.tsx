import { activityMessages } from "@tsunagari/messages";
import { Breadcrumbs, ChipLabel, ChipList, DescriptionList, NotificationBanner, StatusBadge } from "@tsunagari/ui";
import type { Activity, City } from "../../caller.ts";
import { areaText } from "./area-names.ts";
import { searchHref } from "./address.ts";
import { Contact } from "./contact.tsx";
import { dateText } from "../../date-text.ts";
import { eventOf, jsonForHtml } from "./json-ld.ts";
import { NextDates } from "./next-dates.tsx";

type ActivityPageProps = { readonly city: City; readonly activity: Activity; readonly origin: string };

const Lines = ({ lines }: { readonly lines: readonly (string | null)[] }) => (
  <div className="flex flex-col gap-1">
    {lines
      .filter((line) => line !== null && line !== "")
      .map((line) => (
        <p key={line} className="whitespace-pre-line">
          {line}
        </p>
      ))}
  </div>
);

const postcode = (code: string | null): string =>
  code === null ? "" : `〒${code.replace(/^(?<head>\d{3})-?(?<tail>\d{4})$/u, "$<head>-$<tail>")} `;

const Facts = ({ activity }: { readonly activity: Activity }) => {
  const { place, audiences } = activity;
  const items = [
    {
      term: activityMessages.fields.placeId,
      detail: (
        <Lines
          lines={[
            place.name,
            `${postcode(place.postalCode)}${place.address}`,
            place.directions,
            activity.areaNames.length === 0 ? null : `地域：${areaText(activity.areaNames)}`,
          ]}
        />
      ),
    },
    {
      term: "対象",
      detail: (
        <Lines lines={[audiences.map((each) => activityMessages.audiences[each]).join("、"), activity.audienceNote]} />
      ),
    },
    {
      term: activityMessages.fields.isFree,
      detail: <Lines lines={[activity.isFree ? "無料" : null, activity.feeNote]} />,
    },
    {
      term: activityMessages.fields.joinWay,
      detail: <Lines lines={[activityMessages.joinWays[activity.joinWay], activity.joinNote]} />,
    },
    {
      term: activityMessages.fields.accessibility,
      detail:
        activity.accessibility.length === 0 && activity.accessibilityNote === null ? null : (
          <div className="flex flex-col gap-2">
            {activity.accessibility.length === 0 ? null : (
              <ChipList
                label={activityMessages.fields.accessibility}
                items={activity.accessibility.map((flag) => activityMessages.accessibility[flag])}
              />
            )}
            <Lines lines={[activity.accessibilityNote]} />
          </div>
        ),
    },
  ];
  return <DescriptionList items={items} />;
};

const Freshness = ({ activity }: { readonly activity: Activity }) => (
  <p className="text-solid-gray-700">
    団体が内容を確かめた日：<span className="inline-block">{dateText(activity.verifiedOn)}</span>
  </p>
);

const Head = ({ city, activity }: Omit<ActivityPageProps, "origin">) => (
  <div className="flex flex-col gap-4">
    <div className="print:hidden">
      <Breadcrumbs
        links={[
          <a key="search" href={`/${city.slug}`}>
            活動をさがす
          </a>,
          <a key="category" href={searchHref(city.slug, { category: activity.category })}>
            {activityMessages.categories[activity.category]}
          </a>,
        ]}
        current={activity.title}
      />
    </div>
    <div className="flex flex-wrap items-center gap-2">
      <ChipLabel>{activityMessages.categories[activity.category]}</ChipLabel>
      {activity.isFree ? <StatusBadge tone="success">無料</StatusBadge> : null}
    </div>
    <div className="flex flex-col gap-1">
      {activity.titleKana === null ? null : <p className="text-solid-gray-700">{activity.titleKana}</p>}
      <h1 className="text-std-28B-150 sm:text-std-36B-140 print:text-std-28B-150">{activity.title}</h1>
    </div>
    <p className="max-w-prose text-std-18N-160 sm:text-std-20N-150">{activity.summary}</p>
    {activity.isStale ? (
      <NotificationBanner tone="warning" title={activityMessages.freshness.stale}>
        行く前に、日時や場所を問い合わせ先にお確かめください。
      </NotificationBanner>
    ) : null}
  </div>
);

const Organization = ({ activity: { organization } }: { readonly activity: Activity }) => (
  <section aria-labelledby="organization" className="flex flex-col gap-2 px-1 print:break-inside-avoid print:px-0">
    <h2 id="organization" className="text-std-18B-160">
      主催
    </h2>
    <p>{organization.name}</p>
    {organization.description === "" ? null : (
      <p className="whitespace-pre-line text-solid-gray-700">{organization.description}</p>
    )}
  </section>
);

/** All a person needs to go there; printed, it is one sheet. */
export const ActivityPage = ({ city, activity, origin }: ActivityPageProps) => {
  const event = eventOf({ city, activity, origin });
  return (
    <article className="mx-auto flex w-full max-w-6xl flex-col gap-8 px-4 py-6 sm:px-6 sm:py-10 print:gap-5 print:p-0">
      <Head city={city} activity={activity} />
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_22rem] lg:gap-12 print:grid-cols-[minmax(0,1fr)_13rem] print:gap-8">
        <div className="flex min-w-0 flex-col gap-8 print:gap-5">
          <NextDates activity={activity} />
          <section aria-labelledby="about" className="flex flex-col gap-3">
            <h2 id="about" className="text-std-22B-150">
              どんな活動ですか
            </h2>
            <p className="max-w-prose whitespace-pre-line text-std-17N-170">{activity.description}</p>
          </section>
          <section aria-labelledby="facts" className="flex flex-col gap-3">
            <h2 id="facts" className="text-std-22B-150">
              参加するには
            </h2>
            <Facts activity={activity} />
          </section>
        </div>
        <div className="flex flex-col gap-6 lg:sticky lg:top-6">
          <Contact activity={activity} />
          <Organization activity={activity} />
          <div className="px-1 print:px-0">
            <Freshness activity={activity} />
          </div>
        </div>
      </div>
      {event === null ? null : (
        // Data, not script; what could end the element is escaped.
        <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: jsonForHtml(event) }} />
      )}
    </article>
  );
};
