import { asId, civilDateOf, type Actor, type RoleCode, type RoleInForce, type ScopeKind } from "../kernel/index.ts";

export const city = asId<"municipality">("city");
export const ourOrganization = asId<"organization">("our-organization");
export const otherOrganization = asId<"organization">("other-organization");
export const eastArea = asId<"area">("east");
export const westArea = asId<"area">("west");

/** 2026-04-01 in Japan, the first day of fiscal 2026. */
export const moment = { now: new Date("2026-04-01T01:00:00Z"), today: civilDateOf("2026-04-01") };

const role = (code: RoleCode, scopeKind: ScopeKind, scopeId: string | null = null): RoleInForce => ({
  code,
  scopeKind,
  scopeId: scopeId === null ? null : asId<"scope">(scopeId),
});

const staff = (roles: readonly RoleInForce[], municipalityId = city): Actor => ({
  kind: "staff",
  municipalityId,
  userId: asId<"user">("staff"),
  departmentId: null,
  roles,
  assurance: 1,
  freshUntil: new Date("2100-01-01T00:00:00Z"),
});
const partner = (organizationId: string | null, code: RoleCode): Actor => ({
  kind: "partner",
  municipalityId: city,
  userId: asId<"user">("partner"),
  organizationId: organizationId === null ? null : asId<"organization">(organizationId),
  roles: [role(code, "organization", organizationId)],
  assurance: 1,
  freshUntil: new Date("2100-01-01T00:00:00Z"),
});

/** Who may ask, by the name the tables of the tests use. */
export const personas = {
  administrator: staff([role("platformAdministrator", "municipality")]),
  coordinator: staff([role("communityCoordinator", "municipality")]),
  eastCoordinator: staff([role("communityCoordinator", "area", eastArea)]),
  platformCoordinator: staff([role("communityCoordinator", "platform", "platform")]),
  caseCoordinator: staff([role("caseCoordinator", "municipality")]),
  auditor: staff([role("auditor", "municipality")]),
  adviser: staff([role("adviser", "municipality")]),
  noRole: staff([]),
  otherCity: staff([role("platformAdministrator", "municipality")], asId<"municipality">("other-city")),
  owner: partner(ourOrganization, "owner"),
  editor: partner(ourOrganization, "editor"),
  receiver: partner(ourOrganization, "referralReceiver"),
  otherOwner: partner(otherOrganization, "owner"),
  commissioner: partner(null, "welfareCommissioner"),
  public: { kind: "public", municipalityId: city },
  worker: { kind: "worker", municipalityId: city, job: "test" },
} as const satisfies Record<string, Actor>;
export type Persona = keyof typeof personas;
export const personaNames = Object.keys(personas) as readonly Persona[];
