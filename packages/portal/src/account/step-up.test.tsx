import { QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import type { PartnerRouter } from "@tsunagari/rpc";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createPortalClient } from "../client/client.ts";
import { StepUpDialog } from "./step-up-dialog.tsx";
import { wireErrorOf } from "../client/wire-error.ts";
// What the dialog fetches later stands ready, so that no test waits for it.
import "./step-up-question.tsx";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

type Sent = { readonly path: string; readonly body: string };

const refused = (kind: string, reason: string) => ({
  error: { code: -32000, message: kind, data: { kind, reason, details: {}, requestId: "r" } },
});
const needed = refused("forbidden", "kernel.step_up_needed");

/** A server that refuses until somebody has shown the right password. */
const serving = () => {
  const sent: Sent[] = [];
  let isFresh = false;
  vi.stubGlobal("fetch", async (url: URL | string, init: RequestInit) => {
    const path = new URL(String(url), "http://localhost").pathname.replace("/api/partner/", "");
    const body = typeof init.body === "string" ? init.body : "";
    sent.push({ path, body });
    if (path === "identity.beginStepUp") {
      return Response.json([{ result: { data: { hasTotp: true, passkeyOptions: null } } }]);
    }
    if (path === "identity.stepUp") {
      isFresh = body.includes("right");
      return Response.json([
        isFresh ? { result: { data: {} } } : refused("forbidden", "identity.wrong_current_password"),
      ]);
    }
    const answer = isFresh ? { result: { data: { id: "1" } } } : needed;
    // What is asked for at the same moment travels together.
    return Response.json(path.split(",").map(() => answer));
  });
  return sent;
};

const open = () => {
  const portal = createPortalClient<PartnerRouter>({ portal: "partner" });
  render(
    <QueryClientProvider client={portal.queryClient}>
      <StepUpDialog gate={portal.stepUpGate} account={portal.client.identity} />
    </QueryClientProvider>,
  );
  return portal.client;
};
const field = () => screen.findByLabelText<HTMLInputElement>("パスワード", {}, { timeout: 10_000 });
const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));

describe("an act that needs it to be shown again who one is", () => {
  it("waits for the dialog and goes on as it was, with the same request id", async () => {
    const sent = serving();
    const client = open();
    const act = client.identity.renewRecoveryCodes.mutate({ requestId: "01990000-0000-7000-8000-000000000001" });
    fireEvent.change(await field(), { target: { value: "wrong" } });
    press("確かめて続ける");
    expect((await screen.findByRole("alert", {}, { timeout: 10_000 })).textContent).toContain(
      "今のパスワードが違います",
    );
    expect((await field()).value).toBe("");
    fireEvent.change(await field(), { target: { value: "right" } });
    press("確かめて続ける");
    expect(await act).toEqual({ id: "1" });
    await waitFor(() => expect(screen.queryByRole("alertdialog")).toBeNull());
    const tries = sent.filter(({ path }) => path === "identity.renewRecoveryCodes");
    expect(tries).toHaveLength(2);
    expect(tries[0]?.body).toBe(tries[1]?.body);
  });

  it("is refused as the server said where the dialog is given up; several wait for one answer", async () => {
    const sent = serving();
    const client = open();
    const wish = { requestId: "01990000-0000-7000-8000-000000000002" };
    const acts = [client.identity.renewRecoveryCodes.mutate(wish), client.identity.removeTotp.mutate(wish)];
    const answers = Promise.allSettled(acts);
    await field();
    press("やめる");
    const reasons = (await answers).map((answer) =>
      answer.status === "rejected" ? wireErrorOf(answer.reason).reason : "",
    );
    expect(reasons).toEqual(["kernel.step_up_needed", "kernel.step_up_needed"]);
    expect(sent.some(({ path }) => path === "identity.stepUp")).toBe(false);
  });
});
