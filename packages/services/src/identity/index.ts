export {
  openAccountLink,
  useAccountLink,
  type OpenAccountLinkInput,
  type OpenedLink,
  type UseAccountLinkInput,
} from "./account-link.ts";
export { assignRole } from "./assign-role.ts";
export { cancelInvitation } from "./cancel-invitation.ts";
export { changeOwnPassword } from "./change-own-password.ts";
export { createUser } from "./create-user.ts";
export { deactivateUser } from "./deactivate-user.ts";
export { endRole } from "./end-role.ts";
export {
  appointAdministrator,
  deactivateStaff,
  issueStaffPassword,
  listAdministrators,
  resetStaffSecondFactors,
} from "./from-machine.ts";
export { getMe } from "./get-me.ts";
export { getUser } from "./get-user.ts";
export { inviteUser } from "./invite-user.ts";
export { issuePassword } from "./issue-password.ts";
export { listUsers } from "./list-users.ts";
export { findUserNames, openUserMail, openUserName } from "./names.ts";
export { endOtherSessions, endOwnSession, listOwnSessions, type OwnSession } from "./own-sessions.ts";
export { reactivateUser } from "./reactivate-user.ts";
export { requestPasswordReset, type PasswordResetInput } from "./request-password-reset.ts";
export { resendInvitation } from "./resend-invitation.ts";
export { resolveActor } from "./resolve-actor.ts";
export { signIn, type SignInAttempt, type SignInInput } from "./sign-in.ts";
export { signOut } from "./sign-out.ts";
export { beginPasskey } from "./begin-passkey.ts";
export { beginTotp } from "./begin-totp.ts";
export { confirmTotp } from "./confirm-totp.ts";
export type { DoorContext, SignedIn } from "./door.ts";
export { getSecondFactors } from "./get-second-factors.ts";
export { beginPasskeySignIn, signInWithPasskey, type PasskeySignInInput } from "./passkey-sign-in.ts";
export { registerPasskey } from "./register-passkey.ts";
export { removePasskey } from "./remove-passkey.ts";
export { removeTotp } from "./remove-totp.ts";
export { renewRecoveryCodes } from "./renew-recovery-codes.ts";
export { resetSecondFactors } from "./reset-second-factors.ts";
export type { PageCommand, PageContext } from "./second-factor-store.ts";
export { showSecondFactor, type SecondFactorInput } from "./second-step.ts";
export { beginStepUp, stepUp, type StepUpInput } from "./step-up.ts";
