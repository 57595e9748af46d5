import { trpc, type client } from "../../client.ts";
import type { AccessSearch, SheetSearch } from "./search.ts";

export const householdOptions = (caseId: string) => trpc.case.get.queryOptions({ caseId });

const pageSize = 50;

export const caseAccessOptions = (caseId: string, { from, to, page }: AccessSearch) =>
  trpc.audit.listForCase.queryOptions({ caseId, fromOn: from, toOn: to, page: page ?? 1, pageSize });

export const personAccessOptions = (personId: string, { from, to, page }: AccessSearch) =>
  trpc.audit.listForPerson.queryOptions({ personId, fromOn: from, toOn: to, page: page ?? 1, pageSize });

export const sheetOptions = (personId: string, { from, to }: SheetSearch) =>
  trpc.audit.getSheet.queryOptions({ personId, fromOn: from, toOn: to });

export const chainOptions = trpc.audit.getChain.queryOptions({});

export type Chain = Awaited<ReturnType<typeof client.audit.getChain.query>>;
export type AccessEntry = Awaited<ReturnType<typeof client.audit.listForCase.query>>["items"][number];
export type AccessPage = Awaited<ReturnType<typeof client.audit.listForCase.query>>;
