import { and, asc, eq, inArray, refersTo, sql, type Tx } from "@tsunagari/db";
import { bodyMember, department, meetingBody, meetingBodyName } from "@tsunagari/db/schema";
import { civilDateOf, isInForce, type CivilDate } from "@tsunagari/domain";
import {
  bodyHosts,
  frequencyKinds,
  legalBases,
  memberSides,
  memberTiers,
  nameOn,
  type Frequency,
} from "@tsunagari/domain/municipality";
import { literalOf } from "../kernel/index.ts";
import { departmentNameOn } from "./department-name.ts";
import { dayOrNull } from "./programs.ts";

type Scope = { readonly tx: Tx; readonly municipalityId: string };

const loadNames = async ({ tx, municipalityId }: Scope, ids: readonly string[]) => {
  const rows =
    ids.length === 0
      ? []
      : await tx
          .select()
          .from(meetingBodyName)
          .where(
            and(eq(meetingBodyName.municipalityId, municipalityId), inArray(meetingBodyName.meetingBodyId, [...ids])),
          )
          .orderBy(asc(meetingBodyName.sinceOn));
  const names = rows.map((row) => ({ ...row, sinceOn: civilDateOf(row.sinceOn) }));
  return Map.groupBy(names, (row) => row.meetingBodyId);
};

/** The bodies of the city with all their names, past and ended ones too; or only some of them. */
export const loadBodies = async (scope: Scope, ids: readonly string[] | null = null) => {
  const { tx, municipalityId } = scope;
  const rows = await tx
    .select()
    .from(meetingBody)
    .where(
      and(
        eq(meetingBody.municipalityId, municipalityId),
        ids === null ? undefined : ids.length === 0 ? sql`false` : inArray(meetingBody.id, [...ids]),
      ),
    )
    .orderBy(asc(meetingBody.sortOrder), asc(meetingBody.id));
  const names = await loadNames(
    scope,
    rows.map((row) => row.id),
  );
  return rows.map((row) => {
    const frequency: Frequency = { kind: literalOf(frequencyKinds, row.frequency), times: row.frequencyTimes };
    return {
      id: row.id,
      parentId: row.parentId,
      name: row.name,
      names: names.get(row.id) ?? [],
      legalBasis: literalOf(legalBases, row.legalBasis),
      host: literalOf(bodyHosts, row.host),
      frequency,
      sinceOn: civilDateOf(row.sinceOn),
      untilOn: dayOrNull(row.untilOn),
      version: row.version,
    };
  });
};
export type Body = Awaited<ReturnType<typeof loadBodies>>[number];

/** What a body is called on a day. */
export const nameOfBody = ({ name, names }: Body, on: CivilDate): string => nameOn(name, names, on);

/** One body; null where there is none. */
export const findBody = async (scope: Scope, id: string): Promise<Body | null> =>
  (await loadBodies(scope, [id]))[0] ?? null;

/** A body that exists on a day; null where it does not. */
export const findBodyOn = async (scope: Scope, id: string, on: CivilDate): Promise<Body | null> => {
  const found = await findBody(scope, id);
  return found && isInForce(found, on) ? found : null;
};

/** What bodies are called on a day, by id. */
export const loadBodyNames = async (scope: Scope, ids: readonly string[], on: CivilDate) =>
  new Map((await loadBodies(scope, ids)).map((body) => [body.id, nameOfBody(body, on)]));

const memberColumns = (on: CivilDate) => ({
  id: bodyMember.id,
  meetingBodyId: bodyMember.meetingBodyId,
  departmentId: bodyMember.departmentId,
  divisionId: department.parentId,
  departmentName: departmentNameOn(on),
  name: bodyMember.name,
  side: bodyMember.side,
  tier: bodyMember.tier,
  sinceOn: bodyMember.sinceOn,
  untilOn: bodyMember.untilOn,
  version: bodyMember.version,
});

/** The seats of some bodies on a day. A department that has ended sits nowhere. */
export const loadMembersOn = async ({ tx, municipalityId }: Scope, ids: readonly string[], on: CivilDate) => {
  if (ids.length === 0) return [];
  const holds = (since: unknown, until: unknown) => sql`${since} <= ${on} and (${until} is null or ${until} > ${on})`;
  const rows = await tx
    .select(memberColumns(on))
    .from(bodyMember)
    .leftJoin(department, refersTo(bodyMember, "departmentId", department))
    .where(
      and(
        eq(bodyMember.municipalityId, municipalityId),
        inArray(bodyMember.meetingBodyId, [...ids]),
        holds(bodyMember.sinceOn, bodyMember.untilOn),
        sql`(${bodyMember.departmentId} is null or ${holds(department.sinceOn, department.untilOn)})`,
      ),
    )
    .orderBy(asc(bodyMember.sortOrder), asc(bodyMember.id));
  return rows.map(({ departmentName, name, side, tier, sinceOn, untilOn, ...row }) => ({
    ...row,
    name: name ?? departmentName,
    side: literalOf(memberSides, side),
    tier: tier === null ? null : literalOf(memberTiers, tier),
    sinceOn: civilDateOf(sinceOn),
    untilOn: dayOrNull(untilOn),
  }));
};
