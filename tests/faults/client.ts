import { setTimeout as sleep } from "node:timers/promises";
import type { Portal } from "@tsunagari/domain/identity";
import { newId } from "@tsunagari/services/kernel";
import { z } from "zod";

const Answer = z.object({
  result: z.object({ data: z.unknown() }).optional(),
  error: z.object({ data: z.object({ reason: z.string() }) }).optional(),
});
const Created = z.object({ id: z.string() });

/** An acknowledged command: what must be found again whatever was killed. */
export type Acknowledged = { readonly requestId: string; readonly procedure: string; readonly id: string };

export type ClientOptions = { readonly baseUrl: string; readonly cookies: Readonly<Record<Portal, string>> };
type Asked = { readonly portal: Portal; readonly procedure: string; readonly input: unknown };

/** Longer than the system may leave anybody waiting; a request cut off here was left hanging. */
const hangsAfterMs = 12_000;

/** One request as the portal's page sends it. */
export const post = ({ baseUrl, cookies }: ClientOptions, asked: Asked, signal?: AbortSignal): Promise<Response> =>
  fetch(`${baseUrl}/api/${asked.portal}/${asked.procedure}`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Origin: baseUrl, Cookie: cookies[asked.portal] },
    body: JSON.stringify(asked.input),
    ...(signal === undefined ? {} : { signal }),
  });

type Given = { readonly status: number; readonly retryAfter: string | null; readonly text: string };

/** The answer whole, or why there is none. */
const ask = async (options: ClientOptions, asked: Asked): Promise<Given | "hangs" | "broken"> => {
  const timeout = AbortSignal.timeout(hangsAfterMs);
  try {
    const response = await post(options, asked, timeout);
    return {
      status: response.status,
      retryAfter: response.headers.get("retry-after"),
      text: await response.text(),
    };
  } catch {
    return timeout.aborted ? "hangs" : "broken";
  }
};

/** What no client may see: another 5xx than 503, a 503 without Retry-After, no answer at all. */
const faultOf = (given: Given | "hangs" | "broken"): string | null => {
  if (given === "broken") return null;
  if (given === "hangs") return "was left hanging";
  if (given.status < 500) return null;
  if (given.status !== 503) return `answered ${given.status}`;
  return given.retryAfter === null ? "answered 503 without Retry-After" : null;
};

const dataOf = (asked: Asked, given: Given): unknown => {
  const answer = Answer.parse(JSON.parse(given.text));
  if (!answer.result) throw new Error(`${asked.procedure}: ${given.status} ${answer.error?.data.reason ?? ""}`);
  return answer.result.data;
};

/** Ten times the longest wait before a program that keeps dying is started again. */
const insistsForMs = 300_000;

const insist = async (options: ClientOptions, asked: Asked, faults: string[]): Promise<unknown> => {
  const deadline = Date.now() + insistsForMs;
  const answers = new Map<string, number>();
  while (Date.now() < deadline) {
    const given = await ask(options, asked);
    const kind = typeof given === "object" ? String(given.status) : given;
    answers.set(kind, (answers.get(kind) ?? 0) + 1);
    const fault = faultOf(given);
    if (fault !== null) faults.push(`${asked.procedure} ${fault}`);
    if (typeof given === "object" && given.status < 500) return dataOf(asked, given);
    await sleep(100);
  }
  const tally = [...answers].map(([kind, count]) => `${kind} × ${count}`).join(", ");
  throw new Error(`${asked.procedure} was never answered: ${tally}`);
};

/**
 * A client that never gives up: what was not acknowledged is sent again under the same request id, as the portals do
 * when one presses the button again (D-37).
 */
export const insistingClient = (options: ClientOptions) => {
  const acknowledged: Acknowledged[] = [];
  const faults: string[] = [];
  return {
    acknowledged: acknowledged as readonly Acknowledged[],
    faults: faults as readonly string[],
    query: (portal: Portal, procedure: string, input: unknown) => insist(options, { portal, procedure, input }, faults),
    command: async (portal: Portal, procedure: string, fields: object): Promise<string> => {
      const requestId = newId<"request">();
      const asked = { portal, procedure, input: { ...fields, requestId } };
      const { id } = Created.parse(await insist(options, asked, faults));
      acknowledged.push({ requestId, procedure, id });
      return id;
    },
  };
};
export type Client = ReturnType<typeof insistingClient>;
