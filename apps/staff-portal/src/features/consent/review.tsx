import { lastDayOf } from "@tsunagari/domain/kernel";
import { untilOf, type GiveConsent } from "@tsunagari/domain/consent";
import { consentMessages } from "@tsunagari/messages";
import { Card } from "@tsunagari/ui";
import { useEffect, useRef } from "react";
import { SheetGrant, type SheetGrantView } from "./sheet-grant.tsx";

type Shown = {
  readonly recipients: readonly string[];
  /** How long a consent lasts that names no last day. */
  readonly months: number;
};

/** What was written, in the words of the sheet. */
export const viewOf = (
  terms: Omit<GiveConsent, "personId" | "requestId">,
  { recipients, months }: Shown,
): SheetGrantView => ({
  purpose: terms.purpose,
  recipients,
  dataGroups: terms.dataGroups,
  givenOn: terms.givenOn,
  lastOn: lastDayOf(untilOf(terms.givenOn, terms.lastOn, months)),
  form: terms.form,
  givenBy: terms.givenBy,
  representative:
    terms.representativeName === null || terms.representativeCapacity === null
      ? null
      : { name: terms.representativeName, capacity: terms.representativeCapacity },
});

/** Read together with the person before anything is stored. It takes the focus, so that it is read from its head. */
export const Review = ({ name, view }: { readonly name: string; readonly view: SheetGrantView }) => {
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    head.current?.focus();
    head.current?.scrollIntoView({ block: "start" });
  }, []);
  return (
    <Card>
      <h2 ref={head} tabIndex={-1} className="scroll-mt-24 text-std-20B-150">
        {name}さんと、いっしょに読んでください
      </h2>
      <p className="max-w-prose text-solid-gray-700">{consentMessages.hints.review}</p>
      <SheetGrant grant={view} />
    </Card>
  );
};
