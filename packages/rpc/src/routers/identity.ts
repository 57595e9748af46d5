import {
  assignRole,
  cancelInvitation,
  changeOwnPassword,
  createUser,
  deactivateUser,
  endOtherSessions,
  endOwnSession,
  endRole,
  getMe,
  getUser,
  giveMemberRole,
  inviteMember,
  inviteUser,
  listMembers,
  issuePassword,
  listOwnSessions,
  listUsers,
  openAccountLink,
  reactivateUser,
  requestPasswordReset,
  resendInvitation,
  resetSecondFactors,
  signOut,
  useAccountLink,
  type OpenAccountLinkInput,
  type PasswordResetInput,
  type UseAccountLinkInput,
} from "@tsunagari/services/identity";
import type { Portal } from "../context.ts";
import { carried, expose, openProcedure } from "../trpc.ts";
import { ownFactors, signingIn } from "./identity-second-factor.ts";

const signOutAt = (portal: Portal) =>
  openProcedure.input(carried<Record<string, never>>()).mutation(async ({ ctx }) => {
    await signOut(ctx.system, { portal, sessionToken: ctx.session.token });
    ctx.session.clear();
  });

/** What leads to a password of one's own without one: asking for a link, looking at it, using it once. */
const byMailAt = (portal: Portal) => ({
  requestPasswordReset: openProcedure
    .input(carried<PasswordResetInput>())
    .mutation(({ ctx, input }) =>
      requestPasswordReset(ctx.system, { ...input, portal, clientAddress: ctx.clientAddress }),
    ),
  openAccountLink: openProcedure
    .input(carried<OpenAccountLinkInput>())
    .query(({ ctx, input }) => openAccountLink(ctx.system, { ...input, portal, clientAddress: ctx.clientAddress })),
  useAccountLink: openProcedure
    .input(carried<UseAccountLinkInput>())
    .mutation(({ ctx, input }) => useAccountLink(ctx.system, { ...input, portal, clientAddress: ctx.clientAddress })),
});

const ownSessions = {
  listOwnSessions: expose(listOwnSessions),
  endOwnSession: expose(endOwnSession),
  endOtherSessions: expose(endOtherSessions),
};

export const identityRouter = {
  staff: {
    ...signingIn("staff"),
    signOut: signOutAt("staff"),
    ...byMailAt("staff"),
    ...ownSessions,
    getMe: expose(getMe),
    changeOwnPassword: expose(changeOwnPassword),
    ...ownFactors,
    listUsers: expose(listUsers),
    getUser: expose(getUser),
    createUser: expose(createUser),
    inviteUser: expose(inviteUser),
    resendInvitation: expose(resendInvitation),
    cancelInvitation: expose(cancelInvitation),
    issuePassword: expose(issuePassword),
    resetSecondFactors: expose(resetSecondFactors),
    deactivateUser: expose(deactivateUser),
    reactivateUser: expose(reactivateUser),
    assignRole: expose(assignRole),
    endRole: expose(endRole),
  },
  partner: {
    ...signingIn("partner"),
    signOut: signOutAt("partner"),
    ...byMailAt("partner"),
    ...ownSessions,
    getMe: expose(getMe),
    changeOwnPassword: expose(changeOwnPassword),
    ...ownFactors,
    listMembers: expose(listMembers),
    inviteMember: expose(inviteMember),
    giveMemberRole: expose(giveMemberRole),
    endRole: expose(endRole),
    resendInvitation: expose(resendInvitation),
    cancelInvitation: expose(cancelInvitation),
    deactivateUser: expose(deactivateUser),
  },
};
