/*
 * What there is to compare with: `node:http`, `postgres` and one prepared statement that gives the JSON, for each work;
 * no validation, no authorization, no fences, no log. Run as a process of its own: DATABASE_URL, PORT.
 */
import { createServer, type IncomingMessage } from "node:http";
import postgres from "postgres";
import { rawActivity } from "./activity.ts";
import { rawCreate } from "./create.ts";
import { rawInbox } from "./inbox.ts";
import { rawSearch } from "./search.ts";

const sql = postgres(process.env["DATABASE_URL"] ?? "", { max: 10, connection: { enable_seqscan: false } as object });
const handlers = new Map([rawSearch, rawInbox, rawActivity, rawCreate].map((handler) => [`/${handler.id}`, handler]));

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
};

const server = createServer((request, response) => {
  const answer = async () => {
    const [path = "", query = ""] = (request.url ?? "").split("?");
    if (path === "/ready") await sql`select 1`;
    const handler = handlers.get(path);
    if (!handler) return response.writeHead(path === "/ready" ? 200 : 404).end();
    const body = request.method === "POST" ? await bodyOf(request) : "";
    const parameters = handler.parameters(new URLSearchParams(query), body);
    const [row] = await sql
      .unsafe(handler.statement, [...parameters] as postgres.ParameterOrJSON<never>[], { prepare: true })
      .values();
    const text: unknown = row?.[0];
    if (typeof text !== "string") return response.writeHead(404).end();
    return response.writeHead(200, { "Content-Type": "application/json" }).end(text);
  };
  answer().catch((error: unknown) => {
    console.error(error);
    response.writeHead(500).end();
  });
});
server.listen({ host: "127.0.0.1", port: Number(process.env["PORT"]) });
process.on("SIGTERM", () => {
  server.close();
  server.closeAllConnections();
  void sql.end({ timeout: 1 });
});
