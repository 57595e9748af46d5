import { departmentKinds, labelKeys } from "@tsunagari/domain/municipality";
import { operatorRoles } from "@tsunagari/domain/platform";
import { z } from "zod";

const dated = { sinceOn: z.string(), untilOn: z.string().nullable() };

/** A city as it is founded, with codes where the services want ids. */
export const CityFile = z.strictObject({
  /** From this day on the city works with the system: roles begin, and the first commands are dated so. */
  startsOn: z.string(),
  slug: z.string(),
  localGovernmentCode: z.string(),
  name: z.string(),
  nameKana: z.string(),
  departments: z.array(
    z.strictObject({
      code: z.string(),
      parent: z.string().nullable(),
      kind: z.enum(departmentKinds),
      name: z.string(),
      sortOrder: z.number(),
      ...dated,
    }),
  ),
  areaSchemes: z.array(z.strictObject({ code: z.string(), name: z.string(), isDisclosable: z.boolean() })),
  areas: z.array(
    z.strictObject({
      scheme: z.string(),
      parent: z.string().nullable(),
      code: z.string(),
      name: z.string(),
      sortOrder: z.number(),
      ...dated,
    }),
  ),
  labels: z.array(z.strictObject({ key: z.enum(labelKeys), text: z.string(), ...dated })),
  closedDays: z.array(z.strictObject({ closedOn: z.string(), name: z.string() })),
  platforms: z.array(
    z.strictObject({
      code: z.string(),
      name: z.string(),
      description: z.string(),
      scheme: z.string(),
      areas: z.array(z.string()),
      operators: z.array(z.strictObject({ department: z.string(), role: z.enum(operatorRoles) })),
      sinceOn: z.string(),
    }),
  ),
});
export type CityFile = z.output<typeof CityFile>;
