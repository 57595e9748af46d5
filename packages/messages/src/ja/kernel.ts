import type { FieldCode, KernelReason } from "@tsunagari/domain";

export const kernelMessages = {
  reasons: {
    "kernel.invalid_input": "入力を確かめてください。印のついた欄を直すと、先に進めます。",
    "kernel.unauthenticated": "サインインしてください。しばらく操作がなかったときは、自動でサインアウトします。",
    "kernel.not_found": "見つかりません。消されたか、見られる期間が終わったか、アドレスが違います。",
    "kernel.forbidden": "この操作はできません。必要なときは、管理者に相談してください。",
    "kernel.step_up_needed":
      "この操作の前に、もう一度本人であることを確かめます。パスワードなどを入力してから、操作し直してください。",
    "kernel.second_factor_needed":
      "この市では、二段階の確認が必要です。「サインインとセキュリティ」で登録すると、使えるようになります。",
    "kernel.stale_version":
      "ほかの人が先に内容を変えました。画面を開き直して、新しい内容を確かめてから、もう一度お試しください。",
    "kernel.request_reused": "この送信は、もう受け付けています。画面を開き直して、結果を確かめてください。",
    "kernel.too_many_requests": "短い間に操作が続きました。少し待ってから、もう一度お試しください。",
    "kernel.unavailable": "ただいま混み合っているか、一時的につながりません。少し待ってから、もう一度お試しください。",
    "kernel.maintenance":
      "ただいまシステムの手入れをしています。この画面を閉じずに待つと、終わってから、入力したまま続けられます。",
    "kernel.internal":
      "うまくいきませんでした。時間をおいても続くときは、画面の問い合わせ番号を管理者に伝えてください。",
  } satisfies Record<KernelReason, string>,
  fields: {
    required: "入力してください。",
    not_chosen: "選んでください。",
    too_long: "長すぎます。短くしてください。",
    too_short: "短すぎます。もう少し長くしてください。",
    invalid: "この値は使えません。入力し直してください。",
    not_a_date: "日付として読めません。2026-04-01 のように入力してください。",
    not_a_number: "数字で入力してください。",
    out_of_range: "使える範囲を超えています。",
    in_the_past: "過ぎた日は選べません。今日か、これからの日を選んでください。",
    before_start: "終わりが始まりより前になっています。順番を直してください。",
    my_number: "マイナンバー（個人番号）と思われる12桁の数字があります。このシステムには書けません。消してください。",
    broken_characters: "読めない文字が入っています。その部分を消して、入力し直してください。",
    not_a_choice: "選択肢の中から選んでください。",
    must_be_checked: "内容を読んで、チェックを入れてください。",
    unknown_field: "この画面にない項目が送られました。画面を開き直してください。",
    not_an_address: "メールアドレスの形になっていません。name@example.jp のように入力してください。",
    not_a_phone: "電話番号として読めません。0568-00-0000 のように入力してください。",
    not_a_link: "リンクは https:// で始めてください。",
    not_a_page_link:
      "リンクの行き先は、https:// か、mailto:（メール）か、tel:（電話）で始めてください。ほかの行き先は使えません。",
    already_used: "同じものが、すでにあります。別の内容にしてください。",
    same_as_before: "今と同じです。別の内容にしてください。",
    too_common: "よく使われる言葉や並びが多く、当てられやすいパスワードです。別の言葉を組み合わせてください。",
    not_six_digits: "認証アプリに出ている、6桁の数字を入力してください。",
    not_a_recovery_code: "回復コードの形になっていません。abcd-efgh-jkmn-pqrs のような16文字です。",
    names_person: "本人がわかる氏名や連絡先が含まれています。受け入れの前に相手が読む文章なので、取り除いてください。",
  } satisfies Record<FieldCode, string>,
} as const;
