import { and, eq, inArray } from "@tsunagari/db";
import { area, department, platform, platformArea, platformOperator } from "@tsunagari/db/schema";
import { EstablishPlatform } from "@tsunagari/domain/platform";
import { defineCommand, fail, newId } from "../kernel/index.ts";
import { loadIsModuleOn, loadSettings } from "../municipality/index.ts";
import type { Scope } from "./store.ts";

const demandAreas = async ({ tx, municipalityId }: Scope, schemeId: string, areaIds: readonly string[]) => {
  const found = await tx
    .select({ id: area.id })
    .from(area)
    .where(and(eq(area.municipalityId, municipalityId), eq(area.schemeId, schemeId), inArray(area.id, [...areaIds])));
  if (found.length !== areaIds.length) {
    fail("invalid_input", "platform.unknown_area", { fields: [{ path: "areaIds", code: "not_a_choice" }] });
  }
};

const demandDepartments = async ({ tx, municipalityId }: Scope, departmentIds: readonly string[]) => {
  const found = await tx
    .select({ id: department.id })
    .from(department)
    .where(and(eq(department.municipalityId, municipalityId), inArray(department.id, [...departmentIds])));
  if (found.length !== new Set(departmentIds).size) {
    fail("invalid_input", "platform.unknown_department", { fields: [{ path: "operators", code: "not_a_choice" }] });
  }
};

/** Establishes an area platform with its areas and its operators (SM-11, S-069, S-072). */
export const establishPlatform = defineCommand({
  action: "platform.establish",
  input: EstablishPlatform,
  run: async ({ tx, municipalityId, input, today }) => {
    const scope = { tx, municipalityId };
    if (!(await loadIsModuleOn(scope, "platform", today))) return fail("invalid_state", "platform.module_off");
    const { platformOperatorRoles } = await loadSettings(tx, municipalityId);
    if (input.operators.some(({ role }) => !platformOperatorRoles.includes(role))) {
      return fail("invalid_input", "platform.operator_role_not_allowed", {
        fields: [{ path: "operators", code: "not_a_choice" }],
      });
    }
    const areaIds = [...new Set(input.areaIds)];
    await demandAreas(scope, input.schemeId, areaIds);
    await demandDepartments(
      scope,
      input.operators.map((operator) => operator.departmentId),
    );
    const id = newId<"platform">();
    const { name, description, schemeId, sinceOn } = input;
    const status = sinceOn <= today ? "active" : "preparing";
    await tx.insert(platform).values({ municipalityId, id, name, description, schemeId, status, sinceOn });
    await tx
      .insert(platformArea)
      .values(
        areaIds.map((areaId) => ({ municipalityId, id: newId<"platformArea">(), platformId: id, schemeId, areaId })),
      );
    await tx.insert(platformOperator).values(
      input.operators.map((operator) => ({
        municipalityId,
        id: newId<"platformOperator">(),
        platformId: id,
        sinceOn,
        ...operator,
      })),
    );
    return { id, subjects: [{ kind: "platform", id }] };
  },
});
