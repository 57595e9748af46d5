import type { CivilDate } from "@tsunagari/domain/kernel";
import type { Offer } from "@tsunagari/domain/municipality";
import { createContext, use, type ReactNode } from "react";

/** Who is signed in, as `identity.getMe` answers. */
export type Session = {
  readonly id: string;
  readonly name: string;
  readonly city: { readonly id: string; readonly slug: string; readonly name: string };
  readonly department: { readonly id: string; readonly name: string } | null;
  readonly organization: { readonly id: string; readonly name: string } | null;
  readonly roles: readonly { readonly code: string; readonly label: string }[];
  /** The password was handed over by someone else and opens nothing but the page that changes it. */
  readonly mustChangePassword: boolean;
  /** The city asks for a second factor and none was shown: nothing opens but the page where one is registered. */
  readonly mustEnroll: boolean;
  /** What the city runs and has open. */
  readonly offer: Offer;
  readonly idleMinutes: number;
  /** The date in Japan by the server's clock; relative dates count from it. */
  readonly today: CivilDate;
};

/** Nothing opens but the way to a password, or a second factor, of one's own. */
export const isRestricted = ({ mustChangePassword, mustEnroll }: Session): boolean => mustChangePassword || mustEnroll;

const SessionContext = createContext<Session | null>(null);

/** Gives everything below it the session that `useSession` reads. */
export const SessionProvider = ({ session, children }: { readonly session: Session; readonly children: ReactNode }) => (
  <SessionContext value={session}>{children}</SessionContext>
);

/** The session; only below a route that requires one. */
export const useSession = (): Session => {
  const session = use(SessionContext);
  if (session === null) throw new Error("useSession needs a SessionProvider above it");
  return session;
};
