import { readFile } from "node:fs/promises";
import type { System } from "@tsunagari/services/kernel";
import { checkCityFile, findCity, foundMunicipality } from "@tsunagari/services/municipality";
import type { Env } from "./env.ts";

export const foundUsage = "npm run admin -- found --file city.json [--check]";
export const foundExplained =
  "found             sets a city up from its file (docs/guides/adding-a-city.md); --check only reads the file";

export type FoundOptions = Readonly<{ file?: string | undefined; check?: boolean | undefined }>;

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

const readJson = async (path: string): Promise<unknown> => {
  const text = await readFile(path, "utf8").catch(() => {
    throw new Error(`ファイル ${path} を読めません。場所と名前を確かめてください。`);
  });
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${path} は JSON として読めません：${error instanceof Error ? error.message : ""}`, {
      cause: error,
    });
  }
};

/** Founds the city of a file, or tells everything that is wrong with it. A city that stands is left as it is. */
export const foundCity = async (system: System, options: FoundOptions, env: Env): Promise<void> => {
  if (options.file === undefined || options.file === "") throw new Error(`--file is missing.\n\n${foundUsage}`);
  const { city, wrong } = checkCityFile(await readJson(options.file));
  if (wrong !== null) {
    for (const sentence of wrong) say(sentence);
    throw new Error(`${String(wrong.length)} か所を直してください。何も登録していません。`);
  }
  const address = `${env.origins[0] ?? ""}/${city.slug}`;
  if (await findCity(system, city.slug)) {
    say(`${city.name}は、すでに登録されています：${address}`);
    return;
  }
  if (options.check === true) {
    say(`${city.name}の市ファイルに、直すところはありません。--check を外すと登録します。`);
    return;
  }
  await foundMunicipality(system, city);
  say(`${city.name}を登録しました：${address}`);
  say(`次に、はじめの管理者を登録してください：npm run admin -- create --city ${city.slug} --mail … --name …`);
};
