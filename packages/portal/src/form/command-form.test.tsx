import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from "@tanstack/react-router";
import { choice, command, DateField, line, optionalWholeNumber } from "@tsunagari/domain/kernel";
import { Select, TextField } from "@tsunagari/ui";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { act, type ReactNode } from "react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { CommandFormShell } from "./command-form-shell.tsx";
import { FormDateField } from "./form-date-field.tsx";
import { useCommandForm } from "./use-command-form.ts";
import type { DraftApi, StoredDraft } from "./use-draft.ts";

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const Publish = command({ title: line(10), heldOn: DateField });
type Sent = { readonly title: string; readonly heldOn: string; readonly requestId: string };

const refusal = (kind: string, reason: string, details: object = {}) =>
  Object.assign(new Error(kind), { data: { kind, reason, details, requestId: "r-1" } });

type Parts = {
  readonly send: (input: Sent) => Promise<{ id: string }>;
  readonly onDone?: () => void;
  readonly drafts?: DraftApi;
  /** What the form holds already when it opens. */
  readonly known?: { readonly heldOn: string };
  readonly refusal?: string;
};

const PublishForm = ({ send, onDone = () => undefined, drafts, known, refusal: reason }: Parts) => {
  const form = useCommandForm({
    schema: Publish,
    defaultValues: { title: "", heldOn: "", ...known },
    send,
    onDone,
    ...(drafts === undefined ? {} : { draft: { api: drafts, form: "activity", subject: "" } }),
  });
  return (
    <CommandFormShell form={form} submitLabel="掲載する" unavailableReason={reason}>
      <TextField {...form.field("title", "名称")} requirement="required" />
      <FormDateField form={form} name="heldOn" label="開催日" requirement="required" />
    </CommandFormShell>
  );
};

const Invite = command({ guests: optionalWholeNumber(1, 20), way: choice(["post", "mail"]) });
type InviteValues = { requestId: string; guests: string; way: string };

const InviteForm = () => {
  const form = useCommandForm<InviteValues, unknown>({
    schema: z.preprocess((values: InviteValues) => values, Invite),
    defaultValues: { guests: "", way: "" },
    send: async () => ({ id: "1" }),
    onDone: () => undefined,
  });
  return (
    <CommandFormShell form={form} submitLabel="掲載する">
      <TextField {...form.field("guests", "人数")} requirement="optional" />
      <Select
        {...form.field("way", "送り方")}
        requirement="required"
        emptyLabel="まだ決めていません"
        options={[{ value: "post", label: "郵便" }]}
      />
    </CommandFormShell>
  );
};

const show = async (page: ReactNode) => {
  const router = createRouter({
    routeTree: createRootRoute({ component: () => page }),
    history: createMemoryHistory({ initialEntries: ["/"] }),
  });
  render(<RouterProvider router={router} />);
  await screen.findByRole("button", { name: "掲載する" });
};

const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
const fill = () => {
  type("名称", "ひまわり食堂");
  type("年", "２０２６");
  type("月", "11");
  type("日", "28");
};
const submit = () => fireEvent.click(screen.getByRole("button", { name: "掲載する" }));

describe("a command form", () => {
  it("says what a field wants: to be written anew, or where nothing is chosen, to be chosen", async () => {
    await show(<InviteForm />);
    type("人数", "たくさん");
    submit();
    const summary = await screen.findByRole("alert");
    expect([...summary.querySelectorAll("a")].map((link) => link.textContent)).toEqual([
      "人数：数字で入力してください。",
      "送り方：選んでください。",
    ]);
  });

  it("checks with the domain's schema, in the order of the screen, and sends nothing that is wrong", async () => {
    const send = vi.fn(async () => ({ id: "1" }));
    await show(<PublishForm send={send} />);
    submit();
    const summary = await screen.findByRole("alert");
    expect([...summary.querySelectorAll("a")].map((link) => link.textContent)).toEqual([
      "名称：入力してください。",
      "開催日：入力してください。",
    ]);
    expect(document.activeElement).toBe(summary);
    expect(screen.getByLabelText("名称").getAttribute("aria-invalid")).toBe("true");
    expect(send).not.toHaveBeenCalled();
  });

  it("keeps what was typed while the system is being maintained, says until when, and sends it afterwards", async () => {
    let isMaintained = true;
    const send = vi.fn(async (_input: Sent) => {
      if (isMaintained) throw refusal("internal", "kernel.maintenance", { until: "2026-11-21T09:00:00.000Z" });
      return { id: "1" };
    });
    const onDone = vi.fn();
    await show(<PublishForm send={send} onDone={onDone} />);
    fill();
    submit();
    expect((await screen.findByRole("alert")).textContent).toContain("18:00ごろまでの予定です。");
    expect(screen.getByLabelText("名称")).toHaveProperty("value", "ひまわり食堂");
    isMaintained = false;
    submit();
    await waitFor(() => expect(onDone).toHaveBeenCalledTimes(1));
    expect(send.mock.calls[1]?.[0]).toEqual(send.mock.calls[0]?.[0]);
  });

  it("says above its fields why it cannot be sent, before anybody has typed in vain", async () => {
    const reason = "公開中の活動で使われている場所です。";
    await show(<PublishForm send={async () => ({ id: "1" })} refusal={reason} />);
    const [above] = screen.getAllByText(reason);
    const order = above?.compareDocumentPosition(screen.getByLabelText(/名称/u));
    expect(order).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  });

  it("sends once, however often the button is pressed, with a request id of its own", async () => {
    let answer: (value: { id: string }) => void = () => undefined;
    const send = vi.fn((_input: Sent) => new Promise<{ id: string }>((resolve) => (answer = resolve)));
    const onDone = vi.fn();
    await show(<PublishForm send={send} onDone={onDone} />);
    fill();
    const button = screen.getByRole("button", { name: "掲載する" });
    fireEvent.click(button);
    fireEvent.click(button);
    fireEvent.submit(button);
    await waitFor(() => expect(send).toHaveBeenCalledTimes(1));
    fireEvent.click(button);
    fireEvent.submit(button);
    await act(async () => answer({ id: "1" }));
    await waitFor(() => expect(onDone).toHaveBeenCalledTimes(1));
    expect(send).toHaveBeenCalledTimes(1);
    expect(send.mock.calls[0]?.[0]).toMatchObject({ title: "ひまわり食堂", heldOn: "2026-11-28" });
    expect(send.mock.calls[0]?.[0].requestId).toMatch(/^[0-9a-f-]{14}7/u);
  });

  it("keeps what was typed and the request id after a failure, and says what happened", async () => {
    const send = vi
      .fn<(input: Sent) => Promise<{ id: string }>>()
      .mockRejectedValueOnce(new TypeError("fetch failed"))
      .mockResolvedValueOnce({ id: "1" });
    await show(<PublishForm send={send} />);
    fill();
    submit();
    expect((await screen.findByRole("alert")).textContent).toContain("一時的につながりません");
    expect(screen.getByLabelText<HTMLInputElement>("名称").value).toBe("ひまわり食堂");
    submit();
    await waitFor(() => expect(send).toHaveBeenCalledTimes(2));
    expect(send.mock.calls[1]?.[0].requestId).toBe(send.mock.calls[0]?.[0].requestId);
  });

  it("puts the server's field errors at their fields", async () => {
    const details = { fields: [{ path: "title", code: "my_number" }] };
    await show(
      <PublishForm send={async () => Promise.reject(refusal("invalid_input", "kernel.invalid_input", details))} />,
    );
    fill();
    submit();
    const link = await screen.findByRole("link", { name: /名称：マイナンバー/u });
    expect(link.getAttribute("href")).toBe(`#${screen.getByLabelText("名称").id}`);
  });
});

