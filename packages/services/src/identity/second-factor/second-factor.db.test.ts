import { totpCode, useTotp } from "@tsunagari/auth";
import type { PartnerActor, StaffActor } from "@tsunagari/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Context } from "../../kernel/index.ts";
import {
  beginTotp,
  confirmTotp,
  getSecondFactors,
  removeTotp,
  renewRecoveryCodes,
  resetSecondFactors,
  resolveActor,
  signIn,
} from "../index.ts";
import { totpOpener } from "./second-factor-store.ts";
import { origin } from "./test-authenticator.ts";
import {
  answerOf,
  appointAdministrator,
  enter,
  foundTestCity,
  morning,
  password,
  registerUser,
  requestId,
  secondsAfter,
} from "../test-city.ts";
import { codeAt, door, openFactorWorld } from "./test-factors.ts";

let world: Awaited<ReturnType<typeof openFactorWorld>>;

beforeAll(async () => {
  world = await openFactorWorld();
});
afterAll(() => world.close());

const later = secondsAfter(60);

const actorOf = async (token: string | null): Promise<StaffActor | PartnerActor | null> =>
  resolveActor(world.system, { portal: "staff", sessionToken: token });

describe("an authenticator app", () => {
  it("counts once a first code has confirmed it; every other session ends, and the owner is told", async () => {
    const mail = "begins@example.jp";
    const userId = await registerUser(world.administrator.context, { portal: "staff", mail });
    const { actor, token } = await enter(world.system, { portal: "staff", mail });
    const context = { ...world.system, actor, origin };
    const { begun } = await beginTotp.execute(context, { requestId: requestId() });
    expect(begun?.uri).toContain(`secret=${begun?.secret ?? ""}`);
    // Begun and not confirmed asks for nothing.
    expect(await signIn(world.system, { ...door(), mail, password })).toMatchObject({ secondStep: null });
    const wish = { requestId: requestId(), code: "000000" };
    expect(await answerOf(confirmTotp.execute(context, wish))).toBe("forbidden identity.wrong_second_factor");
    const code = totpCode(begun?.secret ?? "", new Date(morning));
    const done = await confirmTotp.execute(context, { ...wish, code });
    expect(done.recoveryCodes).toHaveLength(10);
    expect(await actorOf(token)).toBeNull();
    expect(await actorOf(done.sessionToken)).toMatchObject({ assurance: 2 });
    expect(await world.mailsTo(userId)).toContain("identity.secondFactorAdded");
    expect(await answerOf(beginTotp.execute(context, { requestId: requestId() }))).toBe(
      "invalid_state identity.factor_exists",
    );
  });

  it("is asked for after the password, and there is no session before it fits", async () => {
    const person = await world.enroll();
    const before = await world.behind`select 1 from auth_session where user_id = ${person.userId}`;
    const { challenge, kinds } = await world.firstStep(person.mail, later);
    expect(kinds).toEqual(["totp", "recovery"]);
    expect(await world.behind`select 1 from auth_session where user_id = ${person.userId}`).toHaveLength(before.length);
    expect(await answerOf(world.show(challenge, { kind: "totp", code: "000000" }, { clock: later }))).toBe(
      "unauthenticated identity.wrong_second_factor",
    );
    const signedIn = await world.show(challenge, codeAt(person, later), { clock: later });
    expect(
      await resolveActor({ ...world.system, clock: later }, { portal: "staff", sessionToken: signedIn.sessionToken }),
    ).toMatchObject({
      userId: person.userId,
      assurance: 2,
    });
  });

  it("opens once with one code, though twenty try at once", async () => {
    const person = await world.enroll();
    const owner = { municipalityId: person.context.actor.municipalityId ?? "", userId: person.userId };
    const system = { ...world.system, clock: later };
    const attempt = {
      owner,
      code: totpCode(person.secret, new Date(later)),
      open: totpOpener(system.keys, owner.municipalityId),
      isConfirmed: true,
    };
    const answers = await Promise.all(Array.from({ length: 20 }, () => useTotp(system, attempt)));
    expect(answers.filter(Boolean)).toHaveLength(1);
    // The code of the step before is spent with it, though its half minute is not over for a slow clock.
    const earlier = totpCode(person.secret, new Date(secondsAfter(30)));
    expect(await useTotp(system, { ...attempt, code: earlier })).toBe(false);
  });

  it("takes its time from the database: a program whose clock is a day off decides the same", async () => {
    const person = await world.enroll();
    const { challenge } = await world.firstStep(person.mail, later);
    const off = Date.now;
    try {
      Date.now = () => off() + 86_400_000;
      expect(await answerOf(world.show(challenge, codeAt(person, secondsAfter(86_400 + 60)), { clock: later }))).toBe(
        "unauthenticated identity.wrong_second_factor",
      );
      expect(await answerOf(world.show(challenge, codeAt(person, later), { clock: later }))).toBe("done");
    } finally {
      Date.now = off;
    }
  });

  it("comes off again, with the recovery codes, and a password is enough", async () => {
    const person = await world.enroll();
    const { sessionToken } = await removeTotp.execute({ ...person.context, origin }, { requestId: requestId() });
    expect(await actorOf(person.token)).toBeNull();
    expect(await actorOf(sessionToken)).toMatchObject({ assurance: 1 });
    expect(await signIn(world.system, { ...door(), mail: person.mail, password })).toMatchObject({ secondStep: null });
    expect(await world.behind`select 1 from recovery_code where user_id = ${person.userId}`).toHaveLength(0);
  });
});

