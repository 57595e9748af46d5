import {
  beginLinks,
  createLinkToken,
  findAccounts,
  linkHashOf,
  networkOf,
  takeAttempt,
  type Account,
  type AttemptLimit,
  type NewLink,
} from "@tsunagari/auth";
import { linkValidSeconds, RequestPasswordReset, type Portal } from "@tsunagari/domain/identity";
import type { z } from "zod";
import { asDomainError, fail, newId, parseInput, sealMail, type System } from "../../kernel/index.ts";
import { linkMailText, templateOf } from "./account-mail.ts";

export type PasswordResetInput = z.input<typeof RequestPasswordReset>;

/** Where a request came from; never from the form itself. */
type Origin = { readonly portal: Portal; readonly clientAddress: string };

/** Nobody fills another's mailbox (d7); unknown addresses count the same. */
const accountLimit: AttemptLimit = { attempts: 3, withinSeconds: 60 * 60 };
/** A whole office shares its network. */
const networkLimit: AttemptLimit = { attempts: 30, withinSeconds: 60 * 60 };

const takeRequest = async (system: System, mail: string, { portal, clientAddress }: Origin): Promise<void> => {
  const keyOf = (text: string) => system.keys.mailHmac(`password-reset ${text}`).toString("hex");
  const waits = [
    await takeAttempt(system, keyOf(networkOf(clientAddress)), networkLimit),
    await takeAttempt(system, keyOf(`${portal} ${mail}`), accountLimit),
  ].filter((wait) => wait !== null);
  if (waits.length > 0) fail("limit", "identity.too_many_resets", { retryAfterSeconds: Math.max(...waits) });
};

const purpose = "passwordReset";

const linkFor = ({ keys }: System, { municipalityId, userId, portal, cityName }: Account): NewLink => {
  const token = createLinkToken();
  const text = linkMailText(purpose, { portal, cityName, token });
  return {
    id: newId<"accountLink">(),
    municipalityId,
    userId,
    portal,
    purpose,
    validSeconds: linkValidSeconds[purpose],
    tokenHash: linkHashOf(token),
    mail: { template: templateOf(purpose), ...sealMail(keys, municipalityId, text) },
    audit: { id: newId<"audit">(), action: "identity.requestPasswordReset" },
  };
};

/**
 * Sends a link to choose a new password to whoever's address it is. Silent about whether there is such an account: the
 * answer, the statements and what is written are the same (threat 18). Who was invited and never chose a password gets
 * none, or a cancelled invitation could be passed by. Throws `limit identity.too_many_resets`, known addresses or not.
 */
export const requestPasswordReset = async (system: System, request: PasswordResetInput & Origin): Promise<void> => {
  const { portal, clientAddress, ...form } = request;
  try {
    const { mail } = parseInput(RequestPasswordReset, form);
    await takeRequest(system, mail, { portal, clientAddress });
    const accounts = await findAccounts(system, portal, system.keys.mailHmac(mail));
    const open = accounts.filter(({ status, passwordHash }) => status === "active" && passwordHash !== null);
    await beginLinks(
      system,
      open.map((account) => linkFor(system, account)),
    );
  } catch (error) {
    throw asDomainError(error);
  }
};
