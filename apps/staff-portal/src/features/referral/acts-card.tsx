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
import { AbilityLink, FormDialog } from "@tsunagari/portal";
import { Card, Disclosure, TextArea } from "@tsunagari/ui";
import { client, drafts } from "../../client.ts";
import type { Referral } from "./queries.ts";
import { WithdrawDialog } from "./withdraw-dialog.tsx";

const { actions, events, fields } = referralMessages;

type Props = { readonly referral: Referral };

const ReopenDialog = ({ referral }: Props) => (
  <FormDialog
    ability={referral.abilities.reopen}
    label={actions.reopen}
    title="このつなぎを再開しますか"
    effect={
      <p>
        「{referralMessages.statuses.in_progress}
        」に戻り、受入先は同意の範囲の内容をふたたび見られるようになります。
      </p>
    }
    schema={ReopenReferral}
    defaultValues={{ referralId: referral.id, version: referral.version, note: "" }}
    send={(input) => client.referral.reopen.mutate(input)}
    draft={{ api: drafts, form: "referralReopening", subject: referral.id, referralId: referral.id }}
    submitLabel={actions.reopen}
    done={events.reopen}
  >
    {(form) => (
      <TextArea
        {...form.field("note", "再開のわけ")}
        requirement="required"
        rows={3}
        limit={1000}
        support="受入先の受入担当にも見えます。"
      />
    )}
  </FormDialog>
);

const ErrorDialog = ({ referral }: Props) => (
  <FormDialog
    ability={referral.abilities.markEnteredInError}
    label={actions.markEnteredInError}
    title="誤りとして扱いますか"
    effect={<p>仕事の一覧から外れ、受入先は内容を見られなくなります。記録は残り、この操作は取り消せません。</p>}
    schema={MarkReferralEnteredInError}
    defaultValues={{ referralId: referral.id, version: referral.version, comment: "" }}
    send={(input) => client.referral.markEnteredInError.mutate(input)}
    draft={{ api: drafts, form: "referralCorrection", subject: referral.id, referralId: referral.id }}
    submitLabel={actions.markEnteredInError}
    isDangerous
    done={events.markEnteredInError}
  >
    {(form) => <TextArea {...form.field("comment", fields.comment)} requirement="required" rows={3} limit={1000} />}
  </FormDialog>
);

/** An act the state does not know is no act of this page; every refusal of the others is shown with its reason. */
const isPossible = (event: ReferralEvent, { status }: Referral): boolean => canFire(referralMachine, event, status);

const Again = ({ referral }: Props) => {
  if (!isEndedReferral(referral.status)) return null;
  const label = "続きのつなぎを作る";
  const { createDraft } = referral.abilities;
  return (
    <AbilityLink
      ability={createDraft}
      label={label}
      variant={referral.status === "completed" ? "secondary" : "primary"}
      link={(props) => (
        <Link
          to="/cases/$caseId/referrals/new"
          params={{ caseId: referral.case.id }}
          search={{ personId: referral.person.id, parentId: referral.id }}
          {...props}
        />
      )}
    />
  );
};

/** What can be done now; each act says its effect first. */
export const ActsCard = ({ referral }: Props) => {
  const isStill = referral.status === "entered_in_error";
  return (
    <Card title="できること" className="print:hidden">
      <div className="flex flex-col items-stretch gap-4">
        <Again referral={referral} />
        {isPossible("reopen", referral) ? <ReopenDialog referral={referral} /> : null}
        {isPossible("withdraw", referral) ? <WithdrawDialog referral={referral} /> : null}
        {isStill ? <p className="text-solid-gray-700">このつなぎでできることはありません。</p> : null}
        {isPossible("markEnteredInError", referral) ? (
          <Disclosure summary="まちがえて作ったとき">
            <ErrorDialog referral={referral} />
          </Disclosure>
        ) : null}
      </div>
    </Card>
  );
};
