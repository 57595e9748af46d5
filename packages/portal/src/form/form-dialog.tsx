import { Button } from "@tsunagari/ui";
import type { ReactNode } from "react";
import type { FieldValues } from "react-hook-form";
import { announce } from "../frame/flash.tsx";
import { CommandDialog, type CommandDialogProps } from "./command-dialog.tsx";
import { CommandFormShell } from "./command-form-shell.tsx";
import { useCommandForm, type CommandForm, type CommandFormOptions } from "./use-command-form.ts";

type Values = FieldValues & { requestId: string };

type OwnProps<V extends Values, R> = {
  readonly submitLabel: string;
  readonly pendingLabel?: string;
  /** For what takes something away. */
  readonly isDangerous?: boolean;
  /** Said when it is done and the dialog is closed. */
  readonly done: string;
  /** What comes after that, such as another page. */
  readonly onDone?: (result: R) => void | Promise<void>;
  readonly children: (form: CommandForm<V>) => ReactNode;
};

type FormProps<V extends Values, R> = Omit<CommandFormOptions<V, R>, "onDone" | "isFinal"> & OwnProps<V, R>;

/** The button that closes a dialog without doing anything. */
export const GiveUpButton = ({ close }: { readonly close: () => void }) => (
  <Button size="large" onClick={close}>
    やめる
  </Button>
);

/** A form in a dialog: sent, it closes the dialog and says what was done. */
export const DialogForm = <V extends Values, R>({
  submitLabel,
  pendingLabel,
  isDangerous = false,
  done,
  onDone,
  children,
  close,
  ...command
}: FormProps<V, R> & { readonly close: () => void }) => {
  const form = useCommandForm<V, R>({
    ...command,
    onDone: async (result) => {
      close();
      announce(done);
      await onDone?.(result);
    },
  });
  return (
    <CommandFormShell
      form={form}
      submitLabel={submitLabel}
      {...(pendingLabel === undefined ? {} : { pendingLabel })}
      variant={isDangerous ? "danger" : "primary"}
      cancel={<GiveUpButton close={close} />}
    >
      {children(form)}
    </CommandFormShell>
  );
};

export type FormDialogProps<V extends Values, R> = Omit<CommandDialogProps, "children"> & FormProps<V, R>;

/** A button that opens the form of one command, with what it will do above it. */
export const FormDialog = <V extends Values, R>({
  ability,
  label,
  variant,
  size,
  icon,
  title,
  effect,
  ...form
}: FormDialogProps<V, R>) => (
  <CommandDialog
    ability={ability}
    label={label}
    title={title}
    effect={effect}
    {...(variant === undefined ? {} : { variant })}
    {...(size === undefined ? {} : { size })}
    {...(icon === undefined ? {} : { icon })}
  >
    {(close) => <DialogForm<V, R> {...form} close={close} />}
  </CommandDialog>
);
