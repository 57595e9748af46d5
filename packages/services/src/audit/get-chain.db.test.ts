import { randomUUID } from "node:crypto";
import { asId, DomainError, type RoleCode, type StaffActor } from "@tsunagari/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Context } from "../kernel/index.ts";
import { getAuditChain } from "./get-chain.ts";
import { openLog, writeEntry, type Log } from "./test-log.ts";
import { takeCheckpoint } from "./take-checkpoint.ts";
import { checkCity } from "./verify-city.ts";
import { wasCheckedToday } from "./was-checked.ts";

let log: Log;
beforeAll(async () => {
  log = await openLog();
});
afterAll(() => log.close());

/** Somebody of a city with one role, in the database and as the program knows him. */
const employed = async (code: RoleCode, as: Context = log.context): Promise<Context> => {
  const { municipalityId } = as.actor;
  if (municipalityId === null) throw new Error("no city");
  const userId = asId<"user">(randomUUID());
  await log.behind`insert into user_account (municipality_id, id, kind, mail_hmac, mail_ciphertext, name_ciphertext, status)
    values (${municipalityId}, ${userId}, 'staff', ${Buffer.from(userId)}, '\\x01', '\\x01', 'active')`;
  await log.behind`insert into role_assignment (municipality_id, id, user_id, role_code, scope_kind, since_on)
    values (${municipalityId}, ${randomUUID()}, ${userId}, ${code}, 'municipality', '2020-04-01')`;
  const actor: StaffActor = {
    kind: "staff",
    municipalityId,
    userId,
    departmentId: null,
    assurance: 1,
    freshUntil: new Date("2100-01-01T00:00:00Z"),
    roles: [{ code, scopeKind: "municipality", scopeId: null }],
  };
  return { ...as, actor };
};

describe("the state of the chain", () => {
  it("is told to the auditor and the administrator from the first entry on", async () => {
    const auditor = await employed("auditor");
    expect(await getAuditChain.execute(auditor, {})).toMatchObject({
      sealed: 0,
      lastSealedAt: null,
      waiting: 0,
      checkpoint: null,
      check: null,
    });
    await writeEntry(log.context);
    await writeEntry(log.context);
    const waiting = await getAuditChain.execute(auditor, {});
    expect(waiting).toMatchObject({ sealed: 0, waiting: 2, waitingSince: expect.any(Date) as unknown });
    await log.sealAll();
    await takeCheckpoint(log.context, log.vault);
    expect(await wasCheckedToday(log.context)).toBe(false);
    await checkCity(log.context, log.vault);
    expect(await wasCheckedToday(log.context)).toBe(true);
    await writeEntry(log.context);
    const administrator = await employed("platformAdministrator");
    expect(await getAuditChain.execute(administrator, {})).toMatchObject({
      sealed: 2,
      waiting: 1,
      checkpoint: { chainNo: 2, keyId: log.vault.keys.currentId },
      check: { sealed: 2, checkpoints: 1, problem: null, problemNo: null },
    });
  });

  it("is told to nobody else, and of no other city", async () => {
    for (const code of ["caseCoordinator", "supervisor", "adviser"] as const) {
      const refused = getAuditChain.execute(await employed(code), {});
      await expect(refused).rejects.toMatchObject({ kind: "forbidden", reason: "audit.auditor_only" });
      await expect(refused).rejects.toBeInstanceOf(DomainError);
    }
    const other = await employed("auditor", log.elsewhere);
    expect(await getAuditChain.execute(other, {})).toMatchObject({ sealed: 0, checkpoint: null, check: null });
  });
});
