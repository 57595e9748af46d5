import { auditFences } from "./audit.ts";
import { auditTriggers } from "./audit-functions.ts";
import { caseFences, consentFences, meetingFences } from "./case.ts";
import { caseTriggers } from "./case-guards.ts";
import { exemptTables } from "./exempt.ts";
import { fenceStatements, type Fence } from "./fence.ts";
import { functionStatements } from "./functions.ts";
import { identityFences, identityTriggers } from "./identity.ts";
import { municipalityFences } from "./municipality.ts";
import { activityFences, organizationFences, platformFences } from "./network.ts";
import { noticeFences } from "./notice.ts";
import { referralFences, referralTriggers } from "./referral.ts";
import { secondFactorFences, secondFactorTriggers } from "./second-factor.ts";

/** Every fence; a table that is neither here nor in `exempt.ts` fails the catalog test. */
export const fences: readonly Fence[] = [
  ...municipalityFences,
  ...identityFences,
  ...secondFactorFences,
  ...organizationFences,
  ...activityFences,
  ...platformFences,
  ...caseFences,
  ...consentFences,
  ...meetingFences,
  ...referralFences,
  ...noticeFences,
  ...auditFences,
];

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
  ...identityTriggers,
  ...secondFactorTriggers,
  ...referralTriggers,
  ...caseTriggers,
  ...auditTriggers,
];

export { exemptTables } from "./exempt.ts";
export type { Access, Fence, FencedCommand, FencedRole } from "./fence.ts";
