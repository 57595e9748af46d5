import {
  beginPasskey,
  beginPasskeySignIn,
  beginStepUp,
  beginTotp,
  confirmTotp,
  getSecondFactors,
  registerPasskey,
  removePasskey,
  removeTotp,
  renamePasskey,
  renewRecoveryCodes,
  showSecondFactor,
  signIn,
  signInWithPasskey,
  stepUp,
  type PasskeySignInInput,
  type SecondFactorInput,
  type SignInInput,
  type StepUpInput,
} from "@tsunagari/services/identity";
import type { Portal, RpcContext } from "../context.ts";
import { actingProcedure, carried, expose, exposeOnPage, keepToken, openProcedure } from "../trpc.ts";

const doorOf = (portal: Portal, { clientAddress, session, origin }: RpcContext) => ({
  portal,
  clientAddress,
  previousToken: session.token,
  origin,
});

/** The ways in, each to be had by nobody yet. The session's token goes into the cookie and never into an answer. */
export const signingIn = (portal: Portal) => ({
  signIn: openProcedure
    .input(carried<SignInInput>())
    .mutation(async ({ ctx, input }) => keepToken(ctx, await signIn(ctx.system, { ...input, ...doorOf(portal, ctx) }))),
  showSecondFactor: openProcedure
    .input(carried<SecondFactorInput>())
    .mutation(async ({ ctx, input }) =>
      keepToken(ctx, await showSecondFactor(ctx.system, { ...doorOf(portal, ctx), input })),
    ),
  beginPasskeySignIn: openProcedure
    .input(carried<Record<string, never>>())
    .mutation(({ ctx }) => beginPasskeySignIn(ctx.system, doorOf(portal, ctx))),
  signInWithPasskey: openProcedure
    .input(carried<PasskeySignInInput>())
    .mutation(async ({ ctx, input }) =>
      keepToken(ctx, await signInWithPasskey(ctx.system, { ...doorOf(portal, ctx), input })),
    ),
});

/** What everybody does with his own account, in either portal. */
export const ownFactors = {
  getSecondFactors: expose(getSecondFactors),
  beginTotp: expose(beginTotp),
  confirmTotp: exposeOnPage(confirmTotp),
  removeTotp: exposeOnPage(removeTotp),
  beginPasskey: exposeOnPage(beginPasskey),
  registerPasskey: exposeOnPage(registerPasskey),
  renamePasskey: expose(renamePasskey),
  removePasskey: exposeOnPage(removePasskey),
  renewRecoveryCodes: expose(renewRecoveryCodes),
  beginStepUp: actingProcedure
    .input(carried<Record<string, never>>())
    .mutation(({ ctx }) => beginStepUp({ ...ctx.context, origin: ctx.origin })),
  stepUp: actingProcedure.input(carried<StepUpInput>()).mutation(async ({ ctx, input }) => {
    const answer = await stepUp({ ...ctx.context, origin: ctx.origin }, { sessionToken: ctx.session.token, input });
    return keepToken(ctx, answer);
  }),
};
