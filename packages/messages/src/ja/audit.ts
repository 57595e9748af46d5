import type { AuditKind, AuditProblem, AuditReason, auditPolicy } from "@tsunagari/domain/audit";

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
  actions: {
    read: "閲覧の記録を見る",
    printSheet: "見た人の一覧を印刷する",
    readChain: "記録の鎖の状態を見る",
  } satisfies Record<Verb, string>,
  reasons: {
    "audit.too_many_entries": "記録が多すぎて1回では印刷できません。期間を短くしてください。",
    "audit.auditor_only": "記録の鎖の状態は、監査担当者と管理者だけが見られます。",
  } satisfies Record<AuditReason, string>,
  chain: {
    title: "記録の鎖",
    lead: "操作と閲覧の記録が、あとから書き換えられていないことを確かめます。",
    about:
      "記録は1件ずつ、前の記録とつないだ番号（鎖）で封をします。鎖の終わりは1時間ごとに署名し、控えをデータベースの外に残します。署名の鍵もデータベースの外にあるため、データベースを管理する人が記録を変えても、毎晩の検査で見つかります。",
    intact: "鎖に、合わないところはありません",
    broken: "記録に、合わないところが見つかりました",
    unchecked: "まだ検査していません",
    late: "封をするのが遅れています",
    lateBody:
      "記録は残っていますが、封がまだです。システムの担当者に、定期処理が動いているか確かめてもらってください。",
    report:
      "記録を触らずに、システムの担当者と個人情報保護の責任者に知らせてください。確かめ方は、運用の手引き「監査の鎖」にあります。",
    checkedSoon: "検査は毎晩2時40分ごろに行われます。",
    fields: {
      sealed: "封をした記録",
      lastSealedAt: "最後に封をした記録の日時",
      waiting: "封を待っている記録",
      checkpoint: "最後の署名",
      check: "最後の検査",
      result: "検査の結果",
    },
  },
  /** What a check of the chain found, said to the auditor. */
  problems: {
    link_missing: "鎖の番号が抜けています。記録が消された疑いがあります。",
    link_repeated: "同じ番号が2つあります。記録が差し込まれた疑いがあります。",
    entry_missing: "鎖にある記録がありません。記録が消された疑いがあります。",
    link_broken: "記録の中身が鎖と合いません。書き換えや入れ替えの疑いがあります。",
    entry_unsealed: "鎖に入っていない古い記録があります。あとから差し込まれた疑いがあります。",
    chain_cut: "鎖の終わりが、署名されたときより短くなっています。記録が切り落とされた疑いがあります。",
    chain_rewritten: "鎖が、署名されたときと違っています。鎖ごと作り直された疑いがあります。",
    checkpoint_missing: "署名の番号が抜けています。署名が消された疑いがあります。",
    checkpoint_broken: "署名が合いません。署名が書き換えられた疑いがあります。",
    checkpoint_unknown_key: "登録されていない鍵の署名があります。",
    checkpoint_differs_from_copy: "署名が、データベースの外の控えと違っています。",
    copy_broken: "データベースの外にある、署名の控えが壊れています。",
  } satisfies Record<AuditProblem, string>,
  empty: "この期間の記録はありません。",
} as const;
