import type { Tx } from "@tsunagari/db";
import { area, areaScheme, closedDay, department, label, municipality } from "@tsunagari/db/schema";
import type { MunicipalityId } from "@tsunagari/domain";
import { FoundMunicipality, setupJob } from "@tsunagari/domain/municipality";
import type { z } from "zod";
import {
  asDomainError,
  fail,
  inTransaction,
  newId,
  parseInput,
  readClock,
  writeAudit,
  type System,
} from "../kernel/index.ts";
import { findCity } from "./find-city.ts";

type City = z.output<typeof FoundMunicipality>;

const insertAll = async (tx: Tx, municipalityId: MunicipalityId, city: City): Promise<void> => {
  const { slug, localGovernmentCode, name, nameKana } = city;
  await tx.insert(municipality).values({ id: municipalityId, slug, localGovernmentCode, name, nameKana });
  for (const row of city.departments) await tx.insert(department).values({ municipalityId, ...row });
  for (const row of city.areaSchemes) await tx.insert(areaScheme).values({ municipalityId, ...row });
  for (const row of city.areas) await tx.insert(area).values({ municipalityId, ...row });
  for (const row of city.labels) await tx.insert(label).values({ municipalityId, id: newId<"label">(), ...row });
  for (const row of city.closedDays) {
    await tx.insert(closedDay).values({ municipalityId, id: newId<"closedDay">(), ...row });
  }
};

/**
 * Sets up a city once, with departments (parents first), area schemes, areas, names and closed days, and gives its id.
 * For who runs the machine: it acts as the worker's set-up job. A city that stands already is `conflict`.
 * Not `defineCommand`, whose receipt needs the city to exist before it.
 */
export const foundMunicipality = async (
  system: System,
  rawInput: z.input<typeof FoundMunicipality>,
): Promise<{ readonly id: MunicipalityId }> => {
  const city = parseInput(FoundMunicipality, rawInput);
  if (await findCity(system, city.slug)) return fail("conflict", "municipality.slug_taken");
  const id = newId<"municipality">();
  const actor = { kind: "worker", municipalityId: id, job: setupJob } as const;
  try {
    await inTransaction({ ...system, actor }, async (tx) => {
      await insertAll(tx, id, city);
      const { now } = await readClock(tx);
      await writeAudit(tx, actor, {
        kind: "command",
        action: "municipality.found",
        at: now,
        subjects: [{ kind: "municipality", id }],
        requestId: city.requestId,
      });
    });
    return { id };
  } catch (error) {
    throw asDomainError(error);
  }
};
