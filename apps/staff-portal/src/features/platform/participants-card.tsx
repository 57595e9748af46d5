import { useSuspenseQuery } from "@tanstack/react-query";
import { platformMessages } from "@tsunagari/messages";
import { AbilityButton, announce, ConfirmAction, eraDateText, useSession } from "@tsunagari/portal";
import { Card } from "@tsunagari/ui";
import type { ReactNode } from "react";
import { client } from "../../client.ts";
import { AddAgencyDialog, AddIndividualDialog } from "./participant-dialogs.tsx";
import { participantsOptions, type Agency, type Individual, type Participants, type Platform } from "./queries.ts";

const { participantEffects } = platformMessages;

type EndProps = {
  readonly participants: Participants;
  readonly row: { readonly id: string; readonly version: number | null };
  readonly name: string;
  readonly effect: string;
};

const End = ({ participants: { abilities }, row: { id, version }, name, effect }: EndProps) => {
  const label = platformMessages.actions.endParticipant;
  if (version === null || abilities.endParticipant !== true) {
    return <AbilityButton ability={abilities.endParticipant}>{label}</AbilityButton>;
  }
  return (
    <ConfirmAction
      ability
      label={label}
      variant="text"
      isDangerous
      title={`${name}の参加を終わりにしますか`}
      effect={effect}
      send={(requestId) => client.platform.endParticipant.mutate({ requestId, participantId: id, version })}
      onDone={() => announce(`${name}の参加を終わりにしました`)}
    />
  );
};

type LineProps = { readonly name: string; readonly notes: readonly string[]; readonly end: ReactNode };

const Line = ({ name, notes, end }: LineProps) => (
  <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-t border-solid-gray-200 py-2 first:border-t-0 first:pt-0">
    <div className="min-w-0">
      <p className="text-std-16B-170">{name}</p>
      {notes.map((note) => (
        <p key={note} className="text-solid-gray-700">
          {note}
        </p>
      ))}
    </div>
    {end}
  </li>
);

type ShownProps = { readonly participants: Participants; readonly isToday: boolean };

const AgencyList = ({ participants, isToday }: ShownProps) => {
  const lineOf = (row: Agency) => (
    <Line
      key={row.id}
      name={row.name}
      notes={[`${eraDateText(row.sinceOn)}から`]}
      end={
        isToday ? (
          <End participants={participants} row={row} name={row.name} effect={participantEffects.endAgency} />
        ) : null
      }
    />
  );
  return participants.agencies.length === 0 ? (
    <p>この日に参加していた相談支援機関はありません。</p>
  ) : (
    <ul aria-label="相談支援機関">{participants.agencies.map(lineOf)}</ul>
  );
};

const individualName = ({ name, isMinor }: Individual): string => {
  if (isMinor) return "18歳未満の参加者";
  return name ?? "参加を終えた人";
};
const individualNotes = ({ sinceOn, guardianAgreedOn }: Individual): readonly string[] => [
  `${eraDateText(sinceOn)}から`,
  ...(guardianAgreedOn === null ? [] : [`保護者の同意：${eraDateText(guardianAgreedOn)}`]),
];

const IndividualList = ({ participants, isToday }: ShownProps) => {
  const { items, count } = participants.individuals;
  if (count === 0) return <p>この日に参加していた個人はいません。</p>;
  if (items === null) return <p>名前は、このプラットフォームを運営する職員だけが見られます。</p>;
  return (
    <ul aria-label="個人の参加者">
      {items.map((row) => (
        <Line
          key={row.id}
          name={individualName(row)}
          notes={individualNotes(row)}
          end={
            isToday ? (
              <End
                participants={participants}
                row={row}
                name={individualName(row)}
                effect={participantEffects.endIndividual}
              />
            ) : null
          }
        />
      ))}
    </ul>
  );
};

const Count = ({
  on,
  count,
  unit,
}: {
  readonly on: Participants["on"];
  readonly count: number;
  readonly unit: string;
}) => (
  <p aria-live="polite">
    <span className="text-std-18B-160">{eraDateText(on)}</span>時点で
    <span className="text-std-18B-160 tabular-nums">{`${String(count)}${unit}`}</span>
  </p>
);

type CardsProps = { readonly platform: Platform; readonly on: string };

/** Who belongs besides the organizations, on a day: agencies by name, persons by name only to those who run it (D-20). */
export const ParticipantCards = ({ platform, on }: CardsProps) => {
  const { today } = useSession();
  const { data: participants } = useSuspenseQuery(participantsOptions(platform.id, on));
  const { agencies, individuals, abilities } = participants;
  const shown = { participants, isToday: on === today };
  // What the city does not admit is shown only where it once did.
  const hasAgencies = agencies.length > 0 || abilities.addAgency !== "platform.agencies_not_allowed";
  const hasIndividuals = individuals.count !== 0 || abilities.addIndividual !== "platform.individuals_not_allowed";
  return (
    <>
      {hasAgencies ? (
        <Card
          title="相談支援機関"
          lead="地域包括支援センターなど、設定の「組織」にある機関です。参加団体の数には入りません。"
          aside={<AddAgencyDialog platform={platform} participants={participants} />}
        >
          <Count on={participants.on} count={agencies.length} unit="機関" />
          <AgencyList {...shown} />
        </Card>
      ) : null}
      {hasIndividuals ? (
        <Card
          title="個人の参加者"
          lead="団体に入らずに参加する人です。参加団体には、人数だけが伝わります。"
          aside={<AddIndividualDialog platform={platform} ability={abilities.addIndividual} />}
        >
          <Count on={participants.on} count={individuals.count ?? 0} unit="名" />
          <IndividualList {...shown} />
        </Card>
      ) : null}
    </>
  );
};
