export { getAccessSheet } from "./access-sheet.ts";
export { listCaseAccess } from "./list-case-access.ts";
export { listPersonAccess } from "./list-person-access.ts";
