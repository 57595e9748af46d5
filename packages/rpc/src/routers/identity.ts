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
  resetSecondFactors,
  signOut,
} from "@tsunagari/services/identity";
import type { Portal } from "../context.ts";
import { carried, expose, openProcedure } from "../trpc.ts";
import { ownFactors, signingIn } from "./second-factor.ts";

const signOutAt = (portal: Portal) =>
  openProcedure.input(carried<Record<string, never>>()).mutation(async ({ ctx }) => {
    await signOut(ctx.system, { portal, sessionToken: ctx.session.token });
    ctx.session.clear();
  });

export const identityRouter = {
  staff: {
    ...signingIn("staff"),
    signOut: signOutAt("staff"),
    getMe: expose(getMe),
    changeOwnPassword: expose(changeOwnPassword),
    ...ownFactors,
    listUsers: expose(listUsers),
    getUser: expose(getUser),
    createUser: expose(createUser),
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
    getMe: expose(getMe),
    changeOwnPassword: expose(changeOwnPassword),
    ...ownFactors,
  },
};
