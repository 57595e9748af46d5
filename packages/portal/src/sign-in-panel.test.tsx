import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { SignInPanel, type SignInInput } from "./sign-in-panel.tsx";

afterEach(cleanup);

const refusal = (reason: string, details: object = {}) =>
  Object.assign(new Error("unauthenticated"), { data: { kind: "unauthenticated", reason, details, requestId: "r" } });

const show = (signIn: (input: SignInInput) => Promise<unknown>, onSignedIn = vi.fn()) => {
  render(<SignInPanel portalName="職員ポータル" lead="" signIn={signIn} onSignedIn={onSignedIn} help="" />);
  fireEvent.change(screen.getByLabelText("メールアドレス"), { target: { value: "hanako@example.jp" } });
  fireEvent.change(screen.getByLabelText("パスワード"), { target: { value: "correct horse battery" } });
  return onSignedIn;
};
const press = () => fireEvent.click(screen.getByRole("button", { name: "サインイン" }));

describe("signing in", () => {
  it("keeps the mail and drops the password when they do not fit", async () => {
    const onSignedIn = show(async () => Promise.reject(refusal("identity.wrong_credentials")));
    press();
    expect((await screen.findByRole("alert")).textContent).toContain("メールアドレスかパスワードが違います");
    expect(screen.getByLabelText<HTMLInputElement>("メールアドレス").value).toBe("hanako@example.jp");
    expect(screen.getByLabelText<HTMLInputElement>("パスワード").value).toBe("");
    expect(onSignedIn).not.toHaveBeenCalled();
  });

  it("asks for the city only when the server does, and sends it with the same password (D-28)", async () => {
    const cities = [
      { slug: "kasugai", name: "春日井市" },
      { slug: "komaki", name: "小牧市" },
    ];
    const signIn = vi
      .fn<(input: SignInInput) => Promise<unknown>>()
      .mockRejectedValueOnce(refusal("identity.choose_city", { cities }))
      .mockResolvedValueOnce({});
    const onSignedIn = show(signIn);
    expect(screen.queryByRole("radiogroup")).toBeNull();
    press();
    fireEvent.click(await screen.findByRole("radio", { name: "春日井市" }));
    press();
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledTimes(1));
    expect(signIn.mock.calls[1]?.[0]).toEqual({
      mail: "hanako@example.jp",
      password: "correct horse battery",
      municipality: "kasugai",
    });
  });
});
