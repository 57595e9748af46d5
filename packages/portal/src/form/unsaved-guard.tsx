import { useBlocker } from "@tanstack/react-router";
import { ConfirmDialog } from "@tsunagari/ui";

/**
 * Asks before a page with unsent input is left: within the portal by a dialog, otherwise by the browser's own. Another step
 * of the same page is not left.
 */
export const UnsavedGuard = ({ isActive }: { readonly isActive: () => boolean }) => {
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname && isActive(),
    enableBeforeUnload: isActive,
    withResolver: true,
  });
  return (
    <ConfirmDialog
      isOpen={blocker.status === "blocked"}
      onOpenChange={(isOpen) => {
        if (!isOpen) blocker.reset?.();
      }}
      title="入力した内容を破棄して移動しますか"
      effect="この画面の入力はまだ送信されていません。移動すると、入力した内容は失われます。"
      confirmLabel="破棄して移動する"
      cancelLabel="入力を続ける"
      variant="danger"
      onConfirm={() => blocker.proceed?.()}
      pending={false}
      error={undefined}
    />
  );
};
