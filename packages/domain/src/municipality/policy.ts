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
  "municipality.code_taken",
  "municipality.city_file_invalid",
  "municipality.before_current",
  "municipality.unknown_department",
  "municipality.unknown_area",
  "municipality.unknown_body",
  "municipality.outside_period",
  "municipality.already_ended",
  "municipality.has_parts",
  "municipality.carried_on_by_itself",
  "municipality.already_member",
  "municipality.already_closed_day",
  "municipality.page_in_the_past",
] as const;
export type MunicipalityReason = (typeof municipalityReasons)[number];

/** The city a setting, a name, a department or anything else of its set-up belongs to. */
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

const change = allOf(ofTheCity, byAdministrator);

export const municipalityPolicy = definePolicy<MunicipalityFacts, MunicipalityReason>()(
  "municipality",
  {
    read: ofTheCity,
    changeSetting: change,
    renameLabel: change,
    setProgram: change,
    switchModule: change,
    addDepartment: change,
    renameDepartment: change,
    endDepartment: change,
    addAreaScheme: change,
    changeAreaScheme: change,
    addArea: change,
    renameArea: change,
    endArea: change,
    addMeetingBody: change,
    renameMeetingBody: change,
    changeMeetingBody: change,
    endMeetingBody: change,
    addBodyMember: change,
    endBodyMember: change,
    addPlan: change,
    changePlan: change,
    addClosedDay: change,
    removeClosedDay: change,
    publishPage: change,
    restorePage: change,
  },
  {
    getCity: anyoneWithCity,
    listCities: () => true,
    getSettings: staffOnly,
    listLabels: anyoneWithCity,
    listAreas: anyoneWithCity,
    listDepartments: staffOnly,
    listPrograms: anyoneWithCity,
    listModules: anyoneWithCity,
    listPlans: anyoneWithCity,
    getOffer: anyoneWithCity,
    listMeetingBodies: staffOnly,
    listChanges: staffOnly,
    getPage: anyoneWithCity,
    listPageVersions: staffOnly,
    found: ({ actor }) => (actor.kind === "worker" && actor.job === setupJob) || "municipality.setup_only",
  },
);
