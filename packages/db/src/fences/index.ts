import { exemptTables } from "./exempt.ts";
import { fenceStatements, type Fence } from "./fence.ts";
import { functionStatements } from "./functions.ts";
import * as modules from "./modules.ts";

const isStatement = (entry: Fence | string): entry is string => typeof entry === "string";
const isFence = (entry: Fence | string): entry is Fence => !isStatement(entry);
// By name, as the language lists them; a loader that does not would give the same release another fingerprint.
const entries = Object.entries(modules)
  .toSorted(([one], [other]) => (one < other ? -1 : 1))
  .flatMap(([, list]): readonly (Fence | string)[] => list);

/** Every fence; a table that is neither here nor in `exempt.ts` fails the catalog test. */
export const fences: readonly Fence[] = entries.filter(isFence);

/** Takes all grants and policies away, so that what follows is the whole truth. */
const clearStatements: readonly string[] = [
  `do $$ declare p record; begin
     for p in select tablename, policyname from pg_policies where schemaname = 'public' loop
       execute format('drop policy %I on public.%I', p.policyname, p.tablename);
     end loop;
   end $$;`,
  "revoke all on all tables in schema public from public, tsunagari_staff, tsunagari_partner, tsunagari_public, tsunagari_worker, tsunagari_auth, tsunagari_export, tsunagari_auditor, tsunagari_definer;",
];

/** All statements of roles' rights, functions and policies, in order, to run in one transaction as the owner. */
export const allFenceStatements = (): readonly string[] => [
  ...clearStatements,
  ...functionStatements,
  ...fences.flatMap(fenceStatements),
  ...Object.values(exemptTables).map(({ grants }) => grants),
  ...entries.filter(isStatement),
];

export { exemptTables } from "./exempt.ts";
export type { Access, Fence, FencedCommand, FencedRole } from "./fence.ts";
