/*
 * Administration from the machine that runs the program, behind `npm run admin`: the first administrator of a city,
 * and the way back in when the last one is locked out. It acts as the worker's job `administration` and is audited so.
 */
import { and, eq } from "@tsunagari/db";
import { userAccount } from "@tsunagari/db/schema";
import { administrationJob, type Portal } from "@tsunagari/domain/identity";
import { demandFound, fail, inTransaction, newId, readClock, type Context, type System } from "../../kernel/index.ts";
import { findCity } from "../../municipality/index.ts";
import { assignRole } from "./assign-role.ts";
import { createUser } from "./create-user.ts";
import { deactivateUser } from "./deactivate-user.ts";
import { issuePassword } from "./issue-password.ts";
import { listUsers } from "./list-users.ts";
import { resetSecondFactors } from "../second-factor/reset-second-factors.ts";

const asMachine = async (system: System, citySlug: string): Promise<Context> => {
  const city = demandFound(await findCity(system, citySlug));
  return { ...system, actor: { kind: "worker", municipalityId: city.id, job: administrationJob } };
};

type NamedAccount = { readonly city: string; readonly mail: string };

const findStaff = async (context: Context, mail: string): Promise<{ userId: string; version: number }> => {
  const staff: Portal = "staff";
  const [row] = await inTransaction(context, (tx) =>
    tx
      .select({ userId: userAccount.id, version: userAccount.version })
      .from(userAccount)
      .where(
        and(
          eq(userAccount.municipalityId, context.actor.municipalityId ?? ""),
          eq(userAccount.kind, staff),
          eq(userAccount.mailHmac, context.keys.mailHmac(mail)),
        ),
      ),
  );
  return row ?? fail("not_found", "kernel.not_found");
};

/** Makes an administrator of a city and gives the one-time password. `city` is its slug. */
export const appointAdministrator = async (
  system: System,
  person: NamedAccount & { readonly name: string },
): Promise<{ readonly userId: string; readonly oneTimePassword: string }> => {
  const context = await asMachine(system, person.city);
  const { today } = await inTransaction(context, readClock);
  const created = await createUser.execute(context, {
    requestId: newId<"request">(),
    portal: "staff",
    name: person.name,
    mail: person.mail,
    departmentId: null,
    organizationId: null,
  });
  await assignRole.execute(context, {
    requestId: newId<"request">(),
    userId: created.id,
    code: "platformAdministrator",
    scopeKind: "municipality",
    scopeId: null,
    sinceOn: today,
    untilOn: null,
  });
  return { userId: created.id, oneTimePassword: created.oneTimePassword ?? "" };
};

/** The city's staff who may administer today, whether their account is open or not. */
export const listAdministrators = async (system: System, citySlug: string) => {
  const context = await asMachine(system, citySlug);
  const administrators = [];
  for (let page = 1; ; page += 1) {
    const { users, total } = await listUsers.execute(context, { portal: "staff", page, pageSize: 100 });
    administrators.push(
      ...users.filter((user) => user.roles.some((role) => role.code === "platformAdministrator" && role.isInForce)),
    );
    if (page * 100 >= total) return administrators.map(({ name, mail, status }) => ({ name, mail, status }));
  }
};

/** Stops a staff account at once. */
export const deactivateStaff = async (system: System, { city, mail }: NamedAccount): Promise<void> => {
  const context = await asMachine(system, city);
  await deactivateUser.execute(context, { requestId: newId<"request">(), ...(await findStaff(context, mail)) });
};

/** Takes every second factor off a staff account; the way back in where no other administrator is left to do it. */
export const resetStaffSecondFactors = async (system: System, { city, mail }: NamedAccount): Promise<void> => {
  const context = await asMachine(system, city);
  await resetSecondFactors.execute(context, { requestId: newId<"request">(), ...(await findStaff(context, mail)) });
};

/** Gives a staff account a new one-time password. */
export const issueStaffPassword = async (system: System, { city, mail }: NamedAccount): Promise<string> => {
  const context = await asMachine(system, city);
  const target = await findStaff(context, mail);
  const { oneTimePassword } = await issuePassword.execute(context, { requestId: newId<"request">(), ...target });
  return oneTimePassword ?? "";
};
