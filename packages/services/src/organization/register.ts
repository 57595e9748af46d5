import { organization } from "@tsunagari/db/schema";
import { RegisterOrganization } from "@tsunagari/domain/organization";
import { defineCommand, newId } from "../kernel/index.ts";

/** Registers an organization of the city; its people are invited by `identity`. */
export const registerOrganization = defineCommand({
  action: "organization.register",
  input: RegisterOrganization,
  run: async ({ tx, municipalityId, input: { requestId: _requestId, ...fields }, today }) => {
    const id = newId<"organization">();
    await tx.insert(organization).values({ municipalityId, id, status: "active", sinceOn: today, ...fields });
    return { id, subjects: [{ kind: "organization", id }] };
  },
});
