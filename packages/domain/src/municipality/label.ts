import type { CivilDate, Dated } from "../kernel/time.ts";
import { isInForce } from "../kernel/time.ts";

/** What a city may call by a name of its own (C-01); logic never looks at the name, only at the key (D-01). */
export const labelKeys = [
  "role.caseCoordinator",
  "role.outreachWorker",
  "role.communityCoordinator",
  "role.consultationAgent",
  "role.sectionOfficer",
  "role.platformAdministrator",
  "role.supervisor",
  "role.auditor",
  "role.adviser",
  "role.owner",
  "role.editor",
  "role.referralReceiver",
  "role.welfareCommissioner",
  "role.invitedMember",
  "meeting.consented",
  "meeting.confidential",
  "program.comprehensiveConsultation",
  "program.participationSupport",
  "program.communityBuilding",
  "program.outreach",
  "program.multiAgency",
  "areaPlatform",
  "partnerRegistration",
  "socialWelfareCouncil",
] as const;
export type LabelKey = (typeof labelKeys)[number];

export type DatedLabel = Dated & { readonly key: LabelKey; readonly text: string };

/** The name in force on a day, or null where the city has given none: then the wording of `messages` holds. */
export const labelOn = (labels: readonly DatedLabel[], key: LabelKey, on: CivilDate): string | null =>
  labels.find((row) => row.key === key && isInForce(row, on))?.text ?? null;

/**
 * Whether a new name may begin on `sinceOn` after the one in force now. Names follow each other; history is not
 * rewritten, so the new name begins after the current one did.
 */
export const canRenameFrom = (current: Dated | null, sinceOn: CivilDate): boolean =>
  current === null || current.sinceOn < sinceOn;
