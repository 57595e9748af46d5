import { z } from "zod";
import { choice, command, DateField, input, OptionalDateField, Version } from "../kernel/fields.ts";
import { paragraph } from "../kernel/text.ts";
import type { CivilDate } from "../kernel/time.ts";
import { refusedLinks } from "./page-text.ts";

/** 利用規約, 個人情報の取扱い, アクセシビリティ, お問い合わせ: what every city says about the service itself. */
export const cityPageKinds = ["terms", "privacy", "accessibility", "contact"] as const;
export type CityPageKind = (typeof cityPageKinds)[number];

export type CityPageVersion = {
  readonly kind: CityPageKind;
  /** Null is the wording of the program. */
  readonly body: string | null;
  readonly sinceOn: CivilDate;
  readonly version: number;
};

/** What a page says on a day: of the versions begun by then the latest, and of one day's the last; null for none. */
export const pageOn = <V extends CityPageVersion>(
  versions: readonly V[],
  kind: CityPageKind,
  on: CivilDate,
): V | null =>
  versions
    .filter((one) => one.kind === kind && one.sinceOn <= on)
    .toSorted((left, right) =>
      left.sinceOn === right.sinceOn ? right.version - left.version : left.sinceOn < right.sinceOn ? 1 : -1,
    )[0] ?? null;

const PageBody = paragraph(20_000).refine((text) => refusedLinks(text).length === 0, { error: "not_a_page_link" });

/** The version of the newest text of the page; 0 while the city has written none. */
const NewestVersion = z.union([z.literal(0), Version], { error: "invalid" });

export const PublishPage = command({
  kind: choice(cityPageKinds),
  body: PageBody,
  sinceOn: DateField,
  version: NewestVersion,
});
/** Back to the wording of the program. */
export const RestorePage = command({ kind: choice(cityPageKinds), sinceOn: DateField, version: NewestVersion });

/** `on`: the day whose text is asked for; today where it is left open. */
export const GetPage = input({ kind: choice(cityPageKinds), on: OptionalDateField });
export const ListPageVersions = input({ kind: choice(cityPageKinds) });
