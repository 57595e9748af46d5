import { execFileSync, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, request, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { freePort } from "@tsunagari/db/embedded";
import { describe, expect, test } from "vitest";
import { allDirectives, named, readNginx, routeOf } from "./nginx-file.ts";

const path = fileURLToPath(new URL("nginx.conf", import.meta.url));
const text = await readFile(path, "utf8");
const file = readNginx(text);
const hosts = {
  staff: "staff.tsunagari.example.jp",
  partner: "partner.tsunagari.example.jp",
  public: "tsunagari.example.jp",
} as const;
type Face = keyof typeof hosts;

/** Hostname, path, and what answers: a face of the program, or the proxy with a status. */
const routes: readonly (readonly [Face, string, string])[] = [
  ["staff", "/", "308 /staff/"],
  ["staff", "/staff", "308 /staff/"],
  ["staff", "/staff/cases/1", "staff"],
  ["staff", "/staff/assets/index-AbCd1234.js", "staff"],
  ["staff", "/api/staff/identity.getMe", "staff"],
  ["staff", "/assets/error-page.css", "staff"],
  ["staff", "/assets/other.css", "404"],
  ["staff", "/partner/", "404"],
  ["staff", "/api/partner/identity.getMe", "404"],
  ["staff", "/api/public/activity.search", "404"],
  ["staff", "/kasugai", "404"],
  ["staff", "/staffing/", "404"],
  ["staff", "/healthz", "404"],
  ["staff", "/readyz", "404"],
  ["staff", "/metrics", "404"],
  ["partner", "/", "308 /partner/"],
  ["partner", "/partner/referrals/1", "partner"],
  ["partner", "/api/partner/identity.getMe", "partner"],
  ["partner", "/assets/error-page.css", "partner"],
  ["partner", "/staff/", "404"],
  ["partner", "/api/staff/identity.getMe", "404"],
  ["partner", "/kasugai", "404"],
  ["partner", "/metrics", "404"],
  ["public", "/", "public"],
  ["public", "/kasugai/activities", "public"],
  ["public", "/assets/styles-AbCd1234.css", "public"],
  ["public", "/api/public/activity.search", "public"],
  ["public", "/staffordshire", "public"],
  ["public", "/staff", "404"],
  ["public", "/staff/", "404"],
  ["public", "/partner/x", "404"],
  ["public", "/api/staff/identity.getMe", "404"],
  ["public", "/api/partner/identity.getMe", "404"],
  ["public", "/healthz", "404"],
  ["public", "/readyz", "404"],
  ["public", "/metrics", "404"],
];

describe("the proxy's file", () => {
  test.each(routes)("on the hostname for %s, %s leads to %s", (face, address, expected) => {
    expect(routeOf(file, hosts[face], address)).toBe(expected);
  });

  test("is read strictly: what does not belong is refused", () => {
    expect(() => readNginx("server { listen 80 }")).toThrow(SyntaxError);
    expect(() => readNginx("server { listen 80;")).toThrow(SyntaxError);
    expect(() => readNginx("listen 80; }")).toThrow(SyntaxError);
    expect(() => readNginx('add_header X "open;')).toThrow(SyntaxError);
  });

  const [http] = named(file, "http");
  const valueOf = (name: string): string | undefined => named(http?.block ?? null, name)[0]?.args.join(" ");

  test("drops what callers claim of themselves, and limits what they send", () => {
    const headers = Object.fromEntries(
      named(http?.block ?? null, "proxy_set_header").map(({ args }) => [args[0] ?? "", args[1] ?? ""]),
    );
    expect(headers).toMatchObject({
      "X-Forwarded-For": "$remote_addr",
      "X-Forwarded-Proto": "https",
      "X-Forwarded-Host": "",
      "X-Real-IP": "",
      Forwarded: "",
      Host: "$host",
    });
    expect(valueOf("client_max_body_size")).toBe("1m");
    expect(valueOf("client_header_timeout")).toBe("10s");
    expect(valueOf("ssl_protocols")).toBe("TLSv1.2 TLSv1.3");
  });

  test("sets its headers in one place: nginx would forget all of them where a block sets one of its own", () => {
    const inside = named(http?.block ?? null, "server").flatMap(({ block }) => allDirectives(block ?? []));
    expect(inside.filter(({ name }) => name === "add_header" || name === "proxy_set_header")).toEqual([]);
    const always = named(http?.block ?? null, "add_header").filter(({ args }) => args[2] === "always");
    expect(always.map(({ args }) => args[0])).toEqual(["Strict-Transport-Security", "X-Content-Type-Options"]);
  });

  test("logs no address of a person and no query", () => {
    expect(valueOf("log_format")).not.toMatch(/\$(?:remote_addr|request\b|request_uri|args|query_string|http_)/u);
  });

  test("gives no answer to other names, and leads from http to https", () => {
    const servers = named(http?.block ?? null, "server");
    const byDefault = servers.filter(({ block }) =>
      named(block, "listen").some(({ args }) => args.includes("default_server")),
    );
    expect(byDefault.map(({ block }) => block?.at(-1)?.name)).toEqual(["return", "ssl_reject_handshake"]);
    const plain = servers.find(
      ({ block }) => named(block, "listen")[0]?.args[0] === "80" && named(block, "server_name").length > 0,
    );
    expect(named(plain?.block ?? null, "server_name")[0]?.args.toSorted()).toEqual(Object.values(hosts).toSorted());
    expect(named(plain?.block ?? null, "return")[0]?.args).toEqual(["308", "https://$host$request_uri"]);
  });
});

const binary = ["/usr/sbin/nginx", "/usr/local/sbin/nginx", "/opt/homebrew/bin/nginx"].find((each) => existsSync(each));

/** Tells which face was asked, and by which headers. */
const startFace = async (face: Face): Promise<{ server: Server; port: number }> => {
  const server = createServer((asked, answer) => {
    answer.setHeader("Strict-Transport-Security", "max-age=1");
    answer.end(JSON.stringify({ face, headers: asked.headers }));
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return { server, port };
};

type Answer = { readonly status: number; readonly headers: Record<string, unknown>; readonly body: string };

const ask = (port: number, host: string, address: string): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const headers = { Host: host, "X-Forwarded-For": "203.0.113.9", "X-Real-IP": "203.0.113.9", Forwarded: "for=x" };
    const sent = request({ host: "127.0.0.1", port, path: address, headers }, (answer) => {
      let body = "";
      answer.on("data", (chunk: Buffer) => (body += chunk.toString()));
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }));
    });
    sent.on("error", reject);
    sent.end();
  });

