import { getAccessSheet, getAuditChain, listCaseAccess, listPersonAccess } from "@tsunagari/services/audit";
import { expose } from "../trpc.ts";

export const auditRouter = {
  staff: {
    listForPerson: expose(listPersonAccess),
    listForCase: expose(listCaseAccess),
    getSheet: expose(getAccessSheet),
    getChain: expose(getAuditChain),
  },
};
