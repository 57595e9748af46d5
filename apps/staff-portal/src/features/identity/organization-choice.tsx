import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { identityMessages } from "@tsunagari/messages";
import type { CommandForm } from "@tsunagari/portal";
import { RadioGroup, TextField } from "@tsunagari/ui";
import { useDeferredValue, useState } from "react";
import { noOrganization, type NewUserValues } from "./new-user-values.ts";
import { organizationsOptions } from "./queries.ts";

type Known = { readonly id: string; readonly name: string };

const none = {
  value: noOrganization,
  label: "団体に属さない",
  description: "民生委員・児童委員や、会議に招かれた人",
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
  const { data } = useQuery({
    ...organizationsOptions(useDeferredValue(keyword)),
    placeholderData: keepPreviousData,
  });
  const found = data?.items ?? [];
  const chosen = form.form.watch("organizationId");
  const rest = (data?.total ?? 0) - found.length;
  return (
    <>
      <TextField
        type="search"
        label="団体をさがす"
        value={keyword}
        onChange={(event) => setKeyword(event.target.value)}
        support="団体名かふりがなの一部を入れると、下の一覧がしぼられます。"
      />
      <RadioGroup
        {...form.field("organizationId", identityMessages.fields.organizationId)}
        requirement="required"
        support={rest > 0 ? `ほかに${rest}団体あります。ことばを入れてしぼってください。` : undefined}
        options={[
          ...(known === null ? [] : [{ value: known.id, label: known.name }]),
          ...found.filter(({ id }) => id !== known?.id).map(({ id, name }) => ({ value: id, label: name })),
          none,
        ]}
        value={chosen}
      />
    </>
  );
};
