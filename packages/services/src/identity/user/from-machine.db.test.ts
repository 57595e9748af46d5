import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  appointAdministrator,
  deactivateStaff,
  issueStaffPassword,
  listAdministrators,
  resetStaffSecondFactors,
  resolveActor,
  signIn,
} from "../index.ts";
import { answerOf, foundTestCity, openTestSystem } from "../test-city.ts";

let world: Awaited<ReturnType<typeof openTestSystem>>;

beforeAll(async () => {
  world = await openTestSystem();
  await foundTestCity(world.system, "kasugai");
  await foundTestCity(world.system, "iruma");
});
afterAll(() => world.close());

const person = { city: "kasugai", mail: "first@example.jp", name: "架空 管理子" };
const attempt = { portal: "staff", mail: person.mail, clientAddress: "198.51.100.7" } as const;

describe("administration from the machine", () => {
  it("makes the first administrator, stops him at once, and finds the way back in", async () => {
    const { oneTimePassword } = await appointAdministrator(world.system, person);
    expect(await listAdministrators(world.system, "kasugai")).toEqual([
      { name: person.name, mail: person.mail, status: "active" },
    ]);
    expect(await listAdministrators(world.system, "iruma")).toEqual([]);

    const { sessionToken } = await signIn(world.system, { ...attempt, password: oneTimePassword });
    await deactivateStaff(world.system, person);
    expect(await resolveActor(world.system, { portal: "staff", sessionToken })).toBeNull();
    expect(await answerOf(issueStaffPassword(world.system, person))).toBe("forbidden identity.is_deactivated");

    const second = { ...person, mail: "second@example.jp" };
    await appointAdministrator(world.system, second);
    const password = await issueStaffPassword(world.system, second);
    expect(await answerOf(signIn(world.system, { ...attempt, mail: second.mail, password }))).toBe("done");
  });

  it("takes the second factor off who is locked out, and tells him", async () => {
    const mail = "locked-out@example.jp";
    const { userId } = await appointAdministrator(world.system, { ...person, mail });
    await world.behind`insert into totp_factor (municipality_id, id, user_id, secret_ciphertext, confirmed_at, created_at)
      select municipality_id, gen_random_uuid(), id, '', now(), now() from user_account where id = ${userId}`;
    await resetStaffSecondFactors(world.system, { ...person, mail });
    expect(await world.behind`select from totp_factor where user_id = ${userId}`).toHaveLength(0);
    expect(await world.behind`select from outbox_mail where user_id = ${userId}`).toHaveLength(1);
    expect(await answerOf(resetStaffSecondFactors(world.system, { ...person, mail }))).toBe(
      "invalid_state identity.no_second_factor",
    );
  });

  it("writes into the audit that it was the machine", async () => {
    const rows = await world.behind<Record<string, unknown>[]>`select distinct action, job, user_id from audit_entry
      where actor_kind = 'worker' and action like 'identity.%' order by action`;
    expect(rows.map((row) => [row["action"], row["job"], row["user_id"]])).toEqual([
      ["identity.assignRole", "administration", null],
      ["identity.createUser", "administration", null],
      ["identity.deactivateUser", "administration", null],
      ["identity.issuePassword", "administration", null],
      ["identity.resetSecondFactors", "administration", null],
    ]);
  });

  it("knows no city that is not there, and no account of another city", async () => {
    expect(await answerOf(appointAdministrator(world.system, { ...person, city: "toda" }))).toBe(
      "not_found kernel.not_found",
    );
    expect(await answerOf(deactivateStaff(world.system, { ...person, city: "iruma" }))).toBe(
      "not_found kernel.not_found",
    );
  });
});
