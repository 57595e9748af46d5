import { keepPreviousData } from "@tanstack/react-query";
import { type client, trpc } from "../../client.ts";

export const consentsOptions = (caseId: string) => trpc.consent.list.queryOptions({ caseId });

export const sheetOptions = (personId: string) => trpc.consent.getSheet.queryOptions({ personId });

export const departmentsOptions = trpc.municipality.listDepartments.queryOptions({});

/** Organizations to choose from, by a part of the name; the last answer stays while the next one is fetched. */
export const organizationChoicesOptions = (keyword: string) =>
  trpc.organization.list.queryOptions(
    { keyword: keyword.slice(0, 100), status: "active", pageSize: 10 },
    { placeholderData: keepPreviousData },
  );

export type ConsentPerson = Awaited<ReturnType<typeof client.consent.list.query>>["persons"][number];
export type ConsentGrant = ConsentPerson["grants"][number];
export type OpenReferral = ConsentGrant["openReferrals"][number];
export type ConsentSheet = Awaited<ReturnType<typeof client.consent.getSheet.query>>;

const settingsOptions = trpc.municipality.getSettings.queryOptions({});

/** How many months a consent lasts that names no last day. */
export const consentMonthsOptions = {
  ...settingsOptions,
  select: ({ settings }: Awaited<ReturnType<typeof client.municipality.getSettings.query>>): number => {
    const value = settings.find(({ key }) => key === "consentMonths")?.value;
    return typeof value === "number" ? value : 12;
  },
};
