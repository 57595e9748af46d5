import { readdirSync } from "node:fs";
import type { RightTable } from "./right.ts";

/** What each `right-….ts` exports: who may call what and, where the demo does not show it, rows to begin with. */
type Rights = { readonly rights: RightTable; readonly states?: readonly string[] };

const names = readdirSync(new URL(".", import.meta.url)).flatMap((file) => /^right-(.+)\.ts$/u.exec(file)?.[1] ?? []);
const found = await Promise.all(names.map(async (name) => (await import(`./right-${name}.ts`)) as Rights));

export const rights: RightTable = Object.fromEntries(found.flatMap((one) => Object.entries(one.rights)));
/** Statements written behind the fences, with $1 as the city. */
export const states: readonly string[] = found.flatMap((one) => one.states ?? []);
