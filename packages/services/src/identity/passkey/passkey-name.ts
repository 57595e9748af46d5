import type { Tx } from "@tsunagari/db";
import { fail, openForCity, type KeyRing } from "../../kernel/index.ts";
import { findPasskeys, passkeyNamePlace } from "../second-factor/second-factor-store.ts";

type Wish = {
  readonly municipalityId: string;
  readonly userId: string;
  readonly name: string;
  /** The passkey that is to bear the name, where it is there already. */
  readonly passkeyId: string | null;
};

/** Refuses a name that another passkey of the same owner bears: a list of two alike tells nobody which to remove. */
export const demandFreeName = async (tx: Tx, keys: KeyRing, wish: Wish): Promise<void> => {
  const others = (await findPasskeys(tx, wish)).filter(({ id }) => id !== wish.passkeyId);
  const names = others.map((row) =>
    openForCity(keys, row.nameCiphertext, passkeyNamePlace(wish.municipalityId, row.id)),
  );
  if (names.includes(wish.name)) fail("conflict", "identity.passkey_name_taken");
};
