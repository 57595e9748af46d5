import {
  asId,
  civilDateOf,
  type Actor,
  type DepartmentId,
  type MunicipalityId,
  type OrganizationId,
  type RoleCode,
  type RoleInForce,
  type ScopeKind,
  type UserId,
} from "@tsunagari/domain";

/** 2026-11-24 12:00 in Japan, a Tuesday in fiscal year 2026 (令和8年度). */
export const now = new Date("2026-11-24T03:00:00Z");
export const today = civilDateOf("2026-11-24");

export const city = asId<"municipality">("00000000-0000-7000-8000-000000000001");
export const otherCity = asId<"municipality">("00000000-0000-7000-8000-000000000002");
export const section = asId<"department">("00000000-0000-7000-8000-000000000011");
export const otherSection = asId<"department">("00000000-0000-7000-8000-000000000012");
export const receivingOrganization = asId<"organization">("00000000-0000-7000-8000-000000000021");
export const otherOrganization = asId<"organization">("00000000-0000-7000-8000-000000000022");
export const platform = asId<"platform">("00000000-0000-7000-8000-000000000031");
export const area = asId<"area">("00000000-0000-7000-8000-000000000041");

const user = (serial: number): UserId =>
  asId<"user">(`00000000-0000-7000-8000-0000000001${String(serial).padStart(2, "0")}`);

const role = (code: RoleCode, scopeKind: ScopeKind, scopeId: string | null = null): RoleInForce => ({
  code,
  scopeKind,
  scopeId: scopeId === null ? null : asId<"scope">(scopeId),
});

const staff = (
  serial: number,
  roles: readonly RoleInForce[],
  place: { municipalityId?: MunicipalityId; departmentId?: DepartmentId } = {},
): Actor => ({
  kind: "staff",
  municipalityId: place.municipalityId ?? city,
  userId: user(serial),
  departmentId: place.departmentId ?? section,
  roles,
  assurance: 1,
  freshUntil: new Date("2100-01-01T00:00:00Z"),
});

const partner = (
  serial: number,
  codes: readonly RoleCode[],
  place: { municipalityId?: MunicipalityId; organizationId: OrganizationId | null },
): Actor => ({
  kind: "partner",
  municipalityId: place.municipalityId ?? city,
  userId: user(serial),
  organizationId: place.organizationId,
  roles: codes.map((code) =>
    role(code, place.organizationId === null ? "municipality" : "organization", place.organizationId),
  ),
  assurance: 1,
  freshUntil: new Date("2100-01-01T00:00:00Z"),
});

/** The columns of every matrix. Labels are what a city official reads. */
export const personas: readonly { readonly label: string; readonly actor: Actor }[] = [
  { label: "推進員（担当）", actor: staff(1, [role("caseCoordinator", "municipality")]) },
  {
    label: "推進員（担当外）",
    actor: staff(2, [role("caseCoordinator", "municipality")], { departmentId: otherSection }),
  },
  { label: "CSW（担当）", actor: staff(3, [role("outreachWorker", "municipality")]) },
  { label: "相談支援員（担当）", actor: staff(4, [role("consultationAgent", "department", section)]) },
  {
    label: "課の担当者（担当外）",
    actor: staff(5, [role("sectionOfficer", "department", otherSection)], { departmentId: otherSection }),
  },
  {
    label: "地域福祉コーディネーター（担当外）",
    actor: staff(6, [role("communityCoordinator", "municipality")], { departmentId: otherSection }),
  },
  { label: "所属長（担当者の課）", actor: staff(7, [role("supervisor", "department", section)]) },
  {
    label: "所属長（別の課）",
    actor: staff(8, [role("supervisor", "department", otherSection)], { departmentId: otherSection }),
  },
  { label: "プラットフォーム管理者", actor: staff(9, [role("platformAdministrator", "municipality")]) },
  { label: "学識経験者", actor: staff(10, [role("adviser", "municipality")]) },
  { label: "監査", actor: staff(11, [role("auditor", "municipality")]) },
  {
    label: "別の市の推進員",
    actor: staff(
      12,
      [
        role("caseCoordinator", "municipality"),
        role("supervisor", "municipality"),
        role("platformAdministrator", "municipality"),
      ],
      { municipalityId: otherCity },
    ),
  },
  { label: "受入先の受入担当", actor: partner(21, ["referralReceiver"], { organizationId: receivingOrganization }) },
  { label: "受入先の代表", actor: partner(22, ["owner"], { organizationId: receivingOrganization }) },
  {
    label: "別の団体の代表・受入担当",
    actor: partner(23, ["owner", "editor", "referralReceiver"], { organizationId: otherOrganization }),
  },
  {
    label: "別の市の団体",
    actor: partner(24, ["owner", "referralReceiver"], { municipalityId: otherCity, organizationId: otherOrganization }),
  },
  { label: "民生委員", actor: partner(25, ["welfareCommissioner"], { organizationId: null }) },
  { label: "住民（公開サイト）", actor: { kind: "public", municipalityId: city } },
  { label: "定期処理", actor: { kind: "worker", municipalityId: city, job: "clock" } },
];

/** The users whose assignment to the fixtures' case is in force, and their department. */
export const assignedTeam = {
  municipalityId: city,
  assigneeIds: [user(1), user(3), user(4)],
  assigneeDepartmentIds: [section],
};
/** Nobody's case any more: every assignment has ended. */
export const endedTeam = { municipalityId: city, assigneeIds: [], assigneeDepartmentIds: [] };
export const coordinatorId = user(1);
export const otherCoordinatorId = user(2);
