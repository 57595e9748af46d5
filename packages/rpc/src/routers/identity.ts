import {
  assignRole,
  changeOwnPassword,
  createUser,
  deactivateUser,
  endRole,
  getMe,
  getUser,
  issuePassword,
  listUsers,
  reactivateUser,
  signIn,
  signOut,
  type SignInInput,
} from "@tsunagari/services/identity";
import type { Portal } from "../context.ts";
import { carried, expose, openProcedure } from "../trpc.ts";

/** The session's token goes into the cookie and never into an answer. */
const signInAt = (portal: Portal) =>
  openProcedure.input(carried<SignInInput>()).mutation(async ({ ctx, input }) => {
    const { sessionToken, ...signedIn } = await signIn(ctx.system, {
      ...input,
      portal,
      clientAddress: ctx.clientAddress,
      previousToken: ctx.session.token,
    });
    ctx.session.set(sessionToken);
    return signedIn;
  });

const signOutAt = (portal: Portal) =>
  openProcedure.input(carried<Record<string, never>>()).mutation(async ({ ctx }) => {
    await signOut(ctx.system, { portal, sessionToken: ctx.session.token });
    ctx.session.clear();
  });

export const identityRouter = {
  staff: {
    signIn: signInAt("staff"),
    signOut: signOutAt("staff"),
    getMe: expose(getMe),
    changeOwnPassword: expose(changeOwnPassword),
    listUsers: expose(listUsers),
    getUser: expose(getUser),
    createUser: expose(createUser),
    issuePassword: expose(issuePassword),
    deactivateUser: expose(deactivateUser),
    reactivateUser: expose(reactivateUser),
    assignRole: expose(assignRole),
    endRole: expose(endRole),
  },
  partner: {
    signIn: signInAt("partner"),
    signOut: signOutAt("partner"),
    getMe: expose(getMe),
    changeOwnPassword: expose(changeOwnPassword),
  },
};
