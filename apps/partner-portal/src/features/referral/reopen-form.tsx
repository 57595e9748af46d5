import { ReopenReferral } from "@tsunagari/domain/referral";
import { CommandFormShell } from "@tsunagari/portal";
import { Button, TextArea } from "@tsunagari/ui";
import { client, drafts } from "../../client.ts";
import { Effect } from "./effect.tsx";
import { useReferral } from "./referral-context.tsx";
import { useReferralForm } from "./use-referral-form.ts";

/** Takes an ended referral up again. */
export const ReopenForm = ({ close }: { readonly close: () => void }) => {
  const { referral } = useReferral();
  const form = useReferralForm({
    schema: ReopenReferral,
    defaultValues: { referralId: referral.id, version: referral.version, note: "" },
    send: (input) => client.referral.reopen.mutate({ ...input, version: referral.version }),
    draft: { api: drafts, form: "referralReopening", subject: referral.id, referralId: referral.id },
    done: () => "再開しました。「支援中」になりました",
  });
  return (
    <CommandFormShell
      form={form}
      submitLabel="再開する"
      pendingLabel="再開しています…"
      cancel={
        <Button variant="text" size="large" onClick={close}>
          やめる
        </Button>
      }
    >
      <TextArea
        {...form.field("note", "再開するわけ")}
        requirement="required"
        rows={3}
        limit={1000}
        support="担当職員に伝わります。一言でかまいません。"
      />
      <Effect>
        「支援中」に戻り、市の担当職員に知らせます。同意のある情報が、ふたたび見られるようになります。受け入れ枠があるときは、1人分を使います。
      </Effect>
    </CommandFormShell>
  );
};
