import { and, eq, isNull } from "@tsunagari/db";
import { consentGrant } from "@tsunagari/db/schema";
import { asId, type Actor, type CivilDate, type Instant } from "@tsunagari/domain";
import { grantStateOn, type ConsentGrantId } from "@tsunagari/domain/consent";
import type { KeyedScope } from "../case/index.ts";
import { demandOne, userIdOf, type Subject } from "../kernel/index.ts";
import { addConsentEvents, type StoredGrant } from "./store.ts";

/** What ending a consent needs: the moment was read after the lock on the grant (threat 23). */
export type EndingStep = KeyedScope & { readonly actor: Actor; readonly now: Instant; readonly today: CivilDate };

/** Grants that a withdrawal still changes something about. */
export const endable = (grants: readonly StoredGrant[], on: CivilDate): readonly StoredGrant[] =>
  grants.filter((grant) => ["given", "upcoming"].includes(grantStateOn(grant, on)));

/** Writes the end of one locked grant and its event. What rests on it is ended by the caller in the same transaction. */
export const endGrant = async (
  step: EndingStep,
  grant: StoredGrant,
  how: { readonly note: string | null; readonly narrowedToId: ConsentGrantId | null },
): Promise<readonly Subject[]> => {
  const { tx, municipalityId, now, today } = step;
  const { caseId, personId } = grant.row;
  demandOne(
    await tx
      .update(consentGrant)
      .set({ withdrawnAt: now, narrowedToId: how.narrowedToId, version: grant.row.version + 1 })
      .where(
        and(
          eq(consentGrant.municipalityId, municipalityId),
          eq(consentGrant.id, grant.id),
          isNull(consentGrant.withdrawnAt),
        ),
      )
      .returning({ id: consentGrant.id }),
  );
  await addConsentEvents(step, {
    kinds: ["withdrawn"],
    caseId,
    personId,
    purpose: grant.purpose,
    grantId: grant.id,
    happenedOn: today,
    recordedAt: now,
    userId: userIdOf(step.actor),
    note: how.note,
  });
  return [{ kind: "consent", id: grant.id, caseId, personId: asId<"person">(personId) }];
};
