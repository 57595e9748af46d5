import { frequencyKinds, isCountedFrequency, type FrequencyKind } from "@tsunagari/domain/municipality";
import { structureMessages } from "@tsunagari/messages";
import type { FieldBinding } from "@tsunagari/portal";
import { Select, TextField } from "@tsunagari/ui";
import type { ChangeEvent } from "react";

type FrequencyFieldsProps = {
  readonly kind: FieldBinding;
  readonly times: FieldBinding;
  readonly chosen: FrequencyKind | "";
  /** A number typed for another kind would be sent unseen. */
  readonly clearTimes: () => void;
  /** The first entry, where nothing need be chosen. */
  readonly emptyLabel?: string;
};

/** How often; the number is asked for only where the kind counts. */
export const FrequencyFields = ({ kind, times, chosen, clearTimes, emptyLabel }: FrequencyFieldsProps) => (
  <>
    <Select
      {...kind}
      onChange={(event: ChangeEvent<HTMLSelectElement>) => {
        clearTimes();
        return kind.onChange(event);
      }}
      {...(emptyLabel === undefined ? {} : { emptyLabel })}
      requirement={emptyLabel === undefined ? "required" : "optional"}
      options={frequencyKinds.map((value) => ({ value, label: structureMessages.frequencyKinds[value] }))}
    />
    {chosen !== "" && isCountedFrequency(chosen) ? (
      <TextField {...times} requirement="required" width="short" inputMode="numeric" unit="回" />
    ) : null}
  </>
);
