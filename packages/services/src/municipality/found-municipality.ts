import { eq } from "@tsunagari/db";
import { municipality } from "@tsunagari/db/schema";
import type { MunicipalityId, RequestId } from "@tsunagari/domain";
import { DomainError } from "@tsunagari/domain";
import { readCityFile, setupJob, type CityFile, type CityFileInput } from "@tsunagari/domain/municipality";
import { asDomainError, fail, inTransaction, newId, readClock, writeAudit, type System } from "../kernel/index.ts";
import { findCity } from "./find-city.ts";
import { recordChange } from "./history.ts";
import { insertCity, makeIds, type CityIds, type CodedKind } from "./insert-city.ts";

export type FoundedCity = { readonly id: MunicipalityId; readonly ids: CityIds };

type Options = {
  readonly requestId?: RequestId;
  /** Gives a coded row its id; a new one where it is left out. */
  readonly idOf?: (kind: CodedKind, code: string) => string;
};

/** Reads a city file, or throws `invalid_input` with all that is wrong with it in `details.rows`. */
const demandCity = (raw: unknown): CityFile => {
  const { city, errors } = readCityFile(raw);
  if (city) return city;
  throw new DomainError("invalid_input", "municipality.city_file_invalid", { rows: errors });
};

const hasCode = (system: System, localGovernmentCode: string): Promise<boolean> =>
  inTransaction({ ...system, actor: { kind: "public", municipalityId: null } }, async (tx) => {
    const rows = await tx
      .select({ id: municipality.id })
      .from(municipality)
      .where(eq(municipality.localGovernmentCode, localGovernmentCode));
    return rows.length > 0;
  });

/**
 * Sets up a city once from its file, whole or not at all, and gives its id and those of its coded rows. For who runs
 * the machine: it acts as the worker's set-up job. A city that stands already is `conflict`; a file with errors is
 * `invalid_input`, all of them in `details.rows`. Not `defineCommand`, whose receipt needs the city to exist before it.
 */
export const foundMunicipality = async (
  system: System,
  file: CityFileInput,
  { requestId = newId<"request">(), idOf = () => newId() }: Options = {},
): Promise<FoundedCity> => {
  const city = demandCity(file);
  if (await findCity(system, city.slug)) return fail("conflict", "municipality.slug_taken");
  if (await hasCode(system, city.localGovernmentCode)) return fail("conflict", "municipality.code_taken");
  const id = newId<"municipality">();
  const ids = makeIds(city, idOf);
  const actor = { kind: "worker", municipalityId: id, job: setupJob } as const;
  try {
    await inTransaction({ ...system, actor }, async (tx) => {
      await insertCity({ tx, municipalityId: id, city, ids });
      const { now } = await readClock(tx);
      const { slug, localGovernmentCode, name, nameKana } = city;
      const { subjects } = await recordChange(
        { tx, actor, municipalityId: id, now },
        {
          action: "municipality.found",
          kind: "municipality",
          id,
          subject: name,
          before: null,
          after: { slug, localGovernmentCode, name, nameKana },
        },
      );
      await writeAudit(tx, actor, { kind: "command", action: "municipality.found", at: now, subjects, requestId });
    });
    return { id, ids };
  } catch (error) {
    throw asDomainError(error);
  }
};
