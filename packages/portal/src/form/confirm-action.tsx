import { ConfirmDialog, type ButtonVariant, type IconName } from "@tsunagari/ui";
import { useRef, useState, type ReactNode } from "react";
import { AbilityButton, type Ability } from "./ability-button.tsx";
import { newRequestId } from "./request-id.ts";
import { failureText } from "../client/failure-text.ts";
import { wireErrorOf } from "../client/wire-error.ts";

export type ConfirmActionProps<Result> = {
  readonly ability: Ability;
  /** The button on the page. */
  readonly label: string;
  readonly variant?: ButtonVariant;
  readonly icon?: IconName;
  /** The question of the dialog. */
  readonly title: string;
  /** What will happen: who sees what, what ends, what cannot be undone. */
  readonly effect: ReactNode;
  /** The verb on the dialog's button; the label where it is left out. */
  readonly confirmLabel?: string;
  readonly isDangerous?: boolean;
  readonly send: (requestId: string) => Promise<Result>;
  readonly onDone?: (result: Result) => void | Promise<void>;
  readonly children?: ReactNode;
};

type Sending<Result> = Pick<ConfirmActionProps<Result>, "send" | "onDone">;

/** One opening of the dialog is one request id: pressing again after a failure repeats it (D-37). */
const useConfirmation = <Result,>({ send, onDone }: Sending<Result>) => {
  const [isOpen, setIsOpen] = useState(false);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<string | undefined>(undefined);
  const requestId = useRef("");
  const isBusy = useRef(false);
  const open = () => {
    requestId.current = newRequestId();
    setError(undefined);
    setIsOpen(true);
  };
  const confirm = async () => {
    if (isBusy.current) return;
    isBusy.current = true;
    setPending(true);
    setError(undefined);
    try {
      const result = await send(requestId.current);
      setIsOpen(false);
      await onDone?.(result);
    } catch (thrown) {
      setError(failureText(wireErrorOf(thrown)));
    } finally {
      isBusy.current = false;
      setPending(false);
    }
  };
  return { isOpen, setIsOpen, pending, error, open, confirm };
};

/** A button, a dialog that names the effect, one sending. A refusal is told in the dialog. */
export const ConfirmAction = <Result,>(props: ConfirmActionProps<Result>) => {
  const { ability, label, icon, title, effect, confirmLabel = label, isDangerous = false, children } = props;
  const { isOpen, setIsOpen, pending, error, open, confirm } = useConfirmation(props);
  const variant = isDangerous ? "danger" : "primary";
  return (
    <>
      <AbilityButton ability={ability} variant={props.variant ?? variant} icon={icon} onClick={open}>
        {label}
      </AbilityButton>
      <ConfirmDialog
        isOpen={isOpen}
        onOpenChange={setIsOpen}
        title={title}
        effect={effect}
        confirmLabel={confirmLabel}
        variant={variant}
        onConfirm={() => void confirm()}
        pending={pending}
        error={error}
      >
        {children}
      </ConfirmDialog>
    </>
  );
};
