/* What the rules of `rules/` are made of. */
import { referralOf } from "./disclosure.ts";
import { account, hasCase, holds, inCity, roles, type Question } from "./standing.ts";
import type { ActorKind, Row } from "./world.ts";

export type Rule = (question: Question, row: Row) => boolean;
/** Who reads a row of each table. */
export type RuleTable = Readonly<Record<string, Rule>>;

export const isKind =
  (...kinds: readonly ActorKind[]) =>
  ({ asker }: Question) =>
    kinds.includes(asker.kind);
export const either =
  (...rules: readonly Rule[]): Rule =>
  (question, row) =>
    rules.some((rule) => rule(question, row));
export const nobody: Rule = () => false;
export const byStaff = isKind("staff");
export const byClock = isKind("worker");
export const byAuditor = isKind("auditor");

/** A row of the user's own: D-31 drafts, notices, receipts of commands (D-37). */
export const ownRow: Rule = ({ asker }, row) =>
  ["staff", "partner"].includes(asker.kind) && asker.user !== "" && row["user_id"] === asker.user;
export const ofOwnOrganization: Rule = ({ asker }, row) =>
  asker.kind === "partner" && asker.organization !== "" && row["organization_id"] === asker.organization;

// Who belongs to the network, what it does and who may receive: staff and the clocks; each organization its own.
export const networkRecord = either(byStaff, byClock, ofOwnOrganization);

export const byAdministrator: Rule = (question) => byStaff(question) && holds(question, "platformAdministrator");
/** Whoever answers for the log sees how its chain stands; the entries are not opened by it (D-36). */
export const answersForLog: Rule = (question) =>
  byStaff(question) && holds(question, "auditor", "platformAdministrator");

/** D-33: every row inside the case fence has its case. */
export const inOwnCase: Rule = (question, row) => hasCase(question, row["case_id"]);
export const ofReferralInOwnCase: Rule = (question, row) => hasCase(question, referralOf(question, row)?.["case_id"]);

/**
 * D-14, D-29: an invitation of somebody of the organization the asker answers for, never his own. A role counts in the
 * organization it was given for (D-21).
 */
export const invitationByOwner: Rule = (question, row) => {
  const { asker } = question;
  const isOwner =
    asker.kind === "partner" &&
    asker.organization !== "" &&
    account(question)?.["organization_id"] === asker.organization &&
    roles(question).some(
      (role) =>
        role["role_code"] === "owner" &&
        role["scope_kind"] === "organization" &&
        role["scope_id"] === asker.organization,
    );
  const invited = inCity(question, "user_account").find(({ id }) => id === row["user_id"]);
  return (
    isOwner &&
    row["user_id"] !== asker.user &&
    invited?.["kind"] === "partner" &&
    invited["organization_id"] === asker.organization
  );
};
