import { describe, expect, it } from "vitest";
import { partnerRoleCodes, roleCodes, scopeKinds, staffRoleCodes, type RoleCode } from "../kernel/actor.ts";
import { asId } from "../kernel/ids.ts";
import { civilDateOf } from "../kernel/time.ts";
import { scopesOfRole, type RoleAssignment, type User } from "./identity.ts";
import { canBeAssigned, canBeEnded, rolesOn } from "./role-assignment.ts";

const organizationId = asId<"organization">("01990000-0000-7000-8000-000000000001");
const otherId = asId<"scope">("01990000-0000-7000-8000-000000000002");
const user = (portal: User["portal"]): User => ({
  id: asId<"user">("01990000-0000-7000-8000-000000000003"),
  municipalityId: asId<"municipality">("01990000-0000-7000-8000-000000000004"),
  portal,
  status: "active",
  departmentId: null,
  organizationId: portal === "partner" ? organizationId : null,
  version: 1,
});
const on = civilDateOf;
const always = { sinceOn: on("2026-04-01"), untilOn: null };
const wish = (code: RoleCode) => {
  const [scopeKind = "municipality"] = scopesOfRole[code];
  const scopeId =
    scopeKind === "municipality" ? null : scopeKind === "organization" ? asId<"scope">(organizationId) : otherId;
  return { ...always, code, scopeKind, scopeId };
};
const held = (row: Partial<RoleAssignment>): RoleAssignment => ({
  ...wish("supervisor"),
  id: asId<"roleAssignment">("01990000-0000-7000-8000-000000000005"),
  version: 1,
  ...row,
});

describe("giving a role", () => {
  it.each(staffRoleCodes)("%s is for staff only", (code) => {
    expect(canBeAssigned(user("staff"), [], wish(code))).toBe(true);
    expect(canBeAssigned(user("partner"), [], wish(code))).toBe("identity.role_of_other_portal");
  });

  it.each(partnerRoleCodes)("%s is for partners only", (code) => {
    expect(canBeAssigned(user("partner"), [], wish(code))).toBe(true);
    expect(canBeAssigned(user("staff"), [], wish(code))).toBe("identity.role_of_other_portal");
  });

  it("is refused over a kind of scope the role does not have, for every role and kind", () => {
    for (const code of roleCodes) {
      const portal = staffRoleCodes.some((staff) => staff === code) ? "staff" : "partner";
      for (const scopeKind of scopeKinds.filter((kind) => !scopesOfRole[code].includes(kind))) {
        expect(
          canBeAssigned(user(portal), [], { ...wish(code), scopeKind, scopeId: otherId }),
          `${code} ${scopeKind}`,
        ).toBe("identity.scope_not_for_role");
      }
    }
  });

  it("over another organization than the user's own is refused, so that rights do not add up", () => {
    expect(canBeAssigned(user("partner"), [], { ...wish("owner"), scopeId: otherId })).toBe(
      "identity.scope_not_for_role",
    );
  });

  it("over a scope that names nothing is refused", () => {
    expect(canBeAssigned(user("staff"), [], { ...wish("sectionOfficer"), scopeId: null })).toBe(
      "identity.scope_not_for_role",
    );
  });

  it("over the city takes no scope id", () => {
    expect(canBeAssigned(user("staff"), [], { ...wish("auditor"), scopeId: otherId })).toBe(
      "identity.scope_not_for_role",
    );
  });

  it("a second time over the same days and scope is refused", () => {
    const untilOn = on("2026-10-01");
    const first = held({ untilOn });
    expect(canBeAssigned(user("staff"), [first], { ...wish("supervisor"), sinceOn: on("2026-09-30") })).toBe(
      "identity.role_already_held",
    );
    expect(canBeAssigned(user("staff"), [first], { ...wish("supervisor"), sinceOn: untilOn })).toBe(true);
    expect(
      canBeAssigned(user("staff"), [first], { ...wish("supervisor"), scopeKind: "department", scopeId: otherId }),
    ).toBe(true);
  });
});

describe("a role's days", () => {
  it("count from the first day and no longer on the day it ends", () => {
    const rows = [held({ sinceOn: on("2026-04-01"), untilOn: on("2026-05-01") })];
    expect(rolesOn(rows, on("2026-03-31"))).toHaveLength(0);
    expect(rolesOn(rows, on("2026-04-01"))).toHaveLength(1);
    expect(rolesOn(rows, on("2026-04-30"))).toHaveLength(1);
    expect(rolesOn(rows, on("2026-05-01"))).toHaveLength(0);
  });

  it("can be ended once", () => {
    expect(canBeEnded({ ...always, untilOn: null }, on("2026-05-01"))).toBe(true);
    expect(canBeEnded({ ...always, untilOn: on("2026-05-01") }, on("2026-04-30"))).toBe(true);
    expect(canBeEnded({ ...always, untilOn: on("2026-05-01") }, on("2026-05-01"))).toBe("identity.role_already_ended");
  });
});
