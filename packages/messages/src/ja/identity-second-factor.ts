import type { FactorKind, IdentityReason, secondFactorReasons } from "@tsunagari/domain/identity";

/** Second factors and showing again who one is; part of the words of `identity`. */
export const secondFactorMessages = {
  kinds: { totp: "認証アプリ", passkey: "パスキー", recovery: "回復コード" } satisfies Record<FactorKind, string>,
  fields: {
    code: "6桁の番号",
    recoveryCode: "回復コード",
    passkeyName: "パスキーの名前",
  },
  hints: {
    code: "認証アプリに出ている番号です。30秒ごとに変わり、一度だけ使えます。",
    recoveryCode: "登録のときに印刷か保存をしたコードの、まだ使っていない一つです。",
    passkeyName: "どの端末のものか、あとで見てわかる名前です。例：窓口のパソコン、自分のスマートフォン",
  },
  actions: {
    beginTotp: "認証アプリの登録を始める",
    confirmTotp: "認証アプリを登録する",
    removeTotp: "認証アプリを外す",
    beginPasskey: "パスキーの登録を始める",
    registerPasskey: "パスキーを登録する",
    renamePasskey: "パスキーの名前を変える",
    removePasskey: "パスキーを外す",
    renewRecoveryCodes: "回復コードを作り直す",
    resetSecondFactors: "二段階の確認を取り消す",
    getSecondFactors: "自分の二段階の確認を見る",
    stepUp: "もう一度本人であることを示す",
  },
  /** Where the city asks for a second factor and there is none. */
  required: {
    title: "はじめに、二段階の確認を登録してください",
    text: "この市では、パスワードのほかに、もう一つの方法で本人であることを確かめます。パスキーか認証アプリのどちらかを登録すると、すべての画面を使えます。端末で指紋や顔、暗証番号が使えるときは、パスキーが簡単です。",
  },
  /** Mails to the owner of an account: what opens it has changed. They name the city and the portal, never a person. */
  mails: {
    secondFactorAdded: {
      subject: "【つながり】サインインの方法が増えました",
      body: (city: string, portal: string, path: string): string =>
        `${city}の${portal}で、認証アプリかパスキーが登録されました。\n\n登録した覚えがない場合は、すぐにパスワードを変え、${city}の担当課へお知らせください。\n${path}`,
    },
    secondFactorRemoved: {
      subject: "【つながり】サインインの方法が外されました",
      body: (city: string, portal: string, path: string): string =>
        `${city}の${portal}で、認証アプリかパスキーが外されました。\n\n外した覚えがない場合は、すぐにパスワードを変え、${city}の担当課へお知らせください。\n${path}`,
    },
    secondFactorReset: {
      subject: "【つながり】二段階の確認が取り消されました",
      body: (city: string, portal: string, path: string): string =>
        `${city}の管理者が、${portal}のあなたの認証アプリ、パスキー、回復コードを取り消しました。次からは、パスワードだけでサインインできます。サインインしたら、もう一度登録してください。\n\n頼んだ覚えがない場合は、すぐに${city}の担当課へお知らせください。\n${path}`,
    },
    recoveryCodeUsed: {
      subject: "【つながり】回復コードが使われました",
      body: (city: string, portal: string, path: string): string =>
        `${city}の${portal}に、回復コードを使ってサインインがありました。使われたコードは、もう使えません。\n\n使った覚えがない場合は、すぐにパスワードを変え、${city}の担当課へお知らせください。\n${path}`,
    },
  },
  /** What an act does, said before it is done. */
  effects: {
    removeTotp:
      "次のサインインから、認証アプリの番号はたずねられません。ほかの端末は、すべてサインアウトされます。アプリに残った登録は、アプリの中で消してください。",
    removePasskey:
      "このパスキーでは、サインインできなくなります。ほかの端末は、すべてサインアウトされます。端末に残ったパスキーは、端末の設定で消してください。",
    renewRecoveryCodes: "前の回復コードは、すべて使えなくなります。新しいコードは、次の画面で一度だけ表示されます。",
    resetSecondFactors:
      "この人の認証アプリ、パスキー、回復コードをすべて消し、開いている画面をサインアウトさせます。本人に知らせが届きます。電話や対面で、本人であることを確かめてから行ってください。",
  },
  reasons: {
    "identity.wrong_second_factor":
      "確認できませんでした。認証アプリの新しい番号か、まだ使っていない回復コードを、もう一度入力してください。",
    "identity.sign_in_expired":
      "時間がたったか、すでに使われたため、続けられません。はじめからサインインし直してください。",
    "identity.factor_exists": "認証アプリは、すでに登録されています。新しくするときは、先に今の登録を外してください。",
    "identity.no_second_factor": "認証アプリもパスキーも、登録されていません。",
    "identity.last_required_factor":
      "この市では二段階の確認が必要なので、最後の一つは外せません。先に別の方法を登録してください。",
    "identity.passkey_not_accepted":
      "このパスキーでは確認できませんでした。登録した端末でもう一度試すか、ほかの方法を使ってください。",
    "identity.passkeys_not_here":
      "このアドレスでは、パスキーを使えません。名前のついたアドレス（https:// または localhost）で開いてください。",
    "identity.passkey_given_up":
      "パスキーの操作が、途中で取りやめになったか、時間切れになりました。もう一度お試しください。",
    "identity.passkey_exists": "この端末のパスキーは、すでに登録されています。",
    "identity.passkey_name_taken":
      "同じ名前のパスキーが、すでにあります。どの端末のものか見分けられる、別の名前をつけてください。",
    "identity.too_many_passkeys": "パスキーは10個までです。使っていないものを外してから、登録してください。",
  } satisfies Record<Extract<IdentityReason, (typeof secondFactorReasons)[number]>, string>,
} as const;
