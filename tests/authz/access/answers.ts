import type { Actor } from "@tsunagari/domain";
import { answerOf, call, type Procedure } from "../endpoints/procedures.ts";
import { sampleOf } from "../endpoints/sample.ts";
import type { DemoWorld } from "./demo-world.ts";
import type { Right } from "./right.ts";

type Given = Exclude<Right, { readonly provenBy: string }>;

/** Which table's version an input carries, by the name of the id beside it. */
const versioned: Readonly<Record<string, string>> = {
  caseId: "support_case",
  personId: "person",
  referralId: "referral",
  activityId: "activity",
  organizationId: "organization",
  placeId: "place",
  permissionId: "referral_permission",
  traitId: "organization_trait",
  membershipId: "platform_membership",
  participantId: "platform_participant",
  meetingId: "meeting",
  userId: "user_account",
  departmentId: "department",
  areaId: "area",
  schemeId: "area_scheme",
  meetingBodyId: "meeting_body",
  bodyMemberId: "body_member",
  planId: "implementation_plan",
};

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const merged = (base: unknown, given: unknown): unknown => {
  if (!isPlain(base) || !isPlain(given)) return given;
  const keys = new Set([...Object.keys(base), ...Object.keys(given)]);
  return Object.fromEntries(
    [...keys].map((key) => [key, Object.hasOwn(given, key) ? merged(base[key], given[key]) : base[key]]),
  );
};

const asked = async (world: DemoWorld, value: unknown): Promise<unknown> => {
  if (typeof value === "string" && value.startsWith("select ")) {
    const found = await world.value(value);
    if (found === undefined || found === null) throw new Error(`the world has no ${value}`);
    return found;
  }
  if (Array.isArray(value)) return Promise.all(value.map((inner: unknown) => asked(world, inner)));
  if (!isPlain(value)) return value;
  const entries = await Promise.all(
    Object.entries(value).map(async ([key, inner]) => [key, await asked(world, inner)] as const),
  );
  return Object.fromEntries(entries);
};

/** The input of the right call, from the sample of its schema and what the table says. */
export const inputOf = async (
  world: DemoWorld,
  procedure: Procedure,
  right: Given,
): Promise<Record<string, unknown>> => {
  const sample = procedure.endpoint ? sampleOf(procedure.endpoint.input) : {};
  const given = (await asked(world, right.with ?? {})) as Record<string, unknown>;
  const input = merged(sample, given) as Record<string, unknown>;
  if (!("version" in input) || "version" in given) return input;
  const key = Object.keys(versioned).find((name) => name in given && name in input);
  const table = right.version ?? (key === undefined ? undefined : versioned[key]);
  if (key === undefined || table === undefined) return input;
  return { ...input, version: await world.value(`select version from ${table} where id = '${String(input[key])}'`) };
};

export const rightActor = async (world: DemoWorld, right: Given): Promise<Actor> =>
  right.as === undefined ? world.visitor : world.actorOf(String(await asked(world, right.as)));

/** What somebody is told: kind and reason, and every byte of it. */
export const told = async (
  world: DemoWorld,
  procedure: Procedure,
  as: { readonly actor: Actor | null; readonly input: unknown },
): Promise<{ readonly kind: string; readonly reason: string; readonly bytes: string }> => {
  let value: unknown = null;
  const work = call(world.system, procedure, as).then((answer) => {
    value = answer;
    return answer;
  });
  const { kind, reason, details } = await answerOf(work);
  return { kind, reason: `${reason} ${JSON.stringify(details)}`, bytes: JSON.stringify([value, details]) };
};
