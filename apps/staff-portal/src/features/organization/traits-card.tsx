import type { CivilDate } from "@tsunagari/domain/kernel";
import { EndTrait, organizationTraits, RecordTrait } from "@tsunagari/domain/organization";
import { organizationMessages } from "@tsunagari/messages";
import { announce, ConfirmAction, FormDateField, FormDialog, useSession } from "@tsunagari/portal";
import { ButtonRow, Card, Select, StatusBadge, type StatusTone } from "@tsunagari/ui";
import { z } from "zod";
import { client } from "../../client.ts";
import { dayAfter } from "./last-day.ts";
import { eraPeriodText } from "./looks.ts";
import type { Organization, Trait } from "./queries.ts";

const { fields, traits, traitEffects } = organizationMessages;

/** As the forms show it: with the last day instead of the day after. */
type WithLastDay<Values> = Omit<Values, "untilOn"> & { untilOn: string };
const toCommand = <Values extends { readonly untilOn: string }>(values: Values) => ({
  ...values,
  untilOn: dayAfter(values.untilOn),
});

type RecordValues = WithLastDay<z.input<typeof RecordTrait>>;
const RecordForm = z
  .custom<RecordValues>()
  .transform((values): unknown => toCommand(values))
  .pipe(RecordTrait);
type EndValues = WithLastDay<z.input<typeof EndTrait>>;
const EndForm = z
  .custom<EndValues>()
  .transform((values): unknown => toCommand(values))
  .pipe(EndTrait);

const RecordDialog = ({ organization }: { readonly organization: Organization }) => {
  const { today } = useSession();
  return (
    <FormDialog<RecordValues, unknown>
      ability={organization.abilities.recordTrait}
      label="区分を記録する"
      size="small"
      icon="plus"
      title={`${organization.name}を、計画の数字に入れますか`}
      effect={traitEffects.recordTrait}
      schema={RecordForm}
      defaultValues={{ organizationId: organization.id, trait: organizationTraits[0], sinceOn: today, untilOn: "" }}
      send={(values) => client.organization.recordTrait.mutate(toCommand(values))}
      submitLabel="記録する"
      done="計画で数える区分を記録しました"
    >
      {(form) => (
        <>
          <Select
            {...form.field("trait", fields.trait)}
            requirement="required"
            width="full"
            options={organizationTraits.map((value) => ({ value, label: traits[value] }))}
          />
          <FormDateField
            form={form}
            name="sinceOn"
            label="数え始める日"
            requirement="required"
            support="登録より前の日でもかまいません。"
          />
          <FormDateField
            form={form}
            name="untilOn"
            label="最後の日"
            requirement="optional"
            support="続いているときは、空けておきます。"
          />
        </>
      )}
    </FormDialog>
  );
};

type RowProps = { readonly organization: Organization; readonly row: Trait };

const EndDialog = ({ organization: { abilities }, row }: RowProps) => {
  const { today } = useSession();
  return (
    <FormDialog<EndValues, unknown>
      ability={abilities.endTrait}
      label="終わりの日を決める"
      size="small"
      title={`「${traits[row.trait]}」として数えるのを終えますか`}
      effect={traitEffects.endTrait}
      schema={EndForm}
      defaultValues={{ traitId: row.id, version: row.version, untilOn: today }}
      send={(values) => client.organization.endTrait.mutate(toCommand(values))}
      submitLabel="終わりの日を決める"
      done="終わりの日を決めました"
    >
      {(form) => (
        <FormDateField
          form={form}
          name="untilOn"
          label="最後の日"
          requirement="required"
          support="この日までは数えます。"
        />
      )}
    </FormDialog>
  );
};

const Acts = ({ organization, row }: RowProps) => (
  <ButtonRow>
    <EndDialog organization={organization} row={row} />
    <ConfirmAction
      ability={organization.abilities.cancelTrait}
      label="まちがいとして取り消す"
      variant="text"
      isDangerous
      title={`「${traits[row.trait]}」の記録を取り消しますか`}
      effect={traitEffects.cancelTrait}
      confirmLabel="取り消す"
      send={(requestId) => client.organization.cancelTrait.mutate({ requestId, traitId: row.id, version: row.version })}
      onDone={() => announce("計画で数える区分の記録を取り消しました")}
    />
  </ButtonRow>
);

type State = { readonly label: string; readonly tone: StatusTone };
const isCancelled = ({ sinceOn, untilOn }: Trait): boolean => untilOn === sinceOn;
const stateOf = (row: Trait, today: CivilDate): State => {
  if (isCancelled(row)) return { label: "取り消しました", tone: "quiet" };
  if (row.sinceOn > today) return { label: "これから数えます", tone: "info" };
  return row.untilOn === null || row.untilOn > today
    ? { label: "数えています", tone: "success" }
    : { label: "終わりました", tone: "quiet" };
};

const Item = ({ organization, row }: RowProps) => {
  const { today } = useSession();
  const { label, tone } = stateOf(row, today);
  return (
    <li className="flex flex-col gap-2 border-t border-solid-gray-200 pt-3 first:border-t-0 first:pt-0">
      <div className="flex flex-wrap items-center gap-x-3">
        <span className="text-std-16B-170">{traits[row.trait]}</span>
        <StatusBadge tone={tone}>{label}</StatusBadge>
      </div>
      {isCancelled(row) ? null : <p className="text-solid-gray-700">{eraPeriodText(row)}</p>}
      {isCancelled(row) ? null : <Acts organization={organization} row={row} />}
    </li>
  );
};

/** As what the plan counts the organization, and from when to when (G-10, G-12). */
export const TraitsCard = ({ organization }: { readonly organization: Organization }) => (
  <Card
    title="計画での数え方"
    id="traits"
    lead="市の計画の数字（通いの場の団体数など）に、この団体を何として数えるかです。"
    aside={<RecordDialog organization={organization} />}
  >
    {organization.traits.length === 0 ? (
      <p>この団体は、計画の数字に入っていません。</p>
    ) : (
      <ul className="flex flex-col gap-4">
        {organization.traits.map((row) => (
          <Item key={row.id} organization={organization} row={row} />
        ))}
      </ul>
    )}
  </Card>
);