describe("the step between password and second factor", () => {
  it("is taken once, within five minutes, at the door it was begun at", async () => {
    const person = await world.enroll();
    const { challenge } = await world.firstStep(person.mail, later);
    expect(await answerOf(world.show(challenge, codeAt(person, later), { clock: later, portal: "partner" }))).toBe(
      "unauthenticated identity.sign_in_expired",
    );
    const tooLate = secondsAfter(60 + 5 * 60);
    expect(await answerOf(world.show(challenge, codeAt(person, tooLate), { clock: tooLate }))).toBe(
      "unauthenticated identity.sign_in_expired",
    );
    expect(await answerOf(world.show(challenge, codeAt(person, later), { clock: later }))).toBe("done");
    const next = secondsAfter(90);
    expect(await answerOf(world.show(challenge, codeAt(person, next), { clock: next }))).toBe(
      "unauthenticated identity.sign_in_expired",
    );
  });

  it("does not go on after the account was stopped", async () => {
    const person = await world.enroll();
    const { challenge } = await world.firstStep(person.mail, later);
    await world.behind`update user_account set status = 'deactivated' where id = ${person.userId}`;
    expect(await answerOf(world.show(challenge, codeAt(person, later), { clock: later }))).toBe(
      "unauthenticated identity.sign_in_expired",
    );
  });

  it("lets five guesses pass, then asks for ever longer waits, from wherever they come, and never for good", async () => {
    const person = await world.enroll();
    const guess = async (clock: string) => {
      const { challenge } = await world.firstStep(person.mail, clock);
      return answerOf(world.show(challenge, { kind: "totp", code: "000000" }, { clock }));
    };
    const wrong = "unauthenticated identity.wrong_second_factor";
    const wait = "limit identity.too_many_attempts";
    for (let count = 0; count < 5; count += 1) expect(await guess(morning)).toBe(wrong);
    expect(await guess(secondsAfter(59))).toBe(wait);
    expect(await guess(secondsAfter(60))).toBe(wrong);
    expect(await guess(secondsAfter(60 + 119))).toBe(wait);
    expect(await guess(secondsAfter(60 + 120))).toBe(wrong);
    const { challenge } = await world.firstStep(person.mail, secondsAfter(180 + 240));
    const clock = secondsAfter(180 + 240);
    expect(await answerOf(world.show(challenge, codeAt(person, clock), { clock }))).toBe("done");
  });
});

