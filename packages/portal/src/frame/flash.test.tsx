import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from "@tanstack/react-router";
import { act, cleanup, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { announce, FlashRegion } from "./flash.tsx";

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const show = async () => {
  const root = createRootRoute({ component: FlashRegion });
  const routeTree = root.addChildren([
    createRoute({ getParentRoute: () => root, path: "/" }),
    createRoute({ getParentRoute: () => root, path: "/cases" }),
    createRoute({ getParentRoute: () => root, path: "/notices" }),
  ]);
  const router = createRouter({ routeTree, history: createMemoryHistory({ initialEntries: ["/"] }) });
  render(<RouterProvider router={router} />);
  await screen.findByRole("status");
  return router;
};

describe("an announcement", () => {
  it("is read out, survives the navigation it belongs to, and goes with the next one", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const router = await show();
    act(() => announce("保存しました"));
    await act(() => router.navigate({ to: "/cases" }));
    expect(screen.getByRole("status").textContent).toContain("保存しました");
    vi.setSystemTime(Date.now() + 10_000);
    await act(() => router.navigate({ to: "/notices" }));
    expect(screen.getByRole("status").textContent).toBe("");
  });
});
