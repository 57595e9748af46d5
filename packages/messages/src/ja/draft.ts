import type { DraftReason, draftPolicy } from "@tsunagari/domain/draft";

type Verb = keyof typeof draftPolicy.rules | keyof typeof draftPolicy.entries;

export const draftMessages = {
  saved: "下書きを保存しました",
  restored: "保存してあった下書きを開きました",
  retention: "下書きは14日間残ります。見られるのは書いた本人だけです。",
  actions: {
    read: "下書きを見る",
    get: "自分の下書きを開く",
    save: "下書きを保存する",
    discard: "下書きを捨てる",
    discardExpired: "期限の過ぎた下書きを消す",
  } satisfies Record<Verb, string>,
  reasons: {
    "draft.only_own": "下書きを見られるのは、書いた本人だけです。",
    "draft.signed_in_only": "下書きを保存するには、サインインしてください。",
    "draft.worker_only": "期限の過ぎた下書きは、自動で消えます。",
  } satisfies Record<DraftReason, string>,
} as const;
