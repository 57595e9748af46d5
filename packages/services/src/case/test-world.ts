import type { DepartmentId, MunicipalityId, RoleCode, StaffActor } from "@tsunagari/domain";
import { asId } from "@tsunagari/domain";
import { administrationJob } from "@tsunagari/domain/identity";
import { assignRole, createUser } from "../identity/index.ts";
import { openTestSystem, requestId, type Place } from "../identity/test-city.ts";
import { newId, type Context, type System } from "../kernel/index.ts";
import { foundMunicipality } from "../municipality/index.ts";
import { allProgramsRun } from "../municipality/test-programs.ts";
import { openCase } from "./open.ts";

export { answerOf, requestId, secondsAfter, unknownId } from "../identity/test-city.ts";

/** Tuesday, 2026-05-12 in Japan; fiscal year 2026. */
export const today = "2026-05-12";

const cities = {
  kasugai: { slug: "kasugai", localGovernmentCode: "232068", name: "春日井市", nameKana: "かすがいし" },
  iruma: { slug: "iruma", localGovernmentCode: "112259", name: "入間市", nameKana: "いるまし" },
} as const;

/** A city with a division, its section and a contracted agency beside it. */
const foundCity = async (system: System, slug: keyof typeof cities) => {
  const departments = {
    division: newId<"department">(),
    section: newId<"department">(),
    agency: newId<"department">(),
  };
  const row = (code: keyof typeof departments, name: string, parent: keyof typeof departments | null) => ({
    code,
    parent,
    kind: name.includes("包括") ? ("agency" as const) : ("section" as const),
    name,
    sinceOn: "2025-04-01",
  });
  const file = {
    ...cities[slug],
    programs: allProgramsRun,
    departments: [
      row("division", "健康福祉部", null),
      row("section", "地域共生推進課", "division"),
      row("agency", "地域包括支援センター", null),
    ],
  };
  const idOf = (_kind: string, code: string) =>
    new Map<string, string>(Object.entries(departments)).get(code) ?? newId();
  const { id } = await foundMunicipality(system, file, { idOf });
  return { id, departments };
};

type City = {
  readonly id: MunicipalityId;
  readonly departments: Record<"division" | "section" | "agency", DepartmentId>;
};
type Persona = {
  readonly role: RoleCode;
  readonly department: DepartmentId;
  /** Scope of the role; the whole city where none is given. */
  readonly scope?: DepartmentId;
};

/** Somebody of the city with one role since April, and the context in which he acts; `as` registers him. */
export const employ = async (
  as: Context,
  city: City,
  persona: Persona,
): Promise<Context & { readonly actor: StaffActor }> => {
  const { id } = await createUser.execute(as, {
    requestId: requestId(),
    portal: "staff",
    mail: `${newId()}@example.jp`,
    name: `架空 ${persona.role}`,
    departmentId: persona.department,
    organizationId: null,
  });
  const scopeKind = persona.scope === undefined ? ("municipality" as const) : ("department" as const);
  const scopeId = persona.scope ?? null;
  await assignRole.execute(as, {
    requestId: requestId(),
    userId: id,
    code: persona.role,
    scopeKind,
    scopeId,
    sinceOn: "2026-04-01",
    untilOn: null,
  });
  const actor: StaffActor = {
    kind: "staff",
    municipalityId: city.id,
    userId: asId<"user">(id),
    departmentId: persona.department,
    roles: [{ code: persona.role, scopeKind, scopeId: scopeId === null ? null : asId<"scope">(scopeId) }],
    assurance: 1,
    freshUntil: new Date("2100-01-01T00:00:00Z"),
  };
  return { ...as, actor };
};

/** The first administrator, as `npm run admin` makes him. */
const appoint = (system: System, city: City) => {
  const as: Context = { ...system, actor: { kind: "worker", municipalityId: city.id, job: administrationJob } };
  return employ(as, city, { role: "platformAdministrator", department: city.departments.section });
};

/** Two cities and the people who work on cases in them. */
export const openWorld = async (place?: Place) => {
  const { system, behind, close } = await openTestSystem(place);
  const [city, otherCity] = [await foundCity(system, "kasugai"), await foundCity(system, "iruma")];
  const { division, section, agency } = city.departments;
  const administrator = await appoint(system, city);
  const people = {
    administrator,
    coordinator: await employ(administrator, city, { role: "caseCoordinator", department: section }),
    colleague: await employ(administrator, city, { role: "caseCoordinator", department: agency }),
    agent: await employ(administrator, city, { role: "consultationAgent", department: agency, scope: agency }),
    supervisor: await employ(administrator, city, { role: "supervisor", department: division, scope: division }),
    otherSupervisor: await employ(administrator, city, { role: "supervisor", department: agency, scope: agency }),
    stranger: await employ(await appoint(system, otherCity), otherCity, {
      role: "caseCoordinator",
      department: otherCity.departments.section,
    }),
  };
  return { system, behind, close, city, otherCity, people };
};
export type World = Awaited<ReturnType<typeof openWorld>>;

/** An intake as it comes from the form. */
export const intake = (name = "架空 花子", kana = "かくう はなこ") => ({
  requestId: requestId(),
  source: "agency" as const,
  receivedOn: "2026-05-11",
  lifeIssues: ["eightyFifty" as const, "isolation" as const],
  urgency: "normal" as const,
  summary: "母と二人で暮らし、十年ほど外に出ていない。",
  person: {
    identity: { name, kana, birthOn: "1976-02-03", preferredName: "はなさん" },
    contact: { address: "架空町1-2-3", phone: "0568-00-0001" },
    wishes: { wishes: "週に一度、外に出たい。" },
    living: { involvedAgencies: "なし" },
  },
});

/** The same moment on another day. */
export const on = <C extends System>(context: C, day: string): C => ({ ...context, clock: `${day}T00:00:00Z` });

/** A new case of the coordinator with its person. */
export const takeIn = async (
  context: Context,
  behind: World["behind"],
  form: ReturnType<typeof intake> & { readonly isProtected?: boolean } = intake(),
) => {
  const { id: caseId } = await openCase.execute(context, form);
  const [row] = await behind<{ id: string }[]>`select id from person where case_id = ${caseId} and is_subject`;
  if (!row) throw new Error("the case has no person");
  return { caseId, personId: row.id };
};

/** The last audit entry of an action, with the kinds of its subjects. */
export const lastEntry = async (behind: World["behind"], action: string) => {
  const [row] = await behind<{ kind: string; user_id: string | null; subjects: string[] }[]>`
    select e.kind, e.user_id, coalesce((select array_agg(s.kind order by s.kind) from audit_subject s where s.audit_id = e.id), '{}') as subjects
      from audit_entry e where e.action = ${action} order by e.at desc, e.id desc limit 1`;
  return row ?? null;
};
