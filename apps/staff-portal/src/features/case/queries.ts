import { trpc, type client } from "../../client.ts";
import type { CaseSearch } from "./search.ts";

export const caseListOptions = ({ name, status, issue, page }: CaseSearch) =>
  trpc.case.list.queryOptions({ name: name?.slice(0, 80), status, lifeIssue: issue, page: page ?? 1 });

export const caseOptions = (caseId: string) => trpc.case.get.queryOptions({ caseId });

export const assignableOptions = (caseId: string) => trpc.case.listAssignable.queryOptions({ caseId });

export const departmentsOptions = trpc.municipality.listDepartments.queryOptions({});

export type CaseListItem = Awaited<ReturnType<typeof client.case.list.query>>["items"][number];
export type SupportCase = Awaited<ReturnType<typeof client.case.get.query>>;
export type Member = SupportCase["members"][number];
export type Assignment = SupportCase["assignments"][number];
export type CaseTask = SupportCase["tasks"][number];
