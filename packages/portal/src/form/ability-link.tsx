import { buttonStyle, type ButtonSize, type ButtonVariant } from "@tsunagari/ui";
import type { ReactNode } from "react";
import { AbilityButton, type Ability } from "./ability-button.tsx";

type AbilityLinkProps = {
  readonly ability: Ability;
  readonly label: string;
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
  /** Draws the link: `(props) => <Link to="/cases/new" {...props} />`. */
  readonly link: (props: { readonly className: string; readonly children: ReactNode }) => ReactNode;
};

/** A link to a form, where the act is allowed; else the same words as a button that says why not. */
export const AbilityLink = ({ ability, label, variant = "secondary", size = "medium", link }: AbilityLinkProps) =>
  ability === true ? (
    link({ className: buttonStyle({ variant, size }), children: label })
  ) : (
    <AbilityButton ability={ability} variant={variant} size={size}>
      {label}
    </AbilityButton>
  );
