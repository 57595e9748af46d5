/*
 * A load of keep-alive connections. Written here because it takes 60 lines: autocannon brings 23 packages, most of them
 * for its terminal, and a client that is slow itself makes both programs look alike.
 */
import { connect, type Socket } from "node:net";
import { once } from "node:events";
import type { Call } from "./work.ts";

export type Answered = { readonly status: number; readonly body: string };
export type Load = { readonly perSecond: number; readonly latencies: readonly number[]; readonly failed: number };

const requestOf = (call: Call, port: number): Buffer => {
  const body = call.body === undefined ? null : Buffer.from(call.body);
  const headers = {
    host: `127.0.0.1:${String(port)}`,
    ...call.headers,
    ...(body && { "content-length": body.length }),
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${String(value)}`);
  return Buffer.concat([
    Buffer.from(`${call.method} ${call.path} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`),
    body ?? Buffer.alloc(0),
  ]);
};

/** How much of the buffer is one whole answer; 0 while it is not all there. */
const answerLength = (buffer: Buffer): { readonly head: number; readonly total: number } => {
  const end = buffer.indexOf("\r\n\r\n");
  if (end === -1) return { head: 0, total: 0 };
  const head = end + 4;
  const text = buffer.toString("latin1", 0, head).toLowerCase();
  const length = /content-length: (?<length>\d+)/u.exec(text)?.groups?.["length"];
  if (length !== undefined) return { head, total: buffer.length >= head + Number(length) ? head + Number(length) : 0 };
  if (!text.includes("transfer-encoding: chunked")) return { head, total: head };
  const last = buffer.indexOf("0\r\n\r\n", Math.max(head, buffer.length - 5));
  return { head, total: last === -1 ? 0 : last + 5 };
};

/** Sends one call on a connection of its own and reads the answer; chunks need no joining where nobody parses them. */
const exchange = (socket: Socket, request: Buffer): Promise<number> =>
  new Promise((resolve, reject) => {
    let received: Buffer = Buffer.alloc(0);
    const onData = (chunk: Buffer): void => {
      received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
      if (answerLength(received).total === 0) return;
      done();
      resolve(Number(received.toString("latin1", 9, 12)));
    };
    const onEnd = (): void => {
      done();
      reject(new Error("the connection was closed"));
    };
    const done = (): void => {
      socket.off("data", onData);
      socket.off("close", onEnd);
    };
    socket.on("data", onData);
    socket.on("close", onEnd);
    socket.write(request);
  });

const open = async (port: number): Promise<Socket> => {
  const socket = connect({ host: "127.0.0.1", port, noDelay: true });
  socket.on("error", () => undefined);
  await once(socket, "connect");
  return socket;
};

/** One call and its answer, parsed by the platform's own client. */
export const ask = async (call: Call, port: number): Promise<Answered> => {
  const response = await fetch(`http://127.0.0.1:${String(port)}${call.path}`, {
    method: call.method,
    headers: { ...call.headers },
    body: call.body ?? null,
  });
  return { status: response.status, body: await response.text() };
};

/** Asks over so many connections for so long, each connection one call after the other, the calls in order. */
export const load = async (
  port: number,
  next: () => Call,
  asked: { readonly connections: number; readonly seconds: number },
): Promise<Load> => {
  const sockets = await Promise.all(Array.from({ length: asked.connections }, () => open(port)));
  const latencies: number[] = [];
  let failed = 0;
  const began = performance.now();
  const until = began + asked.seconds * 1000;
  const run = async (socket: Socket): Promise<void> => {
    while (performance.now() < until) {
      const sent = performance.now();
      const status = await exchange(socket, requestOf(next(), port));
      latencies.push(performance.now() - sent);
      if (status !== 200) failed += 1;
    }
  };
  await Promise.all(sockets.map(run));
  const seconds = (performance.now() - began) / 1000;
  for (const socket of sockets) socket.destroy();
  return { perSecond: latencies.length / seconds, latencies, failed };
};
