import { organizationTraits } from "@tsunagari/domain/organization";
import { z } from "zod";

/** As what the plan counts an organization, from a day on. */
export const Trait = z.strictObject({ trait: z.enum(organizationTraits), sinceOn: z.string() });

/** A group that is only counted: it stands in the register of the city, without a place, people or activities of its own. */
const GroupFile = z.strictObject({
  code: z.string(),
  name: z.string(),
  nameKana: z.string(),
  description: z.string(),
  registeredOn: z.string(),
  traits: z.array(Trait),
});
export type GroupFile = z.output<typeof GroupFile>;
export const GroupFiles = z.array(GroupFile);
