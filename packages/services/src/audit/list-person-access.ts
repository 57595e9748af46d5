import { asId } from "@tsunagari/domain";
import { ListPersonAccess } from "@tsunagari/domain/audit";
import type { CaseAccess } from "@tsunagari/domain/case";
import { findPerson, loadCaseAccess, type Scope } from "../case/index.ts";
import { defineQuery, demandFound, readClock } from "../kernel/index.ts";
import { countEntries, presentEntries } from "./entries.ts";

/** Who works on the case of a person; null where the fence hides it. */
export const loadPersonAccess = async (scope: Scope, personId: string): Promise<CaseAccess | null> => {
  const found = await findPerson(scope, personId);
  if (!found) return null;
  const { today } = await readClock(scope.tx);
  return loadCaseAccess(scope, found.caseId, today);
};

/** 「この人の情報を見た人」 (D-36), page by page. */
export const listPersonAccess = defineQuery({
  action: "audit.read",
  input: ListPersonAccess,
  load: (step) => loadPersonAccess(step, step.input.personId),
  run: async (step) => {
    const { page, pageSize, ...filter } = step.input;
    const { caseId } = demandFound(await findPerson(step, filter.personId));
    return {
      personId: filter.personId,
      caseId: asId<"case">(caseId),
      total: await countEntries(step, filter),
      page,
      pageSize,
      items: await presentEntries(step, filter, { limit: pageSize, offset: (page - 1) * pageSize }),
    };
  },
  reads: ({ value: { personId, caseId } }) => [{ kind: "person", id: personId, caseId, personId }],
});
