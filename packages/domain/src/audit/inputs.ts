import { CaseId, PersonId } from "../case/index.ts";
import { OptionalDateField, Page, input } from "../kernel/index.ts";

const period = { fromOn: OptionalDateField, toOn: OptionalDateField };

/** 「この人の情報を見た人」 */
export const ListPersonAccess = input({ personId: PersonId, ...period, ...Page });
/** Everything done with a case and who read it. */
export const ListCaseAccess = input({ caseId: CaseId, ...period, ...Page });
/** The same list whole, to be printed and handed to the person. */
export const GetAccessSheet = input({ personId: PersonId, ...period });
/** How the chain over the log stands. */
export const GetAuditChain = input({});
