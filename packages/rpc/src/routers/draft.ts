import { discardDraft, getDraft, saveDraft } from "@tsunagari/services/draft";
import { expose } from "../trpc.ts";

const draft = { get: expose(getDraft), save: expose(saveDraft), discard: expose(discardDraft) };

export const draftRouter = { staff: draft, partner: draft };
