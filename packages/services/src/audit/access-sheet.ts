import { asId } from "@tsunagari/domain";
import { GetAccessSheet } from "@tsunagari/domain/audit";
import { findPerson, loadPersonTexts } from "../case/index.ts";
import { defineQuery, demandFound, fail } from "../kernel/index.ts";
import { countEntries, presentEntries } from "./entries.ts";
import { loadPersonAccess } from "./list-person-access.ts";

/** What fits on a sheet that somebody is to read; a longer period is printed in parts. */
const sheetLimit = 1000;

/** 「この人の情報を見た人」 whole, to be printed and handed to the person. */
export const getAccessSheet = defineQuery({
  action: "audit.printSheet",
  input: GetAccessSheet,
  load: (step) => loadPersonAccess(step, step.input.personId),
  run: async (step) => {
    const { input, today } = step;
    const row = demandFound(await findPerson(step, input.personId));
    const total = await countEntries(step, input);
    if (total > sheetLimit) fail("limit", "audit.too_many_entries", { total, sheetLimit });
    const text = (await loadPersonTexts(step, [row.id], ["name"])).get(row.id);
    return {
      personId: input.personId,
      caseId: asId<"case">(row.caseId),
      name: text?.get("name") ?? null,
      printedOn: today,
      fromOn: input.fromOn,
      toOn: input.toOn,
      items: await presentEntries(step, input, { limit: sheetLimit, offset: 0 }),
    };
  },
  reads: ({ value: { personId, caseId } }) => [{ kind: "person", id: personId, caseId, personId }],
});
