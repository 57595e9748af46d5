import type { NoticeKind, NoticeReason, noticePolicy } from "@tsunagari/domain/notice";

type Verb = keyof typeof noticePolicy.rules | keyof typeof noticePolicy.entries;

export const noticeMessages = {
  /** One sentence per kind, for the portal and as the subject of a mail. Nothing of a person may stand here. */
  kinds: {
    "referral.received": "つなぎの依頼が届いています",
    "referral.reminder": "つなぎの依頼に、まだ返事がありません",
    "referral.answered": "つなぎの依頼への質問に、返事が届いています",
    "referral.reopened_by_city": "つなぎの依頼が再開されました",
    "referral.waitlist_review": "順番待ちの依頼を見直す日です",
    "referral.ended": "つなぎの依頼が終わりました。写しがあれば破棄し、破棄したことをお知らせください",
    "referral.expired": "つなぎの依頼の返事の期限が過ぎました",
    "referral.accepted": "つなぎの依頼が受け入れられました",
    "referral.declined": "つなぎの依頼が断られました",
    "referral.waitlisted": "つなぎの依頼が順番待ちになりました",
    "referral.unaccepted": "つなぎの依頼の受け入れが取り消されました",
    "referral.started": "受入先が最初の連絡をしました",
    "referral.completed": "つなぎの完了が報告されました",
    "referral.not_helped": "つながらなかったとの報告がありました",
    "referral.reopened_by_partner": "つなぎが受入先によって再開されました",
    "referral.asked": "つなぎの依頼に質問が届いています",
    "referral.no_answer_yet": "つなぎの依頼に、受入先からまだ返事がありません",
    "referral.expired_unanswered": "つなぎの依頼が、返事のないまま期限を過ぎました",
    "referral.consent_ended": "同意が終わったため、つなぎが終了しました",
    "referral.copies_destroyed": "受入先が写しを破棄しました",
    "referral.waitlist_review_due": "順番待ちのつなぎを見直す日です",
    "referral.follow_up_due": "つなぎのあとの様子を聞く日です",
    "case.consent_ends_soon": "まもなく同意の期限が来ます。続けるときは、本人に確かめてください",
    "case.assigned": "ケースの担当になりました",
    "case.protected": "担当するケースに、保護の必要な人がいます",
    "meeting.decided": "会議の決定が記録されました",
    "activity.submitted": "活動の承認依頼が届いています",
    "activity.approved": "活動が承認され、公開されました",
    "activity.returned": "活動が差し戻されました。直すところを確かめてください",
    "activity.verification_due": "活動の内容が今も正しいか、確かめる時期です",
    "organization.permission_granted": "つなぎの依頼を受けられるようになりました",
    "organization.permission_ended": "つなぎの依頼を受ける許可が終わりました",
    "platform.applied": "プラットフォームへの参加申込が届いています",
    "platform.approved": "プラットフォームへの参加が承認されました",
    "platform.declined": "プラットフォームへの参加は見送りとなりました",
    "platform.left": "プラットフォームから退会した団体があります",
    "audit.broken": "操作と閲覧の記録に、合わないところが見つかりました",
  } satisfies Record<NoticeKind, string>,
  mail: {
    subject: (sentence: string): string => `【つながり】${sentence}`,
    /** The whole text of every mail: what happened, and where to sign in. Never who (trap 4.4-2). */
    body: (sentence: string, path: string): string =>
      `${sentence}。\n\n内容はこのメールには書かれていません。サインインして確認してください。\n${path}\n\nこのメールに心当たりがない場合は、市の担当課へお知らせください。`,
  },
  fields: { kind: "お知らせの種類", createdAt: "届いた日時", readAt: "読んだ日時" },
  actions: {
    read: "お知らせを見る",
    markRead: "お知らせを既読にする",
    list: "お知らせの一覧を見る",
    countUnread: "未読のお知らせを数える",
    listOutbox: "送信予定のメールを見る",
  } satisfies Record<Verb, string>,
  reasons: {
    "notice.not_yours": "ほかの人へのお知らせです。",
    "notice.sign_in": "サインインすると、お知らせを見られます。",
    "notice.administrator_only": "送信予定のメールは、管理者と監査担当者だけが見られます。",
  } satisfies Record<NoticeReason, string>,
};
