import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { organizationMessages } from "@tsunagari/messages";
import { AsOfForm, eraDateText, useSession } from "@tsunagari/portal";
import { buttonStyle, Card, Disclosure } from "@tsunagari/ui";
import { traitCountsOptions } from "./queries.ts";
import type { OrganizationSearch } from "./search.ts";

const { traits } = organizationMessages;

const DayChoice = ({ search, on }: { readonly search: OrganizationSearch; readonly on: string }) => {
  const { today } = useSession();
  const navigate = useNavigate();
  return (
    <AsOfForm
      key={on}
      label="いつ時点"
      submitLabel="この日で数える"
      on={on}
      onApply={(next) =>
        void navigate({
          to: "/organizations",
          search: { ...search, on: next === today ? undefined : next },
          resetScroll: false,
        })
      }
      back={
        on === today ? null : (
          <Link
            to="/organizations"
            search={{ ...search, on: undefined }}
            resetScroll={false}
            className={buttonStyle({ variant: "text" })}
          >
            今日に戻す
          </Link>
        )
      }
    />
  );
};

/** How many organizations the plan counts on a day (G-10, G-12); where nobody had counted yet there is no number (D-18). */
export const TraitCounts = ({ search }: { readonly search: OrganizationSearch }) => {
  const { today } = useSession();
  const on = search.on ?? today;
  const { data } = useSuspenseQuery(traitCountsOptions(on));
  return (
    <Card title="計画で数える団体" id="counts" lead={`${eraDateText(on)}時点の数です。`}>
      <div aria-live="polite">
        <dl className="flex flex-col gap-x-10 gap-y-3 sm:flex-row sm:flex-wrap">
          {data.traits.map(({ trait, organizations }) => (
            <div key={trait} className="flex flex-wrap items-baseline gap-x-4">
              <dt className="text-solid-gray-700">{traits[trait]}</dt>
              <dd>
                {organizations === null ? (
                  "—（この日までに記録がありません）"
                ) : (
                  <span className="text-std-18B-160 tabular-nums">{`${String(organizations)}団体`}</span>
                )}
              </dd>
            </div>
          ))}
        </dl>
      </div>
      <Disclosure summary="ほかの日の数を見る" isOpen={on !== today}>
        <DayChoice search={search} on={on} />
      </Disclosure>
    </Card>
  );
};
