import type { ActivityStatus } from "@tsunagari/domain/activity";
import { addDays, type CivilDate } from "@tsunagari/domain/kernel";
import type { OrganizationStatus } from "@tsunagari/domain/organization";
import type { MembershipStatus } from "@tsunagari/domain/platform";
import { eraDateText } from "@tsunagari/portal";
import type { StatusTone } from "@tsunagari/ui";
import type { Organization } from "./queries.ts";

export const statusTones: Readonly<Record<OrganizationStatus, StatusTone>> = {
  active: "success",
  suspended: "warning",
  closed: "quiet",
};

export const permissionTones: Readonly<Record<Organization["permissionState"], StatusTone>> = {
  inForce: "success",
  planned: "info",
  none: "quiet",
  ended: "quiet",
};

export const activityTones: Readonly<Record<ActivityStatus, StatusTone>> = {
  draft: "quiet",
  submitted: "warning",
  returned: "info",
  published: "success",
  ended: "quiet",
  discarded: "quiet",
};

export const membershipTones: Readonly<Record<MembershipStatus, StatusTone>> = {
  applied: "warning",
  cancelled: "quiet",
  declined: "quiet",
  active: "success",
  left: "quiet",
};

type Period = { readonly sinceOn: CivilDate; readonly untilOn: CivilDate | null };

/** A period with its last day (D-34); one that was taken back by the day it began has none. */
export const eraPeriodText = ({ sinceOn, untilOn }: Period): string => {
  if (untilOn === null) return `${eraDateText(sinceOn)}から`;
  if (untilOn <= sinceOn) return `${eraDateText(sinceOn)}からの予定でしたが、その日までに取り消されました`;
  return `${eraDateText(sinceOn)}から${eraDateText(addDays(untilOn, -1))}まで`;
};
