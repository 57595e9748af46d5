import { readFile, writeFile } from "node:fs/promises";
import { z } from "zod";
import { readCommand } from "./command.ts";
import { sourceHash } from "./source-hash.ts";

const SignIn = z.object({
  city: z.string(),
  portal: z.string(),
  label: z.string(),
  mail: z.string(),
  password: z.string(),
  note: z.string(),
});
const SignIns = z.array(SignIn);
export type SignIns = z.infer<typeof SignIns>;

const Seeded = z.object({ hash: z.string(), signIns: SignIns });
/** What the demo's data are made by; while none of it changes, they need not be made again. */
const sources = ["packages/demo", "packages/services", "packages/domain", "packages/db", "packages/auth"];

const readSeeded = async (path: string): Promise<z.infer<typeof Seeded> | undefined> => {
  try {
    return Seeded.parse(JSON.parse(await readFile(path, "utf8")));
  } catch {
    return undefined;
  }
};

export type SeedOptions = {
  readonly directory: string;
  readonly env: NodeJS.ProcessEnv;
  readonly onProgress: (line: string) => void;
  readonly signal: AbortSignal;
};

/** Fills the demo city, through the program's own commands, and answers who may sign in. */
export const seedDemo = async ({ directory, env, onProgress, signal }: SeedOptions): Promise<SignIns> => {
  const path = `${directory}/demo.json`;
  const hash = await sourceHash(sources);
  const seeded = await readSeeded(path);
  if (seeded?.hash === hash) return seeded.signIns;
  onProgress("Filling the demo city");
  const output = await readCommand(process.execPath, ["packages/demo/src/seed.ts"], { env, signal });
  const signIns = SignIns.parse(JSON.parse(output.trim().split("\n").at(-1) ?? ""));
  await writeFile(path, `${JSON.stringify({ hash, signIns })}\n`, { mode: 0o600 });
  return signIns;
};

const portalNames: Readonly<Record<string, string>> = { staff: "職員", partner: "団体" };
const headings = ["画面", "だれ", "メール", "パスワード", "備考"];

/** Japanese characters take two columns of a terminal. */
const widthOf = (text: string): number =>
  [...text].reduce(
    (width, character) =>
      width +
      (/[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]/u.test(character)
        ? 2
        : 1),
    0,
  );

/** Rows in aligned columns under their headings. */
const aligned = (signIns: SignIns): string => {
  const rows = signIns.map(({ portal, label, mail, password, note }) => [
    portalNames[portal] ?? portal,
    label,
    mail,
    password,
    note,
  ]);
  const widths = headings.map((heading, column) =>
    Math.max(...[heading, ...rows.map((row) => row[column] ?? "")].map(widthOf)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => cell + " ".repeat((widths[column] ?? 0) - widthOf(cell)))
      .join("  ")
      .trimEnd();
  const rule = widths.map((width) => "-".repeat(width)).join("  ");
  return [line(headings), rule, ...rows.map(line)].join("\n");
};

/** One line for the people of a city, whose mails end alike: 「朝霞市（…@asaka.example.jp） kanri 管理者 ・ …」. */
const cityLine = (signIns: SignIns): string => {
  const people = signIns.map(({ mail, label }) => `${mail.split("@")[0] ?? ""} ${label}`);
  return `${signIns[0]?.city ?? ""}（…@${signIns[0]?.mail.split("@")[1] ?? ""}） ${people.join(" ・ ")}`;
};

/** The demo's sign-ins: the first city in full, every other one in a line. */
export const signInTable = (signIns: SignIns): string => {
  const [first = [], ...others] = Map.groupBy(signIns, ({ city }) => city).values();
  if (others.length === 0) return aligned(first);
  return [
    aligned(first),
    "",
    "ほかの市（パスワードは同じ。最後の一人が団体、ほかは職員）",
    ...others.map(cityLine),
  ].join("\n");
};
