import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { fiscalYearOf } from "@tsunagari/domain/kernel";
import { meetingMessages } from "@tsunagari/messages";
import { periodText, useSession } from "@tsunagari/portal";
import { buttonStyle, Card } from "@tsunagari/ui";
import { fiscalYearText } from "./looks.ts";
import { countOptions } from "./queries.ts";
import type { MeetingSearch } from "./search.ts";

const { fields, units } = meetingMessages;

const Figure = ({ label, value, unit }: { readonly label: string; readonly value: number; readonly unit: string }) => (
  <div className="flex flex-col">
    <dt className="text-solid-gray-700">{label}</dt>
    <dd>
      <span className="text-std-32B-150 tabular-nums">{value}</span>
      <span className="ml-1">{unit}</span>
    </dd>
  </div>
);

/** 回 and 件 of a fiscal year (D-06). */
export const CountCard = ({ search }: { readonly search: MeetingSearch }) => {
  const { today } = useSession();
  const thisYear = fiscalYearOf(today);
  const year = Math.min(search.year ?? thisYear, thisYear);
  const { data } = useSuspenseQuery(countOptions(year, today));
  const yearLink = (to: number) => (
    <Link
      to="/meetings"
      search={{ ...search, year: to === thisYear ? undefined : to }}
      resetScroll={false}
      className={buttonStyle({ variant: "text", size: "small" })}
    >
      {to}年度
    </Link>
  );
  return (
    <Card
      title={`${fiscalYearText(year)}の開催`}
      aside={
        <>
          {yearLink(year - 1)}
          {year < thisYear ? yearLink(year + 1) : null}
        </>
      }
    >
      <dl aria-live="polite" className="flex flex-wrap gap-x-12 gap-y-3">
        <Figure label={fields.meetings} value={data.meetings} unit={units.meetings} />
        <Figure label={fields.cases} value={data.cases} unit={units.cases} />
      </dl>
      <p className="text-solid-gray-700">
        {periodText(data.fromOn, data.toOn)}
        に開催した会議を、市全体で数えています。同じケースが何度かかかっても、1件と数えます。
      </p>
    </Card>
  );
};
