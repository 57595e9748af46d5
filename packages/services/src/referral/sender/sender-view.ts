import { and, desc, eq, refersTo } from "@tsunagari/db";
import { consentGrant, consentGrantGroup, consentGrantRecipient } from "@tsunagari/db/schema";
import type { CivilDate } from "@tsunagari/domain";
import { asId, civilDateOf } from "@tsunagari/domain";
import { dataGroups } from "@tsunagari/domain/case";
import { grantStateOn } from "@tsunagari/domain/consent";
import {
  defaultDueOn,
  disclosableFields,
  followUpsOn,
  personAnswers,
  referencedPacketFieldNames,
  referralClocksOf,
  type ReferralFacts,
} from "@tsunagari/domain/referral";
import { findCase, loadPersonTexts, loadStaffNames } from "../../case/index.ts";
import { demandFound, literalOf, type KeyRing } from "../../kernel/index.ts";
import { loadCalendar, loadSettings } from "../../municipality/index.ts";
import { listDisclosableAreas } from "../packet.ts";
import type { ReferralScope, SenderRow } from "../rows.ts";
import { findGrant, findIsProtected } from "./sender-facts.ts";

type KeyedScope = ReferralScope & { readonly keys: KeyRing };

/** The person's grants that name the receiving organization, newest first. */
const listGrantsFor = async ({ tx, municipalityId }: ReferralScope, row: SenderRow, today: CivilDate) => {
  const grants = await tx
    .select({
      id: consentGrant.id,
      givenOn: consentGrant.givenOn,
      sinceOn: consentGrant.sinceOn,
      untilOn: consentGrant.untilOn,
      withdrawnAt: consentGrant.withdrawnAt,
      dataGroup: consentGrantGroup.dataGroup,
    })
    .from(consentGrant)
    .innerJoin(
      consentGrantRecipient,
      and(
        eq(consentGrantRecipient.municipalityId, consentGrant.municipalityId),
        eq(consentGrantRecipient.grantId, consentGrant.id),
        eq(consentGrantRecipient.organizationId, row.organizationId),
      ),
    )
    .leftJoin(consentGrantGroup, refersTo(consentGrantGroup, "grantId", consentGrant))
    .where(
      and(
        eq(consentGrant.municipalityId, municipalityId),
        eq(consentGrant.personId, row.personId),
        eq(consentGrant.purpose, "partnerDisclosure"),
      ),
    )
    .orderBy(desc(consentGrant.givenOn), desc(consentGrant.id));
  const byId = new Map(grants.map((grant) => [grant.id, grant]));
  return [...byId.values()].map((grant) => {
    const dated = { sinceOn: civilDateOf(grant.sinceOn), untilOn: civilDateOf(grant.untilOn) };
    return {
      id: asId<"consentGrant">(grant.id),
      givenOn: civilDateOf(grant.givenOn),
      ...dated,
      state: grantStateOn({ ...dated, withdrawnAt: grant.withdrawnAt }, today),
      dataGroups: grants.flatMap((one) =>
        one.id === grant.id && one.dataGroup !== null ? [literalOf(dataGroups, one.dataGroup)] : [],
      ),
    };
  });
};

/** What the form of a draft may offer: consents, fields, areas and dates. */
export const presentChoices = async (scope: KeyedScope, row: SenderRow, today: CivilDate) => {
  const grant = row.consentGrantId === null ? null : await findGrant(scope, row.consentGrantId);
  const isProtected = await findIsProtected(scope, row.personId);
  const stated = (await loadPersonTexts(scope, [row.personId], [...referencedPacketFieldNames])).get(row.personId);
  const clocks = referralClocksOf(await loadSettings(scope.tx, scope.municipalityId));
  const latestDueOn = defaultDueOn(today, await loadCalendar(scope.tx, scope.municipalityId), clocks);
  return {
    grants: await listGrantsFor(scope, row, today),
    // What may be chosen anew; the areas offered are those that may be named.
    fields: disclosableFields({ consentedGroups: grant?.dataGroups ?? [], isProtected, isAreaDisclosable: true }),
    statedPersonFields: referencedPacketFieldNames.filter((field) => stated?.has(field) ?? false),
    areas: isProtected ? [] : (await listDisclosableAreas(scope)).map(({ id, name }) => ({ id, name })),
    latestDueOn,
  };
};

/** What the sending side sees of the person, the case and the consent. */
export const presentSender = async (scope: KeyedScope, row: SenderRow, facts: ReferralFacts) => {
  const found = demandFound(await findCase(scope, row.caseId));
  const texts = (await loadPersonTexts(scope, [row.personId], ["name", "kana"])).get(row.personId);
  const grant = row.consentGrantId === null ? null : await findGrant(scope, row.consentGrantId);
  const names = await loadStaffNames(scope, [row.createdBy, row.staffContactUserId]);
  const clocks = referralClocksOf(await loadSettings(scope.tx, scope.municipalityId));
  return {
    case: { id: asId<"case">(row.caseId), number: found.number, erasedAt: found.erasedAt },
    person: {
      id: asId<"person">(row.personId),
      name: texts?.get("name") ?? null,
      kana: texts?.get("kana") ?? null,
      isProtected: await findIsProtected(scope, row.personId),
    },
    consent: {
      grantId: row.consentGrantId === null ? null : asId<"consentGrant">(row.consentGrantId),
      untilOn: grant?.untilOn ?? null,
      dataGroups: grant?.dataGroups ?? [],
      ground: facts.consent,
    },
    createdByName: names.get(row.createdBy)?.name ?? null,
    staffContactName: names.get(row.staffContactUserId)?.name ?? null,
    parentId: row.parentId === null ? null : asId<"referral">(row.parentId),
    personAnswer: row.personAnswer === null ? null : literalOf(personAnswers, row.personAnswer),
    followUpsOn: facts.status === "completed" && facts.endedOn !== null ? followUpsOn(facts.endedOn, clocks) : [],
  };
};

/** The conditions of sending, one by one, so that the form can say what is still missing. */
export const presentChecklist = (facts: ReferralFacts) => ({
  isConsentInForce: facts.consent === "in_force",
  isPermissionInForce: facts.isPermissionInForce,
  isActivityAccepting: facts.sender?.isActivityAccepting ?? false,
  isGatePassed: facts.sender?.isGatePassed ?? false,
  isAlone: facts.sender !== null && !facts.sender.hasOpenTwin,
  isPurposeStated: facts.sender?.isPurposeStated ?? false,
  isPacketComplete: facts.sender?.isPacketComplete ?? false,
  isPacketConsented: facts.sender?.packetVerdict === true,
});
