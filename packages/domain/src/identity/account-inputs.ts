import { z } from "zod";
import { choice, command, input, MailField, Page, Version } from "../kernel/fields.ts";
import { idOf, UserId, type Id } from "../kernel/ids.ts";
import { line } from "../kernel/text.ts";
import { CreateUser } from "./inputs.ts";
import { memberRoles } from "./member.ts";
import { NewPassword } from "./password.ts";

/** 256 random bits in base64url, as they stand behind the `#` of a link. */
export const LinkToken = z.string({ error: "required" }).regex(/^[\w-]{43}$/u, { error: "invalid" });

export type SessionId = Id<"session">;
export const SessionId = idOf("session");

/** The same words as for a user who is handed a password; a mail goes instead. */
export const InviteUser = CreateUser;
/** A new link; the one before is void. */
export const ResendInvitation = command({ userId: UserId, version: Version });
export const CancelInvitation = command({ userId: UserId, version: Version });

export const ListMembers = input({ ...Page });
/** Into the organization of who invites; no field names another. */
export const InviteMember = command({
  name: line(60),
  mail: MailField,
  roles: z
    .array(choice(memberRoles))
    .min(1, { error: "required" })
    .refine((codes) => new Set(codes).size === codes.length, { error: "invalid" }),
});
/** From today on, without an end. */
export const GiveMemberRole = command({ userId: UserId, code: choice(memberRoles), version: Version });

export const RequestPasswordReset = input({ mail: MailField });
export const OpenAccountLink = input({ token: LinkToken });
export const UseAccountLink = input({ token: LinkToken, newPassword: NewPassword });

export const ListOwnSessions = input({});
export const EndOwnSession = command({ sessionId: SessionId });
export const EndOtherSessions = command({});

export type InviteUser = z.output<typeof InviteUser>;
