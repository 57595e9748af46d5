import {
  challengeIn,
  createChallenge,
  findAccount,
  passkeyRequest,
  recordSignIn,
  relyingPartyOf,
  renewSession,
  usePasskey,
  useTotp,
  verifyPassword,
} from "@tsunagari/auth";
import type { PartnerActor, StaffActor } from "@tsunagari/domain";
import { StepUp } from "@tsunagari/domain/identity";
import type { z } from "zod";
import { asDomainError, fail, newId, parseInput, type Context } from "../../kernel/index.ts";
import { demandGuess } from "./guess.ts";
import { totpOpener, type PageContext } from "../second-factor/second-factor-store.ts";

const personOf = ({ actor }: Context): StaffActor | PartnerActor =>
  actor.kind === "staff" || actor.kind === "partner" ? actor : fail("forbidden", "identity.signed_in_only");

/** By what the signed-in user may show again that it is he. */
export const beginStepUp = async (context: PageContext) => {
  const { kind: portal, municipalityId, userId } = personOf(context);
  try {
    const owner = { municipalityId, userId };
    const account = await findAccount(context, owner);
    if (account === null) return fail("unauthenticated", "kernel.unauthenticated");
    const party = relyingPartyOf(context.origin);
    const known = party === null ? [] : account.passkeys.filter(({ rpId }) => rpId === party.rpId);
    const passkeyOptions =
      party === null || known.length === 0
        ? null
        : await passkeyRequest(party, await createChallenge(context, { purpose: "stepUp", portal, owner }), known);
    return { hasTotp: account.hasTotp, passkeyOptions };
  } catch (error) {
    throw asDomainError(error);
  }
};

const isShown = async (context: PageContext, answer: StepUp["answer"]): Promise<boolean> => {
  const { kind: portal, municipalityId, userId } = personOf(context);
  const owner = { municipalityId, userId };
  switch (answer.kind) {
    case "password": {
      const account = await findAccount(context, owner);
      return verifyPassword(account?.passwordHash ?? null, answer.password);
    }
    case "totp": {
      const open = totpOpener(context.keys, municipalityId);
      return useTotp(context, { owner, code: answer.code, open, isConfirmed: true });
    }
    case "passkey": {
      const [party, challenge] = [relyingPartyOf(context.origin), challengeIn(answer.response)];
      if (party === null || challenge === null) return false;
      const bound = { purpose: "stepUp", portal, challenge } as const;
      return (await usePasskey(context, { party, response: answer.response, bound, owner })) !== null;
    }
  }
};

const reasons = {
  password: "identity.wrong_current_password",
  totp: "identity.wrong_second_factor",
  passkey: "identity.passkey_not_accepted",
} as const satisfies Record<StepUp["answer"]["kind"], string>;

const attempt = async (context: PageContext, token: string | null, input: StepUpInput): Promise<string> => {
  const { answer } = parseInput(StepUp, input);
  const { kind: portal, municipalityId, userId } = personOf(context);
  const entry = { municipalityId, userId, portal, action: "identity.stepUp" } as const;
  const guess = await demandGuess(context, userId);
  if (!(await isShown(context, answer))) {
    const reason = reasons[answer.kind];
    await recordSignIn(context, { ...entry, id: newId<"audit">(), reason });
    return fail("forbidden", reason);
  }
  await guess.clear();
  const assurance = answer.kind === "password" ? 1 : 2;
  const renewed = token === null ? null : await renewSession(context, { token, assurance });
  if (renewed === null) return fail("unauthenticated", "kernel.unauthenticated");
  await recordSignIn(context, { ...entry, id: newId<"audit">(), reason: null });
  return renewed;
};

export type StepUpInput = z.input<typeof StepUp>;

/**
 * Shows again who one is, and gives the session's new token; the one before is worth nothing (threat 13). Throws
 * `DomainError`: `forbidden` with what was wrong · `limit identity.too_many_attempts`, counted with the second factor's.
 */
export const stepUp = async (
  context: PageContext,
  shown: { readonly sessionToken: string | null; readonly input: StepUpInput },
): Promise<{ readonly sessionToken: string }> => {
  try {
    return { sessionToken: await attempt(context, shown.sessionToken, shown.input) };
  } catch (error) {
    throw asDomainError(error);
  }
};
