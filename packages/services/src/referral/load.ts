/*
 * Facts of a referral for each side. Where a command relies on them the locks come first, in the order consent,
 * referral, activity (architecture, section 5), so that a withdrawal and an answer cannot wait for each other.
 */
import { and, eq, sql } from "@tsunagari/db";
import { consentGrant, referralPermission } from "@tsunagari/db/schema";
import type { CivilDate } from "@tsunagari/domain";
import { asId, civilDateAt, civilDateOf } from "@tsunagari/domain";
import { permissionOn } from "@tsunagari/domain/organization";
import type { ConsentGround, ReferralFacts, ReferralId, SenderFacts } from "@tsunagari/domain/referral";
import { fail, readClock, type LoadStep } from "../kernel/index.ts";
import {
  dateOrNull,
  findSenderRow,
  findSharedRow,
  referralStatusOf,
  type ReferralScope,
  type SenderRow,
  type SharedRow,
} from "./rows.ts";
import { consentGroundOf, findGrant, loadSenderFacts } from "./sender/sender-facts.ts";

const isPermitted = async ({ tx, municipalityId }: ReferralScope, organizationId: string, on: CivilDate) => {
  const rows = await tx
    .select({ sinceOn: referralPermission.sinceOn, untilOn: referralPermission.untilOn })
    .from(referralPermission)
    .where(
      and(eq(referralPermission.municipalityId, municipalityId), eq(referralPermission.organizationId, organizationId)),
    );
  const dated = rows.map((row) => ({ sinceOn: civilDateOf(row.sinceOn), untilOn: dateOrNull(row.untilOn) }));
  return permissionOn(dated, on) !== null;
};

const factsOf = async (
  scope: ReferralScope,
  row: SharedRow,
  ground: { readonly consent: ConsentGround; readonly sender: SenderFacts | null; readonly today: CivilDate },
): Promise<ReferralFacts> => ({
  status: referralStatusOf(row),
  organizationId: asId<"organization">(row.organizationId),
  wasSent: row.sentAt !== null,
  dueOn: dateOrNull(row.dueOn),
  endedOn: row.endedAt === null ? null : civilDateAt(row.endedAt),
  hadFirstContact: row.firstContactOn !== null,
  consent: ground.consent,
  isPermissionInForce: await isPermitted(scope, row.organizationId, ground.today),
  sender: ground.sender,
});

/** Partners never read consents: a function of the database takes the lock and answers yes or no. */
const isConsentLive = async ({ tx }: ReferralScope, id: string, isLocking: boolean): Promise<boolean> => {
  const call = isLocking
    ? sql`app.lock_referral_consent(${id}::uuid)`
    : sql`app.is_referral_consent_in_force(${id}::uuid)`;
  const [row] = await tx.execute<{ live: boolean }>(sql`select ${call} as live`);
  return row?.live ?? false;
};

const readAsReceiver = async (scope: ReferralScope, id: string, isLocking: boolean): Promise<ReferralFacts | null> => {
  const isLive = await isConsentLive(scope, id, isLocking);
  const row = await findSharedRow(scope, id, isLocking);
  if (!row) return null;
  const { today } = await readClock(scope.tx);
  return factsOf(scope, row, { consent: isLive ? "in_force" : "ended", sender: null, today });
};

const lockGrant = async ({ tx, municipalityId }: ReferralScope, grantId: string): Promise<void> => {
  await tx
    .select({ id: consentGrant.id })
    .from(consentGrant)
    .where(and(eq(consentGrant.municipalityId, municipalityId), eq(consentGrant.id, grantId)))
    .for("share");
};

const lockSenderRow = async (scope: ReferralScope, id: string): Promise<SenderRow | null> => {
  const seen = await findSenderRow(scope, id);
  if (!seen) return null;
  if (seen.consentGrantId !== null) await lockGrant(scope, seen.consentGrantId);
  const row = await findSenderRow(scope, id, true);
  // Narrowing moved it to another grant while this waited; the form is shown anew.
  if (row && row.consentGrantId !== seen.consentGrantId) return fail("conflict", "kernel.stale_version");
  return row;
};

const readAsSender = async (
  step: ReferralScope & { readonly actor: { readonly kind: string } },
  id: string,
  isLocking: boolean,
): Promise<ReferralFacts | null> => {
  const row = isLocking ? await lockSenderRow(step, id) : await findSenderRow(step, id);
  if (!row) return null;
  const { today } = await readClock(step.tx);
  const grant = row.consentGrantId === null ? null : await findGrant(step, row.consentGrantId);
  const consent = consentGroundOf(grant, row.organizationId, today);
  // The clock's role reads neither persons nor cases, and needs neither.
  const sender =
    step.actor.kind === "staff" ? await loadSenderFacts(step, row, { groups: grant?.dataGroups ?? [], today }) : null;
  return factsOf(step, row, { consent, sender, today });
};

type OneReferral = { readonly referralId: ReferralId };

/** The facts of a referral with consent and row locked; null where the fences hide it. */
export const loadReferralForUpdate = (step: LoadStep<OneReferral>): Promise<ReferralFacts | null> =>
  step.actor.kind === "partner"
    ? readAsReceiver(step, step.input.referralId, true)
    : readAsSender(step, step.input.referralId, true);

/** The facts of a referral as they stand, for reading. */
export const findReferral = (step: LoadStep<OneReferral>): Promise<ReferralFacts | null> =>
  step.actor.kind === "partner"
    ? readAsReceiver(step, step.input.referralId, false)
    : readAsSender(step, step.input.referralId, false);
