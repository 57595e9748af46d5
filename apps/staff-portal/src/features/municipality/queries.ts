import { trpc, type client } from "../../client.ts";

export const settingsOptions = trpc.municipality.getSettings.queryOptions({});
export const labelsOptions = (on: string | undefined) =>
  trpc.municipality.listLabels.queryOptions(on === undefined ? {} : { on });
export const areasOptions = trpc.municipality.listAreas.queryOptions({});

export type Settings = Awaited<ReturnType<typeof client.municipality.getSettings.query>>;
export type Setting = Settings["settings"][number];
export type Labels = Awaited<ReturnType<typeof client.municipality.listLabels.query>>;
export type Label = Labels["labels"][number];
export type AreaScheme = Awaited<ReturnType<typeof client.municipality.listAreas.query>>["schemes"][number];
export type Area = AreaScheme["areas"][number];
