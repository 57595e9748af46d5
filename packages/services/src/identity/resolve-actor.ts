import { validateSession, type Session } from "@tsunagari/auth";
import type { PartnerActor, StaffActor } from "@tsunagari/domain";
import type { Portal } from "@tsunagari/domain/identity";
import { asDomainError, type System } from "../kernel/index.ts";

const actorOf = (session: Session): StaffActor | PartnerActor => {
  const { municipalityId, userId, departmentId, organizationId, assurance } = session;
  // A one-time password opens nothing but the way to a password of one's own.
  const roles = session.mustChangePassword ? [] : session.roles;
  return session.portal === "staff"
    ? { kind: "staff", municipalityId, userId, departmentId, roles, assurance }
    : { kind: "partner", municipalityId, userId, organizationId, roles, assurance };
};

/**
 * Who a portal's cookie stands for, with the roles in force today; null where the session is over, was ended, belongs
 * to the other portal, or its account is stopped. Ask anew for every request: rights end with the next one.
 */
export const resolveActor = async (
  system: System,
  shown: { readonly portal: Portal; readonly sessionToken: string | null },
): Promise<StaffActor | PartnerActor | null> => {
  if (shown.sessionToken === null) return null;
  try {
    const session = await validateSession(system, { portal: shown.portal, token: shown.sessionToken });
    return session ? actorOf(session) : null;
  } catch (error) {
    throw asDomainError(error);
  }
};
