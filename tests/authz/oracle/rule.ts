/* What the rules of `rules/` are made of. */
import { referralOf } from "./disclosure.ts";
import { hasCase, holds, type Question } from "./standing.ts";
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
