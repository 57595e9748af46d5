import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSession } from "@tsunagari/auth";
import { createKeyFile, readKeyFile } from "@tsunagari/services/kernel";
import { createTestDatabase } from "@tsunagari/testing";
import {
  appointAdministrator,
  foundTestCity,
  openTestSystem,
  registerUser,
} from "../../packages/services/src/identity/test-city.ts";

/** A database with a city and some of its staff, each signed in, and what a program needs to serve them. */
export const openPeople = async (count: number) => {
  const folder = await mkdtemp(join(tmpdir(), "tsunagari-people-"));
  const keyFile = join(folder, "keys.json");
  await createKeyFile(keyFile);
  const database = await createTestDatabase();
  const { system, behind, close } = await openTestSystem({ ...database, keys: await readKeyFile(keyFile) });
  const city = await foundTestCity(system, "kasugai");
  const administrator = await appointAdministrator(system, city, "admin@example.jp");
  const users: { readonly id: string; readonly cookie: string }[] = [];
  for (let number = 0; number < count; number += 1) {
    const id = await registerUser(administrator.context, { portal: "staff", mail: `user${number}@example.jp` });
    const owner = { portal: "staff", municipalityId: city.id, userId: id, assurance: 1 } as const;
    users.push({ id, cookie: `staff=${await createSession(system, owner)}` });
  }
  return {
    database,
    keyFile,
    system,
    behind,
    users,
    close: async (): Promise<void> => {
      await close();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
export type People = Awaited<ReturnType<typeof openPeople>>;
