import { Card } from "@tsunagari/ui";
import { AcceptForm } from "./accept-form.tsx";
import { ActionChooser, nextCardId } from "./action-chooser.tsx";
import { AskForm } from "./ask-form.tsx";
import { DeclineForm } from "./decline-form.tsx";
import { useReferral } from "./referral-context.tsx";
import { WaitlistForm } from "./waitlist-form.tsx";

/** The answer to a referral: yes, later, no, or a question. */
export const AnswerCard = () => {
  const { referral } = useReferral();
  const { abilities, placesFree } = referral;
  const places = placesFree === null || placesFree === 0 ? "" : `受け入れ枠は、あと${placesFree}人です。`;
  return (
    <Card title="返事をする" id={nextCardId}>
      <ActionChooser
        label="どのように返事をしますか"
        choices={[
          {
            key: "accept",
            label: "受け入れる",
            description: `担当する方と、最初の日を決めます。${places}`,
            ability: abilities.accept,
            form: <AcceptForm />,
          },
          {
            key: "waitlist",
            label: "待ってもらう",
            description: "いまは難しいけれど、待ってもらえば受け入れられるとき。",
            ability: abilities.waitlist,
            form: <WaitlistForm />,
          },
          {
            key: "decline",
            label: "お断りする",
            description: "遠慮なくお断りください。理由は、これからの地域づくりに生かします。",
            ability: abilities.decline,
            form: <DeclineForm />,
          },
          {
            key: "ask",
            label: "質問する",
            description: "返事の前に確かめたいことがあるとき。返事の期限は変わりません。",
            ability: abilities.ask,
            form: <AskForm key={referral.messages.length} />,
          },
        ]}
      />
    </Card>
  );
};
