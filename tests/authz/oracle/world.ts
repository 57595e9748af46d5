/** What the worlds of the oracle are made of: plain rows under their columns' names, as the database would say them. */
export type Value = string | number | boolean | null | readonly string[];
export type Row = Readonly<Record<string, Value>> & { readonly id: string; readonly municipality_id: string };

export type World = {
  /** The database's clock, ISO 8601. */
  readonly clock: string;
  /** The day it is in Japan. */
  readonly today: string;
  readonly cities: readonly [string, string];
  readonly rows: Readonly<Record<string, readonly Row[]>>;
};

export type ActorKind = "staff" | "partner" | "public" | "worker" | "auditor";

/** Who asks, as the program has found out before it asks the database. Empty strings stand for nobody and nothing. */
export type Asker = {
  readonly label: string;
  readonly kind: ActorKind;
  readonly city: string;
  readonly user: string;
  readonly organization: string;
};

export const rowsOf = (world: World, table: string): readonly Row[] => world.rows[table] ?? [];

const short = (world: World) => {
  const names = new Map<string, string>(world.cities.map((id, index) => [id, `city${String(index)}`]));
  for (const [table, rows] of Object.entries(world.rows)) {
    rows.forEach((row, index) => {
      if (!names.has(row.id)) names.set(row.id, `${table}#${String(index)}`);
    });
  }
  return names;
};

/** A world in lines that can be read, with names in the place of ids and without what no rule looks at. */
export const describeWorld = (world: World): string => {
  const names = short(world);
  const said = (value: Value): string => (typeof value === "string" ? (names.get(value) ?? value) : String(value));
  const lines = Object.entries(world.rows).flatMap(([, rows]) =>
    rows.map((row) => {
      const fields = Object.entries(row)
        .filter(
          ([column, value]) =>
            column !== "id" && value !== null && !/^(filled|\\x)/u.test(said(value)) && said(value) !== "",
        )
        .map(([column, value]) => `${column}=${said(value)}`);
      return `  ${said(row.id)}: ${fields.join(" ")}`;
    }),
  );
  return [`clock ${world.clock}, in Japan ${world.today}`, ...lines].join("\n");
};

/** The name a world's description gives an id. */
export const nameOf = (world: World, id: string): string => short(world).get(id) ?? `a row of another world (${id})`;

export const describeAsker = (world: World, asker: Asker): string =>
  `${asker.label} (${asker.kind}, city ${nameOf(world, asker.city)}, user ${asker.user && nameOf(world, asker.user)}, organization ${
    asker.organization && nameOf(world, asker.organization)
  })`;
