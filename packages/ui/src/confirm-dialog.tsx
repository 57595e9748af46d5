import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { NotificationBanner } from "./notification-banner.tsx";

export type ConfirmDialogProps = {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  /** The question, with the verb: 「この依頼を取り下げますか」. */
  readonly title: string;
  /** What will happen when it is confirmed, in words: who sees what, what ends, what cannot be undone. */
  readonly effect: ReactNode;
  /** The verb again, never 「OK」 or 「はい」. */
  readonly confirmLabel: string;
  readonly cancelLabel?: string;
  readonly variant?: "primary" | "danger";
  readonly onConfirm: () => void;
  readonly pending: boolean;
  /** Why it did not work; the dialog stays open. */
  readonly error: string | undefined;
  /** Fields the action needs, such as a reason. */
  readonly children?: ReactNode;
};

/** Asks before an act that discloses, ends or cannot be undone. While it is under way nothing closes it. */
export const ConfirmDialog = ({
  isOpen,
  onOpenChange,
  title,
  effect,
  confirmLabel,
  cancelLabel = "やめる",
  variant = "primary",
  onConfirm,
  pending,
  error,
  children,
}: ConfirmDialogProps) => {
  const change = (next: boolean) => {
    if (!pending) onOpenChange(next);
  };
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={change}
      title={title}
      role="alertdialog"
      actions={
        <>
          <Button variant={variant} pending={pending} onClick={onConfirm}>
            {confirmLabel}
          </Button>
          <Button variant="secondary" onClick={() => change(false)}>
            {cancelLabel}
          </Button>
        </>
      }
    >
      {error === undefined ? null : (
        <NotificationBanner tone="error" title="実行できませんでした" isAlert>
          {error}
        </NotificationBanner>
      )}
      <div>{effect}</div>
      {children}
    </Dialog>
  );
};
