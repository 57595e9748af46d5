import { and, eq, type Tx } from "@tsunagari/db";
import { closedDay } from "@tsunagari/db/schema";
import type { CivilDate } from "@tsunagari/domain";
import { AddClosedDay, RemoveClosedDay } from "@tsunagari/domain/municipality";
import { defineCommand, demandFound, fail, newId } from "../kernel/index.ts";
import { recordChange } from "./history.ts";

type Scope = { readonly tx: Tx; readonly municipalityId: string };

const findDay = async ({ tx, municipalityId }: Scope, closedOn: CivilDate) => {
  const [row] = await tx
    .select()
    .from(closedDay)
    .where(and(eq(closedDay.municipalityId, municipalityId), eq(closedDay.closedOn, closedOn)));
  return row ?? null;
};

/** Adds a day on which the city does not work: clocks in business days leave it out (D-12). */
export const addClosedDay = defineCommand({
  action: "municipality.addClosedDay",
  input: AddClosedDay,
  load: ({ municipalityId }) => Promise.resolve({ municipalityId }),
  run: async (step) => {
    const { tx, municipalityId, input } = step;
    const { closedOn, name } = input;
    if (await findDay(step, closedOn)) return fail("invalid_state", "municipality.already_closed_day");
    const id = newId<"closedDay">();
    await tx.insert(closedDay).values({ municipalityId, id, closedOn, name });
    return recordChange(step, {
      action: "municipality.addClosedDay",
      kind: "closedDay",
      id,
      subject: name,
      before: null,
      after: { name, closedOn },
    });
  },
});

/** Takes a closed day back: it is worked on again. */
export const removeClosedDay = defineCommand({
  action: "municipality.removeClosedDay",
  input: RemoveClosedDay,
  load: ({ municipalityId }) => Promise.resolve({ municipalityId }),
  run: async (step) => {
    const { tx, municipalityId, input } = step;
    const { id, name, closedOn } = demandFound(await findDay(step, input.closedOn));
    await tx.delete(closedDay).where(and(eq(closedDay.municipalityId, municipalityId), eq(closedDay.id, id)));
    return recordChange(step, {
      action: "municipality.removeClosedDay",
      kind: "closedDay",
      id,
      subject: name,
      before: { name, closedOn },
      after: null,
    });
  },
});
