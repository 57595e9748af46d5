/* The commands about the audit chain as an operator runs them (threat 19). */
import { randomUUID } from "node:crypto";
import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { patience } from "@tsunagari/testing";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openAdmin } from "./admin-command.ts";

const cityId = randomUUID();

let line: Awaited<ReturnType<typeof openAdmin>>;
let behind: postgres.Sql;
beforeAll(async () => {
  line = await openAdmin();
  behind = postgres(line.database.superuserUrl, { max: 1, onnotice: () => undefined });
  await behind`insert into municipality (id, slug, local_government_code, name, name_kana)
    values (${cityId}, 'kasugai', '232068', '春日井市', 'かすがいし')`;
  // The fence of the log asks whose city it is.
  await behind`select set_config('app.municipality_id', ${cityId}, false)`;
});
afterAll(async () => {
  await behind.end();
  await line.close();
});

const write = async (count: number): Promise<void> => {
  for (let entry = 0; entry < count; entry += 1)
    await behind`select app.auth_audit(${cityId}, ${randomUUID()}, ${randomUUID()}, 'staff', 'identity.signIn', null)`;
};
const keysIn = (text: string): readonly string[] => text.match(/-----BEGIN PUBLIC KEY-----[^-]+/gu) ?? [];

// Each command is a process of its own.
describe("npm run admin, about the audit chain", { timeout: patience(120) }, () => {
  it("signs where it stands, and finds it good: exit code 0, with what was looked at", async () => {
    await write(3);
    const keys = await line.admin("audit-keys");
    expect(keys.code, keys.said).toBe(0);
    expect(keysIn(keys.said)).toHaveLength(1);
    await writeFile(join(line.folder, "first.pem"), keys.said);
    expect(await line.admin("checkpoint-audit", "--city", "kasugai")).toEqual({
      code: 0,
      said: "kasugai\tsigned and copied.\n",
    });
    expect(await line.admin("verify-audit")).toEqual({
      code: 0,
      said: "kasugai\tOK: 3 sealed entries, 1 checkpoints, 1 of them in the copy.\n",
    });
  });

  it("rotates the key: what the old one signed still holds, what comes is the new one's, the old private half is gone", async () => {
    const path = join(line.folder, "audit-keys.json");
    const before = JSON.parse(await readFile(path, "utf8")) as { current: { privateKey: string } };
    const rotated = await line.admin("audit-keys", "--rotate");
    expect(rotated.code, rotated.said).toBe(0);
    expect(keysIn(rotated.said)).toHaveLength(2);
    expect(await readFile(path, "utf8")).not.toContain(before.current.privateKey);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    await write(1);
    expect((await line.admin("checkpoint-audit")).said).toBe("kasugai\tsigned and copied.\n");
    expect(await line.admin("verify-audit")).toEqual({
      code: 0,
      said: "kasugai\tOK: 4 sealed entries, 2 checkpoints, 2 of them in the copy.\n",
    });
    // Who has only the first key believes the first checkpoint and not the second.
    const withFirst = await line.admin("verify-audit", "--public-key", join(line.folder, "first.pem"));
    expect(withFirst.code).toBe(1);
    expect(withFirst.said).toMatch(/^kasugai\tBROKEN at 2: .*\(checkpoint_unknown_key\)\.\n/u);
    expect(withFirst.said).not.toContain("BROKEN at 1:");
  });

  it("names the first number that does not fit and ends with exit code 1", async () => {
    // As who owns the database could: what guards the log is taken away first.
    await behind.unsafe("alter table audit_entry disable trigger user");
    await behind`update audit_entry set action = 'identity.signOut' where id = (
      select id from audit_seal where municipality_id = ${cityId} and chain_no = 2)`;
    const found = await line.admin("verify-audit");
    expect(found.code).toBe(1);
    expect(found.said).toMatch(/^kasugai\tBROKEN at 2: .*\(link_broken\)\./u);
  });

  it("tells a slip from a broken chain", async () => {
    const nothing = await line.admin("verify-audit", "--checkpoints", join(line.folder, "not-there.jsonl"));
    expect(nothing.code).toBe(1);
    expect(nothing.said).toContain("cannot be read");
    expect(nothing.said).not.toContain("BROKEN");
  });
});
