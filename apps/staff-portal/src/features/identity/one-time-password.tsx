import { identityMessages } from "@tsunagari/messages";
import { Button, NotificationBanner } from "@tsunagari/ui";
import { useState } from "react";

type Copied = "not yet" | "done" | "failed";

const copiedText: Readonly<Record<Copied, string>> = {
  "not yet": "",
  done: "コピーしました。貼り付けたあとは、ほかの人が見られる場所に残さないでください。",
  failed: "コピーできませんでした。書き写してください。",
};

/** The password, this once; where the answer was a repeat, it is gone for good. */
export const OneTimePassword = ({ name, password }: { readonly name: string; readonly password: string | null }) => {
  const [copied, setCopied] = useState<Copied>("not yet");
  if (password === null) {
    return (
      <NotificationBanner tone="warning" title="パスワードは、もう表示できません">
        この送信は、すでに受け付けていました。パスワードが伝わっていないときは、発行し直してください。
      </NotificationBanner>
    );
  }
  const copy = () =>
    navigator.clipboard.writeText(password).then(
      () => setCopied("done"),
      () => setCopied("failed"),
    );
  return (
    <div className="flex flex-col gap-4">
      <p>{name}さんが、はじめてサインインするときのパスワードです。</p>
      <div className="flex flex-col items-start gap-3 rounded-8 border-2 border-key-900 bg-key-50 p-4 sm:flex-row sm:items-center sm:justify-between">
        <code translate="no" className="font-mono text-std-22B-150 break-all select-all">
          {password}
        </code>
        <Button size="small" onClick={() => void copy()}>
          コピーする
        </Button>
      </div>
      <p role="status">{copiedText[copied]}</p>
      <ul className="list-disc pl-6">
        <li>{identityMessages.hints.oneTimePassword}</li>
        <li>メールでは送らないでください。会って渡すか、声で本人と確かめた電話で伝えます。</li>
        <li>サインインすると、本人が新しいパスワードに変える画面が出ます。変えるまで、ほかの画面は開けません。</li>
      </ul>
    </div>
  );
};
