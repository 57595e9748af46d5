import { redirect } from "@tanstack/react-router";
import { isSignedOut, wireErrorOf } from "../client/wire-error.ts";
import type { Session } from "./session.tsx";

type Wanted = { readonly pathname: string; readonly href: string };

/**
 * Lets nobody in without a session, and to one page only with a password that somebody else handed over or without the
 * second factor the city asks for. Throws the redirect that leads there.
 */
export const requireSession = async (
  getMe: () => Promise<Pick<Session, "mustChangePassword" | "mustEnroll">>,
  { pathname, href }: Wanted,
): Promise<void> => {
  const me = await getMe().catch((thrown: unknown) => {
    if (isSignedOut(wireErrorOf(thrown))) throw redirect({ to: "/sign-in", search: { back: href }, replace: true });
    throw thrown;
  });
  if (me.mustChangePassword && pathname !== "/password") throw redirect({ to: "/password", replace: true });
  const isOnTheWay = me.mustChangePassword || pathname === "/account" || pathname === "/password";
  if (me.mustEnroll && !isOnTheWay) throw redirect({ to: "/account", replace: true });
};
