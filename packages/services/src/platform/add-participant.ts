import { and, eq, gt, isNull, or, sql } from "@tsunagari/db";
import { department, platformParticipant } from "@tsunagari/db/schema";
import { civilDateOf, type CivilDate } from "@tsunagari/domain";
import { AddAgency, AddIndividual } from "@tsunagari/domain/platform";
import { defineCommand, demandFound, fail, newId, sealForCity } from "../kernel/index.ts";
import { demandBeginning } from "./beginning.ts";
import { participantNamePlace } from "./participant-name.ts";
import { findFacts, findPlatformRow, type Scope } from "./store.ts";

const demandDay = async (
  scope: Scope,
  of: { readonly platformId: string; readonly sinceOn: CivilDate },
  today: CivilDate,
) => {
  const platform = demandFound(await findPlatformRow(scope, of.platformId));
  demandBeginning(of.sinceOn, { begins: civilDateOf(platform.sinceOn), today });
};

const isAgencyOn = async ({ tx, municipalityId }: Scope, departmentId: string, on: CivilDate): Promise<boolean> => {
  const [row] = await tx
    .select({ id: department.id })
    .from(department)
    .where(
      and(
        eq(department.municipalityId, municipalityId),
        eq(department.id, departmentId),
        eq(department.kind, "agency"),
        sql`${department.sinceOn} <= ${on}`,
        or(isNull(department.untilOn), gt(department.untilOn, on)),
      ),
    );
  return row !== undefined;
};

const belongsFrom = async (
  scope: Scope,
  wish: { readonly platformId: string; readonly departmentId: string },
  on: CivilDate,
) => {
  const rows = await scope.tx
    .select({ id: platformParticipant.id })
    .from(platformParticipant)
    .where(
      and(
        eq(platformParticipant.municipalityId, scope.municipalityId),
        eq(platformParticipant.platformId, wish.platformId),
        eq(platformParticipant.departmentId, wish.departmentId),
        or(isNull(platformParticipant.untilOn), gt(platformParticipant.untilOn, on)),
      ),
    )
    .limit(1);
  return rows.length > 0;
};

/** Takes in a consultation agency of the city's list; it counts beside the organizations, never among them (G-13). */
export const addAgency = defineCommand({
  action: "platform.addAgency",
  input: AddAgency,
  load: (step) => findFacts(step, step.input.platformId, null),
  run: async ({ tx, municipalityId, input, today }) => {
    const scope = { tx, municipalityId };
    const { platformId, departmentId, sinceOn } = input;
    await demandDay(scope, input, today);
    if (!(await isAgencyOn(scope, departmentId, sinceOn))) {
      return fail("invalid_input", "platform.unknown_agency", {
        fields: [{ path: "departmentId", code: "not_a_choice" }],
      });
    }
    if (await belongsFrom(scope, input, sinceOn)) return fail("invalid_state", "platform.already_participates");
    const id = newId<"platformParticipant">();
    await tx
      .insert(platformParticipant)
      .values({ municipalityId, id, platformId, kind: "consultationAgency", departmentId, sinceOn });
    return { id, subjects: [{ kind: "platform", id: platformId }] };
  },
});

/** Takes in a person: an adult by name under the city's key, a minor without one (D-20). */
export const addIndividual = defineCommand({
  action: "platform.addIndividual",
  input: AddIndividual,
  load: (step) => findFacts(step, step.input.platformId, null),
  run: async ({ tx, keys, municipalityId, input, today }) => {
    const { platformId, name, isMinor, guardianAgreedOn, sinceOn } = input;
    await demandDay({ tx, municipalityId }, input, today);
    if (isMinor && guardianAgreedOn !== null && guardianAgreedOn > today) {
      return fail("invalid_input", "platform.agreement_in_future", {
        fields: [{ path: "guardianAgreedOn", code: "out_of_range" }],
      });
    }
    const id = newId<"platformParticipant">();
    await tx.insert(platformParticipant).values({
      municipalityId,
      id,
      platformId,
      kind: "individual",
      nameCiphertext: name === null ? null : sealForCity(keys, name, participantNamePlace(municipalityId, id)),
      isMinor,
      guardianAgreedOn: isMinor ? guardianAgreedOn : null,
      sinceOn,
    });
    return { id, subjects: [{ kind: "platform", id: platformId }] };
  },
});
