import { rowsOf, type ActorKind, type Asker, type Row, type World } from "./world.ts";

const idOrEmpty = (row: Row | undefined, column: string): string => {
  const value = row?.[column];
  return typeof value === "string" ? value : "";
};

const asItself = (world: World, user: Row): Asker => ({
  label: "a user of the city",
  kind: user["kind"] === "partner" ? "partner" : "staff",
  city: user.municipality_id,
  user: user.id,
  organization: idOrEmpty(user, "organization_id"),
});

/** Everybody who could ask the first city: each of its users, some of the other's, and those whose settings do not fit. */
export const askersOf = (world: World): readonly Asker[] => {
  const [home, abroad] = world.cities;
  const users = rowsOf(world, "user_account").map((user) => asItself(world, user));
  const own = users.filter(({ city }) => city === home);
  const foreign = users.filter(({ city }) => city === abroad).slice(0, 2);
  const partner = own.find(({ kind }) => kind === "partner");
  const staff = own.find(({ kind }) => kind === "staff");
  const others = rowsOf(world, "organization").filter(
    ({ id, municipality_id: city }) => city === home && id !== partner?.organization,
  );
  const without = (kind: ActorKind, city: string, label: string): Asker => ({
    label,
    kind,
    city,
    user: "",
    organization: "",
  });
  return [
    ...own,
    ...foreign,
    ...(partner && others[0]
      ? [{ ...partner, label: "a partner who claims another organization", organization: others[0].id }]
      : []),
    ...(partner ? [{ ...partner, label: "a partner under no organization", organization: "" }] : []),
    ...(staff ? [{ ...staff, label: "a user's id under another city", city: abroad }] : []),
    ...(foreign[0] ? [{ ...foreign[0], label: "another city's user under this city", city: home }] : []),
    without("public", home, "a visitor of the public pages"),
    without("worker", home, "a job of the city"),
    without("auditor", home, "the auditors' role"),
    without("staff", home, "the staff role without a user"),
    without("staff", "", "the staff role without an actor"),
    without("partner", home, "the partner role without a user"),
  ];
};
