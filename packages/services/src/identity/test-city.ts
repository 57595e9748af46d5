import { createDatabase } from "@tsunagari/db";
import { asId, DomainError, type PartnerActor, type StaffActor } from "@tsunagari/domain";
import { administrationJob } from "@tsunagari/domain/identity";
import { createTestDatabase } from "@tsunagari/testing";
import postgres from "postgres";
import { newId, temporaryKeyRing, type Context, type KeyRing, type System } from "../kernel/index.ts";
import { foundMunicipality } from "../municipality/index.ts";
import { allProgramsRun } from "../municipality/test-programs.ts";
import { assignRole } from "./user/assign-role.ts";
import { changeOwnPassword } from "./session/change-own-password.ts";
import { createUser } from "./user/create-user.ts";
import { resolveActor } from "./session/resolve-actor.ts";
import { signIn } from "./sign-in/sign-in.ts";

/** Tuesday, 2026-05-12, 09:00 in Japan; fiscal year 2026. */
export const morning = "2026-05-12T00:00:00Z";
export const secondsAfter = (seconds: number, from: string = morning): string =>
  new Date(Date.parse(from) + seconds * 1000).toISOString();

export const password = "haru no komichi wo aruku";
export const requestId = () => newId<"request">();

/** A database that runs already, and the keys of the program on it. */
export type Place = { readonly loginUrl: string; readonly superuserUrl: string; readonly keys: KeyRing };

const ownPlace = async () => ({ ...(await createTestDatabase()), keys: temporaryKeyRing() });
const givenPlace = (place: Place) => ({ ...place, drop: async () => {} });

/** A system whose clock stands still; on a database of its own where none is given. */
export const openTestSystem = async (place?: Place) => {
  const database = place === undefined ? await ownPlace() : givenPlace(place);
  const db = createDatabase(database.loginUrl, { poolSize: 4 });
  const behind = postgres(database.superuserUrl, { max: 1, onnotice: () => undefined });
  const system: System & { readonly clock: string } = {
    db,
    keys: database.keys,
    log: () => undefined,
    clock: morning,
  };
  const close = async () => {
    await behind.end();
    await db.close();
    await database.drop();
  };
  return { system, behind, close };
};

const cities = {
  kasugai: { slug: "kasugai", localGovernmentCode: "232068", name: "春日井市", nameKana: "かすがいし" },
  iruma: { slug: "iruma", localGovernmentCode: "112259", name: "入間市", nameKana: "いるまし" },
} as const;

/** A city with one section, where nobody works yet. */
export const foundTestCity = async (system: System, slug: keyof typeof cities) => {
  const departmentId = newId<"department">();
  const file = {
    ...cities[slug],
    departments: [{ code: "kyosei", kind: "section" as const, name: "地域共生推進課", sinceOn: "2025-04-01" }],
    programs: allProgramsRun,
  };
  const { id } = await foundMunicipality(system, file, { idOf: () => departmentId });
  return { id, slug, departmentId };
};

export type TestCity = Awaited<ReturnType<typeof foundTestCity>>;

/** A user with a password of his own. `as` is the context of who registers him. */
export const registerUser = async (
  as: Context,
  user: {
    readonly portal: "staff" | "partner";
    readonly mail: string;
    readonly departmentId?: string | null;
    readonly organizationId?: string | null;
  },
): Promise<string> => {
  const { portal, mail } = user;
  const created = await createUser.execute(as, {
    requestId: requestId(),
    portal,
    mail,
    name: `${mail} さん`,
    departmentId: user.departmentId ?? null,
    organizationId: user.organizationId ?? null,
  });
  const oneTime = created.oneTimePassword ?? "";
  const { sessionToken } = await signIn(as, { portal, mail, password: oneTime, clientAddress: "198.51.100.9" });
  const actor = await resolveActor(as, { portal, sessionToken });
  if (!actor) throw new Error("the one-time password opened nothing");
  await changeOwnPassword.execute(
    { ...as, actor },
    { requestId: requestId(), currentPassword: oneTime, newPassword: password },
  );
  return created.id;
};

/** The first administrator of a city, as `npm run admin` makes him, and his context. */
export const appointAdministrator = async (system: System, city: TestCity, mail: string) => {
  const as: Context = {
    ...system,
    actor: { kind: "worker", municipalityId: city.id, job: administrationJob },
  };
  const userId = await registerUser(as, { portal: "staff", mail, departmentId: city.departmentId });
  await giveRole(as, userId, "platformAdministrator");
  const { actor } = await enter(system, { portal: "staff", mail });
  return { userId, mail, context: { ...system, actor } satisfies Context };
};

/** Gives a role over the city from the first of April 2026 on. */
export const giveRole = (as: Context, userId: string, code: StaffActor["roles"][number]["code"]) =>
  assignRole.execute(as, {
    requestId: requestId(),
    userId,
    code,
    scopeKind: "municipality",
    scopeId: null,
    sinceOn: "2026-04-01",
    untilOn: null,
  });

/** Signs in and gives token and actor. */
export const enter = async (
  system: System,
  who: { readonly portal: "staff" | "partner"; readonly mail: string },
): Promise<{ token: string; actor: StaffActor | PartnerActor }> => {
  const { sessionToken: token } = await signIn(system, { ...who, password, clientAddress: "198.51.100.7" });
  const actor = await resolveActor(system, { portal: who.portal, sessionToken: token });
  if (!actor || token === null) throw new Error("nobody is signed in");
  return { token, actor };
};

/** Kind and reason of a refusal, or "done". */
export const answerOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
    return "done";
  } catch (error) {
    if (error instanceof DomainError) return `${error.kind} ${error.reason}`;
    throw error;
  }
};

export const unknownId = <Name extends string>() => asId<Name>(newId());
