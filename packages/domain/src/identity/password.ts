import { z } from "zod";
import type { FieldCode } from "../kernel/text.ts";

/** ASVS 6.2.1: at least 15 characters where the password is the only factor. */
export const passwordMinLength = 15;
export const passwordMaxLength = 128;

/** A password as it was received: nothing is trimmed, folded or cut (ASVS 6.2.8). */
export const Password = z
  .string({ error: "required" })
  .refine((text) => text.length > 0, { error: "required", abort: true })
  .refine((text) => text.isWellFormed(), { error: "broken_characters", abort: true })
  .refine((text) => [...text].length <= passwordMaxLength, { error: "too_long" });

const commonPieces =
  /password|passwort|パスワード|ぱすわーど|qwerty(uiop)?|asdfgh(jkl)?|zxcvbn(m)?|iloveyou|letmein|welcome|admin(istrator)?|tsunagari|つながり|kasugai|asaka|toda|koshigaya|iruma|春日井|朝霞|戸田|越谷|入間|[0-9]+/gu;

const differing = (text: string): string => {
  const points = [...text].map((character) => character.codePointAt(0) ?? 0);
  return points
    .filter((point, index) => {
      const step = point - (points[index - 1] ?? Number.NEGATIVE_INFINITY);
      return step !== 0 && step !== 1 && step !== -1;
    })
    .map((point) => String.fromCodePoint(point))
    .join("");
};

/**
 * Whether fifteen characters are worth only a few: runs (`aaaa`, `1234`), very common words, names of the system and
 * the cities, and digits are taken out; what is left must have five different characters (ASVS 6.2.4, 6.2.11).
 */
export const isGuessable = (password: string): boolean => {
  const folded = password.normalize("NFKC").toLowerCase();
  return new Set(differing(folded.replaceAll(commonPieces, ""))).size < 5;
};

/** A password someone chooses. No rule of composition and no expiry (ASVS 6.2.5, 6.2.10). */
export const NewPassword = Password.refine((text) => [...text].length >= passwordMinLength, {
  error: "too_short",
  abort: true,
}).refine((text) => !isGuessable(text), { error: "too_common" satisfies FieldCode });
