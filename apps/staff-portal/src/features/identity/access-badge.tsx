import type { AccessState } from "@tsunagari/domain/identity";
import { identityMessages } from "@tsunagari/messages";
import { StatusBadge, type StatusTone } from "@tsunagari/ui";

const tones: Readonly<Record<AccessState, StatusTone>> = {
  deactivated: "quiet",
  inUse: "success",
  handedOver: "info",
  invited: "info",
  invitationExpired: "warning",
  notInvited: "warning",
};

/** How far an account has come: invited, expired, in use. */
export const AccessBadge = ({ access }: { readonly access: AccessState }) => (
  <StatusBadge tone={tones[access]}>{identityMessages.accessStates[access]}</StatusBadge>
);
