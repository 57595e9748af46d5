import { userAccount } from "@tsunagari/db/schema";
import { InviteUser } from "@tsunagari/domain/identity";
import type { z } from "zod";
import { defineCommand, newId, parseInput, type Command } from "../../kernel/index.ts";
import { demandBelonging, demandFreeMail } from "../user/create-user.ts";
import { layInvitation, takeInvitation } from "./invitation.ts";
import { sealUser } from "../names.ts";

const invite = defineCommand({
  action: "identity.inviteUser",
  input: InviteUser,
  run: async ({ tx, keys, municipalityId, input, now }) => {
    const mailHmac = keys.mailHmac(input.mail);
    await demandBelonging(tx, municipalityId, input);
    await demandFreeMail(tx, { municipalityId, portal: input.portal, mailHmac });
    const id = newId<"user">();
    await tx.insert(userAccount).values({
      municipalityId,
      id,
      kind: input.portal,
      departmentId: input.departmentId,
      organizationId: input.organizationId,
      mailHmac,
      ...sealUser(keys, { municipalityId, id }, input),
      passwordHash: null,
      passwordExpiresAt: null,
      status: "active",
    });
    await layInvitation({ tx, keys, municipalityId, now }, { userId: id, portal: input.portal });
    return { id, subjects: [{ kind: "user", id }] };
  },
});

/**
 * Registers a user and sends him a link with which he chooses his password himself; nobody else ever knows one
 * (ASVS 6.4.6). Until then the account opens nothing. At most 20 an hour for an administrator.
 */
export const inviteUser: Command<z.input<typeof InviteUser>> = {
  ...invite,
  execute: async (context, rawInput) => {
    parseInput(InviteUser, rawInput);
    await takeInvitation(context);
    return invite.execute(context, rawInput);
  },
};
