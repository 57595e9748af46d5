import { hasRole, type Actor } from "../kernel/actor.ts";
import { allOf, anyOf, definePolicy, type Rule } from "../kernel/policy.ts";
import type { User } from "./identity.ts";
import { assignmentReasons } from "./role-assignment.ts";

export const identityReasons = [
  ...assignmentReasons,
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
const oneself: RowRule = ({ actor, facts }) => isOneself(actor, facts.user) || "identity.only_oneself";
// Nobody gives himself rights, and an administrator who is left always remains one.
const notOneself: RowRule = ({ actor, facts }) => !isOneself(actor, facts.user) || "identity.not_oneself";
const active: RowRule = ({ facts }) => facts.user.status === "active" || "identity.is_deactivated";
const deactivated: RowRule = ({ facts }) => facts.user.status === "deactivated" || "identity.is_active";

const administratorEntry: EntryRule = ({ actor }) => administers(actor) || "identity.administrator_only";
const signedIn: EntryRule = ({ actor }) =>
  actor.kind === "staff" || actor.kind === "partner" || "identity.signed_in_only";

const administration = allOf(ofTheCity, byAdministrator, notOneself);

export const identityPolicy = definePolicy<IdentityFacts, IdentityReason>()(
  "identity",
  {
    read: allOf(ofTheCity, anyOf(oneself, byAdministrator)),
    deactivateUser: allOf(administration, active),
    reactivateUser: allOf(administration, deactivated),
    assignRole: allOf(administration, active),
    endRole: administration,
    issuePassword: allOf(administration, active),
    changeOwnPassword: allOf(ofTheCity, oneself, active),
  },
  {
    // Who signs in is nobody yet; the password decides.
    signIn: () => true,
    signOut: signedIn,
    getMe: signedIn,
    listUsers: administratorEntry,
    createUser: administratorEntry,
  },
);
