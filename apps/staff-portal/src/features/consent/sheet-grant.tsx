import type { DataGroup } from "@tsunagari/domain/case";
import type { ConsentForm, ConsentGiver, ConsentPurpose, RepresentativeCapacity } from "@tsunagari/domain/consent";
import { consentMessages } from "@tsunagari/messages";
import type { ReactNode } from "react";
import { RubyText } from "./ruby-text.tsx";

const { sheet, capacities } = consentMessages;

/** A consent in the words of the person it is about. */
export type SheetGrantView = {
  readonly purpose: ConsentPurpose;
  readonly recipients: readonly string[];
  readonly dataGroups: readonly DataGroup[];
  readonly givenOn: string;
  readonly lastOn: string;
  readonly form: ConsentForm;
  readonly givenBy: ConsentGiver;
  readonly representative: { readonly name: string; readonly capacity: RepresentativeCapacity } | null;
};

/** 「2027年3月31日」 with readings. */
export const RubyDay = ({ on }: { readonly on: string }) => {
  const [year, month, day] = on.split("-").map(Number);
  return (
    <span className="whitespace-nowrap">
      {year}
      <RubyText text={sheet.year} />
      {month}
      <RubyText text={sheet.month} />
      {day}
      <RubyText text={sheet.day} />
    </span>
  );
};

export const SheetRow = ({ term, children }: { readonly term: string; readonly children: ReactNode }) => (
  <div className="grid gap-x-6 gap-y-1 border-b border-solid-gray-300 py-3 last:border-b-0 sm:grid-cols-[11rem_1fr] print:grid-cols-[11rem_1fr]">
    <dt className="font-bold">
      <RubyText text={term} />
    </dt>
    <dd className="min-w-0">{children}</dd>
  </div>
);

const Lines = ({ children }: { readonly children: readonly ReactNode[] }) => (
  <ul className="flex flex-col gap-1">
    {children.map((line, index) => (
      // A fixed list, in its order.
      <li key={index}>{line}</li>
    ))}
  </ul>
);

const How = ({ grant }: { readonly grant: SheetGrantView }) => (
  <>
    <RubyDay on={grant.givenOn} />、
    <RubyText text={sheet.givers[grant.givenBy]} />
    {grant.representative === null ? null : (
      <>
        （{grant.representative.name}、{capacities[grant.representative.capacity]}）
      </>
    )}
    、<RubyText text={sheet.forms[grant.form]} />
  </>
);

/** Why, what, to whom, until when, how: the same on the paper and before a consent is recorded. */
export const SheetGrant = ({ grant }: { readonly grant: SheetGrantView }) => (
  <dl className="flex flex-col text-std-20N-150">
    <SheetRow term={sheet.why}>
      <span className="font-bold">
        <RubyText text={sheet.purposes[grant.purpose]} />
      </span>
    </SheetRow>
    <SheetRow term={sheet.what}>
      {grant.purpose === "support" ? (
        <RubyText text={sheet.talk} />
      ) : (
        <Lines>
          {grant.dataGroups.map((group) => (
            <RubyText key={group} text={sheet.groups[group]} />
          ))}
        </Lines>
      )}
    </SheetRow>
    <SheetRow term={sheet.whom}>
      {grant.purpose === "support" ? <RubyText text={sheet.onlyTeam} /> : <Lines>{grant.recipients}</Lines>}
    </SheetRow>
    <SheetRow term={sheet.until}>
      <RubyDay on={grant.lastOn} />
      <RubyText text={sheet.untilDay} />
    </SheetRow>
    <SheetRow term={sheet.how}>
      <How grant={grant} />
    </SheetRow>
  </dl>
);