/** The same file without TLS, on free ports, with faces of ours behind it. */
const forTrial = (ports: Readonly<Record<Face, number>>, port: number, folder: string): string =>
  text
    .replaceAll(/^ +ssl_\w+ .*;$/gmu, "")
    .replaceAll(/listen 80( default_server)?;/gu, `listen 127.0.0.1:${port + 1}$1;`)
    .replaceAll(/listen 443 ssl(?: http2)?( default_server)?;/gu, `listen 127.0.0.1:${port}$1;`)
    .replaceAll(/server (?<face>staff|partner|public):3000;/gu, (_, face: Face) => `server 127.0.0.1:${ports[face]};`)
    .replaceAll("/tmp/", `${folder}/`)
    .replace("access_log /dev/stdout plain;", "access_log off;")
    .replaceAll("/etc/nginx/tsunagari", fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/u, ""));

const tryOut = async (nginx: string): Promise<"as our reader says"> => {
  const folder = await mkdtemp(join(tmpdir(), "tsunagari-proxy-"));
  await chmod(folder, 0o755);
  const faces = {
    staff: await startFace("staff"),
    partner: await startFace("partner"),
    public: await startFace("public"),
  };
  const port = await freePort();
  const ports = { staff: faces.staff.port, partner: faces.partner.port, public: faces.public.port };
  const conf = join(folder, "nginx.conf");
  await writeFile(conf, forTrial(ports, port, folder));
  execFileSync(nginx, ["-t", "-q", "-c", conf, "-p", folder]);
  const child = spawn(nginx, ["-c", conf, "-p", folder, "-g", "daemon off;"], { stdio: "ignore" });
  try {
    const isUp = () =>
      ask(port, hosts.public, "/").then(
        () => true,
        () => false,
      );
    while (!(await isUp())) await new Promise((resolve) => setTimeout(resolve, 25));
    for (const [face, address, expected] of routes) {
      const { status, headers, body } = await ask(port, hosts[face], address);
      const found = status === 200 ? (JSON.parse(body) as { face: string }).face : String(status);
      expect(`${face} ${address} ${found}`).toBe(`${face} ${address} ${expected.split(" ")[0]}`);
      expect(headers["strict-transport-security"]).toBe("max-age=63072000; includeSubDomains");
      expect(headers["x-content-type-options"]).toBe("nosniff");
    }
    const { body } = await ask(port, hosts.staff, "/staff/");
    const { headers } = JSON.parse(body) as { headers: Record<string, string> };
    expect(headers).toMatchObject({ "x-forwarded-for": "127.0.0.1", "x-forwarded-proto": "https", host: hosts.staff });
    expect(headers).not.toHaveProperty("x-real-ip");
    expect(headers).not.toHaveProperty("forwarded");
    faces.staff.server.closeAllConnections();
    await new Promise((resolve) => faces.staff.server.close(resolve));
    const away = await ask(port, hosts.staff, "/staff/");
    expect(away.status).toBe(503);
    expect(away.body).toContain("ただいま利用できません");
    return "as our reader says";
  } finally {
    child.kill("SIGTERM");
    for (const { server } of Object.values(faces)) server.close();
    await rm(folder, { recursive: true, force: true });
  }
};

test("nginx itself, where it is installed, leads every address where our reader says", async () => {
  const found = binary === undefined ? "not installed" : await tryOut(binary);
  expect(["not installed", "as our reader says"]).toContain(found);
});
