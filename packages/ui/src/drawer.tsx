import type { ReactNode } from "react";
import { Dialog as AriaDialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { Icon } from "./icon.tsx";

/** A sheet that slides in from the right: the whole menu on a phone. */
export const Drawer = ({
  isOpen,
  onOpenChange,
  title,
  children,
}: {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly title: string;
  readonly children: ReactNode;
}) => (
  <ModalOverlay
    isOpen={isOpen}
    onOpenChange={onOpenChange}
    isDismissable
    className="fixed inset-0 z-50 flex justify-end bg-opacity-gray-600"
  >
    <Modal className="h-full w-full max-w-88 overflow-y-auto border-l border-transparent bg-white shadow-5">
      <AriaDialog className="flex min-h-full flex-col gap-4 p-4 outline-none">
        <div className="flex items-center justify-between">
          <Heading slot="title" level={2} className="pl-2 text-std-18B-160">
            {title}
          </Heading>
          <button
            type="button"
            onClick={() => onOpenChange(false)}
            className="inline-flex min-h-11 cursor-pointer items-center gap-1 rounded-8 px-3 text-oln-16N-100 hover:bg-solid-gray-50 hover:underline"
          >
            <Icon name="close" className="size-5" />
            閉じる
          </button>
        </div>
        {children}
      </AriaDialog>
    </Modal>
  </ModalOverlay>
);
