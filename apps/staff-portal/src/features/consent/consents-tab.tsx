import { useSuspenseQuery } from "@tanstack/react-query";
import { consentMessages, retentionMessages } from "@tsunagari/messages";
import { PageTitle } from "@tsunagari/portal";
import { EmptyState, Icon, Stack } from "@tsunagari/ui";
import { PersonCard } from "./person-card.tsx";
import { consentsOptions } from "./queries.ts";

/** The tab 「同意」 of a case: every person of the household, those who left after those who are there. */
export const ConsentsTab = ({ caseId }: { readonly caseId: string }) => {
  const { data } = useSuspenseQuery(consentsOptions(caseId));
  const persons = data.persons.toSorted((one, other) => Number(other.isMember) - Number(one.isMember));
  return (
    <Stack gap="medium">
      <PageTitle>ケースの同意</PageTitle>
      <div className="flex flex-col gap-2">
        <h2 className="sr-only">同意</h2>
        <p className="max-w-prose">
          同意は、人ごと、目的ごとに記録します。本人はいつでも、理由を言わずに取りやめられます。
        </p>
        <p className="flex items-start gap-2 text-solid-gray-700">
          <Icon name="lock" className="mt-1 size-5" />
          この画面は、このケースの担当者だけが見られます。見たことは記録されます。
        </p>
      </div>
      {persons.length === 0 ? (
        <EmptyState title={consentMessages.empty} icon="person" />
      ) : (
        persons.map((person) => (
          <PersonCard
            key={person.personId}
            caseId={caseId}
            person={data.erasedAt === null ? person : { ...person, name: retentionMessages.erased }}
          />
        ))
      )}
    </Stack>
  );
};
