import { isCivilDate } from "@tsunagari/domain/kernel";
import { z } from "zod";

export const settingsTabs = ["rules", "names", "areas"] as const;

/** Which part of the settings is open, and the day whose names are shown. */
export const SettingsSearch = z.object({
  tab: z.enum(settingsTabs).optional().catch(undefined),
  on: z.string().refine(isCivilDate).optional().catch(undefined),
});
export type SettingsSearch = z.output<typeof SettingsSearch>;
