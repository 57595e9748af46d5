import { activityCategories } from "@tsunagari/domain/activity";
import { activityMessages, fieldText } from "@tsunagari/messages";
import { buttonStyle, Icon, linkStyle, Select, TextField } from "@tsunagari/ui";
import type { AreaScheme, City } from "../../caller.ts";
import { holdsMyNumber, isAsking, maxKeywordLength, type SearchQuery } from "./search-query.ts";

type FormProps = {
  readonly city: City;
  readonly schemes: readonly AreaScheme[];
  readonly query: SearchQuery;
};

const categoryOptions = activityCategories.map((value) => ({ value, label: activityMessages.categories[value] }));
const weekdayOptions = Object.entries(activityMessages.weekdays).map(([value, label]) => ({ value, label }));

/**
 * A part of a larger area carries its name: 「東エリア：藤山台」. Several lists over one city may name the same ground, so
 * each stands under its own name; a list of one area tells nothing apart.
 */
const areaOptions = (schemes: readonly AreaScheme[]) => {
  const lists = schemes.filter(({ areas }) => areas.length > 1);
  return lists.flatMap(({ name: group, areas }) =>
    areas.map(({ id, name, parentId }) => {
      const parent = areas.find((area) => area.id === parentId);
      const option = { value: id, label: parent === undefined ? name : `${parent.name}：${name}` };
      return lists.length === 1 ? option : { ...option, group };
    }),
  );
};

type ChoiceProps = Pick<FormProps, "query"> & { readonly areas: ReturnType<typeof areaOptions> };

const Facets = ({ areas, query }: ChoiceProps) => (
  <>
    <Select
      id="category"
      name="category"
      label="活動の種類"
      emptyLabel="すべて"
      width="full"
      options={categoryOptions}
      defaultValue={query.category ?? ""}
    />
    {areas.length === 0 ? null : (
      <Select
        id="area"
        name="area"
        label="地域"
        emptyLabel="市内全域"
        width="full"
        options={areas}
        defaultValue={query.area ?? ""}
      />
    )}
    <Select
      id="weekday"
      name="weekday"
      label="曜日"
      emptyLabel="いつでも"
      width="full"
      options={weekdayOptions}
      defaultValue={String(query.weekday ?? "")}
    />
  </>
);

/** One column for each choice there is, and the button beside them. */
const rows = {
  two: "sm:grid-cols-2 lg:grid-cols-[repeat(2,minmax(0,1fr))_auto]",
  three: "sm:grid-cols-3 lg:grid-cols-[repeat(3,minmax(0,1fr))_auto]",
} as const;

const Choices = ({ areas, query }: ChoiceProps) => (
  <div className={`grid items-end gap-4 ${rows[areas.length === 0 ? "two" : "three"]}`}>
    <Facets areas={areas} query={query} />
    <button
      type="submit"
      className={`min-h-12! sm:col-span-full lg:col-auto lg:min-w-40 ${buttonStyle({ variant: "primary", size: "large" })}`}
    >
      <Icon name="search" className="size-5" />
      さがす
    </button>
  </div>
);

/** A plain GET form: what was asked for stands in the address, to be kept and handed on. */
export const SearchForm = ({ city, schemes, query }: FormProps) => (
  <form
    // On a phone the answer stands below the form: the page opens there.
    action={`/${city.slug}#results`}
    method="get"
    role="search"
    aria-label="活動をさがす"
    className="flex flex-col gap-5 rounded-16 border border-solid-gray-300 bg-white p-5 sm:p-7 print:hidden"
  >
    <TextField
      id="q"
      name="q"
      type="search"
      label="さがす言葉"
      support="1文字からさがせます。ひらがなでも、カタカナでもかまいません。"
      width="full"
      maxLength={maxKeywordLength}
      defaultValue={query.q ?? ""}
      error={holdsMyNumber(query) ? fieldText("my_number") : undefined}
      autoComplete="off"
      enterKeyHint="search"
    />
    <Choices areas={areaOptions(schemes)} query={query} />
    {isAsking(query) ? (
      <div>
        <a href={`/${city.slug}`} className={`inline-flex min-h-11 items-center ${linkStyle}`}>
          条件をすべて消す
        </a>
      </div>
    ) : null}
  </form>
);
