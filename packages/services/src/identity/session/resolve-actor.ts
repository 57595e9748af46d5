import { noteBrowser, rotateSession, validateSession, type AuthSystem, type Session } from "@tsunagari/auth";
import { freshUntil, stepUpMinutesAtMost, type PartnerActor, type StaffActor } from "@tsunagari/domain";
import { browserOf, type Portal } from "@tsunagari/domain/identity";
import { asDomainError, type System } from "../../kernel/index.ts";

const actorOf = (session: Session): StaffActor | PartnerActor => {
  const { municipalityId, userId, departmentId, organizationId } = session;
  const assurance = session.isSecondFactorRequired && session.assurance < 2 ? 0 : session.assurance;
  // A one-time password opens nothing but the way to a password of one's own, and a required factor the way to it.
  const roles = session.mustChangePassword || assurance === 0 ? [] : session.roles;
  const minutes = session.stepUpMinutes ?? stepUpMinutesAtMost;
  const shared = { municipalityId, userId, roles, assurance, freshUntil: freshUntil(session.authenticatedAt, minutes) };
  return session.portal === "staff"
    ? { kind: "staff", ...shared, departmentId }
    : { kind: "partner", ...shared, organizationId };
};

type Shown = {
  readonly portal: Portal;
  readonly sessionToken: string | null;
  /** What the browser calls itself; its family is noted once. */
  readonly userAgent?: string | null;
  /** Takes the new token where the session's rights have changed. Without it the token stays. */
  readonly onRotated?: (token: string) => void;
};

const keepUp = async (system: AuthSystem, session: Session, { sessionToken, userAgent, onRotated }: Shown) => {
  const { upkeep, municipalityId } = session;
  if (upkeep === undefined || sessionToken === null) return;
  if (upkeep.browser === null && typeof userAgent === "string") {
    const { family, system: os } = browserOf(userAgent);
    await noteBrowser(system, { municipalityId, id: upkeep.id, browser: `${family}/${os}` });
  }
  if (!upkeep.isRotationDue || onRotated === undefined) return;
  const fresh = await rotateSession(system, sessionToken);
  if (fresh !== null) onRotated(fresh);
};

/**
 * Who a portal's cookie stands for, with the roles in force today; null where the session is over, was ended, belongs
 * to the other portal, or its account is stopped. Ask anew for every request: rights end with the next one.
 */
export const resolveActor = async (system: System, shown: Shown): Promise<StaffActor | PartnerActor | null> => {
  if (shown.sessionToken === null) return null;
  try {
    const session = await validateSession(system, { portal: shown.portal, token: shown.sessionToken });
    if (!session) return null;
    await keepUp(system, session, shown);
    return actorOf(session);
  } catch (error) {
    throw asDomainError(error);
  }
};
