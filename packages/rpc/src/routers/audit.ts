import { getAccessSheet, getAuditChain, listCaseAccess, listPersonAccess } from "@tsunagari/services/audit";
import { expose } from "../trpc.ts";

export const auditRouter = {
  staff: {
    listForPerson: expose(listPersonAccess),
    listForCase: expose(listCaseAccess),
    sheet: expose(getAccessSheet),
    chain: expose(getAuditChain),
  },
};
