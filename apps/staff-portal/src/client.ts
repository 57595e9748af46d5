import { createPortalClient, type DraftApi, quietly, type StaffRouter } from "@tsunagari/portal";

export const { client, trpc, queryClient, contact, whenSignedOut, stepUpGate } = createPortalClient<StaffRouter>({
  portal: "staff",
});

/** For the forms that keep a draft on the server. */
export const drafts: DraftApi = {
  get: (key) => client.draft.get.query(key),
  save: (draft) => client.draft.save.mutate(draft, { context: quietly }),
  discard: (draft) => client.draft.discard.mutate(draft, { context: quietly }),
};
