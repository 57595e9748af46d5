import { FormDialog, type FormDialogProps } from "@tsunagari/portal";
import type { FieldValues } from "react-hook-form";

type EditDialogProps<V extends FieldValues & { requestId: string }> = Omit<
  FormDialogProps<V, unknown>,
  "ability" | "label"
> & {
  /** The word on the button; `of` is what it is about, for screen readers. */
  readonly label: string;
  readonly of?: string;
  readonly isMain?: boolean;
};

/** A button that opens the form of one change; shown only to who may make it. */
export const EditDialog = <V extends FieldValues & { requestId: string }>({
  label,
  of,
  isMain = false,
  ...dialog
}: EditDialogProps<V>) => (
  <FormDialog<V, unknown>
    pendingLabel="変えています…"
    {...dialog}
    ability
    label={
      <>
        {label}
        {of === undefined ? null : <span className="sr-only">（{of}）</span>}
      </>
    }
    size="small"
    {...(isMain ? { icon: "plus" as const } : {})}
  />
);
