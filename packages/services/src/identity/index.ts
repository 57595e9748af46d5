export {
  openAccountLink,
  useAccountLink,
  type OpenAccountLinkInput,
  type OpenedLink,
  type UseAccountLinkInput,
} from "./link/account-link.ts";
export { assignRole } from "./user/assign-role.ts";
export { cancelInvitation } from "./link/cancel-invitation.ts";
export { changeOwnPassword } from "./session/change-own-password.ts";
export { createUser } from "./user/create-user.ts";
export { deactivateUser } from "./user/deactivate-user.ts";
export { endRole } from "./user/end-role.ts";
export {
  appointAdministrator,
  deactivateStaff,
  issueStaffPassword,
  listAdministrators,
  resetStaffSecondFactors,
} from "./user/from-machine.ts";
export { getMe } from "./session/get-me.ts";
export { giveMemberRole } from "./member/give-member-role.ts";
export { inviteMember } from "./member/invite-member.ts";
export { listMembers } from "./member/list-members.ts";
export { getUser } from "./user/get-user.ts";
export { inviteUser } from "./link/invite-user.ts";
export { issuePassword } from "./user/issue-password.ts";
export { listUsers } from "./user/list-users.ts";
export { findUserNames, openUserMail, openUserName } from "./names.ts";
export { endOtherSessions, endOwnSession, listOwnSessions, type OwnSession } from "./session/own-sessions.ts";
export { reactivateUser } from "./user/reactivate-user.ts";
export { requestPasswordReset, type PasswordResetInput } from "./link/request-password-reset.ts";
export { resendInvitation } from "./link/resend-invitation.ts";
export { resolveActor } from "./session/resolve-actor.ts";
export { signIn, type SignInAttempt, type SignInInput } from "./sign-in/sign-in.ts";
export { signOut } from "./sign-in/sign-out.ts";
export { beginPasskey } from "./passkey/begin-passkey.ts";
export { beginTotp } from "./second-factor/begin-totp.ts";
export { confirmTotp } from "./second-factor/confirm-totp.ts";
export type { DoorContext, SignedIn } from "./sign-in/door.ts";
export { getSecondFactors } from "./second-factor/get-second-factors.ts";
export { beginPasskeySignIn, signInWithPasskey, type PasskeySignInInput } from "./passkey/passkey-sign-in.ts";
export { registerPasskey } from "./passkey/register-passkey.ts";
export { removePasskey } from "./passkey/remove-passkey.ts";
export { removeTotp } from "./second-factor/remove-totp.ts";
export { renamePasskey } from "./passkey/rename-passkey.ts";
export { renewRecoveryCodes } from "./second-factor/renew-recovery-codes.ts";
export { resetSecondFactors } from "./second-factor/reset-second-factors.ts";
export type { PageCommand, PageContext } from "./second-factor/second-factor-store.ts";
export { showSecondFactor, type SecondFactorInput } from "./sign-in/second-step.ts";
export { beginStepUp, stepUp, type StepUpInput } from "./sign-in/step-up.ts";
