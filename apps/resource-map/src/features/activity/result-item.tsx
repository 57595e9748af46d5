import { activityMessages } from "@tsunagari/messages";
import { ChipLabel, StatusBadge } from "@tsunagari/ui";
import type { ReactNode } from "react";
import type { City, ListItem } from "../../caller.ts";
import { areaText } from "./area-names.ts";
import { activityHref } from "./address.ts";
import { AppointmentLeaf, CalendarLeaf, NoDateLeaf } from "./calendar-leaf.tsx";
import { dateText, timesText } from "../../date-text.ts";

const Fact = ({ term, children }: { readonly term: string; readonly children: ReactNode }) => (
  <div className="flex gap-3">
    <dt className="w-10 shrink-0 text-solid-gray-700">{term}</dt>
    <dd className="min-w-0">{children}</dd>
  </div>
);

const When = ({ item: { schedule, nextOn } }: { readonly item: ListItem }) => {
  if (schedule.kind === "byAppointment") return <>相談して決めます</>;
  return (
    <>
      {nextOn === null ? null : (
        <strong className="block font-bold">
          次は <span className="inline-block">{dateText(nextOn)}</span>{" "}
          <span className="inline-block">{timesText(schedule)}</span>
        </strong>
      )}
      毎週{activityMessages.weekdays[schedule.weekday]}
      {nextOn === null ? <span className="inline-block">{timesText(schedule)}</span> : null}
    </>
  );
};

const Where = ({ item }: { readonly item: ListItem }) => (
  <>
    {item.placeName}
    {item.areaNames.length === 0 ? null : <span className="text-solid-gray-700">（{areaText(item.areaNames)}）</span>}
  </>
);

const Title = ({ city, item }: { readonly city: City; readonly item: ListItem }) => (
  <div className="flex min-w-0 flex-col gap-2">
    <div className="flex flex-wrap items-center gap-2">
      <ChipLabel>{activityMessages.categories[item.category]}</ChipLabel>
      {item.isFree ? <StatusBadge tone="success">無料</StatusBadge> : null}
    </div>
    <h3 className="text-std-18B-160 sm:text-std-20B-150">
      <a
        href={activityHref(city.slug, item.id)}
        className="rounded-4 text-key-1000 underline underline-offset-4 visited:text-magenta-900 hover:decoration-3 focus-visible:bg-yellow-300"
      >
        {item.title}
      </a>
    </h3>
  </div>
);

const Facts = ({ item }: { readonly item: ListItem }) => (
  <dl className="flex flex-col gap-1">
    <Fact term="いつ">
      <When item={item} />
    </Fact>
    <Fact term="どこ">
      <Where item={item} />
    </Fact>
    <Fact term="だれ">{item.audiences.map((audience) => activityMessages.audiences[audience]).join("、")}</Fact>
  </dl>
);

const Leaf = ({ item: { schedule, nextOn } }: { readonly item: ListItem }) => {
  if (nextOn !== null) return <CalendarLeaf on={nextOn} />;
  return schedule.kind === "byAppointment" ? <AppointmentLeaf /> : <NoDateLeaf />;
};

/** One hit: what, when, where, for whom, and whether it costs. */
export const ResultItem = ({ city, item }: { readonly city: City; readonly item: ListItem }) => (
  <article className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-3 rounded-16 border border-solid-gray-300 bg-white p-5 sm:gap-x-6 sm:p-6 lg:grid-cols-[auto_minmax(0,1fr)_24rem] print:break-inside-avoid">
    <div className="sm:row-span-3 lg:row-span-2">
      <Leaf item={item} />
    </div>
    <Title city={city} item={item} />
    <div className="col-span-2 flex flex-col gap-3 sm:col-span-1 sm:col-start-2">
      {item.isStale ? (
        <div>
          <StatusBadge tone="warning">{activityMessages.freshness.stale}</StatusBadge>
        </div>
      ) : null}
      <p>{item.summary}</p>
      <p className="text-solid-gray-700">{item.organizationName}</p>
    </div>
    <div className="col-span-2 sm:col-span-1 sm:col-start-2 lg:col-start-3 lg:row-span-2 lg:row-start-1 lg:border-l lg:border-solid-gray-200 lg:pl-6">
      <Facts item={item} />
    </div>
  </article>
);
