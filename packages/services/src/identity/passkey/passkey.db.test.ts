import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  beginPasskey,
  beginPasskeySignIn,
  getSecondFactors,
  registerPasskey,
  removePasskey,
  renamePasskey,
  resolveActor,
  showSecondFactor,
  signIn,
  signInWithPasskey,
} from "../index.ts";
import { createAuthenticator, origin } from "../second-factor/test-authenticator.ts";
import {
  answerOf,
  appointAdministrator,
  enter,
  foundTestCity,
  openTestSystem,
  password,
  registerUser,
  requestId,
  secondsAfter,
} from "../test-city.ts";

let world: Awaited<ReturnType<typeof openTestSystem>>;
let administrator: Awaited<ReturnType<typeof appointAdministrator>>;

beforeAll(async () => {
  world = await openTestSystem();
  const city = await foundTestCity(world.system, "kasugai");
  administrator = await appointAdministrator(world.system, city, "admin@example.jp");
});
afterAll(() => world.close());

let people = 0;
const somebody = async (portal: "staff" | "partner" = "staff") => {
  people += 1;
  const mail = `passkey${people}@example.jp`;
  const userId = await registerUser(administrator.context, { portal, mail });
  const { actor } = await enter(world.system, { portal, mail });
  return { mail, userId, context: { ...world.system, actor, origin } };
};
type Person = Awaited<ReturnType<typeof somebody>>;

const challengeFor = async ({ context }: Person): Promise<string> => {
  const { options } = await beginPasskey.execute(context, { requestId: requestId() });
  return options?.challenge ?? "";
};

const enroll = async (person: Person) => {
  const authenticator = createAuthenticator();
  const response = authenticator.make(await challengeFor(person));
  const made = await registerPasskey.execute(person.context, {
    requestId: requestId(),
    name: "窓口のパソコン",
    response,
  });
  return { authenticator, made };
};

let address = 0;
const door = (portal: "staff" | "partner" = "staff") => {
  address += 1;
  return { portal, clientAddress: `203.0.${address}.1`, origin } as const;
};
const beginAlone = async (portal: "staff" | "partner" = "staff") => beginPasskeySignIn(world.system, door(portal));
type Response = Parameters<typeof signInWithPasskey>[1]["input"]["response"];
const enterAlone = (response: Response, portal: "staff" | "partner" = "staff", clock?: string) =>
  signInWithPasskey(
    { ...world.system, ...(clock === undefined ? {} : { clock }) },
    { ...door(portal), input: { response } },
  );
const refused = "unauthenticated identity.passkey_not_accepted";

