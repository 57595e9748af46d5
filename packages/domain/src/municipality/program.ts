import type { CivilDate, Dated } from "../kernel/time.ts";
import { isInForce } from "../kernel/time.ts";

/** 社会福祉法106条の4第2項: the programs of the multi-layered support system (S-002 to S-006). */
export const programs = [
  "comprehensiveConsultation",
  "participationSupport",
  "communityBuilding",
  "outreach",
  "multiAgency",
] as const;
export type Program = (typeof programs)[number];

/** 検討, 移行準備, 実施, 終了 (S-012, C-03). */
export const programStatuses = ["underStudy", "preparing", "inOperation", "ended"] as const;
export type ProgramStatus = (typeof programStatuses)[number];

/** 直営, 委託, 一部委託, 補助 (C-04). */
export const deliveryModes = ["direct", "commissioned", "partlyCommissioned", "subsidized"] as const;
export type DeliveryMode = (typeof deliveryModes)[number];

/** How a program stands over a period; the rows of one program follow each other. */
export type ProgramPeriod = Dated & {
  readonly program: Program;
  readonly status: ProgramStatus;
  readonly modes: readonly DeliveryMode[];
};

/** What the law lets a city do with a program on a day. `run` is the only state in which it is offered. */
export type ProgramState = "run" | Exclude<ProgramStatus, "inOperation">;

/** The row of a program that holds on a day, or null where the city has said nothing about it. */
export const programOn = <Period extends ProgramPeriod>(
  periods: readonly Period[],
  program: Program,
  on: CivilDate,
): Period | null => periods.find((row) => row.program === program && isInForce(row, on)) ?? null;

/**
 * Preparation counts as run from the day somebody carries it out, that is, from a stated way of delivery: 戸田市 works in
 * 移行準備 from the commission of 2025-08 on (001 L66), and nobody works before it.
 */
const stateOf = (period: ProgramPeriod): ProgramState => {
  if (period.status === "inOperation") return "run";
  return period.status === "preparing" && period.modes.length > 0 ? "run" : period.status;
};

/** How a program stands on a day. A city that has said nothing is still thinking about it; one that stopped has ended it. */
export const programStateOn = (periods: readonly ProgramPeriod[], program: Program, on: CivilDate): ProgramState => {
  const period = programOn(periods, program, on);
  if (period) return stateOf(period);
  return wasProgramRunBefore(periods, program, on) ? "ended" : "underStudy";
};

/** Whether a program was ever run before a day: a city that ran it keeps reading what it left. */
export const wasProgramRunBefore = (periods: readonly ProgramPeriod[], program: Program, on: CivilDate): boolean =>
  periods.some((row) => row.program === program && row.sinceOn < on && stateOf(row) === "run");

/** The day after `on` from which the city's own plan has a program run next, or null where none is planned. */
export const programStartOn = (periods: readonly ProgramPeriod[], program: Program, on: CivilDate): CivilDate | null =>
  periods
    .filter((row) => row.program === program && row.sinceOn > on && stateOf(row) === "run")
    .map(({ sinceOn }) => sinceOn)
    .toSorted()[0] ?? null;

/** The first day on which others carry a program out, wholly or in part (G-39), or null. */
export const firstCommissionedOn = (periods: readonly ProgramPeriod[], program: Program): CivilDate | null =>
  periods
    .filter((row) => row.program === program)
    .filter(({ modes }) => modes.some((mode) => mode === "commissioned" || mode === "partlyCommissioned"))
    .map(({ sinceOn }) => sinceOn)
    .toSorted()[0] ?? null;
