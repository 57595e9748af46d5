import { and, eq } from "@tsunagari/db";
import { passkey } from "@tsunagari/db/schema";
import { RenamePasskey } from "@tsunagari/domain/identity";
import { defineCommand, demandFound, sealForCity } from "../../kernel/index.ts";
import { loadOwnAccount } from "../second-factor/factor-removal.ts";
import { passkeyNamePlace } from "../second-factor/second-factor-store.ts";
import { demandFreeName } from "./passkey-name.ts";

/** Gives a passkey of one's own another name; what it opens does not change, and nobody is signed out. */
export const renamePasskey = defineCommand({
  action: "identity.renamePasskey",
  input: RenamePasskey,
  load: loadOwnAccount,
  run: async ({ tx, keys, municipalityId, input, facts }) => {
    const { passkeyId, name } = input;
    const userId = facts.user.id;
    await demandFreeName(tx, keys, { municipalityId, userId, name, passkeyId });
    const mine = and(eq(passkey.municipalityId, municipalityId), eq(passkey.userId, userId), eq(passkey.id, passkeyId));
    const nameCiphertext = sealForCity(keys, name, passkeyNamePlace(municipalityId, passkeyId));
    const [row] = await tx.update(passkey).set({ nameCiphertext }).where(mine).returning({ id: passkey.id });
    return { id: demandFound(row).id, subjects: [{ kind: "user", id: userId }] };
  },
});
