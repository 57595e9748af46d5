import { giveConsent, withdrawConsent } from "@tsunagari/services/consent";
import type { CaseFile } from "./cases-file.ts";
import { clockAt, workdayBefore } from "./moment.ts";
import { as, idOf, note, requestOf, type Seeding } from "./seeding.ts";

export const disclosureCode = (caseCode: string, code: string): string => `${caseCode} ${code}`;

/** The consents of a case to disclosure to named organizations. */
export const seedDisclosures = async (seeding: Seeding, file: CaseFile): Promise<void> => {
  for (const { code, daysAgo, organizations, dataGroups, form, witness } of file.disclosures) {
    const givenOn = workdayBefore(seeding.day, daysAgo);
    const { id } = await giveConsent.execute(as(seeding, file.lead, clockAt(givenOn, "09:30")), {
      requestId: requestOf(seeding, "disclosure", file.code, code),
      personId: idOf(seeding, "person", file.code),
      purpose: "partnerDisclosure",
      organizationIds: organizations.map((organization) => idOf(seeding, "organization", organization)),
      dataGroups,
      givenOn,
      form,
      witness,
      givenBy: "person",
      lastOn: null,
    });
    note(seeding, "consent", { code: disclosureCode(file.code, code), id });
  }
};

/** Withdrawals: what rests on the consent ends with it (D-03). */
export const seedWithdrawals = async (seeding: Seeding, file: CaseFile): Promise<void> => {
  for (const { code, withdrawnDaysAgo } of file.disclosures) {
    if (withdrawnDaysAgo === undefined) continue;
    const clock = clockAt(workdayBefore(seeding.day, withdrawnDaysAgo), "16:45");
    await withdrawConsent.execute(as(seeding, file.lead, clock), {
      requestId: requestOf(seeding, "withdrawal", file.code, code),
      grantId: idOf(seeding, "consent", disclosureCode(file.code, code)),
      note: null,
    });
  }
};
