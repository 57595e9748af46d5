import { and, eq, inArray, ne, refersTo } from "@tsunagari/db";
import {
  activity,
  agendaItem,
  consentGrant,
  consentGrantGroup,
  consentGrantRecipient,
  meeting,
  meetingDecision,
  person,
  referral,
  referralPacketField,
} from "@tsunagari/db/schema";
import type { CivilDate } from "@tsunagari/domain";
import { asId, civilDateAt, civilDateOf } from "@tsunagari/domain";
import { dataGroups, type DataGroup } from "@tsunagari/domain/case";
import { consentPurposes, grantCovers, type ConsentGrant } from "@tsunagari/domain/consent";
import { decisionKinds, legalBases, meetingStatuses, participationGateOpen } from "@tsunagari/domain/meeting";
import {
  isPacketComplete,
  openReferralStatuses,
  packetFieldNames,
  refusalOfPacket,
  type ConsentGround,
  type PacketField,
  type SenderFacts,
} from "@tsunagari/domain/referral";
import { findCase, loadCaseAccess } from "../../case/index.ts";
import { literalOf } from "../../kernel/index.ts";
import { loadProgramState, loadSettings } from "../../municipality/index.ts";
import { findIsAreaDisclosable } from "../packet.ts";
import { dateOrNull, type ReferralScope, type SenderRow } from "../rows.ts";

/** A grant with its recipients and groups, as the domain judges it; null where the fence hides it. */
export const findGrant = async (
  { tx, municipalityId }: ReferralScope,
  grantId: string,
): Promise<(ConsentGrant & { readonly untilOn: CivilDate }) | null> => {
  const [row] = await tx
    .select()
    .from(consentGrant)
    .where(and(eq(consentGrant.municipalityId, municipalityId), eq(consentGrant.id, grantId)));
  if (!row) return null;
  const recipients = await tx
    .select({ organizationId: consentGrantRecipient.organizationId })
    .from(consentGrantRecipient)
    .where(and(eq(consentGrantRecipient.municipalityId, municipalityId), eq(consentGrantRecipient.grantId, grantId)));
  const groups = await tx
    .select({ dataGroup: consentGrantGroup.dataGroup })
    .from(consentGrantGroup)
    .where(and(eq(consentGrantGroup.municipalityId, municipalityId), eq(consentGrantGroup.grantId, grantId)));
  return {
    purpose: literalOf(consentPurposes, row.purpose),
    recipients: recipients.flatMap(({ organizationId }) =>
      organizationId === null ? [] : [{ kind: "organization" as const, id: asId<"organization">(organizationId) }],
    ),
    dataGroups: groups.map(({ dataGroup }) => literalOf(dataGroups, dataGroup)),
    sinceOn: civilDateOf(row.sinceOn),
    untilOn: civilDateOf(row.untilOn),
    withdrawnAt: row.withdrawnAt,
  };
};

/** How a grant stands towards an organization on a day. */
export const consentGroundOf = (grant: ConsentGrant | null, organizationId: string, on: CivilDate): ConsentGround => {
  if (grant === null) return "not_chosen";
  const recipient = { kind: "organization", id: asId<"organization">(organizationId) } as const;
  const isNamed = grant.recipients.some((named) => named.kind === "organization" && named.id === recipient.id);
  if (grant.purpose !== "partnerDisclosure" || !isNamed) return "other_recipient";
  return grantCovers(grant, { purpose: "partnerDisclosure", recipient, dataGroups: [], on }) ? "in_force" : "ended";
};

/** The names of the fields in a referral's packet, never their content; empty where the fence hides them. */
export const findPacketFields = async (
  { tx, municipalityId }: ReferralScope,
  referralId: string,
): Promise<readonly PacketField[]> => {
  const rows = await tx
    .select({ field: referralPacketField.field })
    .from(referralPacketField)
    .where(and(eq(referralPacketField.municipalityId, municipalityId), eq(referralPacketField.referralId, referralId)));
  return rows.map((row) => literalOf(packetFieldNames, row.field));
};

