import { ListCaseAccess } from "@tsunagari/domain/audit";
import { findCase, loadCaseAccess } from "../case/index.ts";
import { defineQuery, readClock } from "../kernel/index.ts";
import { countEntries, presentEntries } from "./entries.ts";

/** Everything done with a case and who read it, page by page. */
export const listCaseAccess = defineQuery({
  action: "audit.read",
  input: ListCaseAccess,
  load: async (step) => {
    const found = await findCase(step, step.input.caseId);
    if (!found) return null;
    const { today } = await readClock(step.tx);
    return loadCaseAccess(step, found.id, today);
  },
  run: async (step) => {
    const { page, pageSize, ...filter } = step.input;
    return {
      caseId: filter.caseId,
      total: await countEntries(step, filter),
      page,
      pageSize,
      items: await presentEntries(step, filter, { limit: pageSize, offset: (page - 1) * pageSize }),
    };
  },
  reads: ({ value: { caseId } }) => [{ kind: "case", id: caseId, caseId }],
});
