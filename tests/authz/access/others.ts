import type { Actor } from "@tsunagari/domain";
import type { Procedure } from "../endpoints/procedures.ts";
import type { DemoWorld } from "./demo-world.ts";

export type Other = { readonly who: string; readonly actor: Actor };

/** Who is not the right one: of the other city in each portal, an adviser of the same city, a partner of another organization. */
export const othersFor = async (world: DemoWorld, procedure: Procedure, right: Actor): Promise<readonly Other[]> => {
  if (procedure.root === "public") return [];
  const find = async (who: string, statement: string): Promise<Other> => ({
    who,
    actor: await world.actorOf(String(await world.value(statement))),
  });
  const abroad = "(select id from municipality where slug = 'toda')";
  if (procedure.root === "staff") {
    const of = (code: string) =>
      `select user_id from role_assignment where municipality_id = ${abroad} and role_code = '${code}' order by id limit 1`;
    return [
      await find("another city, administrator", of("platformAdministrator")),
      await find("another city, coordinator", of("caseCoordinator")),
      await find(
        "same city, auditor",
        "select user_id from role_assignment where municipality_id = $1 and role_code = 'auditor' order by id limit 1",
      ),
    ];
  }
  const own = right.kind === "partner" ? (right.organizationId ?? "") : "";
  return [
    await find(
      "another city, receiver",
      `select user_id from role_assignment where municipality_id = ${abroad} and role_code = 'referralReceiver' order by id limit 1`,
    ),
    await find(
      "another organization, owner",
      `select user_id from role_assignment where municipality_id = $1 and role_code = 'owner' and scope_id <> '${own}'
         and not exists (select from role_assignment r where r.user_id = role_assignment.user_id and r.scope_id = '${own}') order by id limit 1`,
    ),
  ];
};