describe("recovery codes", () => {
  it("open once each, however they are written, and the owner is told", async () => {
    const person = await world.enroll();
    const [code = "", other = ""] = person.codes;
    const first = await world.firstStep(person.mail);
    const written = code.toUpperCase().replaceAll("-", " ").replaceAll("0", "O");
    expect(await answerOf(world.show(first.challenge, { kind: "recovery", code: written }))).toBe("done");
    expect(await world.mailsTo(person.userId)).toContain("identity.recoveryCodeUsed");
    const again = await world.firstStep(person.mail);
    expect(await answerOf(world.show(again.challenge, { kind: "recovery", code }))).toBe(
      "unauthenticated identity.wrong_second_factor",
    );
    const steps = await Promise.all(Array.from({ length: 5 }, () => world.firstStep(person.mail)));
    const answers = await Promise.all(
      steps.map(({ challenge }) => answerOf(world.show(challenge, { kind: "recovery", code: other }))),
    );
    expect(answers.filter((answer) => answer === "done")).toHaveLength(1);
    const { recoveryCodesLeft } = await getSecondFactors.execute(person.context, {});
    expect(recoveryCodesLeft).toBe(8);
  });

  it("are worth nothing once a fresh set is made, nor at another's account", async () => {
    const [person, neighbor] = [await world.enroll(), await world.enroll()];
    const fresh = await renewRecoveryCodes.execute(person.context, { requestId: requestId() });
    expect(fresh.recoveryCodes).toHaveLength(10);
    expect(new Set([...fresh.recoveryCodes, ...person.codes]).size).toBe(20);
    for (const code of [person.codes[0] ?? "", neighbor.codes[0] ?? ""]) {
      const { challenge } = await world.firstStep(person.mail);
      expect(await answerOf(world.show(challenge, { kind: "recovery", code }))).toBe(
        "unauthenticated identity.wrong_second_factor",
      );
    }
  });
});

describe("what the database holds", () => {
  it("opens nothing: no secret, no code, no challenge stands in it in clear (threat 13)", async () => {
    const person = await world.enroll();
    const { challenge } = await world.firstStep(person.mail);
    const tables = ["totp_factor", "recovery_code", "auth_challenge", "auth_session", "outbox_mail", "audit_entry"];
    const dumped: string[] = [];
    for (const table of tables) {
      const rows = await world.behind<{ line: string }[]>`select t::text as line from ${world.behind(table)} t`;
      dumped.push(...rows.map(({ line }) => line));
    }
    const text = dumped.join("\n");
    const inHex = (plain: string) => Buffer.from(plain).toString("hex");
    for (const secret of [
      person.secret,
      challenge,
      person.token,
      ...person.codes,
      ...person.codes.map((code) => code.replaceAll("-", "")),
    ]) {
      expect(text).not.toContain(secret);
      expect(text).not.toContain(inHex(secret));
    }
  });
});

describe("who has lost everything", () => {
  const reset = async (as: Context, userId: string) => {
    const [row] = await world.behind<{ version: number }[]>`select version from user_account where id = ${userId}`;
    return answerOf(resetSecondFactors.execute(as, { requestId: requestId(), userId, version: row?.version ?? 0 }));
  };

  it("is helped by another administrator, is told, and is signed out; nobody helps himself", async () => {
    const person = await world.enroll();
    expect(await reset(person.context, person.userId)).toBe("forbidden identity.administrator_only");
    expect(await reset(world.administrator.context, world.administrator.userId)).toBe("forbidden identity.not_oneself");
    expect(await reset(world.administrator.context, person.userId)).toBe("done");
    expect(await actorOf(person.token)).toBeNull();
    expect(await world.mailsTo(person.userId)).toContain("identity.secondFactorReset");
    expect(await signIn(world.system, { ...door(), mail: person.mail, password })).toMatchObject({ secondStep: null });
    expect(await reset(world.administrator.context, person.userId)).toBe("invalid_state identity.no_second_factor");
  });

  it("is nobody of another city", async () => {
    const person = await world.enroll();
    const iruma = await foundTestCity(world.system, "iruma");
    const stranger = await appointAdministrator(world.system, iruma, "admin@iruma.example.jp");
    expect(await reset(stranger.context, person.userId)).toBe("not_found kernel.not_found");
    expect(await world.firstStep(person.mail, later)).toMatchObject({ kinds: ["totp", "recovery"] });
  });
});
