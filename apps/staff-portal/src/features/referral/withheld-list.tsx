import type { PacketField } from "@tsunagari/domain/referral";
import { referralMessages } from "@tsunagari/messages";
import { Icon } from "@tsunagari/ui";

export type Withheld = { readonly field: PacketField; readonly reason: string };

/** Fields that cannot be handed over now, those with the same reason together. */
export const WithheldList = ({ fields }: { readonly fields: readonly Withheld[] }) => {
  if (fields.length === 0) return null;
  const reasons = [...new Set(fields.map(({ reason }) => reason))];
  const namesOf = (reason: string): string =>
    fields
      .filter((one) => one.reason === reason)
      .map(({ field }) => referralMessages.packetFields[field])
      .join("、");
  return (
    <div className="flex gap-3 rounded-8 border border-solid-gray-300 bg-solid-gray-50 px-4 py-3">
      <Icon name="lock" className="mt-0.5 size-5 shrink-0 text-solid-gray-700" />
      <div className="flex min-w-0 flex-col gap-2">
        <p className="text-std-16B-170">いまは伝えられないこと</p>
        <ul className="flex flex-col gap-2">
          {reasons.map((reason) => (
            <li key={reason}>
              {namesOf(reason)}
              <span className="block text-solid-gray-700">{reason}</span>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
};
