import { Link } from "@tanstack/react-router";
import { canFire } from "@tsunagari/domain/kernel";
import {
  isEndedReferral,
  MarkReferralEnteredInError,
  referralMachine,
  ReopenReferral,
  type ReferralEvent,
} from "@tsunagari/domain/referral";
import { referralMessages } from "@tsunagari/messages";
import { AbilityButton, announce, CommandDialog, CommandFormShell, useCommandForm } from "@tsunagari/portal";
import { Button, buttonStyle, Card, Disclosure, TextArea } from "@tsunagari/ui";
import { client, drafts } from "../../client.ts";
import type { Referral } from "./queries.ts";
import { WithdrawDialog } from "./withdraw-dialog.tsx";

const { actions, events, fields } = referralMessages;

type FormProps = { readonly referral: Referral; readonly close: () => void };

const Cancel = ({ close }: Pick<FormProps, "close">) => (
  <Button size="large" onClick={close}>
    やめる
  </Button>
);

const ReopenForm = ({ referral, close }: FormProps) => {
  const form = useCommandForm({
    schema: ReopenReferral,
    defaultValues: { referralId: referral.id, version: referral.version, note: "" },
    send: (input) => client.referral.reopen.mutate(input),
    draft: { api: drafts, form: "referralReopening", subject: referral.id, referralId: referral.id },
    onDone: () => {
      close();
      announce(events.reopen);
    },
  });
  return (
    <CommandFormShell form={form} submitLabel={actions.reopen} cancel={<Cancel close={close} />}>
      <TextArea
        {...form.field("note", "再開のわけ")}
        requirement="required"
        rows={3}
        limit={1000}
        support="受入先の受入担当にも見えます。"
      />
    </CommandFormShell>
  );
};

const ErrorForm = ({ referral, close }: FormProps) => {
  const form = useCommandForm({
    schema: MarkReferralEnteredInError,
    defaultValues: { referralId: referral.id, version: referral.version, comment: "" },
    send: (input) => client.referral.markEnteredInError.mutate(input),
    draft: { api: drafts, form: "referralCorrection", subject: referral.id, referralId: referral.id },
    onDone: () => {
      close();
      announce(events.markEnteredInError);
    },
  });
  return (
    <CommandFormShell
      form={form}
      submitLabel={actions.markEnteredInError}
      variant="danger"
      cancel={<Cancel close={close} />}
    >
      <TextArea {...form.field("comment", fields.comment)} requirement="required" rows={3} limit={1000} />
    </CommandFormShell>
  );
};

/** An act the state does not know is no act of this page; every refusal of the others is shown with its reason. */
const isPossible = (event: ReferralEvent, { status }: Referral): boolean => canFire(referralMachine, event, status);

const Again = ({ referral }: { readonly referral: Referral }) => {
  if (!isEndedReferral(referral.status)) return null;
  const label = "続きのつなぎを作る";
  const { createDraft } = referral.abilities;
  return createDraft === true ? (
    <Link
      to="/cases/$caseId/referrals/new"
      params={{ caseId: referral.case.id }}
      search={{ personId: referral.person.id, parentId: referral.id }}
      className={buttonStyle({ variant: referral.status === "completed" ? "secondary" : "primary" })}
    >
      {label}
    </Link>
  ) : (
    <AbilityButton ability={createDraft}>{label}</AbilityButton>
  );
};

/** What can be done now; each act says its effect first. */
export const ActsCard = ({ referral }: { readonly referral: Referral }) => {
  const { reopen, markEnteredInError } = referral.abilities;
  const isStill = referral.status === "entered_in_error";
  return (
    <Card title="できること" className="print:hidden">
      <div className="flex flex-col items-stretch gap-4">
        <Again referral={referral} />
        {isPossible("reopen", referral) ? (
          <CommandDialog
            ability={reopen}
            label={actions.reopen}
            title="このつなぎを再開しますか"
            effect={
              <p>
                「{referralMessages.statuses.in_progress}
                」に戻り、受入先は同意の範囲の内容をふたたび見られるようになります。
              </p>
            }
          >
            {(close) => <ReopenForm referral={referral} close={close} />}
          </CommandDialog>
        ) : null}
        {isPossible("withdraw", referral) ? <WithdrawDialog referral={referral} /> : null}
        {isStill ? <p className="text-solid-gray-700">このつなぎでできることはありません。</p> : null}
        {isPossible("markEnteredInError", referral) ? (
          <Disclosure summary="まちがえて作ったとき">
            <CommandDialog
              ability={markEnteredInError}
              label={actions.markEnteredInError}
              title="誤りとして扱いますか"
              effect={
                <p>仕事の一覧から外れ、受入先は内容を見られなくなります。記録は残り、この操作は取り消せません。</p>
              }
            >
              {(close) => <ErrorForm referral={referral} close={close} />}
            </CommandDialog>
          </Disclosure>
        ) : null}
      </div>
    </Card>
  );
};
