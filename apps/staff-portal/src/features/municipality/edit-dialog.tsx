import {
  announce,
  CommandDialog,
  CommandFormShell,
  useCommandForm,
  type CommandForm,
  type CommandFormOptions,
} from "@tsunagari/portal";
import { Button } from "@tsunagari/ui";
import type { ReactNode } from "react";
import type { FieldValues } from "react-hook-form";

type Values = FieldValues & { requestId: string };

type EditFormProps<V extends Values> = Pick<
  CommandFormOptions<V, unknown>,
  "schema" | "defaultValues" | "send" | "draft"
> & {
  readonly submitLabel: string;
  /** Said when it is done. */
  readonly done: string;
  /** For what takes something away. */
  readonly isDangerous?: boolean;
  readonly children: (form: CommandForm<V>) => ReactNode;
};

const EditForm = <V extends Values>({
  schema,
  defaultValues,
  send,
  draft,
  submitLabel,
  done,
  isDangerous = false,
  children,
  close,
}: EditFormProps<V> & { readonly close: () => void }) => {
  const form = useCommandForm<V, unknown>({
    schema,
    defaultValues,
    send,
    ...(draft === undefined ? {} : { draft }),
    onDone: () => {
      close();
      announce(done);
    },
  });
  return (
    <CommandFormShell
      form={form}
      submitLabel={submitLabel}
      pendingLabel="変えています…"
      variant={isDangerous ? "danger" : "primary"}
      cancel={
        <Button size="large" onClick={close}>
          やめる
        </Button>
      }
    >
      {children(form)}
    </CommandFormShell>
  );
};

export type EditDialogProps<V extends Values> = EditFormProps<V> & {
  /** The word on the button; `of` is what it is about, for screen readers. */
  readonly label: string;
  readonly of?: string;
  readonly isMain?: boolean;
  readonly title: string;
  /** From when it holds and what it does. */
  readonly effect: ReactNode;
};

/** A button that opens the form of one change; shown only to who may make it. */
export const EditDialog = <V extends Values>({
  label,
  of,
  isMain = false,
  title,
  effect,
  ...form
}: EditDialogProps<V>) => (
  <CommandDialog
    ability
    label={
      <>
        {label}
        {of === undefined ? null : <span className="sr-only">（{of}）</span>}
      </>
    }
    size="small"
    {...(isMain ? { icon: "plus" as const } : {})}
    title={title}
    effect={effect}
  >
    {(close) => <EditForm<V> {...form} close={close} />}
  </CommandDialog>
);
