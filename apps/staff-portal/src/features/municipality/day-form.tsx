import { Link, useNavigate } from "@tanstack/react-router";
import { AsOfForm, eraDateText, useSession } from "@tsunagari/portal";
import { buttonStyle, Card } from "@tsunagari/ui";
import type { SectionId } from "./sections.ts";

/** The day a section shows; today where the address names none. */
export const DayForm = ({ section, on }: { readonly section: SectionId; readonly on: string }) => {
  const { today } = useSession();
  const navigate = useNavigate();
  const to = { to: "/settings/$section", params: { section } } as const;
  return (
    <Card>
      <AsOfForm
        key={on}
        label="いつの内容を見るか"
        submitLabel="この日の内容を見る"
        on={on}
        onApply={(next) => void navigate({ ...to, search: next === today ? {} : { on: next }, resetScroll: false })}
        back={
          on === today ? null : (
            <Link {...to} className={buttonStyle({ variant: "text" })}>
              今日に戻す
            </Link>
          )
        }
      />
      {on === today ? null : <p className="font-bold">{eraDateText(on)}の内容です。今日の内容ではありません。</p>}
    </Card>
  );
};
