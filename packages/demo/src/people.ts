import { asId, type Actor, type RoleInForce } from "@tsunagari/domain";
import { administrationJob } from "@tsunagari/domain/identity";
import { assignRole, changeOwnPassword, createUser, issuePassword, listUsers } from "@tsunagari/services/identity";
import { newId, type Context } from "@tsunagari/services/kernel";
import { clockAt } from "./moment.ts";
import { firstDayOf } from "./municipality.ts";
import type { Persona, PersonaRole } from "./people-file.ts";
import { as, departmentIdOf, idOf, note, ownerOf, requestOf, type Seeding } from "./seeding.ts";
import { demoPassword } from "./sign-ins.ts";

/** Who administers the city; every city of the demo has one. */
export const administrator = "kanri";

const machine = ({ system, municipalityId }: Seeding, clock: string): Context => ({
  ...system,
  clock,
  actor: { kind: "worker", municipalityId, job: administrationJob },
});

type Account = { readonly id: string; readonly version: number; readonly mustChangePassword: boolean };

/** The accounts that stand already, by mail: none, unless an earlier seeding was broken off. */
const findAccount = async (seeding: Seeding, mail: string): Promise<Account | undefined> => {
  const context = machine(seeding, clockAt(seeding.day, "08:00"));
  for (let page = 1; ; page += 1) {
    const { users, total } = await listUsers.execute(context, { page, pageSize: 100 });
    const found = users.find((user) => user.mail === mail);
    if (found || page * 100 >= total) return found;
  }
};

const scopeIdOf = (seeding: Seeding, { scopeKind, scope }: PersonaRole): string | null => {
  if (scope === null) return null;
  return scopeKind === "department" ? departmentIdOf(seeding, scope) : idOf(seeding, "organization", scope);
};

const rolesOf = (seeding: Seeding, persona: Persona): RoleInForce[] =>
  persona.roles.map((role) => {
    const scopeId = scopeIdOf(seeding, role);
    return { code: role.code, scopeKind: role.scopeKind, scopeId: scopeId === null ? null : asId<"scope">(scopeId) };
  });

const actorOf = (seeding: Seeding, persona: Persona, id: string): Actor => {
  const base = {
    municipalityId: seeding.municipalityId,
    userId: asId<"user">(id),
    roles: rolesOf(seeding, persona),
    assurance: 1,
    // The seeding acts in the persona's place on many days; nobody is there to be asked who he is.
    freshUntil: new Date("2100-01-01T00:00:00Z"),
  } as const;
  if (persona.portal === "staff") {
    const departmentId = persona.department === null ? null : departmentIdOf(seeding, persona.department);
    return { kind: "staff", ...base, departmentId };
  }
  const organizationId =
    persona.organization === null ? null : asId<"organization">(idOf(seeding, "organization", persona.organization));
  return { kind: "partner", ...base, organizationId };
};

/** Registers the account and gives its roles; the one-time password, or null where the account stood already. */
const register = async (seeding: Seeding, persona: Persona, context: Context): Promise<string | null> => {
  const created = await createUser.execute(context, {
    requestId: requestOf(seeding, "user", persona.code),
    portal: persona.portal,
    name: persona.name,
    mail: persona.mail,
    departmentId: persona.department === null ? null : departmentIdOf(seeding, persona.department),
    organizationId: persona.organization === null ? null : idOf(seeding, "organization", persona.organization),
  });
  note(seeding, "user", { code: persona.code, id: created.id });
  for (const role of persona.roles) {
    await assignRole.execute(context, {
      requestId: requestOf(seeding, "role", persona.code, role.code),
      userId: created.id,
      code: role.code,
      scopeKind: role.scopeKind,
      scopeId: scopeIdOf(seeding, role),
      sinceOn: firstDayOf(seeding.data),
      untilOn: null,
    });
  }
  seeding.actors.set(persona.code, actorOf(seeding, persona, created.id));
  return created.oneTimePassword;
};

const takePassword = async (seeding: Seeding, persona: Persona, given: string | null): Promise<void> => {
  const clock = clockAt(firstDayOf(seeding.data), "09:00");
  let oneTime = given;
  if (oneTime === null) {
    const account = await findAccount(seeding, persona.mail);
    if (!account?.mustChangePassword) return;
    const context = persona.code === administrator ? machine(seeding, clock) : as(seeding, administrator, clock);
    const wish = { requestId: newId<"request">(), userId: account.id, version: account.version };
    oneTime = (await issuePassword.execute(context, wish)).oneTimePassword;
  }
  await changeOwnPassword.execute(as(seeding, persona.code, clock), {
    requestId: newId<"request">(),
    currentPassword: oneTime ?? "",
    newPassword: demoPassword,
  });
};

/** Somebody who signs in to the demo with its password. */
export const seedPersona = async (seeding: Seeding, persona: Persona): Promise<void> => {
  const clock = clockAt(firstDayOf(seeding.data), "09:00");
  const isFirst = persona.code === administrator;
  const context = isFirst ? machine(seeding, clock) : as(seeding, administrator, clock);
  await takePassword(seeding, persona, await register(seeding, persona, context));
  const owned = persona.roles.find((role) => role.code === "owner")?.scope;
  const actor = seeding.actors.get(persona.code);
  if (owned && actor) seeding.actors.set(ownerOf(owned), actor);
};

/** The owner of an organization that no persona stands for: an account nobody has the password of. */
export const seedOwner = async (
  seeding: Seeding,
  organization: string,
  owner: { readonly name: string; readonly mail: string },
): Promise<void> => {
  const code = ownerOf(organization);
  await register(
    seeding,
    {
      code,
      portal: "partner",
      label: "",
      ...owner,
      department: null,
      organization,
      roles: [{ code: "owner", scopeKind: "organization", scope: organization }],
      note: "",
    },
    as(seeding, administrator, clockAt(firstDayOf(seeding.data), "09:00")),
  );
};
