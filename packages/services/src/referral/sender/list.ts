import {
  and,
  asc,
  count,
  desc,
  eq,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  ne,
  refersTo,
  sql,
  type SQL,
} from "@tsunagari/db";
import { activity, activityVersion, organization, referral, supportCase } from "@tsunagari/db/schema";
import { addBusinessDays, addDays, asId, type CivilDate } from "@tsunagari/domain";
import {
  ListReferrals,
  ListReferralsForCase,
  endReasons,
  endedReferralStatuses,
  nextClockOn,
  outcomeCodes,
  placeHoldingStatuses,
  referralClocksOf,
  type ReferralClockFilter,
  type ReferralClocks,
  type ReferralStage,
  type ReferralStatus,
} from "@tsunagari/domain/referral";
import { findCase } from "../../case/index.ts";
import { defineQuery, fail, literalOf } from "../../kernel/index.ts";
import { loadCalendar, loadSettings } from "../../municipality/index.ts";
import { dateOrNull, referralStatusOf, type ReferralScope } from "../rows.ts";

const listColumns = {
  id: referral.id,
  status: referral.status,
  caseId: referral.caseId,
  caseNumber: supportCase.number,
  personId: referral.personId,
  parentId: referral.parentId,
  activityTitle: activityVersion.title,
  organizationName: organization.name,
  sentAt: referral.sentAt,
  seenAt: referral.seenAt,
  dueOn: referral.dueOn,
  waitlistedOn: referral.waitlistedOn,
  expectedOn: referral.expectedOn,
  endedAt: referral.endedAt,
  reasonCode: referral.reasonCode,
  outcomeCode: referral.outcomeCode,
  version: referral.version,
} as const;

/** Rows inside the case fence, with the names of activity, organization and case; no person's name (D-36). */
const selectList = ({ tx }: ReferralScope, where: SQL | undefined) =>
  tx
    .select(listColumns)
    .from(referral)
    .innerJoin(supportCase, refersTo(referral, "caseId", supportCase))
    .innerJoin(organization, refersTo(referral, "organizationId", organization))
    .innerJoin(activity, refersTo(referral, "activityId", activity))
    .leftJoin(activityVersion, refersTo(activity, "publishedVersionId", activityVersion))
    .where(where);
type ListRow = Awaited<ReturnType<typeof selectList>>[number];

const presentItem = (row: ListRow, today: CivilDate, clocks: ReferralClocks) => {
  const status = referralStatusOf(row);
  const dates = { status, dueOn: dateOrNull(row.dueOn), waitlistedOn: dateOrNull(row.waitlistedOn) };
  return {
    id: asId<"referral">(row.id),
    case: { id: asId<"case">(row.caseId), number: row.caseNumber },
    personId: asId<"person">(row.personId),
    parentId: row.parentId === null ? null : asId<"referral">(row.parentId),
    activityTitle: row.activityTitle ?? "",
    organizationName: row.organizationName,
    ...dates,
    nextClockOn: nextClockOn(dates, today, clocks),
    sentAt: row.sentAt,
    seenAt: row.seenAt,
    expectedOn: dateOrNull(row.expectedOn),
    endedAt: row.endedAt,
    reasonCode: row.reasonCode === null ? null : literalOf(endReasons, row.reasonCode),
    outcomeCode: status === "completed" && row.outcomeCode !== null ? literalOf(outcomeCodes, row.outcomeCode) : null,
    version: row.version,
  };
};

const byClock = async (
  { tx, municipalityId }: ReferralScope,
  clock: ReferralClockFilter,
  about: { readonly today: CivilDate; readonly clocks: ReferralClocks },
): Promise<SQL | undefined> => {
  switch (clock) {
    case "due_soon": {
      const soonOn = addBusinessDays(about.today, 2, await loadCalendar(tx, municipalityId));
      return and(eq(referral.status, "sent"), lte(referral.dueOn, soonOn));
    }
    case "overdue":
      return and(eq(referral.status, "sent"), lt(referral.dueOn, about.today));
    case "review_due":
      return and(
        eq(referral.status, "waitlisted"),
        lte(referral.waitlistedOn, addDays(about.today, -about.clocks.waitlistReviewDays)),
      );
    case "unseen":
      return and(inArray(referral.status, ["sent"]), isNull(referral.seenAt), isNotNull(referral.sentAt));
  }
};

const statusesOfStage = {
  with_partner: placeHoldingStatuses,
  ended: endedReferralStatuses,
} as const satisfies Record<ReferralStage, readonly ReferralStatus[]>;

/** Work list by state and clock; what was entered in error shows only where it is asked for. */
export const listReferrals = defineQuery({
  action: "referral.listForStaff",
  input: ListReferrals,
  run: async (step) => {
    const { tx, municipalityId, input, today } = step;
    const clocks = referralClocksOf(await loadSettings(tx, municipalityId));
    const where = and(
      eq(referral.municipalityId, municipalityId),
      input.status === null ? ne(referral.status, "entered_in_error") : eq(referral.status, input.status),
      input.stage === null ? undefined : inArray(referral.status, [...statusesOfStage[input.stage]]),
      input.clock === null ? undefined : await byClock(step, input.clock, { today, clocks }),
    );
    const rows = await selectList(step, where)
      .orderBy(
        ...(input.stage === "ended"
          ? [desc(referral.endedAt)]
          : [sql`${referral.endedAt} is not null`, asc(referral.dueOn)]),
        desc(referral.id),
      )
      .limit(input.pageSize)
      .offset((input.page - 1) * input.pageSize);
    const [counted] = await tx.select({ total: count() }).from(referral).where(where);
    return { items: rows.map((row) => presentItem(row, today, clocks)), total: counted?.total ?? 0 };
  },
});

/** Every referral of a case, newest first, drafts and mistakes among them. */
export const listReferralsForCase = defineQuery({
  action: "referral.listForCase",
  input: ListReferralsForCase,
  run: async (step) => {
    const { tx, municipalityId, input, today } = step;
    if (!(await findCase(step, input.caseId))) return fail("not_found", "kernel.not_found");
    const clocks = referralClocksOf(await loadSettings(tx, municipalityId));
    const rows = await selectList(
      step,
      and(eq(referral.municipalityId, municipalityId), eq(referral.caseId, input.caseId)),
    ).orderBy(desc(referral.id));
    return { items: rows.map((row) => presentItem(row, today, clocks)) };
  },
});
