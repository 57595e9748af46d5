import { Button, type ButtonProps } from "@tsunagari/ui";
import { reasonText } from "@tsunagari/messages";

/** What the server says of an action: `true`, or the reason why not. Portals never decide themselves. */
export type Ability = true | string;

/** The sentence for a refusal, for `unavailableReason`; nothing where the action is allowed. */
export const unavailableReason = (ability: Ability): string | undefined =>
  ability === true ? undefined : reasonText(ability);

export type AbilityButtonProps = Omit<ButtonProps, "unavailableReason"> & { readonly ability: Ability };

/** A button for an action of the server's abilities: where it is refused, it stays, does nothing and says why. */
export const AbilityButton = ({ ability, ...rest }: AbilityButtonProps) => (
  <Button {...rest} unavailableReason={unavailableReason(ability)} />
);
