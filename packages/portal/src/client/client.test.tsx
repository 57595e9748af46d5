import { QueryClientProvider, useSuspenseQuery } from "@tanstack/react-query";
import { cleanup, render, screen, waitFor } from "@testing-library/react";
import { initTRPC } from "@trpc/server";
import { Component, Suspense, type ReactNode } from "react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createPortalClient } from "./client.ts";
import { wireErrorOf } from "./wire-error.ts";

const t = initTRPC.create();
const router = t.router({
  packet: t.router({ get: t.procedure.query(() => ({ text: "" })) }),
  draft: t.router({ save: t.procedure.mutation(() => ({ id: "1" })) }),
});
type Root = typeof router;

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

type Answer = { readonly result: { readonly data: unknown } } | { readonly error: unknown };
const ok = (data: unknown): Answer => ({ result: { data } });
const refused = (kind: string, reason: string): Answer => ({
  error: { code: -32000, message: kind, data: { kind, reason, details: {}, requestId: "r" } },
});

/** A server that gives the answers in turn, the last one for ever. */
const serving = (...answers: readonly Answer[]) => {
  const requests: Request[] = [];
  vi.stubGlobal("fetch", async (url: URL | string, init: RequestInit) => {
    const request = new Request(new URL(String(url), "http://localhost"), init);
    const answer = answers[Math.min(requests.length, answers.length - 1)];
    requests.push(request);
    return Response.json([answer]);
  });
  return requests;
};

class Boundary extends Component<{ readonly children: ReactNode }, { readonly reason: string | null }> {
  override state = { reason: null };
  static getDerivedStateFromError(error: unknown) {
    return { reason: wireErrorOf(error).reason };
  }
  override render() {
    return this.state.reason ?? this.props.children;
  }
}

describe("the portal's client", () => {
  it("reads and writes with POST only, naming the portal", async () => {
    const requests = serving(ok({ text: "こんにちは" }));
    const { client } = createPortalClient<Root>({ portal: "partner" });
    expect(await client.packet.get.query()).toEqual({ text: "こんにちは" });
    expect(
      requests.map(({ method, headers, url }) => [
        method,
        headers.get("x-tsunagari-portal"),
        headers.get("content-type"),
        new URL(url).pathname,
      ]),
    ).toEqual([["POST", "partner", "application/json", "/api/partner/packet.get"]]);
  });

  it("tells the app when the session has ended, and only then", async () => {
    serving(
      refused("forbidden", "kernel.forbidden"),
      refused("unauthenticated", "identity.wrong_credentials"),
      refused("unauthenticated", "kernel.unauthenticated"),
    );
    const onSignedOut = vi.fn();
    const { client, whenSignedOut } = createPortalClient<Root>({ portal: "staff" });
    whenSignedOut(onSignedOut);
    await client.packet.get.query().catch(() => undefined);
    await client.packet.get.query().catch(() => undefined);
    expect(onSignedOut).not.toHaveBeenCalled();
    await client.packet.get.query().catch(() => undefined);
    expect(onSignedOut).toHaveBeenCalledTimes(1);
  });

  it("takes from the screen what the server refuses at the next reading (D-03)", async () => {
    serving(ok({ text: "料理が好きです" }), refused("not_found", "kernel.not_found"));
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    const { trpc, queryClient } = createPortalClient<Root>({ portal: "partner" });
    const Packet = () => useSuspenseQuery(trpc.packet.get.queryOptions()).data.text;
    render(
      <QueryClientProvider client={queryClient}>
        <Boundary>
          <Suspense fallback="読み込み中">
            <Packet />
          </Suspense>
        </Boundary>
      </QueryClientProvider>,
    );
    await screen.findByText("料理が好きです");
    await queryClient.invalidateQueries();
    await screen.findByText("kernel.not_found");
    expect(screen.queryByText("料理が好きです")).toBeNull();
    expect(queryClient.getQueryData(trpc.packet.get.queryKey())).toBeUndefined();
  });

  it("reads pages anew after a change, but not after a draft was saved", async () => {
    const requests = serving(ok({ text: "1" }));
    const { client, trpc, queryClient } = createPortalClient<Root>({ portal: "partner" });
    await queryClient.fetchQuery(trpc.packet.get.queryOptions());
    await client.draft.save.mutate(undefined, { context: { isQuiet: true } });
    expect(queryClient.getQueryData(trpc.packet.get.queryKey())).toEqual({ text: "1" });
    await client.draft.save.mutate();
    await waitFor(() => expect(queryClient.getQueryData(trpc.packet.get.queryKey())).toBeUndefined());
    expect(requests).toHaveLength(3);
  });
});
