import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createDatabase } from "@tsunagari/db";
import { temporaryKeyRing } from "@tsunagari/services/kernel";
import { findCity } from "@tsunagari/services/municipality";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openAdmin } from "./admin-command.ts";

const city = {
  slug: "asaka",
  localGovernmentCode: "112275",
  name: "朝霞市",
  nameKana: "あさかし",
  departments: [{ code: "kyosei", kind: "section", name: "地域共生社会課", sinceOn: "2026-04-01" }],
};

let line: Awaited<ReturnType<typeof openAdmin>>;
beforeAll(async () => {
  line = await openAdmin();
});
afterAll(() => line.close());

const admin = (...args: readonly string[]) => line.admin(...args);
const written = async (name: string, value: unknown): Promise<string> => {
  const path = join(line.folder, name);
  await writeFile(path, JSON.stringify(value));
  return path;
};
const stands = async () => {
  const db = createDatabase(line.database.loginUrl, { poolSize: 1 });
  try {
    return (await findCity({ db, keys: temporaryKeyRing(), log: () => undefined }, "asaka")) !== null;
  } finally {
    await db.close();
  }
};

describe("npm run admin -- found", () => {
  it("tells everything that is wrong with the file, in Japanese and by row, and writes nothing", async () => {
    const areas = [{ code: "x", scheme: "y", name: "圏域", sinceOn: "2026-04-01" }];
    const path = await written("wrong.json", { ...city, nameKana: "", areas });
    const { code, said } = await admin("found", "--file", path);
    expect(code).toBe(1);
    expect(said).toContain("nameKana：書いてください");
    expect(said).toContain('areas の 1 行目（"x"）：scheme "y" が areaSchemes にありません');
    expect(said).toContain("2 か所を直してください。何も登録していません。");
    expect(await stands()).toBe(false);
  });

  it("checks, founds, and says the second time that the city stands", async () => {
    const path = await written("asaka.json", city);
    expect(await admin("found", "--file", path, "--check")).toMatchObject({ code: 0 });
    expect(await stands()).toBe(false);
    const first = await admin("found", "--file", path);
    expect(first.said).toContain("朝霞市を登録しました：https://tsunagari.example.jp/asaka");
    expect(await stands()).toBe(true);
    const again = await admin("found", "--file", path);
    expect(again).toMatchObject({ code: 0 });
    expect(again.said).toContain("すでに登録されています");
  });

  it("leaves a city to which its first administrator can be appointed", async () => {
    const { code, said } = await admin(
      "create",
      "--city",
      "asaka",
      "--mail",
      "a@example.jp",
      "--name",
      "朝霞 花子（架空）",
    );
    expect({ code, said }).toMatchObject({ code: 0 });
    expect(said).toContain("One-time password");
  });
});
