import { filled, hasCity, type Reference, type Table } from "./catalog.ts";
import type { CitySketch, Drawn, RowSketch, WorldSketch } from "./sketch.ts";
import { mended } from "./mend.ts";
import type { Row, Value, World } from "./world.ts";

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, "0");
const uuid = (world: number, city: number, place: { readonly table: number; readonly row: number }): string =>
  `${hex(world, 8)}-${hex(city, 4)}-7${hex(place.table, 3)}-8000-${hex(place.row, 12)}`;

const hours = 3_600_000;
const instantOf = ({ day, hour }: WorldSketch): Date =>
  new Date(Date.UTC(2026, 3, 1 + day, hour - 9, hour === 23 ? 59 : 0));
/** A day of the Japanese calendar, so many days from that of the instant. Japan is nine hours ahead and knows no DST. */
export const japaneseDay = (at: Date, daysLater = 0): string =>
  new Date(at.getTime() + 9 * hours + daysLater * 24 * hours).toISOString().slice(0, 10);

type Place = { readonly at: Date; readonly rows: Record<string, Row[]> };

const drawnValue = ({ at, rows }: Place, drawn: Drawn): Value => {
  if (drawn === null || typeof drawn !== "object" || Array.isArray(drawn)) return drawn as Value;
  if ("day" in drawn) return japaneseDay(at, drawn.day);
  if ("hour" in drawn) return new Date(at.getTime() + drawn.hour * hours).toISOString();
  const { of, pick } = drawn as { readonly of: string; readonly pick: number };
  const candidates = rows[of] ?? [];
  return candidates.length === 0 ? null : (candidates[pick % candidates.length]?.id ?? null);
};

type Draft = Record<string, Value>;

/** Points the row at one that exists and agrees with what the row says already; null where there is none. */
const refer = (
  draft: Draft,
  reference: Reference,
  from: { readonly candidates: readonly Row[]; readonly pick: number },
): boolean => {
  const fitting = from.candidates.filter((row) =>
    reference.columns.every((column, index) => {
      const own = draft[column];
      return column === "id" || own === undefined || own === null || own === row[reference.keys[index] ?? ""];
    }),
  );
  const chosen = fitting[from.pick % Math.max(fitting.length, 1)];
  if (!chosen) return false;
  reference.columns.forEach((column, index) => {
    draft[column] = chosen[reference.keys[index] ?? ""] ?? null;
  });
  return true;
};

/** One of six rows refers to nothing where it need not. */
const isLeftOut = (pick: number): boolean => pick === 6;

const isOptional = (table: Table, { columns }: Reference): boolean =>
  columns.some((name) => table.columns.some((column) => column.name === name && !column.isRequired));

const resolveRow = (
  table: Table,
  sketch: RowSketch,
  at: Place & { readonly city: string; readonly id: string },
): Row | null => {
  const draft: Draft = { municipality_id: at.city, id: at.id };
  for (const [column, drawn] of Object.entries(sketch.values)) draft[column] = drawnValue(at, drawn);
  for (const [index, reference] of table.references.entries()) {
    const chance = sketch.picks[index % sketch.picks.length] ?? 0;
    const isFree = isOptional(table, reference) && reference.columns.some((column) => draft[column] === undefined);
    if (isFree && isLeftOut(chance)) continue;
    const candidates = at.rows[reference.to] ?? [];
    if (!refer(draft, reference, { candidates, pick: chance }) && !isOptional(table, reference)) return null;
  }
  for (const column of table.columns)
    draft[column.name] ??= filled(column, {
      id: String(draft["id"]),
      clock: at.at.toISOString(),
      today: japaneseDay(at.at),
    });
  return mended(table.name, draft as Row, at);
};

type Outline = { readonly number: number; readonly city: 0 | 1; readonly at: Date };

const resolveCity = (
  tables: readonly Table[],
  sketch: CitySketch,
  { number, city, at }: Outline,
): Record<string, Row[]> => {
  const cityId = uuid(number, city, { table: 0, row: 0 });
  const rows: Record<string, Row[]> = {};
  for (const [index, table] of tables.entries()) {
    const list: Row[] = [];
    // The rows there are so far can be referred to: a department may stand under one before it.
    rows[table.name] = list;
    for (const [number_, one] of (sketch[table.name] ?? []).entries()) {
      const id = uuid(number, city, { table: index + 1, row: number_ });
      const row = resolveRow(table, one, { rows, at, city: cityId, id });
      if (row && !list.some((other) => other.id === row.id)) list.push(row);
    }
  }
  return rows;
};

/** The city's entry in the register. */
const register = (number: number, city: 0 | 1): Row => {
  const id = uuid(number, city, { table: 0, row: 0 });
  const code = (number * 2 + city) % 1_000_000;
  return {
    id,
    municipality_id: id,
    slug: `city-${id}`,
    local_government_code: String(code).padStart(6, "0"),
    name: `filled ${id}`,
    name_kana: `filled ${id}`,
  };
};

/** The sketch as rows with ids, which no other world of the run shares. */
export const resolveWorld = (tables: readonly Table[], sketch: WorldSketch, number: number): World => {
  const at = instantOf(sketch);
  const ofCities = tables.filter(hasCity);
  const cities = ([0, 1] as const).map((city) => resolveCity(ofCities, sketch.cities[city], { number, city, at }));
  const rows = Object.fromEntries(
    ofCities.map(({ name }) => [name, cities.flatMap((city) => city[name] ?? [])] as const),
  );
  const registered = [register(number, 0), register(number, 1)] as const;
  return {
    clock: at.toISOString(),
    today: japaneseDay(at),
    cities: [registered[0].id, registered[1].id],
    rows: { municipality: registered, ...rows },
  };
};
