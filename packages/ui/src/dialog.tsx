import type { ReactNode } from "react";
import { Dialog as AriaDialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { Icon } from "./icon.tsx";

export type DialogProps = {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly title: string;
  readonly children: ReactNode;
  /** The buttons, main action first. */
  readonly actions?: ReactNode;
  /** `alertdialog` for what must be answered; it has no closing cross. */
  readonly role?: "dialog" | "alertdialog";
  readonly width?: "medium" | "wide";
};

/** A dialog: focus is kept inside and given back, Escape closes, the page behind is inert. */
export const Dialog = ({
  isOpen,
  onOpenChange,
  title,
  children,
  actions,
  role = "dialog",
  width = "medium",
}: DialogProps) => (
  <ModalOverlay
    isOpen={isOpen}
    onOpenChange={onOpenChange}
    isDismissable={role === "dialog"}
    className="fixed inset-0 z-50 flex items-end justify-center bg-opacity-gray-600 sm:items-center sm:p-6"
  >
    <Modal
      className={`max-h-[92dvh] w-full overflow-y-auto rounded-t-16 border border-transparent bg-white shadow-5 sm:rounded-16 ${width === "wide" ? "sm:max-w-4xl" : "sm:max-w-xl"}`}
    >
      <AriaDialog role={role} className="flex flex-col gap-5 p-6 outline-none sm:p-8">
        <div className="flex items-start justify-between gap-4">
          <Heading slot="title" level={2} className="text-std-20B-150 sm:text-std-22B-150">
            {title}
          </Heading>
          {role === "dialog" ? (
            <button
              type="button"
              onClick={() => onOpenChange(false)}
              className="-mt-2 -mr-2 inline-flex min-h-11 cursor-pointer items-center gap-1 rounded-8 px-2 text-oln-16N-100 hover:bg-solid-gray-50 hover:underline"
            >
              <Icon name="close" className="size-5" />
              閉じる
            </button>
          ) : null}
        </div>
        <div className="flex flex-col gap-5">{children}</div>
        {actions === undefined ? null : (
          <div className="flex flex-col gap-3 border-t border-solid-gray-200 pt-5 sm:flex-row sm:flex-wrap sm:items-start">
            {actions}
          </div>
        )}
      </AriaDialog>
    </Modal>
  </ModalOverlay>
);
