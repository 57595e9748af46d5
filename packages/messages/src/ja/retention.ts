import type { PostponeReason, RetentionReason, RetentionStatus, retentionPolicy } from "@tsunagari/domain/retention";

type Verb = keyof typeof retentionPolicy.rules | keyof typeof retentionPolicy.entries;

export const retentionMessages = {
  title: "保存期間",
  lead: "保存期間が過ぎたケースの記録を確かめ、消去するか、延ばすかを決めます。",
  /** Shown wherever the name or a text of somebody would stand. */
  erased: "保存期間が過ぎたため消去済み",
  erasedBody:
    "氏名・連絡先・相談の内容など、本人がわかる記録は読めなくなりました。元には戻せません。番号と日付、件数の集計、だれが見たかの記録は残っています。",
  statuses: {
    due: "確認待ち",
    postponed: "延期中",
    confirmed: "消去待ち",
    destroyed: "消去済み",
  } satisfies Record<RetentionStatus, string>,
  postponeReasons: {
    legalProceedings: "訴訟や争いの手続きがある",
    disclosureRequest: "開示請求や苦情の申し出がある",
    auditOrInspection: "監査や検査の対象になっている",
    supportAgain: "支援を再開する見込みがある",
  } satisfies Record<PostponeReason, string>,
  fields: {
    caseNumber: "ケース番号",
    completedOn: "記録が完結した日",
    dueOn: "保存期間が過ぎた日",
    status: "状態",
    items: "ケース",
    untilOn: "いつまで延ばすか",
    reason: "延ばす理由",
    destroysOn: "消去する日",
    destroyedAt: "消去した日時",
    decidedBy: "決めた人",
    isUnderstood: "元に戻せないことを確かめました",
    userId: "責任者にする人",
  },
  actions: {
    read: "保存期間が過ぎた記録を見る",
    list: "保存期間が過ぎた記録の一覧を見る",
    listOfficers: "消去の責任者を見る",
    confirm: "消去を決める",
    revoke: "消去を取りやめる",
    postpone: "延ばす",
    resume: "延期を終える",
    destroy: "保存期間が過ぎた記録を消去する",
    nameOfficer: "責任者を決める",
    endOfficer: "責任者から外す",
    findDue: "保存期間が過ぎた記録をさがす",
  } satisfies Record<Verb, string>,
  reasons: {
    "retention.reader_only": "保存期間の一覧は、課の担当者・管理者・監査担当者だけが見られます。",
    "retention.officer_only":
      "消去や延期を決められるのは、市が決めた責任者だけです。責任者は、管理者がこの画面で決めます。",
    "retention.administrator_only": "消去の責任者を決められるのは、管理者だけです。",
    "retention.clock_only": "この操作は、システムが自動で行います。",
    "retention.invalid_state": "今の状態ではこの操作はできません。画面を開き直して、状態を確かめてください。",
    "retention.still_revocable": "取りやめられる期間が、まだ終わっていません。",
    "retention.not_over": "保存期間が、まだ過ぎていません。保存年数の設定を確かめてください。",
    "retention.date_out_of_range": "明日から10年先までの日を選んでください。",
    "retention.not_a_section_officer":
      "責任者にできるのは、「課の担当者」の役割を持つ職員だけです。先に役割をつけてください。",
    "retention.already_named": "この人は、すでに責任者です。",
    "retention.already_ended": "この人は、もう責任者ではありません。",
  } satisfies Record<RetentionReason, string>,
} as const;
