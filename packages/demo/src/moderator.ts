import { administrator } from "./people.ts";
import type { Seeding } from "./seeding.ts";

/** Who approves what organizations post: the community coordinator, else the administrator. */
export const moderatorOf = ({ data }: Pick<Seeding, "data">): string =>
  data.personas.find((persona) => persona.roles.some((role) => role.code === "communityCoordinator"))?.code ??
  administrator;
