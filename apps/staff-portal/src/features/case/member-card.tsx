import { dataGroups, personFields, type DataGroup, type PersonField } from "@tsunagari/domain/case";
import { caseMessages, retentionMessages } from "@tsunagari/messages";
import { eraDateText, useSession } from "@tsunagari/portal";
import {
  ButtonRow,
  Card,
  ChipLabel,
  DescriptionList,
  Disclosure,
  NotificationBanner,
  StatusBadge,
} from "@tsunagari/ui";
import { isCivilDate, type CivilDate } from "@tsunagari/domain/kernel";
import { GroupDialog } from "./group-form.tsx";
import { ProtectionAct, RemoveAct } from "./member-acts.tsx";
import type { Member, SupportCase } from "./queries.ts";

/** Full years, by the date in Japan. */
const ageOn = (birthOn: string, today: CivilDate): number =>
  Number(today.slice(0, 4)) - Number(birthOn.slice(0, 4)) - (today.slice(5) < birthOn.slice(5) ? 1 : 0);

const birthdayText = (birthOn: string, today: CivilDate) =>
  isCivilDate(birthOn) ? `${eraDateText(birthOn)}　${ageOn(birthOn, today)}歳` : birthOn;

const fieldsOf = (member: Member, group: DataGroup): ReadonlyMap<string, string | null> =>
  new Map(Object.entries(member.data[group]));

const isStated = (member: Member, group: DataGroup) => [...fieldsOf(member, group).values()].some(Boolean);

type Props = { readonly data: SupportCase; readonly member: Member };

const Texts = ({ member, group }: { readonly member: Member; readonly group: DataGroup }) => {
  const { today } = useSession();
  const texts = fieldsOf(member, group);
  const shown = (field: PersonField) => {
    const text = texts.get(field) ?? null;
    return field === "birthOn" && text !== null ? birthdayText(text, today) : text;
  };
  const fields: readonly PersonField[] = personFields[group];
  const [only] = fields;
  // A group of one field bears its name already.
  if (fields.length === 1 && only !== undefined) return <p className="whitespace-pre-wrap">{shown(only) ?? "—"}</p>;
  return (
    <DescriptionList
      isDense
      items={fields.map((field) => {
        const text = shown(field);
        return {
          term: caseMessages.personFields[field],
          detail: text && <span className="whitespace-pre-wrap">{text}</span>,
        };
      })}
    />
  );
};

const GroupBlock = ({ data, member, group }: Props & { readonly group: DataGroup }) => (
  <section className="flex flex-col gap-1 border-t border-solid-gray-200 pt-4">
    <div className="flex items-center justify-between gap-3">
      <h4 className="text-std-16B-170">{caseMessages.dataGroups[group]}</h4>
      {data.abilities.updatePerson === true ? <GroupDialog data={data} member={member} group={group} /> : null}
    </div>
    <Texts member={member} group={group} />
  </section>
);

/** Somebody of the household: what is written, group by group; what is empty is folded away. */
export const MemberCard = ({ data, member }: Props) => {
  const stated = dataGroups.filter((group) => isStated(member, group) || group === "identity" || group === "living");
  const empty = dataGroups.filter((group) => !stated.includes(group));
  return (
    <Card
      level={3}
      title={member.data.identity.name ?? (data.erasedAt === null ? "名前の記載なし" : retentionMessages.erased)}
      aside={
        <>
          <ChipLabel>{caseMessages.relations[member.relation]}</ChipLabel>
          {member.isProtected ? <StatusBadge tone="neutral">{caseMessages.protectedMark}</StatusBadge> : null}
        </>
      }
      footer={
        <ButtonRow>
          <ProtectionAct data={data} member={member} />
          <RemoveAct data={data} member={member} />
        </ButtonRow>
      }
    >
      {member.isProtected ? (
        <NotificationBanner tone="warning" title={caseMessages.protectedMark}>
          {caseMessages.protectedBand}
        </NotificationBanner>
      ) : null}
      {stated.map((group) => (
        <GroupBlock key={group} data={data} member={member} group={group} />
      ))}
      {empty.length === 0 ? null : (
        <Disclosure summary={`まだ書かれていない項目（${empty.length}）`}>
          <div className="flex flex-col gap-4">
            {empty.map((group) => (
              <GroupBlock key={group} data={data} member={member} group={group} />
            ))}
          </div>
        </Disclosure>
      )}
    </Card>
  );
};
