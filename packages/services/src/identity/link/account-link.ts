import {
  addressLimit,
  findLink,
  hashPassword,
  returnAttempt,
  takeAttempt,
  useLink,
  type OpenLink,
} from "@tsunagari/auth";
import { OpenAccountLink, UseAccountLink, type LinkPurpose, type Portal } from "@tsunagari/domain/identity";
import type { z } from "zod";
import { asDomainError, fail, newId, parseInput, sealMail, type System } from "../../kernel/index.ts";
import { passwordChangedText, templateOf } from "./account-mail.ts";
import { openUserMail } from "../names.ts";

export type OpenAccountLinkInput = z.input<typeof OpenAccountLink>;
export type UseAccountLinkInput = z.input<typeof UseAccountLink>;

type Origin = { readonly portal: Portal; readonly clientAddress: string };

/** What the page of a link shows: where it leads and whose it is, and nothing more of the account. */
export type OpenedLink = {
  readonly purpose: LinkPurpose;
  readonly cityName: string;
  readonly mail: string;
  readonly expiresAt: Date;
};

/** The link, or a refusal that says no more than that it cannot be used. Only failures stay counted. */
const demandLink = async (system: System, token: string, { portal, clientAddress }: Origin): Promise<OpenLink> => {
  const key = system.keys.mailHmac(`account-link ${clientAddress}`).toString("hex");
  const wait = await takeAttempt(system, key, addressLimit);
  if (wait !== null) return fail("limit", "identity.too_many_links", { retryAfterSeconds: wait });
  const link = await findLink(system, { portal, token });
  if (link === null) return fail("invalid_state", "identity.link_unusable");
  await returnAttempt(system, key, addressLimit);
  return link;
};

/** Looks at a link without using it up: a page, a scanner or a second look may do so as often as they like. */
export const openAccountLink = async (system: System, shown: OpenAccountLinkInput & Origin): Promise<OpenedLink> => {
  const { portal, clientAddress, ...form } = shown;
  try {
    const { token } = parseInput(OpenAccountLink, form);
    const link = await demandLink(system, token, { portal, clientAddress });
    const { municipalityId, userId: id, mailCiphertext } = link;
    return {
      purpose: link.purpose,
      cityName: link.cityName,
      mail: openUserMail(system.keys, { municipalityId, id, mailCiphertext }),
      expiresAt: link.expiresAt,
    };
  } catch (error) {
    throw asDomainError(error);
  }
};

const noteOfChange = (system: System, portal: Portal, { purpose, municipalityId, cityName }: OpenLink) =>
  purpose === "invitation"
    ? null
    : {
        template: templateOf("passwordChanged"),
        ...sealMail(system.keys, municipalityId, passwordChangedText(portal, cityName)),
      };

/**
 * Sets the password the owner of the link has chosen, once, however many try at the same time (threat 22). Nobody is
 * signed in by it: the new password is tried at once, and second factors are asked for as ever (ASVS 6.4.3).
 */
export const useAccountLink = async (
  system: System,
  use: UseAccountLinkInput & Origin,
): Promise<{ readonly purpose: LinkPurpose }> => {
  const { portal, clientAddress, ...form } = use;
  try {
    const { token, newPassword } = parseInput(UseAccountLink, form);
    const link = await demandLink(system, token, { portal, clientAddress });
    const isDone = await useLink(system, {
      portal,
      token,
      passwordHash: await hashPassword(newPassword),
      audit: { id: newId<"audit">(), action: "identity.useAccountLink" },
      mail: noteOfChange(system, portal, link),
    });
    return isDone ? { purpose: link.purpose } : fail("invalid_state", "identity.link_unusable");
  } catch (error) {
    throw asDomainError(error);
  }
};
