import { auditVerification } from "@tsunagari/db/schema";
import { fail, inTransaction, newId, readClock, type Context } from "../kernel/index.ts";
import { notify } from "../notice/index.ts";
import type { ChainProblem } from "./verify.ts";

/** What a check came to. */
export type CheckResult = {
  readonly sealed: number;
  readonly checkpoints: number;
  readonly problems: readonly ChainProblem[];
};

/** Writes what a check found for the auditor's page, and tells who answers for the log where something is wrong. */
export const recordCheck = async (context: Context, { sealed, checkpoints, problems }: CheckResult) => {
  const { municipalityId } = context.actor;
  if (municipalityId === null) return fail("forbidden", "kernel.forbidden");
  const [first] = problems;
  await inTransaction(context, async (tx) => {
    const { now, today } = await readClock(tx);
    const id = newId<"auditVerification">();
    const found = { problem: first?.problem ?? null, problemNo: first?.no ?? null };
    await tx.insert(auditVerification).values({ municipalityId, id, at: now, sealed, checkpoints, ...found });
    if (!first) return;
    const to = { roles: ["auditor", "platformAdministrator"] } as const;
    const step = { tx, keys: context.keys, municipalityId, now };
    await notify(step, { kind: "audit.broken", subjectId: municipalityId, to, onceKey: `${today}:${first.problem}` });
  });
  if (first) context.log("audit.chain_broken", { municipalityId, reason: first.problem, count: first.no });
};
