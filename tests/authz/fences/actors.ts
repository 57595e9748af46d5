import type postgres from "postgres";
import { clock, type City, type UserName } from "./scenario.ts";

export type RawActor = {
  readonly label: string;
  readonly role: string;
  readonly municipalityId: string;
  readonly userId: string;
  readonly organizationId: string;
};

const makers = (home: City) => {
  const staff = (name: UserName, label: string): RawActor => ({
    label,
    role: "tsunagari_staff",
    municipalityId: home.municipalityId,
    userId: home.users[name],
    organizationId: "",
  });
  const partner = (name: UserName, label: string, organizationId: string): RawActor => ({
    ...staff(name, label),
    role: "tsunagari_partner",
    organizationId,
  });
  return { staff, partner };
};

/** Those without a person behind them. */
const nobodies = (home: City): readonly RawActor[] => {
  const of = (label: string, role: string, municipalityId: string): RawActor => ({
    label,
    role,
    municipalityId,
    userId: "",
    organizationId: "",
  });
  return [
    of("visitor of the public site", "tsunagari_public", home.municipalityId),
    of("staff role without an actor", "tsunagari_staff", ""),
    of("partner role without an actor", "tsunagari_partner", ""),
    of("look-up role before sign-in", "tsunagari_auth", home.municipalityId),
  ];
};

/** Everybody who could ask, as the program would set them for the database. */
export const actorsOf = (home: City, abroad: City): readonly RawActor[] => {
  const { staff, partner } = makers(home);
  return [
    staff("assigned", "assigned coordinator"),
    staff("unassigned", "unassigned coordinator"),
    staff("formerlyAssigned", "coordinator whose assignment ended today"),
    staff("roleEnded", "assigned, but the role ended today"),
    staff("deactivated", "assigned, but deactivated"),
    staff("supervisor", "supervisor of the assignee's department"),
    staff("otherSupervisor", "supervisor of another department"),
    staff("administrator", "platform administrator"),
    staff("auditor", "auditor in the staff role"),
    partner("receiver", "receiver of the receiving organization", home.receiving),
    partner("owner", "owner without the receiver's role", home.receiving),
    partner("otherReceiver", "receiver of another organization", home.other),
    partner("otherReceiver", "receiver of another organization claiming the receiving one", home.receiving),
    {
      ...staff("assigned", "coordinator of another city"),
      municipalityId: abroad.municipalityId,
      userId: abroad.users.assigned,
    },
    { ...staff("assigned", "home coordinator's id under another city"), municipalityId: abroad.municipalityId },
    {
      ...partner("receiver", "receiver of another city", abroad.receiving),
      municipalityId: abroad.municipalityId,
      userId: abroad.users.receiver,
    },
    ...nobodies(home),
  ];
};

/** Runs statements as the actor, under the program's login, in a transaction that is rolled back. */
export const asActor = async <T>(
  login: postgres.Sql,
  actor: RawActor,
  work: (tx: postgres.TransactionSql) => Promise<T>,
): Promise<T> => {
  const rollback = new Error("rolled back on purpose");
  let value: { readonly of: T } | null = null;
  try {
    await login.begin(async (tx) => {
      await tx`select set_config('role', ${actor.role}, true), set_config('app.municipality_id', ${actor.municipalityId}, true),
        set_config('app.user_id', ${actor.userId}, true), set_config('app.organization_id', ${actor.organizationId}, true),
        set_config('app.clock', ${clock}, true)`;
      value = { of: await work(tx) };
      throw rollback;
    });
  } catch (error) {
    if (error !== rollback) throw error;
  }
  if (value === null) throw new Error("the work did not end");
  return (value as { readonly of: T }).of;
};
