import { cityPageKinds, type CityPageKind } from "@tsunagari/domain/municipality";
import { queryClient, trpc, type client } from "../../client.ts";
import type { SectionSearch } from "./search.ts";
import type { SectionId } from "./sections.ts";

const { municipality } = trpc;
const dayOf = (on: string | undefined) => (on === undefined ? {} : { on });

export const settingsOptions = municipality.getSettings.queryOptions({});
export const labelsOptions = (on?: string) => municipality.listLabels.queryOptions(dayOf(on));
export const areasOptions = (on?: string) => municipality.listAreas.queryOptions(dayOf(on));
export const departmentsOptions = (on?: string) => municipality.listDepartments.queryOptions(dayOf(on));
export const programsOptions = (on?: string) => municipality.listPrograms.queryOptions(dayOf(on));
export const modulesOptions = (on?: string) => municipality.listModules.queryOptions(dayOf(on));
export const bodiesOptions = (on?: string) => municipality.listMeetingBodies.queryOptions(dayOf(on));
export const plansOptions = (on?: string) => municipality.listPlans.queryOptions(dayOf(on));
export const pageOptions = (kind: CityPageKind) => municipality.getPage.queryOptions({ kind });
export const pageVersionsOptions = (kind: CityPageKind) => municipality.listPageVersions.queryOptions({ kind });
export const changesOptions = ({ kind, page }: Pick<SectionSearch, "kind" | "page">) =>
  municipality.listChanges.queryOptions({ kind, page, pageSize: 20 });

/** What a section shows first, asked for before it opens. */
const loaders: Readonly<Record<SectionId, (search: SectionSearch) => Promise<unknown>>> = {
  rules: () => queryClient.ensureQueryData(settingsOptions),
  security: () => queryClient.ensureQueryData(settingsOptions),
  closedDays: () => queryClient.ensureQueryData(settingsOptions),
  names: ({ on }) => queryClient.ensureQueryData(labelsOptions(on)),
  departments: ({ on }) => queryClient.ensureQueryData(departmentsOptions(on)),
  areas: ({ on }) => queryClient.ensureQueryData(areasOptions(on)),
  programs: ({ on }) =>
    Promise.all([queryClient.ensureQueryData(programsOptions(on)), queryClient.ensureQueryData(departmentsOptions())]),
  bodies: ({ on }) =>
    Promise.all([queryClient.ensureQueryData(bodiesOptions(on)), queryClient.ensureQueryData(departmentsOptions())]),
  plans: () => Promise.all([queryClient.ensureQueryData(plansOptions()), queryClient.ensureQueryData(bodiesOptions())]),
  modules: ({ on }) => queryClient.ensureQueryData(modulesOptions(on)),
  pages: () => Promise.all(cityPageKinds.map((kind) => queryClient.ensureQueryData(pageOptions(kind)))),
  history: (search) => queryClient.ensureQueryData(changesOptions(search)),
};
export const loadSection = (section: SectionId, search: SectionSearch): Promise<unknown> => loaders[section](search);

type Municipality = typeof client.municipality;
type Answer<Name extends keyof Municipality> = Municipality[Name] extends { query: (...args: never[]) => infer Asked }
  ? Awaited<Asked>
  : never;

export type Setting = Answer<"getSettings">["settings"][number];
export type Label = Answer<"listLabels">["labels"][number];
export type AreaScheme = Answer<"listAreas">["schemes"][number];
export type Area = AreaScheme["areas"][number];
export type Departments = Answer<"listDepartments">;
export type Department = Departments["departments"][number];
export type Program = Answer<"listPrograms">["programs"][number];
export type ProgramPeriod = Program["periods"][number];
export type Module = Answer<"listModules">["modules"][number];
export type Bodies = Answer<"listMeetingBodies">;
export type Body = Bodies["bodies"][number];
export type BodyMember = Body["members"][number];
export type Plan = Answer<"listPlans">["plans"][number];
export type PageVersion = Answer<"listPageVersions">["versions"][number];
export type Change = Answer<"listChanges">["items"][number];
