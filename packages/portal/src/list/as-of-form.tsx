import { DateField as CivilDateField } from "@tsunagari/domain/kernel";
import { fieldText } from "@tsunagari/messages";
import { Button, ButtonRow, DateField, Form } from "@tsunagari/ui";
import { useState, type ReactNode } from "react";

type AsOfFormProps = {
  readonly label: string;
  readonly submitLabel: string;
  readonly on: string;
  readonly onApply: (on: string) => void;
  /** A link back to today, where another day is shown. */
  readonly back: ReactNode;
};

/** Asks for a day; only a day that exists is applied. Give it `key={on}`, so that it follows the address. */
export const AsOfForm = ({ label, submitLabel, on, onApply, back }: AsOfFormProps) => {
  const [typed, setTyped] = useState(on);
  const [error, setError] = useState<string | undefined>(undefined);
  const apply = () => {
    const date = CivilDateField.safeParse(typed);
    setError(date.success ? undefined : fieldText(date.error.issues[0]?.message ?? "not_a_date"));
    if (date.success) onApply(date.data);
  };
  return (
    <Form
      className="gap-4 sm:flex-row sm:flex-wrap sm:items-end print:hidden"
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      <DateField label={label} value={typed} onChange={setTyped} error={error} />
      <ButtonRow className="sm:items-center">
        <Button type="submit">{submitLabel}</Button>
        {back}
      </ButtonRow>
    </Form>
  );
};
