import { Card } from "@tsunagari/ui";
import { AcceptForm } from "./accept-form.tsx";
import { ActionChooser, nextCardId, type ActionChoice } from "./action-chooser.tsx";
import { CompleteForm } from "./complete-form.tsx";
import { NotHelpedForm } from "./not-helped-form.tsx";
import type { Referral } from "./queries.ts";
import { useReferral } from "./referral-context.tsx";
import { StartForm } from "./start-form.tsx";
import { UnacceptForm } from "./unaccept-form.tsx";
import { WaitlistForm } from "./waitlist-form.tsx";

type Abilities = Referral["abilities"];

const notHelped = (abilities: Abilities): ActionChoice => ({
  key: "markNotHelped",
  label: "つながらなかった",
  description: "連絡がとれなかった、ご本人が望まなかったなど。理由を選んで終わります。",
  ability: abilities.markNotHelped,
  form: <NotHelpedForm />,
});

const started = (abilities: Abilities): ActionChoice => ({
  key: "start",
  label: "最初の連絡がついた",
  description: "会えた日や、話ができた日を記録します。「支援中」になります。",
  ability: abilities.start,
  form: <StartForm />,
});

const afterAcceptance = (abilities: Abilities): readonly ActionChoice[] => [
  started(abilities),
  {
    key: "waitlist",
    label: "待ってもらう",
    description: "すぐには難しくなったとき。",
    ability: abilities.waitlist,
    form: <WaitlistForm />,
  },
  {
    key: "unaccept",
    label: "受け入れを取り消す",
    description: "返事をやり直します。最初の連絡の前だけできます。",
    ability: abilities.unaccept,
    form: <UnacceptForm />,
  },
  notHelped(abilities),
];

const whileWaiting = (abilities: Abilities): readonly ActionChoice[] => [
  {
    key: "accept",
    label: "受け入れる",
    description: "空きができたとき。担当する方と、最初の日を決めます。",
    ability: abilities.accept,
    form: <AcceptForm />,
  },
  started(abilities),
  notHelped(abilities),
];

const underWay = (abilities: Abilities): readonly ActionChoice[] => [
  {
    key: "complete",
    label: "終わった・落ち着いた",
    description: "結果と、行ったことを報告して終わります。",
    ability: abilities.complete,
    form: <CompleteForm />,
  },
  notHelped(abilities),
];

const choicesOf = ({ status, abilities }: Referral): readonly ActionChoice[] => {
  if (status === "accepted") return afterAcceptance(abilities);
  return status === "waitlisted" ? whileWaiting(abilities) : underWay(abilities);
};

/** What can be recorded after the answer. */
export const ProgressCard = () => {
  const { referral } = useReferral();
  return (
    <Card title="これからのこと" id={nextCardId}>
      <ActionChooser label="どうなりましたか" choices={choicesOf(referral)} />
    </Card>
  );
};
