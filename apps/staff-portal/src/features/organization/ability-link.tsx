import { AbilityButton, type Ability } from "@tsunagari/portal";
import { buttonStyle, type ButtonSize } from "@tsunagari/ui";
import type { ReactNode } from "react";

/** A link to a form, where the act is allowed; else the same words as a button that says why not. */
export const AbilityLink = ({
  ability,
  label,
  size = "medium",
  link,
}: {
  readonly ability: Ability;
  readonly label: string;
  readonly size?: ButtonSize;
  readonly link: (className: string) => ReactNode;
}) =>
  ability === true ? (
    link(buttonStyle({ size }))
  ) : (
    <AbilityButton ability={ability} size={size}>
      {label}
    </AbilityButton>
  );
