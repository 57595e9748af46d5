import { createDatabase } from "@tsunagari/db";
import {
  asId,
  DomainError,
  type Actor,
  type OrganizationId,
  type PartnerActor,
  type RoleCode,
  type RoleInForce,
  type ScopeKind,
  type StaffActor,
} from "@tsunagari/domain";
import { createTestDatabase } from "@tsunagari/testing";
import postgres from "postgres";
import { newId, temporaryKeyRing, type Context, type System } from "../kernel/index.ts";
import { foundMunicipality } from "../municipality/index.ts";
import { allProgramsRun } from "../municipality/test-programs.ts";
import { addPlace, registerOrganization } from "./index.ts";

/** Wednesday, 2026-05-13, 10:00 in Japan; fiscal year 2026. */
export const morning = "2026-05-13T01:00:00Z";
export const requestId = () => newId<"request">();
export const unknownId = <Name extends string>() => newId<Name>();

/** Ten in the morning in Japan on a day. */
export const on = (day: string): string => `${day}T01:00:00Z`;

/** A database of its own with a system whose clock stands still. */
export const openWorld = async () => {
  const database = await createTestDatabase();
  const db = createDatabase(database.loginUrl, { poolSize: 4 });
  const behind = postgres(database.superuserUrl, { max: 1, onnotice: () => undefined });
  const system: System = { db, keys: temporaryKeyRing(), log: () => undefined, clock: morning };
  const close = async () => {
    await behind.end();
    await db.close();
    await database.drop();
  };
  return { system, behind, close };
};
export type World = Awaited<ReturnType<typeof openWorld>>;

const cities = {
  kasugai: { slug: "kasugai", localGovernmentCode: "232068", name: "春日井市", nameKana: "かすがいし" },
  iruma: { slug: "iruma", localGovernmentCode: "112259", name: "入間市", nameKana: "いるまし" },
} as const;

/** A city with two departments and two areas in each of two schemes. */
export const foundCity = async ({ system }: World, slug: keyof typeof cities) => {
  const ids = {
    section: newId<"department">(),
    agency: newId<"department">(),
    daily: newId<"areaScheme">(),
    platforms: newId<"areaScheme">(),
    east: newId<"area">(),
    west: newId<"area">(),
    daily1: newId<"area">(),
  };
  const sinceOn = "2023-04-01";
  const file = {
    ...cities[slug],
    programs: allProgramsRun,
    departments: [
      { code: "section", kind: "section" as const, name: "地域共生推進課", sinceOn },
      { code: "agency", kind: "agency" as const, name: "社会福祉協議会", sinceOn },
    ],
    areaSchemes: [
      { code: "daily", name: "日常生活圏域", isDisclosable: false },
      { code: "platforms", name: "プラットフォームのエリア", isDisclosable: true },
    ],
    areas: [
      { code: "daily1", scheme: "daily", name: "日常生活圏域 1", sinceOn },
      { code: "east", scheme: "platforms", name: "東エリア", sinceOn },
      { code: "west", scheme: "platforms", name: "西エリア", sinceOn },
    ],
  };
  const idOf = (_kind: string, code: string) => new Map<string, string>(Object.entries(ids)).get(code) ?? newId();
  const { id } = await foundMunicipality(system, file, { idOf });
  return { id, ...ids };
};
export type City = Awaited<ReturnType<typeof foundCity>>;

const role = (code: RoleCode, scopeKind: ScopeKind, scopeId: string | null): RoleInForce => ({
  code,
  scopeKind,
  scopeId: scopeId === null ? null : asId<"scope">(scopeId),
});

type As<A extends Actor> = Context & { readonly actor: A };

export const asStaff = (
  { system }: World,
  city: City,
  held: RoleCode | { readonly code: RoleCode; readonly areaId: string },
): As<StaffActor> => ({
  ...system,
  actor: {
    kind: "staff",
    municipalityId: city.id,
    userId: newId<"user">(),
    departmentId: null,
    roles: [typeof held === "string" ? role(held, "municipality", null) : role(held.code, "area", held.areaId)],
    assurance: 1,
    freshUntil: new Date("2100-01-01T00:00:00Z"),
  },
});

export const asPartner = (
  { system }: World,
  city: City,
  member: { readonly organizationId: OrganizationId; readonly code?: RoleCode },
): As<PartnerActor> => ({
  ...system,
  actor: {
    kind: "partner",
    municipalityId: city.id,
    userId: newId<"user">(),
    organizationId: member.organizationId,
    roles: [role(member.code ?? "owner", "organization", member.organizationId)],
    assurance: 1,
    freshUntil: new Date("2100-01-01T00:00:00Z"),
  },
});

export const asVisitor = ({ system }: World, city: City): Context => ({
  ...system,
  actor: { kind: "public", municipalityId: city.id },
});

/** A user whom notices can reach, with a role from 2026-04-01 on; gives the id. */
export const addUser = async (
  { behind }: World,
  city: City,
  user: { readonly organizationId: OrganizationId | null; readonly code: RoleCode },
): Promise<string> => {
  const id = newId<"user">();
  const kind = user.organizationId === null ? "staff" : "partner";
  await behind`insert into user_account
      (municipality_id, id, kind, organization_id, mail_hmac, mail_ciphertext, name_ciphertext, status)
    values (${city.id}, ${id}, ${kind}, ${user.organizationId}, ${Buffer.from(id)}, ${Buffer.from("x")}, ${Buffer.from("x")}, 'active')`;
  await behind`insert into role_assignment (municipality_id, id, user_id, role_code, scope_kind, scope_id, since_on)
    values (${city.id}, ${newId()}, ${id}, ${user.code},
      ${user.organizationId === null ? "municipality" : "organization"}, ${user.organizationId}, '2026-04-01')`;
  return id;
};

/** The kinds of the notices a user has got, in order. */
export const noticesOf = async ({ behind }: World, userId: string): Promise<readonly string[]> => {
  const rows = await behind<{ kind: string }[]>`select kind from notice where user_id = ${userId} order by id`;
  return rows.map((row) => row.kind);
};

/** A registered organization with a place in the east. */
export const addOrganization = async (world: World, city: City, name: string) => {
  const administrator = asStaff(world, city, "platformAdministrator");
  const { id } = await registerOrganization.execute(administrator, {
    requestId: requestId(),
    name,
    nameKana: "ちいきのだんたい",
    kind: "voluntaryGroup",
    description: "地域のための団体です。",
    phone: "0568-00-1111",
    mail: "",
    website: "",
  });
  const organizationId = asId<"organization">(id);
  const place = await addPlace.execute(administrator, {
    requestId: requestId(),
    organizationId,
    name: "藤山台集会所（架空）",
    postalCode: "487-0035",
    address: "春日井市藤山台 1丁目",
    directions: "バス停から歩いて3分",
    areaIds: [city.east, city.daily1],
  });
  return { id: organizationId, placeId: place.id };
};
export type Organization = Awaited<ReturnType<typeof addOrganization>>;

/** Kind and reason of a refusal, or "done". */
export const answerOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
    return "done";
  } catch (error) {
    if (error instanceof DomainError) return `${error.kind} ${error.reason}`;
    throw error;
  }
};

/** The audit entries of a request. */
export const entriesOf = async ({ behind }: World, request: string) => [
  ...(await behind<{ kind: string; action: string; subject: string | null }[]>`
    select e.kind, e.action, s.subject_id as subject from audit_entry e
      left join audit_subject s on s.municipality_id = e.municipality_id and s.audit_id = e.id
     where e.request_id = ${request} order by e.id`),
];
