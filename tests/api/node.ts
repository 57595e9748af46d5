import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createApp, createLogger, type PublicSite, type SiteOptions } from "@tsunagari/api";
import { createDatabase } from "@tsunagari/db";
import {
  appointAdministrator,
  changeOwnPassword,
  createUser,
  resolveActor,
  signIn as signInAs,
} from "@tsunagari/services/identity";
import { newId, temporaryKeyRing, type System } from "@tsunagari/services/kernel";
import { foundMunicipality } from "@tsunagari/services/municipality";
import { createTestDatabase } from "@tsunagari/testing";

export const origin = "http://localhost:3000";
export const secureOrigin = "https://tsunagari.example.jp";
/** What no answer and no log line may hold. */
export const canary = "himitsu-canary";

type Portal = "staff" | "partner";

const indexPage = "<!doctype html><title>portal</title>";

const writePortal = async (folder: string): Promise<void> => {
  await mkdir(join(folder, "assets"), { recursive: true });
  await writeFile(join(folder, "index.html"), indexPage);
  await writeFile(join(folder, "assets", "index-AbCd1234.js"), "export {};");
};

const foundCity = async (system: System) =>
  foundMunicipality(system, {
    slug: "kasugai",
    localGovernmentCode: "232068",
    name: "春日井市",
    nameKana: "かすがいし",
  });

const mail = "hanako@example.jp";
const name = `${canary} 花子`;
const staffPassword = "haru no komichi wo aruku";
const clientAddress = "198.51.100.9";

const actorOf = async (system: System, password: string) => {
  const { sessionToken } = await signInAs(system, { portal: "staff", mail, password, clientAddress });
  const actor = await resolveActor(system, { portal: "staff", sessionToken });
  if (actor === null) throw new Error("nobody is signed in");
  return { ...system, actor };
};

/** One mail with an account in each portal, and the passwords. */
const registerUsers = async (system: System): Promise<Record<Portal, string>> => {
  const { oneTimePassword } = await appointAdministrator(system, { city: "kasugai", mail, name });
  await changeOwnPassword.execute(await actorOf(system, oneTimePassword), {
    requestId: newId<"request">(),
    currentPassword: oneTimePassword,
    newPassword: staffPassword,
  });
  const partner = await createUser.execute(await actorOf(system, staffPassword), {
    requestId: newId<"request">(),
    portal: "partner",
    name,
    mail,
    departmentId: null,
    organizationId: null,
  });
  return { staff: staffPassword, partner: partner.oneTimePassword ?? "" };
};

const siteOf = (system: System, folder: string, lines: string[]): SiteOptions => ({
  system,
  logger: createLogger({ write: (line) => void lines.push(line) }),
  roles: ["staff", "partner", "public"],
  origins: [origin],
  trustedProxies: 0,
  defaultCity: null,
  folders: { staff: join(folder, "staff"), partner: join(folder, "partner"), publicAssets: join(folder, "public") },
  publicSite: null,
});

/** A node with a database, one city and one user of each portal. `app` makes the HTTP face, with what differs. */
export const openNode = async () => {
  const folder = await mkdtemp(join(tmpdir(), "tsunagari-api-"));
  await Promise.all([writePortal(join(folder, "staff")), writePortal(join(folder, "partner"))]);
  await mkdir(join(folder, "public", "assets"), { recursive: true });
  await writeFile(join(folder, "public", "assets", "styles-AbCd1234.css"), "body{}");
  const database = await createTestDatabase();
  const db = createDatabase(database.loginUrl, { poolSize: 4 });
  const system: System = { db, keys: temporaryKeyRing(), log: () => undefined };
  const lines: string[] = [];
  await foundCity(system);
  const passwords = await registerUsers(system);
  const app = (different: Partial<SiteOptions> = {}) => createApp({ ...siteOf(system, folder, lines), ...different });
  const close = async () => {
    await db.close();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  };
  return { app, system, lines, passwords, superuserUrl: database.superuserUrl, close };
};

export type Node = Awaited<ReturnType<typeof openNode>>;
export type App = ReturnType<Node["app"]>;

/** A node whose database does not answer. */
export const systemWithoutDatabase = (): System => ({
  db: createDatabase("postgres://tsunagari_login:x@127.0.0.1:1/none", { poolSize: 1 }),
  keys: temporaryKeyRing(),
  log: () => undefined,
});

export const publicSiteOf =
  (body: (site: Parameters<PublicSite>[1]) => Promise<string>): PublicSite =>
  async (_request, site) =>
    new Response(await body(site), { headers: { "Content-Type": "text/html; charset=utf-8" } });

type Call = {
  readonly portal?: Portal;
  readonly procedure?: string;
  readonly input?: unknown;
  readonly cookie?: string;
  readonly from?: string;
  readonly headers?: Record<string, string>;
};

/** Calls a procedure as the portal's own page does. */
export const call = (
  app: App,
  { portal = "staff", procedure = "identity.getMe", input = {}, cookie, from = origin, headers }: Call,
) =>
  app.request(`/api/${portal}/${procedure}`, {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      Origin: from,
      "Sec-Fetch-Site": "same-origin",
      ...(cookie === undefined ? {} : { Cookie: cookie }),
      ...headers,
    },
    body: JSON.stringify(input),
  });

/** Signs in and gives the answer with the cookie as a browser sends it back. */
export const signIn = async (
  app: App,
  node: Node,
  { portal = "staff", from = origin }: { portal?: Portal; from?: string } = {},
) => {
  const input = { mail: "hanako@example.jp", password: node.passwords[portal] };
  const response = await call(app, { portal, procedure: "identity.signIn", input, from });
  const setCookie = response.headers.get("set-cookie") ?? "";
  return { response, setCookie, cookie: setCookie.split(";")[0] ?? "" };
};
