import {
  addPlace,
  amendOrganization,
  amendPlace,
  cancelTrait,
  closeOrganization,
  countTraitsAsOf,
  endPlace,
  endTrait,
  getOrganization,
  grantReferralPermission,
  listOrganizations,
  recordTrait,
  registerOrganization,
  renameOrganization,
  resumeOrganization,
  revokeReferralPermission,
  suspendOrganization,
} from "@tsunagari/services/organization";
import { expose } from "../trpc.ts";

const kept = {
  get: expose(getOrganization),
  amend: expose(amendOrganization),
  addPlace: expose(addPlace),
  amendPlace: expose(amendPlace),
  endPlace: expose(endPlace),
};

export const organizationRouter = {
  staff: {
    ...kept,
    list: expose(listOrganizations),
    register: expose(registerOrganization),
    rename: expose(renameOrganization),
    suspend: expose(suspendOrganization),
    resume: expose(resumeOrganization),
    close: expose(closeOrganization),
    grantReferralPermission: expose(grantReferralPermission),
    revokeReferralPermission: expose(revokeReferralPermission),
    recordTrait: expose(recordTrait),
    endTrait: expose(endTrait),
    cancelTrait: expose(cancelTrait),
    countTraitsAsOf: expose(countTraitsAsOf),
  },
  partner: kept,
};
