import {
  addPlace,
  amendOrganization,
  amendPlace,
  closeOrganization,
  endPlace,
  getOrganization,
  grantReferralPermission,
  listOrganizations,
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
  },
  partner: kept,
};
