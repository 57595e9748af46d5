import type { RoleCode, ScopeKind } from "@tsunagari/domain";
import type { IdentityReason, Portal, UserStatus, identityPolicy } from "@tsunagari/domain/identity";

type Verb = keyof typeof identityPolicy.rules | keyof typeof identityPolicy.entries;

export const identityMessages = {
  portals: { staff: "職員ポータル", partner: "団体ポータル" } satisfies Record<Portal, string>,
  statuses: { active: "利用中", deactivated: "利用停止" } satisfies Record<UserStatus, string>,
  scopes: {
    municipality: "市全体",
    department: "部署・機関",
    area: "圏域",
    platform: "プラットフォーム",
    organization: "団体",
  } satisfies Record<ScopeKind, string>,
  fields: {
    mail: "メールアドレス",
    password: "パスワード",
    currentPassword: "今のパスワード",
    newPassword: "新しいパスワード",
    municipality: "市",
    name: "氏名",
    portal: "使うポータル",
    departmentId: "部署・機関",
    organizationId: "団体",
    code: "役割",
    scopeKind: "範囲",
    scopeId: "範囲の名前",
    sinceOn: "いつから",
    untilOn: "いつまで",
  },
  hints: {
    newPassword: "15文字以上。ふだん使わない言葉をいくつかつなげると、覚えやすく、当てられにくくなります。",
    oneTimePassword: "この画面を閉じると、もう表示できません。本人に直接伝えてください。7日以内に一度だけ使えます。",
  },
  /** What a role is for, in one line. */
  roleHelp: {
    caseCoordinator: "ケースと二つの会議を進め、つなぎを送ります。",
    outreachWorker: "訪問などで出会った人を支え、担当のケースを記録します。",
    communityCoordinator: "プラットフォームを運営し、団体の活動を確かめて公開を認めます。",
    consultationAgent: "窓口で相談を受け、担当のケースを引き継ぎます。",
    sectionOfficer: "呼ばれた会議の、関わる議題だけを見ます。",
    platformAdministrator: "団体・地域・利用者・設定を管理します。ケースは見られません。",
    supervisor: "範囲の部署が担当しているケースを見ます。",
    auditor: "記録が正しく扱われているかを確かめます。",
    adviser: "集計した数字だけを見ます。",
    owner: "団体の代表として、活動とつなぎの全体に責任を持ちます。",
    editor: "団体の活動をつくり、直します。",
    referralReceiver: "団体に届いたつなぎの依頼を読み、答えます。",
    welfareCommissioner: "担当の地域の気づきを伝えます。",
    invitedMember: "招かれた会議の、関わる議題だけを見ます。",
  } satisfies Record<RoleCode, string>,
  /** What the administrator's acts do, said before they are done. */
  effects: {
    endRole: "次の操作から、この役割でできたことができなくなります。記録は残ります。",
    deactivateUser:
      "すぐにサインアウトされ、サインインできなくなります。役割と、これまでの記録は残ります。受け持ちのケースがあるときは、先に担当を替えてください。",
    reactivateUser:
      "もう一度サインインできるようになります。期間が続いている役割は、そのまま戻ります。パスワードは、止める前のものです。",
    issuePassword:
      "今のパスワードは使えなくなり、開いている画面はすべてサインアウトされます。新しいパスワードは、次の画面で一度だけ表示されます。",
  },
  actions: {
    read: "利用者を見る",
    deactivateUser: "利用を止める",
    reactivateUser: "利用を再開する",
    assignRole: "役割をつける",
    endRole: "役割を終える",
    issuePassword: "パスワードを発行し直す",
    changeOwnPassword: "自分のパスワードを変える",
    signIn: "サインインする",
    signOut: "サインアウトする",
    getMe: "自分の情報を見る",
    listUsers: "利用者の一覧を見る",
    createUser: "利用者を登録する",
  } satisfies Record<Verb, string>,
  reasons: {
    "identity.wrong_credentials":
      "メールアドレスかパスワードが違います。大文字と小文字、全角と半角を確かめて、もう一度入力してください。",
    "identity.choose_city": "このメールアドレスは、いくつかの市で使われています。サインインする市を選んでください。",
    "identity.too_many_attempts":
      "続けて間違えたため、しばらくサインインできません。15分ほど待ってから、もう一度お試しください。",
    "identity.other_city": "ほかの市の利用者です。",
    "identity.administrator_only": "利用者の管理ができるのは、プラットフォーム管理者だけです。",
    "identity.not_oneself": "自分の利用や役割は、自分では変えられません。ほかの管理者に頼んでください。",
    "identity.only_oneself": "変えられるのは、本人だけです。",
    "identity.signed_in_only": "サインインが必要です。",
    "identity.is_deactivated": "この利用者は、利用が止められています。",
    "identity.is_active": "この利用者は、すでに利用できます。",
    "identity.mail_taken": "このメールアドレスは、すでに登録されています。",
    "identity.scope_unknown": "選んだ範囲が見つかりません。選び直してください。",
    "identity.belongs_nowhere": "選んだ部署や団体が見つかりません。選び直してください。",
    "identity.wrong_current_password": "今のパスワードが違います。もう一度入力してください。",
    "identity.role_of_other_portal": "この利用者の使うポータルには、この役割はありません。",
    "identity.scope_not_for_role": "この役割は、選んだ範囲にはつけられません。",
    "identity.role_already_held": "同じ範囲の同じ役割を、同じ時期にすでに持っています。",
    "identity.role_already_ended": "この役割は、すでに終わっています。",
  } satisfies Record<IdentityReason, string>,
} as const;
