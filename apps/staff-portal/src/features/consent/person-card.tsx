import { Link } from "@tanstack/react-router";
import { consentPurposes, type ConsentPurpose } from "@tsunagari/domain/consent";
import { caseMessages, consentMessages } from "@tsunagari/messages";
import { AbilityLink, dateText, eraDateText } from "@tsunagari/portal";
import { ButtonRow, Card, Disclosure, linkStyle, Stack, StatusBadge, Timeline } from "@tsunagari/ui";
import { civilDateAt } from "@tsunagari/domain/kernel";
import { GrantBox } from "./grant-box.tsx";
import type { ConsentPerson } from "./queries.ts";
import { AskDialog, RefuseDialog } from "./record-dialogs.tsx";
import { WithdrawAllAction } from "./withdraw.tsx";
import { isStanding, personTitle, purposeState } from "./wording.ts";

const { events, purposes, purposeHints, actions } = consentMessages;

type PersonProps = { readonly caseId: string; readonly person: ConsentPerson };

const PurposeSection = ({ caseId, person, purpose }: PersonProps & { readonly purpose: ConsentPurpose }) => {
  const state = purposeState(person, purpose);
  const grants = person.grants.filter((grant) => grant.purpose === purpose);
  const standing = grants.filter(isStanding);
  const ended = grants.filter((grant) => !isStanding(grant));
  return (
    <section className="flex flex-col gap-3 border-t border-solid-gray-200 pt-5">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h3 className="text-std-17B-170">{purposes[purpose]}</h3>
        <StatusBadge tone={state.tone}>{state.text}</StatusBadge>
      </div>
      {standing.length === 0 ? <p className="max-w-prose text-solid-gray-700">{purposeHints[purpose]}</p> : null}
      {state.note === null ? null : <p>{state.note}</p>}
      {standing.map((grant) => (
        <GrantBox key={grant.id} caseId={caseId} person={person} grant={grant} />
      ))}
      {ended.length === 0 ? null : (
        <Disclosure summary={`終わった同意（${ended.length}件）`}>
          <Stack gap="small">
            {ended.map((grant) => (
              <GrantBox key={grant.id} caseId={caseId} person={person} grant={grant} />
            ))}
          </Stack>
        </Disclosure>
      )}
    </section>
  );
};

const History = ({ person }: Pick<PersonProps, "person">) =>
  person.history.length === 0 ? null : (
    <Disclosure summary={`これまでの記録（${person.history.length}件）`}>
      <Timeline
        label={`${personTitle(person)}さんの同意の記録`}
        items={person.history.toReversed().map((event) => ({
          key: event.id,
          at: eraDateText(event.happenedOn),
          title: `${events[event.kind]}：${purposes[event.purpose]}`,
          body: (
            <>
              {event.note === null ? null : <p className="whitespace-pre-line">{event.note}</p>}
              <p className="text-solid-gray-700">
                記録：{event.by ?? "自動処理"}、{dateText(civilDateAt(new Date(event.recordedAt)))}
              </p>
            </>
          ),
        }))}
      />
    </Disclosure>
  );

const Acts = ({ caseId, person }: PersonProps) => (
  <ButtonRow>
    <AbilityLink
      ability={person.abilities.give}
      label={actions.give}
      variant="primary"
      link={(props) => (
        <Link to="/cases/$caseId/consents/new" params={{ caseId }} search={{ person: person.personId }} {...props} />
      )}
    />
    {person.abilities.give === true ? (
      <>
        <AskDialog person={person} />
        <RefuseDialog person={person} />
      </>
    ) : null}
    {person.grants.some(isStanding) ? <WithdrawAllAction person={person} /> : null}
  </ButtonRow>
);

/** One person of the household: the three purposes, what holds, and what can be recorded. */
export const PersonCard = ({ caseId, person }: PersonProps) => (
  <Card
    title={
      <>
        {personTitle(person)}
        <span className="ml-3 text-std-16N-170 text-solid-gray-700">
          {caseMessages.relations[person.relation]}
          {person.isMember ? "" : "（世帯から外れています）"}
        </span>
      </>
    }
    aside={
      <>
        {person.isProtected ? <StatusBadge tone="danger">{caseMessages.fields.isProtected}</StatusBadge> : null}
        {person.grants.some(isStanding) ? (
          <Link
            to="/cases/$caseId/consents/sheet"
            params={{ caseId }}
            search={{ person: person.personId }}
            className={linkStyle}
          >
            本人に渡す確認書
          </Link>
        ) : null}
      </>
    }
    footer={<Acts caseId={caseId} person={person} />}
  >
    {consentPurposes.map((purpose) => (
      <PurposeSection key={purpose} caseId={caseId} person={person} purpose={purpose} />
    ))}
    <History person={person} />
  </Card>
);
