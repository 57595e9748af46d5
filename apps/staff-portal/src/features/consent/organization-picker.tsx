import { useQuery } from "@tanstack/react-query";
import { consentMessages, organizationMessages } from "@tsunagari/messages";
import { Button, CheckboxGroup, ErrorText, RequirementBadge, TextField } from "@tsunagari/ui";
import { useDeferredValue, useId, useState } from "react";
import { organizationChoicesOptions } from "./queries.ts";

export type Named = { readonly id: string; readonly name: string };

type PickerProps = {
  readonly id: string;
  readonly chosen: readonly Named[];
  readonly onChange: (chosen: readonly Named[]) => void;
  readonly error: string | undefined;
};

const Chosen = ({ chosen, onChange }: Pick<PickerProps, "chosen" | "onChange">) =>
  chosen.length === 0 ? (
    <p className="text-solid-gray-700">まだ選んでいません。</p>
  ) : (
    <ul className="flex flex-col gap-2">
      {chosen.map(({ id, name }) => (
        <li
          key={id}
          className="flex items-center justify-between gap-3 rounded-8 border border-key-900 bg-key-50 py-1 pr-2 pl-4"
        >
          <span className="text-std-16B-170">{name}</span>
          <Button
            size="small"
            variant="text"
            aria-label={`${name}を外す`}
            onClick={() => onChange(chosen.filter((one) => one.id !== id))}
          >
            外す
          </Button>
        </li>
      ))}
    </ul>
  );

const Found = ({
  keyword,
  chosen,
  onChange,
}: Pick<PickerProps, "chosen" | "onChange"> & { readonly keyword: string }) => {
  const { data, isError, refetch } = useQuery(organizationChoicesOptions(keyword));
  if (isError) return <Button onClick={() => void refetch()}>団体の一覧を読み直す</Button>;
  if (data === undefined) return <p aria-live="polite">団体をさがしています…</p>;
  if (data.items.length === 0) {
    return <p aria-live="polite">「{keyword}」に合う団体はありません。ことばを短くしてみてください。</p>;
  }
  const ids = new Set(chosen.map(({ id }) => id));
  return (
    <>
      <CheckboxGroup
        label={keyword.trim() === "" ? "団体の一覧" : `「${keyword}」に合う団体`}
        value={[...ids]}
        onChange={({ currentTarget: { value, checked } }) => {
          const one = data.items.find(({ id }) => id === value);
          if (one === undefined) return;
          onChange(checked ? [...chosen, { id: one.id, name: one.name }] : chosen.filter(({ id }) => id !== value));
        }}
        options={data.items.map((item) => ({
          value: item.id,
          label: item.name,
          description: `${organizationMessages.kinds[item.kind]}・つなぎの受入：${organizationMessages.permissionShort[item.permissionState]}`,
        }))}
      />
      {data.total > data.items.length ? (
        <p className="text-solid-gray-700">
          ほかに{data.total - data.items.length}団体あります。名前を書くと、しぼり込めます。
        </p>
      ) : null}
    </>
  );
};

/** Organizations are named one by one; there is no way to choose all of them (D-02). */
export const OrganizationPicker = ({ id, chosen, onChange, error }: PickerProps) => {
  const [keyword, setKeyword] = useState("");
  const shown = useDeferredValue(keyword);
  const hintId = useId();
  return (
    <div role="group" aria-labelledby={`${id}-label`} aria-describedby={hintId} className="flex flex-col gap-3">
      <p id={`${id}-label`} className="flex items-center gap-2 text-std-17B-170">
        {consentMessages.fields.organizationIds}
        <RequirementBadge requirement="required" />
      </p>
      <p id={hintId} className="text-solid-gray-700">
        {consentMessages.hints.organizationIds}
      </p>
      {error === undefined ? null : <ErrorText id={`${id}-error`}>{error}</ErrorText>}
      <Chosen chosen={chosen} onChange={onChange} />
      <TextField
        id={id}
        type="search"
        label="団体の名前・ふりがなの一部"
        value={keyword}
        onChange={(event) => setKeyword(event.currentTarget.value)}
        // Enter belongs to the search here, not to the form around it.
        onKeyDown={(event) => {
          if (event.key === "Enter") event.preventDefault();
        }}
        autoComplete="off"
      />
      <Found keyword={shown} chosen={chosen} onChange={onChange} />
    </div>
  );
};
