import { AmendOrganization } from "@tsunagari/domain/organization";
import { refreshPublishedOf } from "../activity/index.ts";
import { defineCommand } from "../kernel/index.ts";
import { getSeenOrganization, lockFacts, writeOrganization } from "./store.ts";

/** Changes what the organization says of itself. */
export const amendOrganization = defineCommand({
  action: "organization.amend",
  input: AmendOrganization,
  load: (step) => lockFacts(step, step.input.organizationId),
  run: async ({ tx, municipalityId, input, now }) => {
    const row = await getSeenOrganization({ tx, municipalityId }, input);
    const { description, phone, mail, website } = input;
    await writeOrganization(tx, row, { description, phone, mail, website });
    await refreshPublishedOf(tx, { municipalityId, organizationId: row.id, now });
    return { id: row.id, subjects: [{ kind: "organization", id: row.id }] };
  },
});
