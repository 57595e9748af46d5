export { amendOrganization } from "./amend.ts";
export { closeOrganization, resumeOrganization, suspendOrganization } from "./change-status.ts";
export { getOrganization } from "./get.ts";
export { listOrganizations, type OrganizationListItem } from "./list.ts";
export { addPlace, amendPlace, endPlace } from "./place.ts";
export type { OrganizationPlaceView, OrganizationVerb, OrganizationView, PermissionState } from "./present.ts";
export { grantReferralPermission, revokeReferralPermission } from "./referral-permission.ts";
export { registerOrganization } from "./register.ts";
export { renameOrganization } from "./rename.ts";
