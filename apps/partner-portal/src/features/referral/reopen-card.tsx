import { CommandDialog } from "@tsunagari/portal";
import { Card } from "@tsunagari/ui";
import { ReopenForm } from "./reopen-form.tsx";
import { useReferral } from "./referral-context.tsx";

/** What ended can be taken up again for a month, where the consent still stands. */
export const ReopenCard = () => {
  const { referral } = useReferral();
  return (
    <Card
      title="続きがあるとき"
      lead="終わってから30日のあいだ、ご本人の同意が続いていれば、同じ依頼のまま再開できます。"
    >
      <div>
        <CommandDialog ability={referral.abilities.reopen} label="再開する" title="この依頼を再開しますか">
          {(close) => <ReopenForm close={close} />}
        </CommandDialog>
      </div>
    </Card>
  );
};
