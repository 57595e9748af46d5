import type { RoleCode, ScopeKind } from "@tsunagari/domain";
import type {
  AccessState,
  BrowserFamily,
  IdentityReason,
  identityPolicy,
  Portal,
  SystemFamily,
  UserStatus,
} from "@tsunagari/domain/identity";
import { secondFactorMessages } from "./identity-second-factor.ts";

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
  /** How far an account has come. */
  accessStates: {
    deactivated: "利用停止",
    inUse: "利用中",
    handedOver: "サインイン前",
    invited: "招待中",
    invitationExpired: "招待の期限切れ",
    notInvited: "招待していません",
  } satisfies Record<AccessState, string>,
  browsers: {
    edge: "Edge",
    opera: "Opera",
    firefox: "Firefox",
    chrome: "Chrome",
    safari: "Safari",
    other: "ブラウザー",
  } satisfies Record<BrowserFamily, string>,
  systems: {
    windows: "Windows",
    android: "Android",
    ios: "iPhone・iPad",
    mac: "Mac",
    linux: "Linux",
    other: "種類のわからない端末",
  } satisfies Record<SystemFamily, string>,
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
  /**
   * Mails of accounts, whole: the address of the page stands on a line of its own and is completed when the mail is
   * sent. They name the city and the portal, never a person.
   */
  mails: {
    invitation: {
      subject: (portal: string): string => `【つながり】${portal}への招待`,
      body: (city: string, portal: string, path: string): string =>
        `${city}から、${portal}を使うための招待が届いています。\n\n次のページを開いて、パスワードを決めてください。7日以内に、一度だけ使えます。\n${path}\n\nリンクを、ほかの人に渡さないでください。\nこのメールに心当たりがない場合は、何もせずに、${city}の担当課へお知らせください。`,
    },
    passwordReset: {
      subject: (): string => "【つながり】パスワードの再設定",
      body: (city: string, portal: string, path: string): string =>
        `${city}の${portal}で、パスワードの再設定が申し込まれました。\n\n次のページを開いて、新しいパスワードを決めてください。30分以内に、一度だけ使えます。\n${path}\n\n申し込んだ覚えがない場合は、何もしなければ、パスワードは変わりません。`,
    },
    passwordChanged: {
      subject: (): string => "【つながり】パスワードが変わりました",
      body: (city: string, portal: string, path: string): string =>
        `${city}の${portal}のパスワードが変わりました。すべての端末で、サインアウトしています。\n\n変えた覚えがない場合は、すぐに次のページから再設定し、${city}の担当課へお知らせください。\n${path}`,
    },
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
    resendInvitation:
      "新しいリンクを書いたメールを送ります。前に送ったリンクは、使えなくなります。新しいリンクは、7日間使えます。",
    cancelInvitation: "送ったリンクは、すぐに使えなくなります。登録は残り、あとから招待し直せます。",
    endMemberRole: "次の操作から、この役割でできたことができなくなります。ほかの役割と、これまでの記録は残ります。",
    deactivateMember:
      "すぐにサインアウトされ、この団体の人としてサインインできなくなります。これまでの記録は残ります。もう一度使えるようにするときは、市の担当者にお知らせください。",
    giveMemberRole: "次の操作から、この役割のことができるようになります。",
    giveReferralReceiver:
      "この人は、団体に届くつなぎの依頼と、受け入れたあとの本人の氏名や連絡先を見られるようになります。必要な人だけにつけてください。",
    endOwnSession: "その端末は、すぐにサインアウトされます。書きかけの内容は、下書きとして残ります。",
    endOtherSessions: "この端末のほかは、すべてすぐにサインアウトされます。書きかけの内容は、下書きとして残ります。",
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
    ...secondFactorMessages.actions,
    signIn: "サインインする",
    signOut: "サインアウトする",
    getMe: "自分の情報を見る",
    listUsers: "利用者の一覧を見る",
    createUser: "利用者を登録する",
    inviteUser: "利用者を招待する",
    resendInvitation: "招待メールを送り直す",
    cancelInvitation: "招待を取り消す",
    listMembers: "団体のメンバーを見る",
    inviteMember: "メンバーを招待する",
    giveMemberRole: "メンバーに役割をつける",
    requestPasswordReset: "パスワードの再設定を申し込む",
    openAccountLink: "メールのリンクを開く",
    useAccountLink: "メールのリンクからパスワードを決める",
    listOwnSessions: "サインイン中の端末を見る",
    endOwnSession: "端末をサインアウトさせる",
    endOtherSessions: "ほかの端末をすべてサインアウトさせる",
  } satisfies Record<Verb, string>,
  reasons: {
    ...secondFactorMessages.reasons,
    "identity.wrong_credentials":
      "メールアドレスかパスワードが違います。大文字と小文字、全角と半角を確かめて、もう一度入力してください。",
    "identity.choose_city": "このメールアドレスは、いくつかの市で使われています。サインインする市を選んでください。",
    "identity.too_many_attempts":
      "続けて間違えたため、少しの間、受け付けられません。1分ほど待ってから、もう一度お試しください。待つ時間は、間違えるたびに長くなります。",
    "identity.other_city": "ほかの市の利用者です。",
    "identity.administrator_only": "利用者の管理ができるのは、プラットフォーム管理者だけです。",
    "identity.owner_only": "団体のメンバーを招待したり、役割を変えたりできるのは、団体の代表だけです。",
    "identity.last_owner": "団体の代表が、ほかにいなくなります。先に、別の人に代表の役割をつけてください。",
    "identity.no_referral_permission":
      "つなぎの受入担当をつけられるのは、市がつなぎの受入を許可している間だけです。市の担当者にご相談ください。",
    "identity.not_oneself": "自分の利用や役割は、自分では変えられません。ほかの管理者に頼んでください。",
    "identity.only_oneself": "変えられるのは、本人だけです。",
    "identity.signed_in_only": "サインインが必要です。",
    "identity.is_deactivated": "この利用者は、利用が止められています。",
    "identity.is_active": "この利用者は、すでに利用できます。",
    "identity.mail_taken": "このメールアドレスは、すでに登録されています。",
    "identity.scope_unknown": "選んだ範囲が見つかりません。選び直してください。",
    "identity.belongs_nowhere": "選んだ部署や団体が見つかりません。選び直してください。",
    "identity.link_unusable":
      "このリンクは使えません。期限が過ぎたか、すでに使われたか、新しいリンクが送られています。一番新しいメールのリンクを開いてください。",
    "identity.too_many_links":
      "短い間に何度も試されたため、しばらく受け付けられません。15分ほど待ってから、もう一度お試しください。",
    "identity.too_many_resets":
      "短い間に何度も申し込まれたため、しばらく受け付けられません。1時間ほど待ってから、もう一度お試しください。",
    "identity.too_many_invitations": "招待は、1時間に20通までです。しばらく待ってから、もう一度お試しください。",
    "identity.already_in_use": "この利用者は、すでに自分のパスワードを決めています。",
    "identity.no_invitation": "取り消す招待がありません。",
    "identity.wrong_current_password": "今のパスワードが違います。もう一度入力してください。",
    "identity.role_of_other_portal": "この利用者の使うポータルには、この役割はありません。",
    "identity.scope_not_for_role": "この役割は、選んだ範囲にはつけられません。",
    "identity.role_already_held": "同じ範囲の同じ役割を、同じ時期にすでに持っています。",
    "identity.role_already_ended": "この役割は、すでに終わっています。",
  } satisfies Record<IdentityReason, string>,
} as const;
