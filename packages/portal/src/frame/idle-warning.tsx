import { Button, Dialog } from "@tsunagari/ui";
import { useEffect, useState } from "react";
import type { Contact } from "../client/contact.ts";

/** Minutes before the end of an idle session at which the warning stands (D-31). */
export const warningMinutes = 2;

const minuteMs = 60_000;

export type IdleWarningProps = {
  readonly contact: Contact;
  /** The idle limit of the portal: 15 minutes staff, 30 partner (D-34). */
  readonly minutes: number;
  /** Any call to the server, which keeps the session. */
  readonly onContinue: () => Promise<unknown>;
  readonly onExpired: () => void;
};

/** Warns two minutes before the session ends for want of use; everything typed is kept when one goes on. */
export const IdleWarning = ({ contact, minutes, onContinue, onExpired }: IdleWarningProps) => {
  const [left, setLeft] = useState(minutes * minuteMs);
  const [pending, setPending] = useState(false);
  useEffect(() => {
    const look = () => {
      const remaining = contact.lastAt() + minutes * minuteMs - Date.now();
      setLeft(remaining);
      if (remaining <= 0) onExpired();
    };
    const timer = setInterval(look, 5_000);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [contact, minutes, onExpired]);
  const stay = async () => {
    setPending(true);
    await onContinue().catch(() => undefined);
    setPending(false);
    setLeft(contact.lastAt() + minutes * minuteMs - Date.now());
  };
  return (
    <Dialog
      isOpen={left > 0 && left <= warningMinutes * minuteMs}
      onOpenChange={(isOpen) => {
        if (!isOpen) void stay();
      }}
      title="まもなくサインアウトします"
      role="alertdialog"
      actions={
        <Button variant="primary" pending={pending} onClick={() => void stay()}>
          続ける
        </Button>
      }
    >
      <p>
        {minutes}分間操作がないため、あと{warningMinutes}
        分以内に自動でサインアウトします。続けるときは「続ける」を押してください。入力中の内容はそのまま残ります。
      </p>
    </Dialog>
  );
};
