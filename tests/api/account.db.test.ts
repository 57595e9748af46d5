import {
  appointAdministrator,
  assignRole,
  changeOwnPassword,
  resolveActor,
  signIn as signInAs,
} from "@tsunagari/services/identity";
import { newId } from "@tsunagari/services/kernel";
import { afterAll, beforeAll, expect, test } from "vitest";
import { call, canary, openNode, signIn, type App, type Node } from "./node.ts";

let node: Node;
let app: App;
beforeAll(async () => {
  node = await openNode();
  app = node.app();
});
afterAll(() => node.close());

const shape = async (response: Response) => ({
  status: response.status,
  headers: [...response.headers]
    .filter(([name]) => name !== "x-request-id")
    .map(([name, value]) => `${name}: ${value}`)
    .toSorted(),
  body: await response.text(),
});

test("asking for a new password answers byte for byte the same for an account and for none (threat 18)", async () => {
  const ask = (mail: string) => call(app, { procedure: "identity.requestPasswordReset", input: { mail } });
  const known = await shape(await ask("hanako@example.jp"));
  expect(known.status).toBe(200);
  expect(await shape(await ask("nobody@example.jp"))).toEqual(known);
});

test("a link that opens nothing says so, and neither answer nor log holds its token", async () => {
  const token = `${canary}${"a".repeat(43 - canary.length)}`;
  for (const procedure of ["identity.openAccountLink", "identity.useAccountLink"]) {
    const input = { token, ...(procedure.endsWith("useAccountLink") ? { newPassword: "natsu no umi de oyogu" } : {}) };
    const response = await call(app, { procedure, input });
    expect(response.status).toBe(412);
    expect(await response.text()).not.toContain(canary);
  }
  expect(node.lines.join("")).not.toContain(canary);
});

test("the list of one's own sessions marks this one, and the others can be ended", async () => {
  const [there, here] = [await signIn(app, node), await signIn(app, node)];
  const listed = await (await call(app, { procedure: "identity.listOwnSessions", cookie: here.cookie })).text();
  expect(listed.match(/"isCurrent":true/gu)).toHaveLength(1);
  const requestId = "01a1fd33-aae5-70f7-bb8c-cb9a974a01a5";
  const ended = await call(app, { procedure: "identity.endOtherSessions", input: { requestId }, cookie: here.cookie });
  expect(ended.status).toBe(200);
  expect((await call(app, { cookie: there.cookie })).status).toBe(401);
  expect((await call(app, { cookie: here.cookie })).status).toBe(200);
});

test("when rights change, the next answer brings another cookie, which is the one that goes on", async () => {
  const { cookie } = await signIn(app, node);
  expect((await call(app, { cookie })).headers.get("set-cookie")).toBeNull();
  // Nobody gives himself rights: a second administrator gives them to the first.
  const clientAddress = "198.51.100.44";
  const mail = "other@example.jp";
  const { oneTimePassword } = await appointAdministrator(node.system, { city: "kasugai", mail, name: "other" });
  const asOther = async (password: string) => {
    const { sessionToken } = await signInAs(node.system, { portal: "staff", mail, password, clientAddress });
    const actor = await resolveActor(node.system, { portal: "staff", sessionToken });
    if (actor === null) throw new Error("nobody is signed in");
    return { ...node.system, actor };
  };
  const own = "fuyu no hoshi wo miru";
  await changeOwnPassword.execute(await asOther(oneTimePassword), {
    requestId: newId<"request">(),
    currentPassword: oneTimePassword,
    newPassword: own,
  });
  const me = (await (await call(app, { cookie })).json()) as { result: { data: { id: string } } };
  await assignRole.execute(await asOther(own), {
    requestId: newId<"request">(),
    userId: me.result.data.id,
    code: "adviser",
    scopeKind: "municipality",
    scopeId: null,
    sinceOn: "2026-04-01",
    untilOn: null,
  });
  const answer = await call(app, { cookie });
  const fresh = (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  expect(answer.status).toBe(200);
  expect(fresh).toMatch(/^staff=[a-z2-7]{40}$/u);
  expect(fresh).not.toBe(cookie);
  const next = await call(app, { cookie: fresh });
  expect(next.status).toBe(200);
  expect(next.headers.get("set-cookie")).toBeNull();
});
