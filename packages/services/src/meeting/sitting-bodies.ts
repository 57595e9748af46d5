import type { CivilDate, Verdict } from "@tsunagari/domain";
import type { MeetingReason } from "@tsunagari/domain/meeting";
import type { Scope } from "../case/index.ts";
import { loadBodies, type Body } from "../municipality/index.ts";

/** What these commands convene; logic keys on it, never on the name of a body (D-01). */
export const legalBasis = "consented";

/** The bodies of that kind which are in force on a day or will be. */
export const loadSittingBodies = async (scope: Scope, today: CivilDate): Promise<readonly Body[]> =>
  (await loadBodies(scope)).filter(
    (body) => body.legalBasis === legalBasis && (body.untilOn === null || body.untilOn > today),
  );

/** Whether the city has a body of which a meeting could be a sitting. */
export const askSittingBody = async (scope: Scope, today: CivilDate): Promise<Verdict<MeetingReason>> =>
  (await loadSittingBodies(scope, today)).length > 0 || "meeting.no_body";
