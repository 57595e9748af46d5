import { Dialog, type ButtonSize, type ButtonVariant, type IconName } from "@tsunagari/ui";
import { useState, type ReactNode } from "react";
import { AbilityButton, type Ability } from "./ability-button.tsx";

export type CommandDialogProps = {
  readonly ability: Ability;
  /** The button on the page. */
  readonly label: ReactNode;
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
  readonly icon?: IconName;
  readonly title: string;
  /** What will happen: who sees what, what ends, what cannot be undone. */
  readonly effect?: ReactNode;
  /** The form, a `CommandFormShell`; it closes the dialog when it is done or given up. */
  readonly children: (close: () => void) => ReactNode;
};

/** A button that opens a dialog with a form, for acts that need a word more than a confirmation: a reason, a date. */
export const CommandDialog = ({ ability, label, variant, size, icon, title, effect, children }: CommandDialogProps) => {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <AbilityButton ability={ability} variant={variant} size={size} icon={icon} onClick={() => setIsOpen(true)}>
        {label}
      </AbilityButton>
      {/* An alert dialog does not close by a press beside it, so what was typed is not lost by a slip. */}
      <Dialog isOpen={isOpen} onOpenChange={setIsOpen} title={title} role="alertdialog">
        {effect === undefined ? null : <div>{effect}</div>}
        {children(() => setIsOpen(false))}
      </Dialog>
    </>
  );
};
