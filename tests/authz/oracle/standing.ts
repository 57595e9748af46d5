/*
 * Who somebody is on the day, in the words of the decisions. Nothing here is taken from the SQL it is compared with: where
 * the two differ, one of them has misread the decision that is cited.
 */
import { rowsOf, type Asker, type Row, type World } from "./world.ts";

export type Question = { readonly world: World; readonly asker: Asker };

export const isOfCity = ({ asker }: Question, row: Row): boolean =>
  asker.city !== "" && row.municipality_id === asker.city;

/** Rows of the asker's city. D-28: a user belongs to one city; threat 31: no role spans cities. */
export const inCity = (question: Question, table: string): readonly Row[] =>
  rowsOf(question.world, table).filter((row) => isOfCity(question, row));

/** D-34: dated rows hold from their first day to the day before `until_on`, in Japan. */
export const isInForce = ({ world }: Question, row: Row): boolean =>
  String(row["since_on"]) <= world.today && (row["until_on"] === null || world.today < String(row["until_on"]));

/** The live account behind the question; a stopped one has no rights left. */
export const account = (question: Question): Row | undefined =>
  inCity(question, "user_account").find(
    ({ id, ["status"]: status }) => id === question.asker.user && status === "active",
  );

/** D-29: the roles the user holds today. */
export const roles = (question: Question): readonly Row[] => {
  const user = account(question);
  return user
    ? inCity(question, "role_assignment").filter((role) => role["user_id"] === user.id && isInForce(question, role))
    : [];
};

export const holds = (question: Question, ...codes: readonly string[]): boolean =>
  roles(question).some((role) => codes.includes(String(role["role_code"])));

/** D-33: who may work on a case that is given to him. Auditors, advisers and administrators are not among them. */
const worksOnCases = [
  "caseCoordinator",
  "outreachWorker",
  "communityCoordinator",
  "consultationAgent",
  "sectionOfficer",
];

const isUnder = (question: Question, department: string | null, above: string): boolean => {
  // A department may stand under itself only by mistake; the walk ends all the same.
  const passed = new Set<string>();
  for (let at = department; at !== null && !passed.has(at);) {
    if (at === above) return true;
    passed.add(at);
    const parent = inCity(question, "department").find(({ id }) => id === at)?.["parent_id"];
    at = typeof parent === "string" ? parent : null;
  }
  return false;
};

/** D-33: a supervisor's scope is the city, or a department with those under it. */
const supervises = (question: Question, departmentId: string): boolean =>
  inCity(question, "department").some(({ id }) => id === departmentId) &&
  roles(question).some((role) => {
    if (role["role_code"] !== "supervisor") return false;
    if (role["scope_kind"] === "municipality") return true;
    return role["scope_kind"] === "department" && isUnder(question, departmentId, String(role["scope_id"]));
  });

/** D-33: a duty on the case today with a role that works on cases, or supervision of somebody who has a duty today. */
export const hasCase = (question: Question, caseId: unknown): boolean => {
  if (question.asker.kind !== "staff" || typeof caseId !== "string") return false;
  const duties = inCity(question, "case_assignment").filter(
    (duty) => duty["case_id"] === caseId && isInForce(question, duty),
  );
  const isAssigned = account(question) !== undefined && duties.some((duty) => duty["user_id"] === question.asker.user);
  if (isAssigned && holds(question, ...worksOnCases)) return true;
  return duties.some((duty) => {
    const colleague = inCity(question, "user_account").find(({ id }) => id === duty["user_id"]);
    return typeof colleague?.["department_id"] === "string" && supervises(question, colleague["department_id"]);
  });
};

/**
 * D-21, D-29: a receiver of referrals is a live user of that organization who holds the role for it. That the program
 * has set an organization is not enough.
 */
export const receivesFor = (question: Question, organizationId: unknown): boolean =>
  question.asker.kind === "partner" &&
  question.asker.organization !== "" &&
  organizationId === question.asker.organization &&
  account(question)?.["organization_id"] === organizationId &&
  roles(question).some(
    (role) =>
      role["role_code"] === "referralReceiver" &&
      role["scope_kind"] === "organization" &&
      role["scope_id"] === organizationId,
  );
