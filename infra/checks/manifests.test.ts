import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { z } from "zod";
import { repository } from "../instance/paths.ts";

/*
 * What nobody runs here is at least held to the sources: settings the program knows, ports that meet, every role there,
 * images of one release, no secret in a file.
 */
const text = (path: string): string => readFileSync(`${repository}/${path}`, "utf8");

const documentsOf = (path: string): unknown[] =>
  parseAllDocuments(text(path), { merge: true, uniqueKeys: true }).map((document) => {
    expect(document.errors, path).toEqual([]);
    const value: unknown = document.toJS();
    return value;
  });

const roles = ["staff", "partner", "public", "worker"];

const source = text("apps/api/src/env.ts");
/** Settings the program reads, and the three it, Node or the file variants add. */
const knownSettings = new Set([
  ...[...source.matchAll(/^ {2}([A-Z][A-Z_]+):/gmu)].map((match) => match[1] ?? ""),
  ...[...source.matchAll(/"([A-Z][A-Z_]+)"/gu)].flatMap((match) => [match[1] ?? "", `${match[1] ?? ""}_FILE`]),
  "NODE_ENV",
]);

const isPinned = (image: string): boolean => /:\d+\.\d+(?:\.\d+)?(?:-[a-z0-9-]+)?$/u.test(image);

const Service = z.looseObject({
  image: z.string(),
  environment: z.record(z.string(), z.string()).default({}),
  read_only: z.boolean().default(false),
  user: z.string().optional(),
  cap_drop: z.array(z.string()).default([]),
  security_opt: z.array(z.string()).default([]),
  healthcheck: z.unknown().optional(),
  ports: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
});
const Compose = z.looseObject({
  services: z.record(z.string(), Service),
  secrets: z.record(z.string(), z.strictObject({ file: z.string().startsWith("./secrets/") })),
});
const compose = Compose.parse(documentsOf("infra/compose/compose.yaml")[0]);

describe("the compose file", () => {
  const programs = Object.entries(compose.services).filter(([, { image }]) => image.startsWith("tsunagari:"));

  test("runs each role once, and a release before them", () => {
    expect(programs.map(([name]) => name).toSorted()).toEqual([...roles, "release"].toSorted());
    for (const role of roles) expect(compose.services[role]?.environment["ROLES"]).toBe(role);
  });

  test("gives only settings the program knows", () => {
    const given = programs.flatMap(([, { environment }]) => Object.keys(environment));
    expect(given.filter((name) => !knownSettings.has(name))).toEqual([]);
    expect(given.length).toBeGreaterThan(10);
  });

  test("runs the program as nobody in particular, on a root it cannot write", () => {
    for (const [name, service] of programs) {
      expect(service, name).toMatchObject({ read_only: true, user: "10001:10001", cap_drop: ["ALL"] });
      expect(service.security_opt, name).toContain("no-new-privileges:true");
    }
  });

  test("takes images of one release each, and opens the proxy alone", () => {
    for (const [name, { image }] of Object.entries(compose.services)) expect(isPinned(image), name).toBe(true);
    const open = Object.entries(compose.services).filter(([, { ports }]) => ports.length > 0);
    expect(open.map(([name]) => name)).toEqual(["proxy"]);
    expect(compose.services["postgres"]?.healthcheck).toBeDefined();
  });

  test("mounts files that are there", () => {
    const mounted = Object.values(compose.services).flatMap(({ volumes }) =>
      volumes.map((each) => each.split(":")[0] ?? ""),
    );
    const files = mounted.filter((path) => /\.(?:conf|html|sql|sh)$/u.test(path));
    expect(files).toHaveLength(5);
    for (const path of files) expect(() => text(`infra/compose/${path}`)).not.toThrow();
  });

  test("leads from the proxy to the ports the roles listen on", () => {
    const upstreams = [...text("infra/proxy/nginx.conf").matchAll(/server (\w+):(\d+);/gu)];
    expect(upstreams.map((match) => match[1])).toEqual(["staff", "partner", "public"]);
    for (const [, name = "", port] of upstreams) expect(compose.services[name]?.environment["PORT"]).toBe(port);
  });
});

test("the image is built from releases and run by a user of its own", () => {
  const dockerfile = text("infra/compose/Dockerfile");
  const images = [...dockerfile.matchAll(/^FROM (\S+)/gmu)].map((match) => match[1] ?? "");
  expect(images).toHaveLength(2);
  expect(images.filter((image) => !isPinned(image))).toEqual([]);
  expect(dockerfile).toMatch(/^USER 10001:10001$/mu);
  const pnpm = /"packageManager": "(pnpm@[\d.]+)"/u.exec(text("package.json"))?.[1];
  expect(dockerfile).toContain(`npm install --global ${pnpm}`);
});