const isGatePassed = async (
  { tx, municipalityId }: ReferralScope,
  about: {
    readonly caseId: string;
    readonly personId: string;
    readonly caseClosedOn: CivilDate | null;
    readonly on: CivilDate;
  },
): Promise<boolean> => {
  const rows = await tx
    .select({
      kind: meetingDecision.kind,
      decidedOn: meetingDecision.decidedOn,
      reversedAt: meetingDecision.reversedAt,
      legalBasis: meeting.legalBasis,
      status: meeting.status,
    })
    .from(meetingDecision)
    .innerJoin(agendaItem, refersTo(meetingDecision, "agendaItemId", agendaItem))
    .innerJoin(meeting, refersTo(agendaItem, "meetingId", meeting))
    .where(
      and(
        eq(meetingDecision.municipalityId, municipalityId),
        eq(meetingDecision.caseId, about.caseId),
        eq(meetingDecision.personId, about.personId),
      ),
    );
  const decisions = rows.map((row) => ({
    kind: literalOf(decisionKinds, row.kind),
    legalBasis: literalOf(legalBases, row.legalBasis),
    meetingStatus: literalOf(meetingStatuses, row.status),
    decidedOn: civilDateOf(row.decidedOn),
    reversedOn: row.reversedAt === null ? null : civilDateAt(row.reversedAt),
    caseClosedOn: about.caseClosedOn,
  }));
  const { participationGate } = await loadSettings(tx, municipalityId);
  return participationGateOpen(decisions, participationGate, about.on);
};

const isActivityAccepting = async ({ tx, municipalityId }: ReferralScope, activityId: string): Promise<boolean> => {
  const [row] = await tx
    .select({ status: activity.status, acceptsReferrals: activity.acceptsReferrals })
    .from(activity)
    .where(and(eq(activity.municipalityId, municipalityId), eq(activity.id, activityId)));
  return row?.status === "published" && row.acceptsReferrals;
};

/** Other referrals that stand in the way: of the same person to the same activity, and later in the chain. */
const findRivals = async ({ tx, municipalityId }: ReferralScope, row: SenderRow) => {
  const rivals = await tx
    .select({ activityId: referral.activityId, chainId: referral.chainId, status: referral.status })
    .from(referral)
    .where(
      and(
        eq(referral.municipalityId, municipalityId),
        eq(referral.personId, row.personId),
        ne(referral.id, row.id),
        inArray(referral.status, ["draft", ...openReferralStatuses]),
      ),
    );
  return {
    hasOpenTwin: rivals.some((other) => other.activityId === row.activityId && other.status !== "draft"),
    hasOpenSuccessor: rivals.some((other) => other.chainId === row.chainId),
  };
};

/** D-23; a person nobody finds counts as protected. */
export const findIsProtected = async ({ tx, municipalityId }: ReferralScope, personId: string): Promise<boolean> => {
  const [row] = await tx
    .select({ isProtected: person.isProtected })
    .from(person)
    .where(and(eq(person.municipalityId, municipalityId), eq(person.id, personId)));
  return row?.isProtected ?? true;
};

/** What only the sending side can know of a referral, on a day; null where the fence hides the case. */
export const loadSenderFacts = async (
  scope: ReferralScope,
  row: SenderRow,
  ground: { readonly groups: readonly DataGroup[]; readonly today: CivilDate },
): Promise<SenderFacts | null> => {
  const found = await findCase(scope, row.caseId);
  if (!found) return null;
  const isProtected = await findIsProtected(scope, row.personId);
  const fields = await findPacketFields(scope, row.id);
  const isAreaDisclosable = await findIsAreaDisclosable(scope, row.id);
  const refusal = refusalOfPacket(fields, { consentedGroups: ground.groups, isProtected, isAreaDisclosable });
  return {
    ...(await loadCaseAccess(scope, row.caseId, ground.today)),
    isCaseOpen: found.status !== "closed",
    isErased: found.erasedAt !== null,
    participationSupport: await loadProgramState(scope, "participationSupport", ground.today),
    isActivityAccepting: await isActivityAccepting(scope, row.activityId),
    isGatePassed: await isGatePassed(scope, {
      caseId: row.caseId,
      personId: row.personId,
      caseClosedOn: dateOrNull(found.closedOn),
      on: ground.today,
    }),
    ...(await findRivals(scope, row)),
    isPurposeStated: row.purpose !== null && row.contactWay !== null,
    isPacketComplete: isPacketComplete(fields),
    packetVerdict: refusal?.reason ?? true,
  };
};
