import { ListLabels, labelKeys, labelOn } from "@tsunagari/domain/municipality";
import { labelText } from "@tsunagari/messages";
import { defineQuery } from "../kernel/index.ts";
import { loadLabelsOn, loadNewestVersions } from "./store.ts";

/** What everything is called in this city on a day, the program's own wording where the city has given no name. */
export const listLabels = defineQuery({
  action: "municipality.listLabels",
  input: ListLabels,
  run: async ({ tx, municipalityId, input, today, may }) => {
    const on = input.on ?? today;
    const rows = await loadLabelsOn(tx, municipalityId, on);
    const versions = await loadNewestVersions(tx, municipalityId);
    return {
      on,
      labels: labelKeys.map((key) => {
        const own = rows.find((row) => row.key === key);
        return {
          key,
          text: labelOn(rows, key, on) ?? labelText(key),
          isOwn: own !== undefined,
          sinceOn: own?.sinceOn ?? null,
          version: versions.get(key) ?? 0,
        };
      }),
      abilities: { renameLabel: may("municipality.renameLabel", { municipalityId }) },
    };
  },
});
