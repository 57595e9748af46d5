import { totpCode } from "@tsunagari/auth";
import type { Context } from "../../kernel/index.ts";
import { beginTotp, confirmTotp, showSecondFactor, signIn } from "../index.ts";
import { origin } from "./test-authenticator.ts";
import {
  appointAdministrator,
  enter,
  foundTestCity,
  morning,
  openTestSystem,
  password,
  registerUser,
  requestId,
} from "../test-city.ts";

export type Enrolled = {
  readonly mail: string;
  readonly userId: string;
  readonly secret: string;
  readonly codes: readonly string[];
  readonly context: Context;
  readonly token: string;
};
export type Answer = Parameters<typeof showSecondFactor>[1]["input"]["answer"];

let address = 0;
/** A door that nobody has knocked at yet. */
export const door = (portal: "staff" | "partner" = "staff") => {
  address += 1;
  return { portal, clientAddress: `203.0.${address}.1`, origin } as const;
};

/** What the person's app shows at a moment. */
export const codeAt = ({ secret }: Enrolled, clock: string): Answer => ({
  kind: "totp",
  code: totpCode(secret, new Date(clock)),
});

/** A city, its administrator, and people with an authenticator app. */
export const openFactorWorld = async () => {
  const world = await openTestSystem();
  const city = await foundTestCity(world.system, "kasugai");
  const administrator = await appointAdministrator(world.system, city, "admin@example.jp");
  let people = 0;
  return {
    ...world,
    administrator,
    /** Somebody whose first code was that of the morning. */
    enroll: async (): Promise<Enrolled> => {
      people += 1;
      const mail = `factor${people}@example.jp`;
      const userId = await registerUser(administrator.context, { portal: "staff", mail });
      const { actor } = await enter(world.system, { portal: "staff", mail });
      const context = { ...world.system, actor, origin };
      const { begun } = await beginTotp.execute(context, { requestId: requestId() });
      const secret = begun?.secret ?? "";
      const code = totpCode(secret, new Date(morning));
      const done = await confirmTotp.execute(context, { requestId: requestId(), code });
      return { mail, userId, secret, codes: done.recoveryCodes, context, token: done.sessionToken ?? "" };
    },
    firstStep: async (mail: string, clock = morning) => {
      const { secondStep } = await signIn({ ...world.system, clock }, { ...door(), mail, password });
      if (secondStep === null) throw new Error("no second step was asked for");
      return secondStep;
    },
    show: (challenge: string, answer: Answer, { clock = morning, portal = "staff" as "staff" | "partner" } = {}) =>
      showSecondFactor({ ...world.system, clock }, { ...door(portal), input: { challenge, answer } }),
    mailsTo: async (userId: string): Promise<string[]> => {
      const rows = await world.behind<{ template: string }[]>`
        select template from outbox_mail where user_id = ${userId} order by queued_at, id`;
      return rows.map(({ template }) => template);
    },
  };
};
