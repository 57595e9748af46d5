import type { AuditKind, AuditReason, auditPolicy } from "@tsunagari/domain/audit";

type Verb = keyof typeof auditPolicy.rules | keyof typeof auditPolicy.entries;

export const auditMessages = {
  title: "この人の情報を見た人",
  kinds: { command: "操作", reading: "閲覧", refusal: "断られた操作" } satisfies Record<AuditKind, string>,
  fields: {
    at: "日時",
    who: "だれが",
    belongsTo: "所属",
    what: "何をしたか",
    fromOn: "いつから",
    toOn: "いつまで",
  },
  worker: "システム（自動の処理）",
  leftUser: "退職・異動した人",
  partner: "受入先の人",
  retention:
    "閲覧と操作の記録は、書き換えることも消すこともできません。記録には、日時・人・操作だけが残り、書かれた内容は残りません。本人の情報が保存期間を過ぎて消えたあとも、記録は残ります。",
  actions: { read: "閲覧の記録を見る" } satisfies Record<Verb, string>,
  reasons: {
    "audit.too_many_entries": "記録が多すぎて1回では印刷できません。期間を短くしてください。",
  } satisfies Record<AuditReason, string>,
  empty: "この期間の記録はありません。",
} as const;
