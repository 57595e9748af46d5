import type { Tx } from "@tsunagari/db";
import {
  area,
  areaScheme,
  bodyMember,
  closedDay,
  department,
  departmentName,
  implementationPlan,
  label,
  meetingBody,
  meetingBodyName,
  moduleSwitch,
  municipality,
  municipalitySetting,
  planReviewBody,
  programDepartment,
  programStatus,
} from "@tsunagari/db/schema";
import type { MunicipalityId } from "@tsunagari/domain";
import { storedSettings, type CityFile } from "@tsunagari/domain/municipality";
import { newId } from "../kernel/index.ts";

export const codedKinds = ["department", "areaScheme", "area", "meetingBody"] as const;
export type CodedKind = (typeof codedKinds)[number];

/** The ids that the codes of the file have become. */
export type CityIds = Readonly<Record<CodedKind, Readonly<Record<string, string>>>>;

/** Gives every coded row of the file its id. */
export const makeIds = (city: CityFile, idOf: (kind: CodedKind, code: string) => string): CityIds => {
  const of = (kind: CodedKind, rows: readonly { readonly code: string }[]) =>
    Object.fromEntries(rows.map(({ code }) => [code, idOf(kind, code)]));
  return {
    department: of("department", city.departments),
    areaScheme: of("areaScheme", city.areaSchemes),
    area: of("area", city.areas),
    meetingBody: of("meetingBody", city.meetingBodies),
  };
};

type Work = {
  readonly tx: Tx;
  readonly municipalityId: MunicipalityId;
  readonly city: CityFile;
  readonly ids: CityIds;
};

/** The file was read before, so every code stands in it. */
const demandId = (ids: CityIds, kind: CodedKind, code: string): string => {
  const id = ids[kind][code];
  if (id === undefined) throw new Error(`the city file names a ${kind} that is not in it`);
  return id;
};
const idOrNull = (ids: CityIds, kind: CodedKind, code: string | null) =>
  code === null ? null : demandId(ids, kind, code);
const orderOf = (index: number): number => (index + 1) * 10;

const insertDepartments = async ({ tx, municipalityId, city, ids }: Work): Promise<void> => {
  // One statement: keys are checked at its end, so parents and successors may stand after who refers to them.
  await tx.insert(department).values(
    city.departments.map(({ parent, successor, names: _names, ...row }, index) => ({
      municipalityId,
      id: demandId(ids, "department", row.code),
      ...row,
      parentId: idOrNull(ids, "department", parent),
      successorId: idOrNull(ids, "department", successor),
      sortOrder: orderOf(index),
    })),
  );
  const names = city.departments.flatMap(({ code, names: later }) =>
    later.map((name) => ({
      municipalityId,
      id: newId<"departmentName">(),
      departmentId: demandId(ids, "department", code),
      ...name,
    })),
  );
  if (names.length > 0) await tx.insert(departmentName).values(names);
};

const insertAreas = async ({ tx, municipalityId, city, ids }: Work): Promise<void> => {
  if (city.areaSchemes.length > 0) {
    await tx
      .insert(areaScheme)
      .values(city.areaSchemes.map((row) => ({ municipalityId, id: demandId(ids, "areaScheme", row.code), ...row })));
  }
  if (city.areas.length === 0) return;
  await tx.insert(area).values(
    city.areas.map(({ scheme, parent, ...row }, index) => ({
      municipalityId,
      id: demandId(ids, "area", row.code),
      schemeId: demandId(ids, "areaScheme", scheme),
      parentId: idOrNull(ids, "area", parent),
      ...row,
      sortOrder: orderOf(index),
    })),
  );
};

const insertPrograms = async ({ tx, municipalityId, city, ids }: Work): Promise<void> => {
  for (const { departments, ...row } of city.programs) {
    const id = newId<"programStatus">();
    await tx.insert(programStatus).values({ municipalityId, id, ...row });
    const carriers = [...new Set(departments)].map((code) => ({
      municipalityId,
      id: newId<"programDepartment">(),
      programStatusId: id,
      departmentId: demandId(ids, "department", code),
    }));
    if (carriers.length > 0) await tx.insert(programDepartment).values(carriers);
  }
};

const insertBodies = async ({ tx, municipalityId, city, ids }: Work): Promise<void> => {
  if (city.meetingBodies.length === 0) return;
  await tx.insert(meetingBody).values(
    city.meetingBodies.map(({ parent, frequency, names: _names, members: _members, ...row }, index) => ({
      municipalityId,
      id: demandId(ids, "meetingBody", row.code),
      ...row,
      parentId: idOrNull(ids, "meetingBody", parent),
      frequency: frequency.kind,
      frequencyTimes: frequency.times,
      sortOrder: orderOf(index),
    })),
  );
  for (const { code, names, members, sinceOn } of city.meetingBodies) {
    const meetingBodyId = demandId(ids, "meetingBody", code);
    const later = names.map((name) => ({ municipalityId, id: newId<"bodyName">(), meetingBodyId, ...name }));
    if (later.length > 0) await tx.insert(meetingBodyName).values(later);
    const seats = members.map(({ department: seat, ...member }, index) => ({
      municipalityId,
      id: newId<"bodyMember">(),
      meetingBodyId,
      ...member,
      departmentId: idOrNull(ids, "department", seat),
      sinceOn: member.sinceOn ?? sinceOn,
      sortOrder: orderOf(index),
    }));
    if (seats.length > 0) await tx.insert(bodyMember).values(seats);
  }
};

const insertPlans = async ({ tx, municipalityId, city, ids }: Work): Promise<void> => {
  for (const { reviewBodies, reviewFrequency, ...row } of city.plans) {
    const planId = newId<"plan">();
    await tx.insert(implementationPlan).values({
      municipalityId,
      id: planId,
      ...row,
      reviewFrequency: reviewFrequency?.kind ?? null,
      reviewTimes: reviewFrequency?.times ?? null,
    });
    const bodies = [...new Set(reviewBodies)].map((code) => ({
      municipalityId,
      id: newId<"planReviewBody">(),
      planId,
      meetingBodyId: demandId(ids, "meetingBody", code),
    }));
    if (bodies.length > 0) await tx.insert(planReviewBody).values(bodies);
  }
};

const insertRules = async ({ tx, municipalityId, city }: Work): Promise<void> => {
  for (const row of city.labels) await tx.insert(label).values({ municipalityId, id: newId<"label">(), ...row });
  for (const row of city.modules) {
    await tx.insert(moduleSwitch).values({ municipalityId, id: newId<"moduleSwitch">(), ...row });
  }
  for (const row of storedSettings(city)) {
    await tx.insert(municipalitySetting).values({ municipalityId, id: newId<"municipalitySetting">(), ...row });
  }
  for (const row of city.closedDays) {
    await tx.insert(closedDay).values({ municipalityId, id: newId<"closedDay">(), ...row });
  }
};

/** Writes everything a city file holds. */
export const insertCity = async (work: Work): Promise<void> => {
  const { tx, municipalityId, city } = work;
  const { slug, localGovernmentCode, name, nameKana } = city;
  await tx.insert(municipality).values({ id: municipalityId, slug, localGovernmentCode, name, nameKana });
  if (city.departments.length > 0) await insertDepartments(work);
  await insertAreas(work);
  await insertPrograms(work);
  await insertBodies(work);
  await insertPlans(work);
  await insertRules(work);
};
