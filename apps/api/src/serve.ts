import type { Server } from "node:http";
import { createAdaptorServer } from "@hono/node-server";
import type { Hono } from "hono";
import type { HttpEnv } from "./http/request.ts";

/** Slow or endless clients must not hold the others up (threat 32). */
const serverOptions = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 2_000,
  maxHeaderSize: 16 * 1024,
} as const;

/** ::1 is missing where the machine has no IPv6; that is no fault. */
const isMissingAddress = (error: unknown): boolean =>
  error instanceof Error && "code" in error && (error.code === "EADDRNOTAVAIL" || error.code === "EAFNOSUPPORT");

const listen = (server: Server, host: string, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host, port }, () => {
      server.off("error", reject);
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });

export type Listening = {
  readonly port: number;
  readonly hosts: readonly string[];
  /** Takes no new connection, waits for what is under way at most `graceMs`, then cuts it. */
  readonly stop: (graceMs: number) => Promise<void>;
};

const turnOfLoop = (): Promise<void> => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
const letInForMs = 1000;

/** Lets those in who wait in the system's queue, one a turn of the loop: closing would cut them off without a word. */
const letIn = async (server: Server): Promise<void> => {
  let entered = 0;
  const count = (): void => {
    entered += 1;
  };
  server.on("connection", count);
  const until = Date.now() + letInForMs;
  for (let before = -1; before !== entered && Date.now() < until;) {
    before = entered;
    await turnOfLoop();
  }
  server.off("connection", count);
};

const stopServer = async (server: Server, graceMs: number): Promise<void> => {
  await letIn(server);
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
};

/** Listens on each host with the same port. Throws where the port is taken. */
export const listenOn = async (
  app: Hono<HttpEnv>,
  { hosts, port }: { readonly hosts: readonly string[]; readonly port: number },
): Promise<Listening> => {
  const servers: Server[] = [];
  const reached: string[] = [];
  let given = port;
  const stop = async (graceMs: number): Promise<void> => {
    await Promise.all(servers.map((server) => stopServer(server, graceMs)));
  };
  for (const host of hosts) {
    const server = createAdaptorServer({ fetch: app.fetch, serverOptions }) as Server;
    try {
      given = await listen(server, host, given);
      servers.push(server);
      reached.push(host);
    } catch (error) {
      if (isMissingAddress(error) && hosts.length > 1) continue;
      await stop(0);
      throw error;
    }
  }
  if (servers.length === 0) throw new Error("No address to listen on is available.");
  return { port: given, hosts: reached, stop };
};
