import { AnswerOnReferral, isOpenReferral } from "@tsunagari/domain/referral";
import { referralMessages } from "@tsunagari/messages";
import { announce, CommandFormShell, instantText, unavailableReason, useCommandForm } from "@tsunagari/portal";
import { Card, TextArea } from "@tsunagari/ui";
import { client, drafts } from "../../client.ts";
import type { Referral } from "./queries.ts";

const Thread = ({ referral }: { readonly referral: Referral }) => (
  <ol className="flex flex-col gap-3">
    {referral.messages.map((message) => (
      <li
        key={message.id}
        className={`flex max-w-prose flex-col gap-1 rounded-12 border border-solid-gray-200 px-4 py-3 ${
          message.author === "staff" ? "self-end bg-key-50" : "self-start bg-white"
        }`}
      >
        <span className="text-solid-gray-700 text-dns-16N-130">
          {message.author === "staff" ? "市" : referral.organizationName}・{instantText(message.sentAt)}
        </span>
        <span className="whitespace-pre-line">{message.text}</span>
      </li>
    ))}
  </ol>
);

const AnswerForm = ({ referral }: { readonly referral: Referral }) => {
  const form = useCommandForm({
    schema: AnswerOnReferral,
    defaultValues: { referralId: referral.id, text: "" },
    send: (input) => client.referral.answer.mutate(input),
    draft: { api: drafts, form: "referralMessage", subject: referral.id, referralId: referral.id },
    onDone: () => announce("受入先に送りました。"),
  });
  const isBefore = referral.status === "sent" || referral.status === "waitlisted";
  return (
    <CommandFormShell
      form={form}
      submitLabel="受入先に送る"
      unavailableReason={unavailableReason(referral.abilities.answer)}
    >
      <TextArea
        {...form.field("text", "受入先へのことば")}
        requirement="required"
        rows={3}
        limit={1000}
        support={
          isBefore
            ? "受け入れの返事の前なので、氏名や連絡先など、本人がわかることは書けません。"
            : "受入先の受入担当が読みます。必要のないことは書かないでください。"
        }
      />
    </CommandFormShell>
  );
};

/** Questions of the partner and answers; they stop no clock (D-39). */
export const MessagesCard = ({ referral }: { readonly referral: Referral }) => {
  const isOpen = isOpenReferral(referral.status);
  if (!isOpen && referral.messages.length === 0) return null;
  return (
    <Card
      title="質問とやりとり"
      lead={isOpen ? "やりとりをしていても、返事の期限は止まりません。" : "終わったつなぎなので、書き足せません。"}
    >
      {referral.messages.length === 0 ? (
        <p className="text-solid-gray-700">{referralMessages.hints.noMessages}</p>
      ) : (
        <Thread referral={referral} />
      )}
      {/* A sent text leaves an empty field behind. */}
      {isOpen ? <AnswerForm key={referral.messages.length} referral={referral} /> : null}
    </Card>
  );
};
