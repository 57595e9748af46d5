import type { CipherPlace } from "../kernel/index.ts";

/** A draft is bound to writer, form and subject, not to a row: saving again replaces what was there. */
export const draftPlace = (draft: {
  readonly municipalityId: string;
  readonly userId: string;
  readonly form: string;
  readonly subject: string;
}): CipherPlace => ({
  table: "draft",
  column: "ciphertext",
  municipalityId: draft.municipalityId,
  rowId: [draft.userId, draft.form, draft.subject].join("/"),
});
