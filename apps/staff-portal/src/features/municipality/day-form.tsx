import { Link, useNavigate } from "@tanstack/react-router";
import { DateField as CivilDateField } from "@tsunagari/domain/kernel";
import { fieldText } from "@tsunagari/messages";
import { eraDateText, useSession } from "@tsunagari/portal";
import { Button, ButtonRow, buttonStyle, Card, DateField, Form } from "@tsunagari/ui";
import { useState } from "react";
import type { SectionId } from "./sections.ts";

type DayFormProps = { readonly section: SectionId; readonly on: string };

const Chooser = ({ section, on }: DayFormProps) => {
  const navigate = useNavigate();
  const { today } = useSession();
  const [typed, setTyped] = useState(on);
  const [error, setError] = useState<string | undefined>(undefined);
  const apply = () => {
    const date = CivilDateField.safeParse(typed);
    setError(date.success ? undefined : fieldText(date.error.issues[0]?.message ?? "not_a_date"));
    if (!date.success) return;
    void navigate({
      to: "/settings/$section",
      params: { section },
      search: date.data === today ? {} : { on: date.data },
      resetScroll: false,
    });
  };
  return (
    <Form
      className="gap-4 sm:flex-row sm:flex-wrap sm:items-end"
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      <DateField label="いつの内容を見るか" value={typed} onChange={setTyped} error={error} />
      <ButtonRow className="sm:items-center">
        <Button type="submit">この日の内容を見る</Button>
        {on === today ? null : (
          <Link to="/settings/$section" params={{ section }} className={buttonStyle({ variant: "text" })}>
            今日に戻す
          </Link>
        )}
      </ButtonRow>
    </Form>
  );
};

/** The day a section shows; today where the address names none. */
export const DayForm = ({ section, on }: DayFormProps) => {
  const { today } = useSession();
  return (
    <Card>
      <Chooser key={on} section={section} on={on} />
      {on === today ? null : <p className="font-bold">{eraDateText(on)}の内容です。今日の内容ではありません。</p>}
    </Card>
  );
};
