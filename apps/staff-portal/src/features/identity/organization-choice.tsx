import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { identityMessages } from "@tsunagari/messages";
import type { CommandForm } from "@tsunagari/portal";
import { RadioGroup, TextField } from "@tsunagari/ui";
import { useDeferredValue, useState, type KeyboardEvent } from "react";
import { noOrganization, type NewUserValues } from "./new-user-values.ts";
import { organizationsOptions } from "./queries.ts";

type Known = { readonly id: string; readonly name: string };

const none = {
  value: noOrganization,
  label: "団体に属さない",
  description: "民生委員・児童委員や、会議に招かれた人",
};

const distinct = (organizations: readonly (Known | null)[]): readonly Known[] => [
  ...new Map(organizations.flatMap((row) => (row === null ? [] : [[row.id, row]]))).values(),
];

/** Enter in the search field searches; it does not send the form around it. */
const keepInForm = (event: KeyboardEvent) => {
  if (event.key === "Enter") event.preventDefault();
};

/** The organization a partner acts for: found by a word, or known already from the page one came from. */
export const OrganizationChoice = ({
  form,
  known,
}: {
  readonly form: CommandForm<NewUserValues>;
  readonly known: Known | null;
}) => {
  const [keyword, setKeyword] = useState("");
  // What was chosen stays in the list when the next word does not find it.
  const [picked, setPicked] = useState<Known | null>(null);
  const { data } = useQuery({ ...organizationsOptions(useDeferredValue(keyword)), placeholderData: keepPreviousData });
  const found = data?.items ?? [];
  const rest = (data?.total ?? 0) - found.length;
  const binding = form.field("organizationId", identityMessages.fields.organizationId);
  return (
    <>
      <TextField
        type="search"
        label="団体をさがす"
        value={keyword}
        onChange={(event) => setKeyword(event.target.value)}
        onKeyDown={keepInForm}
        support="団体名かふりがなの一部を入れると、下の一覧がしぼられます。"
      />
      <RadioGroup
        {...binding}
        requirement="required"
        support={rest > 0 ? `ほかに${rest}団体あります。ことばを入れてしぼってください。` : undefined}
        options={[...distinct([known, picked, ...found]).map(({ id, name }) => ({ value: id, label: name })), none]}
        value={form.form.watch("organizationId")}
        onChange={(event) => {
          void binding.onChange(event);
          setPicked(found.find(({ id }) => id === event.target.value) ?? picked);
        }}
      />
    </>
  );
};
