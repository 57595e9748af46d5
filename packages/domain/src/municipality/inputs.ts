import { z } from "zod";
import { choice, command, DateField, input, OptionalDateField, Version } from "../kernel/fields.ts";
import { DepartmentId } from "../kernel/ids.ts";
import { line } from "../kernel/text.ts";
import { labelKeys } from "./label.ts";
import { AreaId, AreaSchemeId, CitySlug, departmentKinds, LocalGovernmentCode } from "./municipality.ts";
import { settingKeys, settingSchemas } from "./settings.ts";

/** Nothing but who asks decides the answer. */
export const GetCity = input({});
export const ListCities = input({});
export const GetSettings = input({});
/** `on`: the day whose names are asked for; today where it is left open. */
export const ListLabels = input({ on: OptionalDateField });
export const ListAreas = input({ on: OptionalDateField });
export const ListDepartments = input({ on: OptionalDateField });

/** `version` is 0 while the city has never changed the default. */
export const ChangeSetting = command({
  key: choice(settingKeys),
  value: z.union([z.string(), z.number()], { error: "required" }),
  version: z.union([z.literal(0), Version], { error: "invalid" }),
}).superRefine(({ key, value }, context) => {
  const parsed = settingSchemas[key].safeParse(value);
  if (!parsed.success) {
    const message = parsed.error.issues[0]?.message ?? "invalid";
    context.addIssue({ code: "custom", message, path: ["value"], input: value });
  }
});

/** `version` is that of the name in force, 0 where the wording of the program is still used. */
export const RenameLabel = command({
  key: choice(labelKeys),
  text: line(40),
  sinceOn: DateField,
  version: z.union([z.literal(0), Version], { error: "invalid" }),
});

export const RenameArea = command({ areaId: AreaId, name: line(40), version: Version });

const dated = { sinceOn: DateField, untilOn: OptionalDateField };
const Code = z.string({ error: "required" }).regex(/^[a-z0-9-]{1,40}$/u, { error: "invalid" });
const SortOrder = z.int({ error: "not_a_number" }).min(0).max(10_000);

/** A whole city as it is set up once, by who runs the machine; ids are made by the caller so that they may refer. */
export const FoundMunicipality = command({
  slug: CitySlug,
  localGovernmentCode: LocalGovernmentCode,
  name: line(40),
  nameKana: line(80),
  departments: z
    .array(
      input({
        id: DepartmentId,
        parentId: DepartmentId.nullable(),
        kind: choice(departmentKinds),
        name: line(80),
        sortOrder: SortOrder,
        ...dated,
      }),
    )
    .max(500),
  areaSchemes: z.array(input({ id: AreaSchemeId, code: Code, name: line(40), isDisclosable: z.boolean() })).max(20),
  areas: z
    .array(
      input({
        id: AreaId,
        schemeId: AreaSchemeId,
        parentId: AreaId.nullable(),
        code: Code,
        name: line(40),
        sortOrder: SortOrder,
        ...dated,
      }),
    )
    .max(500),
  labels: z.array(input({ key: choice(labelKeys), text: line(40), ...dated })).max(200),
  closedDays: z.array(input({ closedOn: DateField, name: line(40) })).max(500),
});
