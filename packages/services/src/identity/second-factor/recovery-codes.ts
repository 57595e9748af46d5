import { randomBytes } from "node:crypto";
import { and, eq, isNull, sql, type Tx } from "@tsunagari/db";
import { recoveryCode } from "@tsunagari/db/schema";
import type { Instant } from "@tsunagari/domain";
import { groupedCode, recoveryAlphabet, recoveryCodeCount, recoveryCodeLength } from "@tsunagari/domain/identity";
import { newId, type KeyRing } from "../../kernel/index.ts";

/** 80 random bits; five of each byte choose one of 32 signs, all as likely. */
const newCode = (): string =>
  Array.from(randomBytes(recoveryCodeLength), (byte) => recoveryAlphabet[byte % recoveryAlphabet.length]).join("");

type Step = {
  readonly tx: Tx;
  readonly keys: KeyRing;
  readonly municipalityId: string;
  readonly now: Instant;
};

const ownCodes = (municipalityId: string, userId: string) =>
  and(eq(recoveryCode.municipalityId, municipalityId), eq(recoveryCode.userId, userId));

export const countRecoveryCodes = async (tx: Tx, municipalityId: string, userId: string): Promise<number> => {
  const [row] = await tx
    .select({ left: sql<number>`count(*)::integer` })
    .from(recoveryCode)
    .where(and(ownCodes(municipalityId, userId), isNull(recoveryCode.usedAt)));
  return row?.left ?? 0;
};

export const deleteRecoveryCodes = async (tx: Tx, municipalityId: string, userId: string): Promise<void> => {
  await tx.delete(recoveryCode).where(ownCodes(municipalityId, userId));
};

/** Makes a fresh set, the one before worth nothing; given back this once, as they are to be written down. */
export const renewCodes = async ({ tx, keys, municipalityId, now }: Step, userId: string): Promise<string[]> => {
  await deleteRecoveryCodes(tx, municipalityId, userId);
  const codes = Array.from({ length: recoveryCodeCount }, newCode);
  await tx.insert(recoveryCode).values(
    codes.map((code) => ({
      municipalityId,
      id: newId<"recoveryCode">(),
      userId,
      codeHmac: keys.recoveryCodeHmac({ municipalityId, userId }, code),
      createdAt: now,
    })),
  );
  return codes.map(groupedCode);
};
