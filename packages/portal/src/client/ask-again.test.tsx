import { QueryClientProvider, useQuery } from "@tanstack/react-query";
import { cleanup, render, screen, waitFor } from "@testing-library/react";
import { initTRPC } from "@trpc/server";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createPortalClient } from "./client.ts";

const t = initTRPC.create();
const router = t.router({ packet: t.router({ get: t.procedure.query(() => ({ text: "" })) }) });
type Root = typeof router;

const answers = {
  open: { result: { data: { text: "料理が好きです" } } },
  closed: {
    error: {
      code: -32_004,
      message: "not_found",
      data: { kind: "not_found", reason: "kernel.not_found", details: {}, requestId: "r" },
    },
  },
};

let isClosed = false;
let asked = 0;
beforeEach(() => {
  isClosed = false;
  asked = 0;
  vi.useFakeTimers({ shouldAdvanceTime: true });
  vi.stubGlobal("fetch", async () => {
    asked += 1;
    return Response.json([isClosed ? answers.closed : answers.open]);
  });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  delete document.documentElement.dataset["print"];
});

/** A partner's page with one thing of a person on it, read `secondsAgo`. */
const showPacket = async (secondsAgo: number): Promise<void> => {
  const { trpc, queryClient } = createPortalClient<Root>({ portal: "partner" });
  const Packet = () => useQuery(trpc.packet.get.queryOptions()).data?.text ?? "もう見られません";
  render(
    <QueryClientProvider client={queryClient}>
      <Packet />
    </QueryClientProvider>,
  );
  await screen.findByText("料理が好きです");
  vi.setSystemTime(Date.now() + secondsAgo * 1000);
};

describe("an open page", () => {
  it.each(["focus", "pageshow"])(
    "is asked for again on %s, and what was closed meanwhile disappears (D-03)",
    async (event) => {
      await showPacket(10);
      isClosed = true;
      window.dispatchEvent(new Event(event));
      await screen.findByText("もう見られません");
      expect(screen.queryByText("料理が好きです")).toBeNull();
    },
  );

  it("read a moment ago is not read again: each reading is in the person's access log", async () => {
    await showPacket(2);
    window.dispatchEvent(new Event("focus"));
    await vi.advanceTimersByTimeAsync(100);
    expect(asked).toBe(1);
  });

  it("read a while ago is not printed, but read again", async () => {
    await showPacket(61);
    isClosed = true;
    window.dispatchEvent(new Event("beforeprint"));
    expect(document.documentElement.dataset["print"]).toBe("old");
    window.dispatchEvent(new Event("afterprint"));
    expect(document.documentElement.dataset["print"]).toBeUndefined();
    await waitFor(() => expect(screen.queryByText("料理が好きです")).toBeNull());
  });

  it("read just now is printed as it is", async () => {
    await showPacket(30);
    window.dispatchEvent(new Event("beforeprint"));
    expect(document.documentElement.dataset["print"]).toBeUndefined();
    expect(asked).toBe(1);
  });
});
