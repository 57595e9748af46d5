import type { CivilDate, Verdict } from "@tsunagari/domain";
import { multiAgencyVerdict, type CaseReason } from "@tsunagari/domain/case";
import { fail } from "../kernel/index.ts";
import { loadProgramState } from "../municipality/index.ts";
import type { Scope } from "./access.ts";

/** Whether the city runs 多機関協働事業 on a day, or why cases and their meetings are not offered (C-03). */
export const askMultiAgency = async (scope: Scope, on: CivilDate): Promise<Verdict<CaseReason>> =>
  multiAgencyVerdict(await loadProgramState(scope, "multiAgency", on));

/** Refuses what is not offered on a day. */
export const demandMultiAgency = async (scope: Scope, on: CivilDate): Promise<void> => {
  const verdict = await askMultiAgency(scope, on);
  if (verdict !== true) fail("invalid_state", verdict);
};
