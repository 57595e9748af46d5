import { referralMessages } from "@tsunagari/messages";
import { instantText } from "@tsunagari/portal";
import { Card, classNames } from "@tsunagari/ui";
import { AskForm } from "./ask-form.tsx";
import type { Referral } from "./queries.ts";
import { useReferral } from "./referral-context.tsx";

const Message = ({ message }: { readonly message: Referral["messages"][number] }) => (
  <li
    className={classNames(
      "flex flex-col gap-1 rounded-8 border px-4 py-3",
      message.author === "partner" ? "ml-6 border-solid-gray-300 bg-white" : "mr-6 border-key-900 bg-key-50",
    )}
  >
    <p className="text-std-16B-170">{referralMessages.sides[message.author]}</p>
    <p className="whitespace-pre-wrap">{message.text}</p>
    <p className="text-solid-gray-700 text-dns-16N-130">{instantText(message.sentAt)}</p>
  </li>
);

/** The talk with the staff: questions before the answer, help after it. */
export const QuestionsCard = () => {
  const { referral } = useReferral();
  const { messages, status, abilities } = referral;
  const isBefore = status === "sent";
  if (abilities.ask !== true && messages.length === 0) return null;
  return (
    <Card title={isBefore ? "質問のやりとり" : "質問・困ったとき"}>
      {messages.length === 0 ? null : (
        <ol aria-label="やりとり" className="flex flex-col gap-3">
          {messages.map((message) => (
            <Message key={message.id} message={message} />
          ))}
        </ol>
      )}
      {isBefore && messages.length === 0 ? (
        <p>確かめたいことがあれば、「返事をする」の「質問する」から送れます。</p>
      ) : null}
      {isBefore || abilities.ask !== true ? null : <AskForm key={messages.length} />}
    </Card>
  );
};
