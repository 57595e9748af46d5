/* Threats 1 and 2 over HTTP: what is another's, and what has ended, does not cross the wire in any way of asking. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { withdrawConsent } from "../../packages/services/src/consent/index.ts";
import { requestId, sentFor, acceptedFor, takeInWithConsent } from "../../packages/services/src/referral/test-world.ts";
import { asId } from "@tsunagari/domain";
import { call } from "./node.ts";
import { openReferralStage, type ReferralStage } from "./referral-stage.ts";

let stage: ReferralStage;
beforeAll(async () => {
  stage = await openReferralStage();
});
afterAll(() => stage.world.close());

type Procedure = { readonly procedure: string; readonly input: unknown };

/** Several procedures in one request, as the portals' client sends them. */
const batch = (cookie: string, portal: "staff" | "partner", calls: readonly Procedure[]) =>
  call(stage.app, {
    portal,
    procedure: `${calls.map(({ procedure }) => procedure).join(",")}?batch=1`,
    input: Object.fromEntries(calls.map(({ input }, index) => [index, input])),
    cookie,
  });

const words = /花子|かくう|はなさん|料理|静かな席|0568-00-0001/u;

describe("another organization's referral", () => {
  test("is not found in a batch with one's own, and the batch tells nothing of it", async () => {
    const person = await takeInWithConsent(stage.world);
    const id = await sentFor(stage.world, person);
    const own = await batch(stage.cookies.receiver, "partner", [
      { procedure: "referral.get", input: { referralId: id } },
    ]);
    expect(await own.text()).toContain(id);
    const response = await batch(stage.cookies.neighbor, "partner", [
      { procedure: "identity.getMe", input: {} },
      { procedure: "referral.get", input: { referralId: id } },
      { procedure: "referral.listInbox", input: {} },
      { procedure: "referral.listHistory", input: { pageSize: 100 } },
    ]);
    const answers = (await response.clone().json()) as readonly {
      result?: unknown;
      error?: { data: { kind: string } };
    }[];
    expect(answers.map((answer) => answer.error?.data.kind ?? "done")).toEqual(["done", "not_found", "done", "done"]);
    const text = await response.text();
    for (const foreign of [id, person.personId, person.caseId, person.grantId, stage.world.activityId])
      expect(text).not.toContain(foreign);
    expect(text).not.toMatch(words);
  });

  test.each([
    ["referral.listInbox", [{}, { status: "sent" }, { pageSize: 1 }, { page: 2, pageSize: 1 }, { pageSize: 100 }]],
    ["referral.listHistory", [{}, { status: "withdrawn" }, { page: 2 }]],
    ["notice.list", [{}]],
    ["notice.countUnread", [{}]],
  ] as const)("changes no byte of %s, whatever is filtered, counted or turned to", async (procedure, inputs) => {
    const ask = () =>
      Promise.all(
        inputs.map(async (input) =>
          (await call(stage.app, { portal: "partner", procedure, input, cookie: stage.cookies.neighbor })).text(),
        ),
      );
    const before = await ask();
    await sentFor(stage.world, await takeInWithConsent(stage.world));
    expect(await ask()).toEqual(before);
  });

  test("looks like one that never was: the same answer but for the number of the request", async () => {
    const id = await sentFor(stage.world, await takeInWithConsent(stage.world));
    const answerTo = async (referralId: string) => {
      const response = await call(stage.app, {
        portal: "partner",
        procedure: "referral.get",
        input: { referralId },
        cookie: stage.cookies.neighbor,
      });
      return [response.status, (await response.text()).replace(/"requestId":"[^"]+"/u, "")];
    };
    expect(await answerTo(id)).toEqual(await answerTo("01890a5d-ac96-774b-bcce-b302099a8057"));
  });

  test("and another city's case change no byte of the lists and counts of staff", async () => {
    const ask = () =>
      Promise.all(
        (
          [
            ["case.list", {}],
            ["case.list", { keyword: "花子" }],
            ["referral.list", {}],
            ["notice.list", {}],
          ] as const
        ).map(async ([procedure, input]) =>
          (await call(stage.app, { procedure, input, cookie: stage.cookies.stranger })).text(),
        ),
      );
    const strip = (texts: readonly string[]) => texts.map((text) => text.replaceAll(/"requestId":"[^"]+"/gu, ""));
    const before = strip(await ask());
    await sentFor(stage.world, await takeInWithConsent(stage.world));
    expect(strip(await ask())).toEqual(before);
  });
});

describe("a withdrawn consent", () => {
  test("closes the open session's very next request, of which nothing is stored anywhere", async () => {
    const { world, app, cookies } = stage;
    const person = await takeInWithConsent(world);
    const id = await acceptedFor(world, person);
    const read = () =>
      call(app, { portal: "partner", procedure: "referral.get", input: { referralId: id }, cookie: cookies.receiver });
    const open = await read();
    expect(open.headers.get("cache-control")).toBe("no-store");
    expect(open.headers.get("etag")).toBeNull();
    expect(await open.text()).toMatch(words);
    const grantId = asId<"consentGrant">(person.grantId);
    await withdrawConsent.execute(world.people.coordinator, { requestId: requestId(), grantId });
    const closed = await read();
    expect(closed.headers.get("cache-control")).toBe("no-store");
    expect(await closed.text()).not.toMatch(words);
    const lists = await batch(cookies.receiver, "partner", [
      { procedure: "referral.listInbox", input: { pageSize: 100 } },
      { procedure: "referral.listHistory", input: { pageSize: 100 } },
    ]);
    expect(await lists.text()).not.toMatch(words);
  });
});
