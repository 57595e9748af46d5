import { describe, expect, it } from "vitest";
import { roleCodes, type Actor, type RoleCode } from "../kernel/actor.ts";
import { asId } from "../kernel/ids.ts";
import { civilDateOf } from "../kernel/time.ts";
import type { User } from "./identity.ts";
import { administrationJob, identityPolicy } from "./policy.ts";

const cityId = asId<"municipality">("01990000-0000-7000-8000-000000000001");
const otherCityId = asId<"municipality">("01990000-0000-7000-8000-000000000002");
const userId = asId<"user">("01990000-0000-7000-8000-000000000003");
const actorId = asId<"user">("01990000-0000-7000-8000-000000000004");
const moment = { now: new Date("2026-05-01T00:00:00Z"), today: civilDateOf("2026-05-01") };

const staff = (code: RoleCode, own: { id?: User["id"]; cityId?: User["municipalityId"] } = {}): Actor => ({
  kind: "staff",
  municipalityId: own.cityId ?? cityId,
  userId: own.id ?? actorId,
  departmentId: null,
  roles: [{ code, scopeKind: "municipality", scopeId: null }],
  assurance: 1,
  freshUntil: new Date("2100-01-01T00:00:00Z"),
});
const user: User = {
  id: userId,
  municipalityId: cityId,
  portal: "partner",
  status: "active",
  departmentId: null,
  organizationId: null,
  version: 1,
};
const { rules, entries } = identityPolicy;
const administration = ["deactivateUser", "assignRole", "endRole", "issuePassword"] as const;

describe("administering users", () => {
  it.each(administration)("%s is for the administrator of the same city", (verb) => {
    const facts = { user };
    expect(rules[verb]({ ...moment, facts, actor: staff("platformAdministrator") })).toBe(true);
    expect(rules[verb]({ ...moment, facts, actor: staff("platformAdministrator", { cityId: otherCityId }) })).toBe(
      "identity.other_city",
    );
  });

  it.each(roleCodes.filter((code) => code !== "platformAdministrator"))("is not for %s", (code) => {
    for (const verb of administration) {
      expect(rules[verb]({ ...moment, facts: { user }, actor: staff(code) })).toBe("identity.administrator_only");
    }
    expect(entries.createUser({ ...moment, facts: null, actor: staff(code) })).toBe("identity.administrator_only");
    expect(entries.listUsers({ ...moment, facts: null, actor: staff(code) })).toBe("identity.administrator_only");
  });

  it.each(administration)("%s is never for oneself, so that one administrator always remains", (verb) => {
    const actor = staff("platformAdministrator", { id: userId });
    expect(rules[verb]({ ...moment, facts: { user: { ...user, portal: "staff" } }, actor })).toBe(
      "identity.not_oneself",
    );
  });

  it("is open to the set-up of the first administrator, and to no other job", () => {
    const worker = (job: string): Actor => ({ kind: "worker", municipalityId: cityId, job });
    expect(entries.createUser({ ...moment, facts: null, actor: worker(administrationJob) })).toBe(true);
    expect(entries.createUser({ ...moment, facts: null, actor: worker("consent.expire") })).toBe(
      "identity.administrator_only",
    );
  });

  it("follows the state of the account", () => {
    const actor = staff("platformAdministrator");
    const deactivated = { user: { ...user, status: "deactivated" as const } };
    expect(rules.deactivateUser({ ...moment, facts: deactivated, actor })).toBe("identity.is_deactivated");
    expect(rules.assignRole({ ...moment, facts: deactivated, actor })).toBe("identity.is_deactivated");
    expect(rules.reactivateUser({ ...moment, facts: deactivated, actor })).toBe(true);
    expect(rules.reactivateUser({ ...moment, facts: { user }, actor })).toBe("identity.is_active");
    expect(rules.endRole({ ...moment, facts: deactivated, actor })).toBe(true);
  });
});

describe("one's own account", () => {
  it("may be read and its password changed without any role", () => {
    const actor: Actor = {
      kind: "partner",
      municipalityId: cityId,
      userId,
      organizationId: null,
      roles: [],
      assurance: 1,
      freshUntil: new Date("2100-01-01T00:00:00Z"),
    };
    expect(rules.read({ ...moment, facts: { user }, actor })).toBe(true);
    expect(rules.changeOwnPassword({ ...moment, facts: { user }, actor })).toBe(true);
  });

  it("is the only one whose password may be chosen, the administrator included", () => {
    expect(rules.changeOwnPassword({ ...moment, facts: { user }, actor: staff("platformAdministrator") })).toBe(
      "identity.only_oneself",
    );
  });
});
