import { hasRole, type Actor } from "../kernel/actor.ts";
import { allOf, anyOf, definePolicy, type Rule } from "../kernel/policy.ts";
import type { User } from "./identity.ts";
import { memberReasons, ownsOrganization } from "./member.ts";
import { assignmentReasons } from "./role-assignment.ts";
import { secondFactorReasons } from "./second-factor.ts";

export const identityReasons = [
  ...assignmentReasons,
  ...secondFactorReasons,
  ...memberReasons,
  "identity.wrong_credentials",
  "identity.choose_city",
  "identity.too_many_attempts",
  "identity.other_city",
  "identity.administrator_only",
  "identity.not_oneself",
  "identity.only_oneself",
  "identity.signed_in_only",
  "identity.is_deactivated",
  "identity.is_active",
  "identity.mail_taken",
  "identity.scope_unknown",
  "identity.belongs_nowhere",
  "identity.wrong_current_password",
  "identity.link_unusable",
  "identity.too_many_links",
  "identity.too_many_resets",
  "identity.too_many_invitations",
  "identity.already_in_use",
  "identity.no_invitation",
] as const;
export type IdentityReason = (typeof identityReasons)[number];

/** The account that is looked at or changed. */
export type IdentityFacts = { readonly user: User };

type RowRule = Rule<IdentityFacts, IdentityReason>;
type EntryRule = Rule<null, IdentityReason>;

/** The job under which the first administrator is made, from the machine that runs the program. */
export const administrationJob = "administration";

const administers = (actor: Actor): boolean =>
  (actor.kind === "staff" && hasRole(actor, "platformAdministrator")) ||
  (actor.kind === "worker" && actor.job === administrationJob);

const isOneself = (actor: Actor, user: User): boolean =>
  (actor.kind === "staff" || actor.kind === "partner") && actor.userId === user.id;

// A user belongs to one city (D-28); no role reaches across cities.
const ofTheCity: RowRule = ({ actor, facts }) =>
  actor.municipalityId === facts.user.municipalityId || "identity.other_city";
const byAdministrator: RowRule = ({ actor }) => administers(actor) || "identity.administrator_only";
const byOwner: RowRule = ({ actor, facts }) =>
  (facts.user.portal === "partner" && ownsOrganization(actor, facts.user.organizationId)) || "identity.owner_only";
const oneself: RowRule = ({ actor, facts }) => isOneself(actor, facts.user) || "identity.only_oneself";
// Nobody gives himself rights, and an administrator who is left always remains one.
const notOneself: RowRule = ({ actor, facts }) => !isOneself(actor, facts.user) || "identity.not_oneself";
const active: RowRule = ({ facts }) => facts.user.status === "active" || "identity.is_deactivated";
const deactivated: RowRule = ({ facts }) => facts.user.status === "deactivated" || "identity.is_active";

const administratorEntry: EntryRule = ({ actor }) => administers(actor) || "identity.administrator_only";
const ownerEntry: EntryRule = ({ actor }) =>
  (actor.kind === "partner" && ownsOrganization(actor, actor.organizationId)) || "identity.owner_only";
const signedIn: EntryRule = ({ actor }) =>
  actor.kind === "staff" || actor.kind === "partner" || "identity.signed_in_only";

const administration = allOf(ofTheCity, byAdministrator, notOneself);
// An organization answers for who acts in its name; the city sees it and can do the same.
const keeping = allOf(ofTheCity, anyOf(byOwner, byAdministrator), notOneself);
const ownAccount = allOf(ofTheCity, oneself, active);

export const identityPolicy = definePolicy<IdentityFacts, IdentityReason>()(
  "identity",
  {
    read: allOf(ofTheCity, anyOf(oneself, byOwner, byAdministrator)),
    deactivateUser: allOf(keeping, active),
    // Whom the city has stopped, the city lets in again.
    reactivateUser: allOf(administration, deactivated),
    assignRole: allOf(administration, active),
    endRole: keeping,
    giveMemberRole: allOf(ofTheCity, byOwner, notOneself, active),
    issuePassword: allOf(administration, active),
    resendInvitation: allOf(keeping, active),
    cancelInvitation: keeping,
    changeOwnPassword: allOf(ofTheCity, oneself, active),
    beginTotp: ownAccount,
    confirmTotp: ownAccount,
    removeTotp: ownAccount,
    beginPasskey: ownAccount,
    registerPasskey: ownAccount,
    renamePasskey: ownAccount,
    removePasskey: ownAccount,
    renewRecoveryCodes: ownAccount,
    // Whoever lost them all cannot be told from whoever stole the password: another administrator looks at him first.
    resetSecondFactors: administration,
  },
  {
    // Who signs in is nobody yet; the password decides.
    signIn: () => true,
    signOut: signedIn,
    // Who asks for a link or opens one is nobody yet; what was sent to the address of the account decides.
    requestPasswordReset: () => true,
    openAccountLink: () => true,
    useAccountLink: () => true,
    listOwnSessions: signedIn,
    endOwnSession: signedIn,
    endOtherSessions: signedIn,
    getMe: signedIn,
    getSecondFactors: signedIn,
    stepUp: signedIn,
    listUsers: administratorEntry,
    createUser: administratorEntry,
    inviteUser: administratorEntry,
    listMembers: ownerEntry,
    inviteMember: ownerEntry,
  },
);
