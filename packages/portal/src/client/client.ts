import { QueryCache, QueryClient } from "@tanstack/react-query";
import { createTRPCClient, httpBatchLink, type TRPCLink } from "@trpc/client";
import type { AnyTRPCRouter } from "@trpc/server";
import { observable } from "@trpc/server/observable";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import { askAgainBeforePrint, askAgainOnReturn } from "./ask-again.ts";
import { createContact, type Contact } from "./contact.ts";
import { createStepUpGate, steppingUp } from "./step-up-gate.ts";
import { closesView, isSignedOut, wireErrorOf, type WireError } from "./wire-error.ts";

/** Calls that change nothing a page shows (drafts) say so: `mutate(input, { context: quietly })`. */
export const quietly = { isQuiet: true } as const;

/** A root without a transformer, as ours are: dates cross the wire as ISO text. */
type PlainRouter = AnyTRPCRouter & {
  readonly _def: { readonly _config: { readonly $types: { readonly transformer: false } } };
};

type Options = { readonly portal: "staff" | "partner" };

const requestTimeoutMs = 30_000;

type FetchEsque = NonNullable<Parameters<typeof httpBatchLink<PlainRouter>>[0]["fetch"]>;

/** Gives up after half a minute, and notes when the server last answered. */
const fetchWith =
  (contact: Contact): FetchEsque =>
  async (url, init) => {
    const limit = AbortSignal.timeout(requestTimeoutMs);
    const { signal: given, body, headers, method } = init ?? {};
    const response = await fetch(url, {
      ...(method === undefined ? {} : { method }),
      ...(headers === undefined ? {} : { headers: new Headers(headers as HeadersInit) }),
      ...(typeof body === "string" ? { body } : {}),
      signal: given ? AbortSignal.any([given, limit]) : limit,
    });
    contact.mark();
    return response;
  };

const isTransient = (error: WireError): boolean => error.kind === "network";

const createQueryClient = (): QueryClient =>
  new QueryClient({
    queryCache: new QueryCache({
      onError: (thrown, query) => {
        // What the server no longer shows disappears from the screen too, without waiting for a new visit (D-03).
        if (closesView(wireErrorOf(thrown))) query.setState({ ...query.state, data: undefined, status: "error" });
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        // Personal data does not stay in the memory of a page that no longer shows it (ASVS 14.3.1).
        gcTime: 30_000,
        retry: (count, thrown) => count < 1 && isTransient(wireErrorOf(thrown)),
        networkMode: "always",
      },
      // Without a network the form says so at once instead of waiting with what was typed.
      mutations: { retry: false, networkMode: "always" },
    },
  });

/** What every answer means for the whole portal: a session that ended, or pages that a change has made old. */
const watching =
  <Router extends PlainRouter>(queryClient: QueryClient, onSignedOut: () => void): TRPCLink<Router> =>
  () =>
  ({ op, next }) =>
    observable((observer) =>
      next(op).subscribe({
        next: (value) => {
          if (op.type === "mutation" && op.context["isQuiet"] !== true) {
            queryClient.removeQueries({ type: "inactive" });
            void queryClient.invalidateQueries();
          }
          observer.next(value);
        },
        error: (error) => {
          observer.error(error);
          if (isSignedOut(wireErrorOf(error))) onSignedOut();
        },
        complete: () => observer.complete(),
      }),
    );

/**
 * Everything a portal needs to talk to its root: `client` for commands, `trpc` for query options (the same in loader and
 * component), `queryClient`, `contact` for the idle warning, `stepUpGate` for the dialog that asks again who one is, and `whenSignedOut` to go to the sign-in page when the session
 * has ended. All calls are POST; at most ten travel together.
 */
export const createPortalClient = <Router extends PlainRouter>({ portal }: Options) => {
  const contact = createContact();
  const signedOut = new Set<() => void>();
  const queryClient = createQueryClient();
  askAgainOnReturn();
  // What a partner prints is beyond the city's reach; staff print what they have just made.
  if (portal === "partner") askAgainBeforePrint(queryClient);
  const stepUpGate = createStepUpGate();
  const client = createTRPCClient<Router>({
    links: [
      watching<Router>(queryClient, () => signedOut.forEach((listener) => listener())),
      steppingUp<Router>(stepUpGate),
      httpBatchLink<PlainRouter>({
        url: `/api/${portal}`,
        maxItems: 10,
        methodOverride: "POST",
        headers: { "x-tsunagari-portal": portal },
        fetch: fetchWith(contact),
      }),
    ],
  });
  const trpc = createTRPCOptionsProxy<Router>({ client, queryClient });
  const whenSignedOut = (listener: () => void): void => {
    signedOut.add(listener);
  };
  return { client, trpc, queryClient, contact, whenSignedOut, stepUpGate };
};
