import { RenameOrganization } from "@tsunagari/domain/organization";
import { refreshPublishedOf } from "../activity/index.ts";
import { defineCommand } from "../kernel/index.ts";
import { getSeenOrganization, lockFacts, writeOrganization } from "./store.ts";

/** Changes name, reading or kind; the public pages follow at once. */
export const renameOrganization = defineCommand({
  action: "organization.rename",
  input: RenameOrganization,
  load: (step) => lockFacts(step, step.input.organizationId),
  run: async ({ tx, municipalityId, input, now }) => {
    const row = await getSeenOrganization({ tx, municipalityId }, input);
    await writeOrganization(tx, row, { name: input.name, nameKana: input.nameKana, kind: input.kind });
    await refreshPublishedOf(tx, { municipalityId, organizationId: row.id, now });
    return { id: row.id, subjects: [{ kind: "organization", id: row.id }] };
  },
});