describe("a passkey", () => {
  it("is registered with user verification, under the name its owner gives it, and lets him in alone", async () => {
    const person = await somebody();
    const { options } = await beginPasskey.execute(person.context, { requestId: requestId() });
    expect(options).toMatchObject({
      rp: { id: "tsunagari.example.jp" },
      attestation: "none",
      authenticatorSelection: { residentKey: "required", userVerification: "required" },
    });
    const { authenticator, made } = await enroll(person);
    expect(made.recoveryCodes).toHaveLength(10);
    const portal = { portal: "staff", sessionToken: made.sessionToken } as const;
    expect(await resolveActor(world.system, portal)).toMatchObject({ assurance: 2 });
    const { passkeys } = await getSecondFactors.execute(person.context, {});
    expect(passkeys).toMatchObject([{ name: "窓口のパソコン", host: "tsunagari.example.jp", isBackedUp: false }]);
    const { challenge } = await beginAlone();
    const signedIn = await enterAlone(authenticator.show(challenge));
    expect(signedIn).toMatchObject({ userId: person.userId, citySlug: "kasugai" });
  });

  it("is asked for after the password too, and no other's will do", async () => {
    const [person, other] = [await somebody(), await somebody()];
    const [mine, his] = [await enroll(person), await enroll(other)];
    const begin = async () => {
      const { secondStep } = await signIn(world.system, { ...door(), mail: person.mail, password });
      return secondStep?.passkeyOptions?.challenge ?? "";
    };
    const show = (challenge: string, response: Response) =>
      answerOf(
        showSecondFactor(world.system, { ...door(), input: { challenge, answer: { kind: "passkey", response } } }),
      );
    const first = await begin();
    expect(await show(first, his.authenticator.show(first))).toBe(refused);
    const second = await begin();
    expect(await show(second, mine.authenticator.show(second))).toBe("done");
  });

  it("is refused alike: unknown, of the other portal, on another page, unverified, replayed, too late, or copied", async () => {
    const person = await somebody();
    const { authenticator } = await enroll(person);
    const partner = await enroll(await somebody("partner"));
    const challenge = async (portal: "staff" | "partner" = "staff") => (await beginAlone(portal)).challenge;
    const answers = [
      await answerOf(enterAlone(createAuthenticator().show(await challenge()))),
      await answerOf(enterAlone(partner.authenticator.show(await challenge()))),
      await answerOf(enterAlone(authenticator.show(await challenge("partner")))),
      await answerOf(enterAlone(authenticator.show(await challenge(), { from: "https://tsunagari.example.com" }))),
      await answerOf(enterAlone(authenticator.show(await challenge(), { flags: 0x01 }))),
      await answerOf(enterAlone(authenticator.show("A".repeat(43)))),
      await answerOf(enterAlone(authenticator.show(await challenge()), "staff", secondsAfter(5 * 60))),
      await answerOf(enterAlone({ ...authenticator.show(await challenge()), id: "AAAA", rawId: "AAAA" })),
    ];
    expect(new Set(answers)).toEqual(new Set([refused]));
    const good = authenticator.show(await challenge(), { counted: 100 });
    const race = await Promise.all([1, 2, 3].map(() => answerOf(enterAlone(good))));
    expect(race.filter((answer) => answer === "done")).toHaveLength(1);
    const copied = authenticator.show(await challenge(), { counted: 99 });
    expect(await answerOf(enterAlone(copied))).toBe(refused);
  });

  it("is asked for without naming any, so nobody learns who has one (threat 18)", async () => {
    const options = await beginAlone();
    expect(options.allowCredentials ?? []).toEqual([]);
    expect(Object.keys(options).toSorted()).toEqual(Object.keys(await beginAlone("partner")).toSorted());
  });

  it("is not made from an answer to another's challenge, nor twice from one, nor for a bare address", async () => {
    const [person, other] = [await somebody(), await somebody()];
    const register = (of: Person, response: ReturnType<ReturnType<typeof createAuthenticator>["make"]>) =>
      answerOf(registerPasskey.execute(of.context, { requestId: requestId(), name: "x", response }));
    const forged = createAuthenticator().make(await challengeFor(other));
    expect(await register(person, forged)).toBe("forbidden identity.passkey_not_accepted");
    const genuine = createAuthenticator().make(await challengeFor(person));
    expect(await register(person, genuine)).toBe("done");
    expect(await register(person, genuine)).toBe("forbidden identity.passkey_not_accepted");
    const onAddress = { ...person.context, origin: "http://127.0.0.1:3000" };
    expect(await answerOf(beginPasskey.execute(onAddress, { requestId: requestId() }))).toBe(
      "invalid_state identity.passkeys_not_here",
    );
  });

  it("is given another name by its owner only, one that tells it from his others, and nobody is signed out", async () => {
    const [person, other] = [await somebody(), await somebody()];
    const { made } = await enroll(person);
    const response = createAuthenticator().make(await challengeFor(person));
    const second = await registerPasskey.execute(person.context, { requestId: requestId(), name: "自宅", response });
    const rename = (by: Person, name: string) =>
      answerOf(renamePasskey.execute(by.context, { requestId: requestId(), passkeyId: made.id, name }));
    expect(await rename(other, "盗んだもの")).toBe("not_found kernel.not_found");
    expect(await rename(person, "　")).toBe("invalid_input kernel.invalid_input");
    expect(await rename(person, "あ".repeat(41))).toBe("invalid_input kernel.invalid_input");
    expect(await rename(person, "自宅")).toBe("conflict identity.passkey_name_taken");
    expect(await rename(person, "窓口のパソコン")).toBe("done");
    expect(await rename(person, " 二階の窓口 ")).toBe("done");
    const { passkeys } = await getSecondFactors.execute(person.context, {});
    expect(passkeys.map(({ name }) => name)).toEqual(["二階の窓口", "自宅"]);
    const shown = { portal: "staff", sessionToken: second.sessionToken } as const;
    expect(await resolveActor(world.system, shown)).not.toBeNull();
    const [entry] = await world.behind`select count(*)::int as n from audit_entry
      where action = 'identity.renamePasskey' and kind = 'command' and user_id = ${person.userId}`;
    expect(entry?.["n"]).toBe(2);
  });

  it("is removed by its owner only, and opens nothing afterwards", async () => {
    const [person, other] = [await somebody(), await somebody()];
    const { authenticator, made } = await enroll(person);
    const remove = (by: Person) => removePasskey.execute(by.context, { requestId: requestId(), passkeyId: made.id });
    expect(await answerOf(remove(other))).toBe("not_found kernel.not_found");
    expect(await answerOf(remove(person))).toBe("done");
    expect(await answerOf(enterAlone(authenticator.show((await beginAlone()).challenge)))).toBe(refused);
  });
});