const draftsHolding = (stored: StoredDraft | null) => ({
  get: vi.fn(async () => stored),
  save: vi.fn(async (_draft: unknown) => ({ id: "1" })),
  discard: vi.fn(async () => ({ id: "1" })),
});

describe("a form with a draft (D-31)", () => {
  it("saves after a pause without the request id, and throws the draft away when the form was sent", async () => {
    const drafts = draftsHolding(null);
    await show(<PublishForm send={async () => ({ id: "1" })} drafts={drafts} />);
    await waitFor(() => expect(drafts.get).toHaveBeenCalled());
    fill();
    await waitFor(() => expect(drafts.save).toHaveBeenCalledTimes(1), { timeout: 4_000 });
    expect(drafts.save.mock.calls[0]?.[0]).toMatchObject({
      form: "activity",
      subject: "",
      content: { title: "ひまわり食堂", heldOn: "2026-11-28" },
    });
    expect(JSON.stringify(drafts.save.mock.calls[0]?.[0])).toMatch(/^(?!.*"content":\{[^}]*requestId)/u);
    await screen.findByText(/^下書きを保存しました \d\d:\d\d$/u);
    submit();
    await waitFor(() => expect(drafts.discard).toHaveBeenCalledTimes(1));
  });

  it("offers an earlier draft and fills the form with it only when asked to", async () => {
    const drafts = draftsHolding({
      content: { title: "前の名称", heldOn: "2026-12-05" },
      savedAt: "2026-11-21T05:03:00Z",
    });
    await show(<PublishForm send={async () => ({ id: "1" })} drafts={drafts} />);
    await screen.findByText("下書きから再開しますか");
    expect(screen.getByLabelText<HTMLInputElement>("名称").value).toBe("");
    fireEvent.click(screen.getByRole("button", { name: "下書きから再開する" }));
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>("名称").value).toBe("前の名称"));
    expect(screen.getByLabelText<HTMLInputElement>("日").value).toBe("5");
    expect(screen.queryByText("下書きから再開しますか")).toBeNull();
  });

  it("keeps only what was changed, and taking it up leaves the rest as the page shows it now", async () => {
    const drafts = draftsHolding({ content: { title: "前の名称" }, savedAt: "2026-11-21T05:03:00Z" });
    await show(<PublishForm send={async () => ({ id: "1" })} drafts={drafts} known={{ heldOn: "2026-12-05" }} />);
    fireEvent.click(await screen.findByRole("button", { name: "下書きから再開する" }));
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>("名称").value).toBe("前の名称"));
    expect(screen.getByLabelText<HTMLInputElement>("日").value).toBe("5");
    fireEvent.change(screen.getByLabelText("名称"), { target: { value: "新しい名称" } });
    await waitFor(() => expect(drafts.save).toHaveBeenCalledTimes(1), { timeout: 4_000 });
    expect(drafts.save.mock.calls[0]?.[0]).toMatchObject({ content: { title: "新しい名称" } });
    expect(JSON.stringify(drafts.save.mock.calls[0]?.[0])).not.toContain("heldOn");
  });

  it("says which digits keep a draft from being saved (D-22)", async () => {
    const drafts = draftsHolding(null);
    const details = { fields: [{ path: "content", code: "my_number" }] };
    drafts.save.mockRejectedValue(refusal("invalid_input", "kernel.invalid_input", details));
    await show(<PublishForm send={async () => ({ id: "1" })} drafts={drafts} />);
    fill();
    expect(await screen.findByText(/マイナンバーと思われる12桁の数字/u, {}, { timeout: 4_000 })).toBeTruthy();
  });
});
