import {
  addMember,
  assignCase,
  beginAssessment,
  beginPlanning,
  closeCase,
  getCase,
  listAssignable,
  listCases,
  openCase,
  protectPerson,
  removeMember,
  unassignCase,
  unprotectPerson,
  updateIntake,
  updatePerson,
} from "@tsunagari/services/case";
import { expose } from "../trpc.ts";

export const caseRouter = {
  staff: {
    list: expose(listCases),
    get: expose(getCase),
    open: expose(openCase),
    updateIntake: expose(updateIntake),
    updatePerson: expose(updatePerson),
    addMember: expose(addMember),
    removeMember: expose(removeMember),
    listAssignable: expose(listAssignable),
    assign: expose(assignCase),
    unassign: expose(unassignCase),
    protect: expose(protectPerson),
    unprotect: expose(unprotectPerson),
    beginAssessment: expose(beginAssessment),
    beginPlanning: expose(beginPlanning),
    close: expose(closeCase),
  },
};
