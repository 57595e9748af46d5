import { eq } from "@tsunagari/db";
import { municipality } from "@tsunagari/db/schema";
import { asId } from "@tsunagari/domain";
import { GetConsentSheet, grantStateOn } from "@tsunagari/domain/consent";
import { findPerson, loadPersonTexts, loadStaffNames } from "../case/index.ts";
import { defineQuery, demandFound, findPersonKeys } from "../kernel/index.ts";
import { loadRecipientNames, presentGrant } from "./present.ts";
import { loadConsentFacts, loadGrants } from "./store.ts";

/** What a person takes home: which information, to whom, for what, until when, how to stop. Consents in force only. */
export const getConsentSheet = defineQuery({
  action: "consent.printSheet",
  input: GetConsentSheet,
  load: (step) => loadConsentFacts(step, step.input.personId, { grants: [], isLockingCase: false }),
  run: async (step) => {
    const { tx, municipalityId, input, today, facts } = step;
    const row = demandFound(await findPerson(step, input.personId));
    const stored = await loadGrants(step, { personId: row.id });
    const grants = stored.filter((grant) => ["given", "upcoming"].includes(grantStateOn(grant, today)));
    const names = await loadRecipientNames(step, grants);
    const key = (await findPersonKeys(step, [row.id])).get(row.id);
    const text = (await loadPersonTexts(step, [row.id], ["name", "kana"])).get(row.id);
    const [city] = await tx
      .select({ name: municipality.name })
      .from(municipality)
      .where(eq(municipality.id, municipalityId));
    return {
      personId: asId<"person">(row.id),
      caseId: row.caseId,
      cityName: city?.name ?? null,
      name: text?.get("name") ?? null,
      kana: text?.get("kana") ?? null,
      printedOn: today,
      grants: grants.map((grant) => presentGrant(grant, { key, names, today })),
      contacts: [...(await loadStaffNames(step, facts.assigneeIds)).values()],
    };
  },
  reads: ({ value }) => [{ kind: "person", id: value.personId, caseId: value.caseId, personId: value.personId }],
});
