import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Ability } from "./ability-button.tsx";
import { ConfirmAction } from "./confirm-action.tsx";

afterEach(cleanup);

const show = (ability: Ability, send: (requestId: string) => Promise<unknown>, onDone = vi.fn()) => {
  render(
    <ConfirmAction
      ability={ability}
      label="取り下げる"
      title="この依頼を取り下げますか"
      effect="団体は、この依頼を見られなくなります。"
      isDangerous
      send={send}
      onDone={onDone}
    />,
  );
  return onDone;
};

describe("an act that is confirmed", () => {
  it("is told in the dialog when it is refused, and repeated under the same request id", async () => {
    const stale = Object.assign(new Error("conflict"), {
      data: { kind: "conflict", reason: "kernel.stale_version", details: {}, requestId: "r" },
    });
    const send = vi
      .fn<(requestId: string) => Promise<unknown>>()
      .mockRejectedValueOnce(stale)
      .mockResolvedValueOnce({ id: "1" });
    const onDone = show(true, send);
    fireEvent.click(screen.getByRole("button", { name: "取り下げる" }));
    const dialog = await screen.findByRole("alertdialog", { name: "この依頼を取り下げますか" });
    fireEvent.click(screen.getByRole("button", { name: "取り下げる" }));
    expect((await screen.findByRole("alert")).textContent).toContain("ほかの人が先に内容を変えました");
    expect(dialog.isConnected).toBe(true);
    fireEvent.click(screen.getByRole("button", { name: "取り下げる" }));
    await waitFor(() => expect(onDone).toHaveBeenCalledWith({ id: "1" }));
    expect(screen.queryByRole("alertdialog")).toBeNull();
    expect(send.mock.calls[1]?.[0]).toBe(send.mock.calls[0]?.[0]);
  });

  it("does not begin where the server says no, and says why", () => {
    show("kernel.forbidden", vi.fn());
    const button = screen.getByRole("button", { name: "取り下げる" });
    fireEvent.click(button);
    expect(screen.queryByRole("alertdialog")).toBeNull();
    expect(button.getAttribute("aria-disabled")).toBe("true");
    expect(screen.getByText(/^この操作はできません/u)).toBeDefined();
  });
});
