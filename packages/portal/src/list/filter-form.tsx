import { Button, ButtonRow, Form } from "@tsunagari/ui";
import type { ReactNode } from "react";

export type FilterFormProps = {
  /** What is searched, for screen readers. */
  readonly label: string;
  /** Fields with `name` and `defaultValue`, the default from the address. */
  readonly children: ReactNode;
  /** The filled fields by name; the page puts them into the address. */
  readonly onApply: (values: Readonly<Record<string, string>>) => void;
  /** A link that takes all conditions away; shown only where there are some. */
  readonly clear?: ReactNode;
  /** Changes when the address does, so that the fields follow the browser's way back. */
  readonly state: string;
};

const filledFields = (form: HTMLFormElement): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...new FormData(form)].flatMap(([name, value]) => {
      const text = typeof value === "string" ? value.trim() : "";
      return text === "" ? [] : [[name, text]];
    }),
  );

/** The conditions above a list. They are applied by a button, so that nobody loses his place while choosing. */
export const FilterForm = ({ label, children, onApply, clear, state }: FilterFormProps) => (
  <search key={state} aria-label={label} className="block rounded-12 border border-solid-gray-200 bg-white p-4 sm:p-5">
    <Form
      className="gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        onApply(filledFields(event.currentTarget));
      }}
    >
      <div className="grid items-end gap-x-6 gap-y-4 sm:grid-cols-2 xl:grid-cols-3">{children}</div>
      <ButtonRow className="sm:items-center">
        <Button type="submit" variant="primary" icon="search">
          さがす
        </Button>
        {clear}
      </ButtonRow>
    </Form>
  </search>
);
