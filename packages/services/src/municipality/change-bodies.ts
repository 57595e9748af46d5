import { and, eq, gt, isNull, or, sql, type Tx } from "@tsunagari/db";
import { meetingBody, meetingBodyName } from "@tsunagari/db/schema";
import type { CivilDate } from "@tsunagari/domain";
import {
  AddMeetingBody,
  canTakeNameFrom,
  ChangeMeetingBody,
  EndMeetingBody,
  RenameMeetingBody,
} from "@tsunagari/domain/municipality";
import { defineCommand, demandFound, demandOne, demandVersion, fail, newId } from "../kernel/index.ts";
import { findBody, findBodyOn, nameOfBody, type Body } from "./bodies.ts";
import { recordChange } from "./history.ts";
import { lockRow } from "./lock-row.ts";

type Scope = { readonly tx: Tx; readonly municipalityId: string };

const raise = async (
  { tx, municipalityId }: Scope,
  row: Body,
  changes: Partial<Pick<typeof meetingBody.$inferInsert, "untilOn" | "host" | "frequency" | "frequencyTimes">> = {},
): Promise<void> => {
  demandOne(
    await tx
      .update(meetingBody)
      .set({ ...changes, version: row.version + 1 })
      .where(and(eq(meetingBody.municipalityId, municipalityId), eq(meetingBody.id, row.id)))
      .returning({ id: meetingBody.id }),
  );
};

const getSeen = async (scope: Scope, seen: { readonly meetingBodyId: string; readonly version: number }) => {
  const row = demandFound(await findBody(scope, seen.meetingBodyId));
  demandVersion(row.version, seen.version);
  return row;
};

/** Adds a standing meeting with its legal kind, which no command changes afterwards (D-01). */
export const addMeetingBody = defineCommand({
  action: "municipality.addMeetingBody",
  input: AddMeetingBody,
  load: ({ municipalityId }) => Promise.resolve({ municipalityId }),
  run: async (step) => {
    const { tx, municipalityId, input } = step;
    const { name, legalBasis, host, frequency, parentId, sinceOn } = input;
    const parent = parentId === null ? null : await findBodyOn(step, parentId, sinceOn);
    if (parentId !== null && parent === null) {
      return fail("invalid_input", "municipality.unknown_body", {
        fields: [{ path: "parentId", code: "not_a_choice" }],
      });
    }
    const [order] = await tx
      .select({ last: sql<number | null>`max(${meetingBody.sortOrder})` })
      .from(meetingBody)
      .where(eq(meetingBody.municipalityId, municipalityId));
    const id = newId<"meetingBody">();
    await tx.insert(meetingBody).values({
      municipalityId,
      id,
      parentId,
      name,
      legalBasis,
      host,
      frequency: frequency.kind,
      frequencyTimes: frequency.times,
      sortOrder: (order?.last ?? 0) + 10,
      sinceOn,
    });
    const of = parent && nameOfBody(parent, sinceOn);
    return recordChange(step, {
      action: "municipality.addMeetingBody",
      kind: "meetingBody",
      id,
      subject: name,
      before: null,
      after: { name, legalBasis, host, frequency: frequency.kind, times: frequency.times, parent: of, sinceOn },
    });
  },
});

/** Gives a body another name from a day on; meetings before it keep the name of their day. */
export const renameMeetingBody = defineCommand({
  action: "municipality.renameMeetingBody",
  input: RenameMeetingBody,
  load: (step) => lockRow(step, meetingBody, step.input.meetingBodyId),
  run: async (step) => {
    const { tx, municipalityId, input } = step;
    const { meetingBodyId, name, sinceOn } = input;
    const row = await getSeen(step, input);
    if (!canTakeNameFrom(row, row.names, sinceOn)) return fail("invalid_state", "municipality.before_current");
    const before = nameOfBody(row, sinceOn);
    await tx
      .insert(meetingBodyName)
      .values({ municipalityId, id: newId<"meetingBodyName">(), meetingBodyId, name, sinceOn });
    await raise(step, row);
    return recordChange(step, {
      action: "municipality.renameMeetingBody",
      kind: "meetingBody",
      id: meetingBodyId,
      subject: before,
      before: { name: before },
      after: { name, sinceOn },
    });
  },
});

/** Changes who hosts a body and how often it sits (C-15, C-22). */
export const changeMeetingBody = defineCommand({
  action: "municipality.changeMeetingBody",
  input: ChangeMeetingBody,
  load: (step) => lockRow(step, meetingBody, step.input.meetingBodyId),
  run: async (step) => {
    const { host, frequency } = step.input;
    const row = await getSeen(step, step.input);
    await raise(step, row, { host, frequency: frequency.kind, frequencyTimes: frequency.times });
    return recordChange(step, {
      action: "municipality.changeMeetingBody",
      kind: "meetingBody",
      id: row.id,
      subject: nameOfBody(row, step.today),
      before: { host: row.host, frequency: row.frequency.kind, times: row.frequency.times },
      after: { host, frequency: frequency.kind, times: frequency.times },
    });
  },
});

const hasPartsOn = async ({ tx, municipalityId }: Scope, parentId: string, on: CivilDate): Promise<boolean> => {
  const parts = await tx
    .select({ id: meetingBody.id })
    .from(meetingBody)
    .where(
      and(
        eq(meetingBody.municipalityId, municipalityId),
        eq(meetingBody.parentId, parentId),
        or(isNull(meetingBody.untilOn), gt(meetingBody.untilOn, on)),
      ),
    )
    .limit(1);
  return parts.length > 0;
};

/** Ends a body; its meetings and members stay as they were. */
export const endMeetingBody = defineCommand({
  action: "municipality.endMeetingBody",
  input: EndMeetingBody,
  load: (step) => lockRow(step, meetingBody, step.input.meetingBodyId),
  run: async (step) => {
    const { untilOn } = step.input;
    const row = await getSeen(step, step.input);
    if (row.untilOn !== null) return fail("invalid_state", "municipality.already_ended");
    if (untilOn <= row.sinceOn || row.names.some((name) => name.sinceOn >= untilOn)) {
      return fail("invalid_state", "municipality.outside_period");
    }
    if (await hasPartsOn(step, row.id, untilOn)) return fail("invalid_state", "municipality.has_parts");
    await raise(step, row, { untilOn });
    return recordChange(step, {
      action: "municipality.endMeetingBody",
      kind: "meetingBody",
      id: row.id,
      subject: nameOfBody(row, untilOn),
      before: { untilOn: null },
      after: { untilOn },
    });
  },
});
