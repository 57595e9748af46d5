import { hasRole } from "../kernel/actor.ts";
import type { MunicipalityId } from "../kernel/ids.ts";
import { allOf, definePolicy, type Rule } from "../kernel/policy.ts";

export const municipalityReasons = [
  "municipality.other_city",
  "municipality.administrator_only",
  "municipality.staff_only",
  "municipality.no_city",
  "municipality.setup_only",
  "municipality.slug_taken",
  "municipality.label_before_current",
  "municipality.settings_out_of_order",
] as const;
export type MunicipalityReason = (typeof municipalityReasons)[number];

/** The city a setting, label or area belongs to. */
export type MunicipalityFacts = { readonly municipalityId: MunicipalityId };

type RowRule = Rule<MunicipalityFacts, MunicipalityReason>;
type EntryRule = Rule<null, MunicipalityReason>;

const ofTheCity: RowRule = ({ actor, facts }) =>
  actor.municipalityId === facts.municipalityId || "municipality.other_city";

// Runs areas, names and clocks, without any case data (requirements 4.3, PA).
const byAdministrator: RowRule = ({ actor }) =>
  (actor.kind === "staff" && hasRole(actor, "platformAdministrator")) || "municipality.administrator_only";

const anyoneWithCity: EntryRule = ({ actor }) => actor.municipalityId !== null || "municipality.no_city";
const staffOnly: EntryRule = ({ actor }) =>
  actor.kind === "staff" || actor.kind === "worker" || "municipality.staff_only";

/** The job under which a city is set up from the machine that runs the program. */
export const setupJob = "setup";

export const municipalityPolicy = definePolicy<MunicipalityFacts, MunicipalityReason>()(
  "municipality",
  {
    read: ofTheCity,
    changeSetting: allOf(ofTheCity, byAdministrator),
    renameLabel: allOf(ofTheCity, byAdministrator),
    renameArea: allOf(ofTheCity, byAdministrator),
  },
  {
    getCity: anyoneWithCity,
    listCities: () => true,
    getSettings: staffOnly,
    listLabels: anyoneWithCity,
    listAreas: anyoneWithCity,
    listDepartments: staffOnly,
    found: ({ actor }) => (actor.kind === "worker" && actor.job === setupJob) || "municipality.setup_only",
  },
);
