import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { SignInPanel, type SignInDoors, type SignInInput } from "./sign-in-panel.tsx";
// What the panel fetches later stands ready, so that no test waits for it.
import "./second-step-panel.tsx";

afterEach(cleanup);

const refusal = (reason: string, details: object = {}) =>
  Object.assign(new Error("unauthenticated"), { data: { kind: "unauthenticated", reason, details, requestId: "r" } });

type Answer = Awaited<ReturnType<SignInDoors["signIn"]>>;
const unused = async () => Promise.reject(new Error("not asked for"));

const show = (
  signIn: (input: SignInInput) => Promise<Answer>,
  { onSignedIn = vi.fn(), showSecondFactor = vi.fn<SignInDoors["showSecondFactor"]>() } = {},
) => {
  const doors = { signIn, showSecondFactor, beginPasskeySignIn: unused, signInWithPasskey: unused };
  render(<SignInPanel portalName="職員ポータル" lead="" doors={doors} onSignedIn={onSignedIn} help="" />);
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
      .fn<(input: SignInInput) => Promise<Answer>>()
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

  it("asks for the code after the password, keeps the step when it is wrong, and begins anew when it is too late", async () => {
    const step = { challenge: "c".repeat(43), kinds: ["totp", "recovery"] as const, passkeyOptions: null };
    const showSecondFactor = vi
      .fn<SignInDoors["showSecondFactor"]>()
      .mockRejectedValueOnce(refusal("identity.wrong_second_factor"))
      .mockRejectedValueOnce(refusal("identity.sign_in_expired"));
    const onSignedIn = show(async () => ({ secondStep: { ...step, kinds: [...step.kinds] } }), { showSecondFactor });
    press();
    const field = await screen.findByLabelText<HTMLInputElement>("6桁の番号");
    const send = () => fireEvent.click(screen.getByRole("button", { name: "確かめてサインイン" }));
    fireEvent.change(field, { target: { value: "12" } });
    send();
    expect(await screen.findByText("認証アプリに出ている、6桁の数字を入力してください。")).toBeTruthy();
    expect(showSecondFactor).not.toHaveBeenCalled();
    fireEvent.change(field, { target: { value: "１２３ ４５６" } });
    send();
    await screen.findByRole("alert");
    expect(screen.getByLabelText<HTMLInputElement>("6桁の番号").value).toBe("");
    fireEvent.change(screen.getByLabelText("6桁の番号"), { target: { value: "123456" } });
    send();
    await waitFor(() => expect(screen.queryByLabelText("6桁の番号")).toBeNull());
    fireEvent.click(screen.getByRole("button", { name: "はじめからサインインする" }));
    expect(screen.getByLabelText<HTMLInputElement>("パスワード").value).toBe("");
    expect(onSignedIn).not.toHaveBeenCalled();
  });
});
