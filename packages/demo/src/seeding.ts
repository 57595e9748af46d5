import { type Actor, type CivilDate, type MunicipalityId, type RequestId } from "@tsunagari/domain";
import type { Context, System } from "@tsunagari/services/kernel";
import type { CityData } from "./data.ts";
import { stableId } from "./stable-id.ts";

/** What services gave an id to. Departments and areas have stable ids instead. */
type Kind = "user" | "organization" | "place" | "platform" | "activity" | "case" | "person" | "consent" | "referral";

/** One city on its way into the database. */
export type Seeding = {
  readonly system: System;
  readonly municipalityId: MunicipalityId;
  /** The day of the demo; what is live is counted from it. */
  readonly day: CivilDate;
  readonly data: CityData;
  readonly given: Map<string, string>;
  readonly actors: Map<string, Actor>;
};

export const note = (seeding: Seeding, kind: Kind, of: { readonly code: string; readonly id: string }): string => {
  seeding.given.set(`${kind} ${of.code}`, of.id);
  return of.id;
};

/** The id of what was seeded under a code. Throws where nothing was: the data files refer to what is not there. */
export const idOf = (seeding: Seeding, kind: Kind, code: string): string => {
  const id = seeding.given.get(`${kind} ${code}`);
  if (id === undefined) throw new Error(`the demo data name a ${kind} "${code}" that is not there`);
  return id;
};

export const departmentIdOf = ({ data }: Pick<Seeding, "data">, code: string) =>
  stableId<"department">(data.city.slug, "department", code);
export const bodyIdOf = ({ data }: Pick<Seeding, "data">, code: string) =>
  stableId<"meetingBody">(data.city.slug, "meetingBody", code);
export const schemeIdOf = ({ data }: Pick<Seeding, "data">, code: string) =>
  stableId<"areaScheme">(data.city.slug, "areaScheme", code);
export const areaIdOf = ({ data }: Pick<Seeding, "data">, code: string) =>
  stableId<"area">(data.city.slug, "area", code);

/** The request id of one step, the same in every run. */
export const requestOf = ({ data }: Pick<Seeding, "data">, ...step: readonly string[]): RequestId =>
  stableId<"request">(data.city.slug, "request", ...step);

/** Acts as somebody at a moment. `who` is the code of a persona, or `owner of <organization>`. */
export const as = (seeding: Seeding, who: string, clock: string): Context => {
  const actor = seeding.actors.get(who);
  if (!actor) throw new Error(`the demo data name a person "${who}" who is not there`);
  return { ...seeding.system, clock, actor };
};

export const ownerOf = (organization: string): string => `owner of ${organization}`;

/** Does the work for all items, a few at a time; the order in which they begin is the order of the list. */
export const forEachOf = async <Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
  atOnce = 4,
): Promise<void> => {
  const waiting = items.values();
  const take = async (): Promise<void> => {
    for (const item of waiting) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, take));
};
