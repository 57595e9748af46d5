export { discardDraft } from "./discard-draft.ts";
export { discardExpiredDrafts } from "./discard-expired-drafts.ts";
export { getDraft } from "./get-draft.ts";
export { saveDraft } from "./save-draft.ts";