const base = "infra/kubernetes/base";
const Container = z.looseObject({
  image: z.string(),
  env: z.array(z.looseObject({ name: z.string(), value: z.string() })).default([]),
  securityContext: z.looseObject({
    readOnlyRootFilesystem: z.literal(true),
    allowPrivilegeEscalation: z.literal(false),
  }),
  readinessProbe: z.looseObject({ httpGet: z.object({ path: z.string(), port: z.string() }) }).optional(),
  livenessProbe: z.looseObject({ httpGet: z.object({ path: z.string(), port: z.string() }) }).optional(),
});
const Workload = z.looseObject({
  spec: z.looseObject({
    template: z.looseObject({
      spec: z.looseObject({
        securityContext: z.looseObject({ runAsNonRoot: z.literal(true), runAsUser: z.literal(10_001) }),
        containers: z.tuple([Container]),
      }),
    }),
  }),
});
const Named = z.looseObject({ kind: z.string(), metadata: z.looseObject({ name: z.string() }) });

describe("the Kubernetes manifests", () => {
  const resources = z
    .looseObject({ resources: z.array(z.string()) })
    .parse(documentsOf(`${base}/kustomization.yaml`)[0]);
  const objects = resources.resources
    .flatMap((name) => documentsOf(`${base}/${name}`))
    .map((each) => Named.parse(each));
  const of = (kind: string) => objects.filter((each) => each.kind === kind);
  const nameOf = (each: z.infer<typeof Named>): string => each.metadata.name;

  test("name every file of the folder", () => {
    expect([...resources.resources, "kustomization.yaml"].toSorted()).toEqual(
      readdirSync(`${repository}/${base}`).toSorted(),
    );
  });

  test("run every role with its probes, as nobody in particular, and a release as a job", () => {
    expect(of("Deployment").map(nameOf).toSorted()).toEqual(roles.map((role) => `tsunagari-${role}`).toSorted());
    for (const each of of("Deployment")) {
      const [container] = Workload.parse(each).spec.template.spec.containers;
      expect(container.readinessProbe?.httpGet).toEqual({ path: "/readyz", port: "http" });
      expect(container.livenessProbe?.httpGet).toEqual({ path: "/healthz", port: "http" });
      expect(container.env).toContainEqual({ name: "ROLES", value: nameOf(each).replace("tsunagari-", "") });
    }
    expect(of("Job")).toHaveLength(1);
    expect(() => Workload.parse(of("Job")[0])).not.toThrow();
  });

  test("keep one of each face while nodes are moved, and begin with no traffic at all", () => {
    const faces = roles.slice(0, 3).map((role) => `tsunagari-${role}`);
    expect(of("PodDisruptionBudget").map(nameOf)).toEqual(faces);
    expect(of("Service").map(nameOf)).toEqual(faces);
    expect(of("NetworkPolicy").map(nameOf)).toContain("tsunagari-nothing");
  });

  test("hold no secret, and give only settings the program knows", () => {
    expect(of("Secret")).toEqual([]);
    const settings = of("ConfigMap").flatMap((each) =>
      Object.keys(z.looseObject({ data: z.record(z.string(), z.string()) }).parse(each).data),
    );
    const own = [...of("Deployment"), ...of("Job")].flatMap((each) =>
      Workload.parse(each).spec.template.spec.containers[0].env.map(({ name }) => name),
    );
    expect([...settings, ...own].filter((name) => !knownSettings.has(name))).toEqual([]);
  });

  test("take the program's image by its release", () => {
    const images = z
      .looseObject({ images: z.array(z.object({ name: z.string(), newName: z.string(), newTag: z.string() })) })
      .parse(documentsOf(`${base}/kustomization.yaml`)[0]).images;
    expect(images.map(({ newName, newTag }) => isPinned(`${newName}:${newTag}`))).toEqual([true]);
  });
});

describe("the systemd units", () => {
  const unit = text("infra/systemd/tsunagari@.service");

  test("are wanted for every role", () => {
    const wanted = /^Wants=(.+)$/mu.exec(text("infra/systemd/tsunagari.target"))?.[1]?.split(" ");
    expect(wanted).toEqual(roles.map((role) => `tsunagari@${role}.service`));
  });

  test("start programs that are there, with little they may do", () => {
    for (const name of ["tsunagari@.service", "tsunagari-release.service"]) {
      const program = /^ExecStart=\/usr\/bin\/node (\S+)$/mu.exec(text(`infra/systemd/${name}`))?.[1] ?? "";
      expect(() => text(program)).not.toThrow();
    }
    for (const line of [
      "User=tsunagari",
      "NoNewPrivileges=yes",
      "ProtectSystem=strict",
      "ProtectHome=yes",
      "CapabilityBoundingSet=",
      "UMask=0077",
    ]) {
      expect(unit.split("\n")).toContain(line);
    }
  });
});
