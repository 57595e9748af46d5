import { civilDateOf, isCivilDate, isInForce, type CivilDate } from "@tsunagari/domain/kernel";
import { nameOn } from "@tsunagari/domain/municipality";
import { frequencyText, meetingMessages, structureMessages } from "@tsunagari/messages";
import { dateText } from "@tsunagari/portal";
import { NotificationBanner, RadioGroup, type RadioGroupProps } from "@tsunagari/ui";
import type { SittingBody } from "./queries.ts";

/** The bodies that stand on a day. */
export const bodiesOn = (bodies: readonly SittingBody[], on: CivilDate): readonly SittingBody[] =>
  bodies.filter((body) => isInForce(body, on));

/** The day that was typed, or today as long as it is none. */
export const dayOf = (typed: string, today: CivilDate): CivilDate => (isCivilDate(typed) ? civilDateOf(typed) : today);

type BodyFieldProps = Omit<RadioGroupProps, "options" | "requirement" | "label" | "support"> & {
  readonly bodies: readonly SittingBody[];
  readonly on: CivilDate;
};

/** Of which body the meeting is a sitting, under the names of its day (C-08, D-01). */
export const BodyField = ({ bodies, on, ...field }: BodyFieldProps) => {
  const choices = bodiesOn(bodies, on);
  return choices.length === 0 ? (
    <NotificationBanner tone="warning" title={`${dateText(on)}には、会議体がありません`}>
      {bodies
        .map((body) => `「${nameOn(body.name, body.names, body.sinceOn)}」は${dateText(body.sinceOn)}から`)
        .join("、")}
      です。開催日を選び直してください。
    </NotificationBanner>
  ) : (
    <RadioGroup
      {...field}
      label={meetingMessages.fields.meetingBodyId}
      requirement="required"
      support={meetingMessages.hints.meetingBodyId}
      options={choices.map(({ id, name, names, host, frequency }) => ({
        value: id,
        label: nameOn(name, names, on),
        description: `主催：${structureMessages.bodyHosts[host]}、開く回数：${frequencyText(frequency)}`,
      }))}
    />
  );
};
