import { and, asc, eq, gt, isNull, lte, or, refersTo, sql } from "@tsunagari/db";
import { department, platformParticipant } from "@tsunagari/db/schema";
import { asId, civilDateOf, type CivilDate } from "@tsunagari/domain";
import { ListParticipants, tellOutside, type PlatformParticipantId, type ToldNumber } from "@tsunagari/domain/platform";
import { defineQuery, openForCity, type KeyRing, type Subject } from "../kernel/index.ts";
import { departmentNameToday, loadSettings } from "../municipality/index.ts";
import { ownOrganizationOf } from "./load-views.ts";
import { participantNamePlace } from "./participant-name.ts";
import { findFacts, type Scope } from "./store.ts";

export type AgencyItem = {
  readonly id: PlatformParticipantId;
  readonly name: string;
  readonly sinceOn: CivilDate;
  /** Null where nobody who reads it could end it. */
  readonly version: number | null;
};
export type IndividualItem = {
  readonly id: PlatformParticipantId;
  readonly version: number;
  /** Null for a minor, and for who has left since (D-20). */
  readonly name: string | null;
  readonly isMinor: boolean;
  readonly guardianAgreedOn: CivilDate | null;
  readonly sinceOn: CivilDate;
};
export type Participants = {
  readonly on: CivilDate;
  readonly agencies: readonly AgencyItem[];
  readonly individuals: ToldNumber & {
    /** Null for all but those who run the platform. */
    readonly items: readonly IndividualItem[] | null;
  };
};

const belongs = ({ municipalityId }: Scope, platformId: string, on: CivilDate) =>
  and(
    eq(platformParticipant.municipalityId, municipalityId),
    eq(platformParticipant.platformId, platformId),
    lte(platformParticipant.sinceOn, on),
    or(isNull(platformParticipant.untilOn), gt(platformParticipant.untilOn, on)),
  );

const findAgencies = async (scope: Scope, platformId: string, on: CivilDate) => {
  const rows = await scope.tx
    .select({ id: platformParticipant.id, name: departmentNameToday, sinceOn: platformParticipant.sinceOn })
    .from(platformParticipant)
    .innerJoin(department, refersTo(platformParticipant, "departmentId", department))
    .where(belongs(scope, platformId, on))
    .orderBy(asc(department.sortOrder), asc(department.name), asc(platformParticipant.id));
  return rows.map((row) => ({
    id: asId<"platformParticipant">(row.id),
    name: row.name,
    sinceOn: civilDateOf(row.sinceOn),
  }));
};

/** What only those who run platforms may read: the rows themselves. */
const findRows = (scope: Scope, platformId: string, on: CivilDate) =>
  scope.tx
    .select()
    .from(platformParticipant)
    .where(belongs(scope, platformId, on))
    .orderBy(asc(platformParticipant.sinceOn), asc(platformParticipant.id));

type Row = Awaited<ReturnType<typeof findRows>>[number];

const presentIndividual = (keys: KeyRing, row: Row): IndividualItem => ({
  id: asId<"platformParticipant">(row.id),
  version: row.version,
  name:
    row.nameCiphertext === null
      ? null
      : openForCity(keys, row.nameCiphertext, participantNamePlace(row.municipalityId, row.id)),
  isMinor: row.isMinor,
  guardianAgreedOn: row.guardianAgreedOn === null ? null : civilDateOf(row.guardianAgreedOn),
  sinceOn: civilDateOf(row.sinceOn),
});

const countIndividuals = async ({ tx }: Scope, platformId: string, on: CivilDate): Promise<number> => {
  const [row] = await tx
    .select({ count: sql<number>`app.count_platform_individuals(${platformId}::uuid, ${on}::date)` })
    .from(sql`(select 1) as one`);
  return row?.count ?? 0;
};

/**
 * Who belongs besides the organizations: for staff on any day, for members today. Agencies are named; persons are a number,
 * and named only to those who run the platform (D-20). Members read a small number as such (D-17).
 */
export const listParticipants = defineQuery({
  action: "platform.listParticipants",
  input: ListParticipants,
  load: (step) => findFacts(step, step.input.platformId, ownOrganizationOf(step.actor)),
  run: async ({ tx, keys, actor, municipalityId, facts, input, today, may }) => {
    const scope = { tx, municipalityId };
    const { platformId } = input;
    const isStaff = actor.kind === "staff";
    const on = isStaff ? (input.on ?? today) : today;
    const runsIt = may("platform.readIndividualNames", facts) === true;
    const rows = runsIt ? await findRows(scope, platformId, on) : [];
    const count = await countIndividuals(scope, platformId, on);
    const { smallNumberLimit } = await loadSettings(tx, municipalityId);
    const agencies = await findAgencies(scope, platformId, on);
    const participants: Participants = {
      on,
      agencies: agencies.map((agency) => ({
        ...agency,
        version: rows.find(({ id }) => id === agency.id)?.version ?? null,
      })),
      individuals: {
        ...(isStaff ? { count, below: null } : tellOutside(count, smallNumberLimit)),
        items: runsIt
          ? rows.filter(({ kind }) => kind === "individual").map((row) => presentIndividual(keys, row))
          : null,
      },
    };
    return {
      ...participants,
      abilities: {
        addAgency: may("platform.addAgency", facts),
        addIndividual: may("platform.addIndividual", facts),
        endParticipant: may("platform.endParticipant", facts),
      },
    };
  },
  reads: ({ value, input }): readonly Subject[] =>
    value.individuals.items?.some(({ name }) => name !== null) === true
      ? [{ kind: "platform", id: input.platformId }]
      : [],
});
