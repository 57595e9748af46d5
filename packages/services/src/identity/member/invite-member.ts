import { roleAssignment, userAccount } from "@tsunagari/db/schema";
import { InviteMember } from "@tsunagari/domain/identity";
import type { z } from "zod";
import { defineCommand, fail, newId, parseInput, type Command } from "../../kernel/index.ts";
import { layInvitation, takeInvitation } from "../link/invitation.ts";
import { sealUser } from "../names.ts";
import { demandGivable, organizationIdOf } from "./member-store.ts";

const invite = defineCommand({
  action: "identity.inviteMember",
  input: InviteMember,
  run: async ({ tx, keys, actor, municipalityId, input, now, today }) => {
    const organizationId = organizationIdOf(actor);
    await demandGivable({ tx, municipalityId, today }, organizationId, input.roles);
    const id = newId<"user">();
    // An address that has an account in another organization is not to be seen from here; the database knows it.
    const created = await tx
      .insert(userAccount)
      .values({
        municipalityId,
        id,
        kind: "partner",
        departmentId: null,
        organizationId,
        mailHmac: keys.mailHmac(input.mail),
        ...sealUser(keys, { municipalityId, id }, input),
        passwordHash: null,
        passwordExpiresAt: null,
        status: "active",
      })
      .onConflictDoNothing()
      .returning({ id: userAccount.id });
    if (created.length === 0) return fail("conflict", "identity.mail_taken");
    await tx.insert(roleAssignment).values(
      input.roles.map((roleCode) => ({
        municipalityId,
        id: newId<"roleAssignment">(),
        userId: id,
        roleCode,
        scopeKind: "organization",
        scopeId: organizationId,
        sinceOn: today,
        untilOn: null,
      })),
    );
    await layInvitation({ tx, keys, municipalityId, now }, { userId: id, portal: "partner" });
    return {
      id,
      subjects: [
        { kind: "user", id },
        { kind: "organization", id: organizationId },
      ],
    };
  },
});

/**
 * Invites somebody into the own organization, with his roles from today on; he chooses his password by a link. At most 20
 * an hour for an owner (d7).
 */
export const inviteMember: Command<z.input<typeof InviteMember>> = {
  ...invite,
  execute: async (context, rawInput) => {
    parseInput(InviteMember, rawInput);
    await takeInvitation(context);
    return invite.execute(context, rawInput);
  },
};
