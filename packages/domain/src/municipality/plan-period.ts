import { idOf, type Id } from "../kernel/ids.ts";
import { fiscalYearOf, type CivilDate } from "../kernel/time.ts";

export type PlanId = Id<"plan">;
export const PlanId = idOf("plan");

/** Fiscal years of a plan, both belong to it (C-15). */
export type PlanPeriod = { readonly fromFiscalYear: number; readonly toFiscalYear: number };

export const planStatuses = ["upcoming", "current", "expired"] as const;
export type PlanStatus = (typeof planStatuses)[number];

/** A plan begins on 1 April of its first fiscal year and is over after 31 March of its last (G-50). */
export const planStatusOn = ({ fromFiscalYear, toFiscalYear }: PlanPeriod, on: CivilDate): PlanStatus => {
  const year = fiscalYearOf(on);
  if (year < fromFiscalYear) return "upcoming";
  return year > toFiscalYear ? "expired" : "current";
};

/** 「3年間」: G-32, G-35, G-50. */
export const planYears = ({ fromFiscalYear, toFiscalYear }: PlanPeriod): number => toFiscalYear - fromFiscalYear + 1;
