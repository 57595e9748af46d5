import { z } from "zod";
import { choice, command, DateField, input, OptionalDateField, Page, Version } from "../kernel/fields.ts";
import { line } from "../kernel/text.ts";
import { changeSubjectKinds } from "./change.ts";
import { labelKeys } from "./label.ts";
import { AreaId } from "./municipality.ts";
import { settingKeys, settingSchemas } from "./settings.ts";

/** Nothing but who asks decides the answer. */
export const GetCity = input({});
export const ListCities = input({});
export const GetSettings = input({});
/** `on`: the day whose names are asked for; today where it is left open. */
export const ListLabels = input({ on: OptionalDateField });
export const ListAreas = input({ on: OptionalDateField });
export const ListDepartments = input({ on: OptionalDateField });
export const ListPrograms = input({ on: OptionalDateField });
export const ListModules = input({ on: OptionalDateField });
export const ListMeetingBodies = input({ on: OptionalDateField });
export const ListPlans = input({ on: OptionalDateField });
/** What the city runs and has open today; portals show it before they offer anything. */
export const GetOffer = input({});
/** Newest first; of one kind, or all of them. */
export const ListChanges = input({
  kind: choice(changeSubjectKinds)
    .nullish()
    .transform((kind) => kind ?? null),
  ...Page,
});

/** `version` is 0 while the city has never changed the default. */
export const ChangeSetting = command({
  key: choice(settingKeys),
  value: z.union([z.string(), z.number(), z.array(z.string()).max(20)], { error: "required" }),
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
