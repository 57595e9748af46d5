import { redirect } from "@tanstack/react-router";
import { isSignedOut, wireErrorOf } from "@tsunagari/portal";
import { queryClient, trpc } from "../client.ts";

export const meOptions = trpc.identity.getMe.queryOptions({}, { staleTime: 60_000 });

type Wanted = { readonly pathname: string; readonly href: string };

/** Lets nobody in without a session, and to one page only with a password that somebody else handed over. */
export const requireSession = async ({ pathname, href }: Wanted): Promise<void> => {
  const me = await queryClient.ensureQueryData(meOptions).catch((thrown: unknown) => {
    if (isSignedOut(wireErrorOf(thrown))) throw redirect({ to: "/sign-in", search: { back: href }, replace: true });
    throw thrown;
  });
  if (me.mustChangePassword && pathname !== "/password") throw redirect({ to: "/password", replace: true });
  const isOnTheWay = me.mustChangePassword || pathname === "/account" || pathname === "/password";
  if (me.mustEnroll && !isOnTheWay) throw redirect({ to: "/account", replace: true });
};
