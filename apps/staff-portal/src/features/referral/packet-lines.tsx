import type { PacketField } from "@tsunagari/domain/referral";
import { referralMessages } from "@tsunagari/messages";
import { dateText } from "@tsunagari/portal";
import { DescriptionList } from "@tsunagari/ui";

export type PacketLine = { readonly field: PacketField; readonly step: 1 | 2; readonly text: string };

/** The lines of a packet with the labels the partner reads. */
export const PacketLines = ({ lines }: { readonly lines: readonly PacketLine[] }) => (
  <DescriptionList
    isDense
    items={lines.map(({ field, text }) => ({
      term: referralMessages.packetFields[field],
      detail: <span className="whitespace-pre-line">{field === "birthOn" ? dateText(text) : text}</span>,
    }))}
  />
);

export const fieldNames = (lines: readonly PacketLine[]): string =>
  lines.map(({ field }) => referralMessages.packetFields[field]).join("、");
