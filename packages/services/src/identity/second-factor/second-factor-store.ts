import { and, asc, eq, isNotNull, type Tx } from "@tsunagari/db";
import { passkey, totpFactor } from "@tsunagari/db/schema";
import { createSession, type KnownPasskey } from "@tsunagari/auth";
import { isLastRequired, type HeldFactors, type SecondFactorRule } from "@tsunagari/domain/identity";
import { fail, openForCity, type Command, type Context, type KeyRing } from "../../kernel/index.ts";
import { loadSettings } from "../../municipality/index.ts";

type Owner = { readonly municipalityId: string; readonly userId: string };

export const totpPlace = (municipalityId: string, rowId: string) => ({
  table: "totp_factor",
  column: "secret_ciphertext",
  municipalityId,
  rowId,
});

export const passkeyNamePlace = (municipalityId: string, rowId: string) => ({
  table: "passkey",
  column: "name_ciphertext",
  municipalityId,
  rowId,
});

/** Opens what `useTotp` has locked. */
export const totpOpener =
  (keys: KeyRing, municipalityId: string) =>
  ({ id, secret }: { readonly id: string; readonly secret: Buffer }): string =>
    openForCity(keys, secret, totpPlace(municipalityId, id));

/** When the authenticator app of a user was confirmed; null where he has none. */
export const findTotp = async (tx: Tx, { municipalityId, userId }: Owner): Promise<Date | null> => {
  const [row] = await tx
    .select({ confirmedAt: totpFactor.confirmedAt })
    .from(totpFactor)
    .where(
      and(
        eq(totpFactor.municipalityId, municipalityId),
        eq(totpFactor.userId, userId),
        isNotNull(totpFactor.confirmedAt),
      ),
    );
  return row?.confirmedAt ?? null;
};

/** A user's passkeys in the order they were made, without their keys. */
export const findPasskeys = (tx: Tx, { municipalityId, userId }: Owner) =>
  tx
    .select({
      id: passkey.id,
      credentialId: passkey.credentialId,
      rpId: passkey.rpId,
      transports: passkey.transports,
      isBackedUp: passkey.isBackedUp,
      nameCiphertext: passkey.nameCiphertext,
      createdAt: passkey.createdAt,
      lastUsedAt: passkey.lastUsedAt,
    })
    .from(passkey)
    .where(and(eq(passkey.municipalityId, municipalityId), eq(passkey.userId, userId)))
    .orderBy(asc(passkey.createdAt), asc(passkey.id));

export const loadHeldFactors = async (tx: Tx, owner: Owner): Promise<HeldFactors & { known: KnownPasskey[] }> => {
  const [totp, known] = [await findTotp(tx, owner), await findPasskeys(tx, owner)];
  return { hasTotp: totp !== null, passkeys: known.length, known };
};

/** What the user's city asks of his portal. */
export const ruleFor = async (tx: Tx, municipalityId: string, portal: string): Promise<SecondFactorRule> => {
  const settings = await loadSettings(tx, municipalityId);
  return portal === "staff" ? settings.staffSecondFactor : settings.partnerSecondFactor;
};

/** Refuses where the factor to be removed is the last one and the city asks for one. */
export const demandNotLast = async (tx: Tx, owner: Owner & { readonly portal: string }): Promise<void> => {
  const rule = await ruleFor(tx, owner.municipalityId, owner.portal);
  if (isLastRequired(await loadHeldFactors(tx, owner), rule)) fail("forbidden", "identity.last_required_factor");
};

/** Who acts, and on which page of ours: passkeys belong to its host. */
export type PageContext = Context & { readonly origin: string };

/** A command that may leave a new session behind; `sessionToken` belongs into the portal's cookie and nowhere else. */
export type PageCommand<Input, Result extends { readonly id: string }> = Pick<
  Command<Input>,
  "kind" | "action" | "input"
> & {
  readonly execute: (
    context: PageContext,
    rawInput: Input,
  ) => Promise<Result & { readonly sessionToken: string | null }>;
};

/**
 * A fresh session for who has just changed his factors: the change has ended all of his, wherever they were. It has been
 * shown in this very request who he is.
 */
export const beginAnew = async ({ actor, ...system }: Context, assurance: 1 | 2): Promise<string | null> => {
  if (actor.kind !== "staff" && actor.kind !== "partner") return null;
  const { municipalityId, userId } = actor;
  return createSession(system, { portal: actor.kind, municipalityId, userId, assurance });
};
