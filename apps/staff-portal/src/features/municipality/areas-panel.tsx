import { useSuspenseQuery } from "@tanstack/react-query";
import { Card, EmptyState, Stack, StatusBadge } from "@tsunagari/ui";
import {
  AddAreaDialog,
  AddSchemeDialog,
  ChangeSchemeDialog,
  EndAreaDialog,
  RenameAreaDialog,
} from "./area-dialogs.tsx";
import { lastDayText } from "./dated-text.ts";
import { DayForm } from "./day-form.tsx";
import { areasOptions, type Area, type AreaScheme } from "./queries.ts";
import { ReadOnlyNote } from "./read-only-note.tsx";
import type { SectionSearch } from "./search.ts";

type ItemProps = { readonly area: Area; readonly within: string | undefined; readonly canChange: boolean };

const AreaItem = ({ area, within, canChange }: ItemProps) => (
  <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t border-solid-gray-200 pt-3 first:border-t-0 first:pt-0">
    <div className="min-w-0">
      <p>{area.name}</p>
      {within === undefined ? null : <p className="text-solid-gray-700">{within}の中</p>}
      {area.untilOn === null ? null : <StatusBadge tone="warning">{`${lastDayText(area.untilOn)}まで`}</StatusBadge>}
    </div>
    {canChange && area.untilOn === null ? (
      <div className="flex flex-wrap gap-2">
        <RenameAreaDialog area={area} />
        <EndAreaDialog area={area} />
      </div>
    ) : null}
  </li>
);

type SchemeProps = {
  readonly scheme: AreaScheme;
  readonly schemes: readonly AreaScheme[];
  readonly canChange: boolean;
};

const SchemeCard = ({ scheme, schemes, canChange }: SchemeProps) => {
  const all = schemes.flatMap(({ areas }) => areas);
  const layer = scheme.tier === null ? "" : `第${String(scheme.tier)}層・`;
  return (
    <Card
      title={`${scheme.name}（${layer}${String(scheme.areas.length)}か所）`}
      aside={
        canChange ? (
          <div className="flex flex-wrap gap-2">
            <ChangeSchemeDialog scheme={scheme} />
            <AddAreaDialog scheme={scheme} schemes={schemes} />
          </div>
        ) : undefined
      }
      lead={
        scheme.isDisclosable
          ? "つなぎを受け入れる前の団体に、住んでいる地域として伝えられる区分です。伝えるかどうかは、つなぎごとに選びます。"
          : "受け入れる前の団体には、伝えない区分です。"
      }
    >
      {scheme.areas.length === 0 ? (
        <p>この日には、圏域がありません。</p>
      ) : (
        <ul className="flex flex-col gap-3">
          {scheme.areas.map((area) => (
            <AreaItem
              key={area.id}
              area={area}
              within={all.find(({ id }) => id === area.parentId)?.name}
              canChange={canChange}
            />
          ))}
        </ul>
      )}
    </Card>
  );
};

/** The city's areas of a day by scheme; names may be given later (D-40). */
export const AreasPanel = ({ search }: { readonly search: SectionSearch }) => {
  const { data } = useSuspenseQuery(areasOptions(search.on));
  const canChange = data.abilities.addArea === true;
  return (
    <Stack>
      <ReadOnlyNote ability={data.abilities.addArea} />
      <DayForm section="areas" on={data.on} />
      {data.schemes.length === 0 ? (
        <EmptyState title="圏域の種類がまだありません">
          「日常生活圏域」などの種類を加えてから、圏域を加えます。
        </EmptyState>
      ) : null}
      {data.schemes.map((scheme) => (
        <SchemeCard key={scheme.id} scheme={scheme} schemes={data.schemes} canChange={canChange} />
      ))}
      {canChange ? (
        <div>
          <AddSchemeDialog />
        </div>
      ) : null}
    </Stack>
  );
};
