import type { DataGroup } from "@tsunagari/domain/case";
import { caseMessages } from "@tsunagari/messages";

/** The groups a person agreed to, in words. */
export const groupNames = (groups: readonly DataGroup[]): string =>
  groups.map((group) => caseMessages.dataGroups[group]).join("、");
