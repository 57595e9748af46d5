import { and, inArray, isNotNull, lte, or, refersTo } from "@tsunagari/db";
import { consentGrant, referral } from "@tsunagari/db/schema";
import { asId } from "@tsunagari/domain";
import { openReferralStatuses } from "@tsunagari/domain/referral";
import { inTransaction, newId, readClock } from "../../kernel/index.ts";
import { endReferralConsent } from "../end-consent.ts";
import { runEach, type JobContext, type JobResult } from "./run-each.ts";

/** Ends open referrals whose consent has run out; their packets were closed by the date already (D-03). */
export const endReferralsOfLapsedConsents = async (context: JobContext): Promise<JobResult> => {
  const rows = await inTransaction(context, async (tx) => {
    const { today } = await readClock(tx);
    return tx
      .select({ id: referral.id })
      .from(referral)
      .innerJoin(consentGrant, refersTo(referral, "consentGrantId", consentGrant))
      .where(
        and(
          inArray(referral.status, [...openReferralStatuses]),
          or(lte(consentGrant.untilOn, today), isNotNull(consentGrant.withdrawnAt)),
        ),
      );
  });
  return runEach(
    rows.map((row) => row.id),
    (id) => endReferralConsent.execute(context, { requestId: newId<"request">(), referralId: asId<"referral">(id) }),
  );
};
