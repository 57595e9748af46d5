import { organizationMessages } from "@tsunagari/messages";
import type { CommandForm } from "@tsunagari/portal";
import { Select, TextField } from "@tsunagari/ui";
import type { PlaceValues } from "./place-values.ts";
import type { AreaScheme } from "./queries.ts";

const { fields } = organizationMessages;

type PlaceFieldsProps = { readonly form: CommandForm<PlaceValues>; readonly schemes: readonly AreaScheme[] };

/** A place in plain words; its areas let people find it from where they live. */
export const PlaceFields = ({ form, schemes }: PlaceFieldsProps) => (
  <div className="flex flex-col gap-7">
    <TextField
      {...form.field("name", fields.placeName)}
      requirement="required"
      width="full"
      autoComplete="off"
      support="例：中央公民館 第2会議室"
    />
    <TextField
      {...form.field("postalCode", fields.postalCode)}
      requirement="optional"
      width="short"
      inputMode="numeric"
      autoComplete="off"
    />
    <TextField
      {...form.field("address", fields.address)}
      requirement="required"
      width="full"
      autoComplete="off"
      support="公開ページに載ります。"
    />
    <TextField
      {...form.field("directions", fields.directions)}
      requirement="optional"
      width="full"
      autoComplete="off"
      support="例：バス停から歩いて3分。黄色いのぼりが目印です。"
    />
    {schemes.map((scheme) => (
      <Select
        key={scheme.id}
        {...form.field(`areas.${scheme.id}`, `${fields.areaIds}（${scheme.name}）`)}
        requirement="optional"
        emptyLabel="わからない・選ばない"
        support="地域から活動をさがす人に、見つけてもらえます。"
        options={scheme.areas.map((area) => ({ value: area.id, label: area.name }))}
      />
    ))}
  </div>
);
