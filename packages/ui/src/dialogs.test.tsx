import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, describe, expect, it, vi } from "vitest";
import { Card } from "./card.tsx";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { pagesShown } from "./pagination.tsx";
import { Table } from "./table.tsx";
import { Tabs } from "./tabs.tsx";

afterEach(cleanup);

const confirmation = (change: { readonly pending?: boolean; readonly error?: string }) => {
  const onConfirm = vi.fn();
  const onOpenChange = vi.fn();
  render(
    <ConfirmDialog
      isOpen
      onOpenChange={onOpenChange}
      title="同意を撤回しますか"
      effect="進行中の依頼2件が取り下げられます。"
      confirmLabel="同意を撤回する"
      onConfirm={onConfirm}
      pending={change.pending ?? false}
      error={change.error}
    />,
  );
  return { dialog: within(screen.getByRole("alertdialog", { name: "同意を撤回しますか" })), onConfirm, onOpenChange };
};

describe("the confirmation", () => {
  it("names the effect, and its button bears the verb", () => {
    const { dialog, onConfirm } = confirmation({});
    expect(dialog.getByText("進行中の依頼2件が取り下げられます。")).toBeDefined();
    fireEvent.click(dialog.getByRole("button", { name: "同意を撤回する" }));
    expect(onConfirm).toHaveBeenCalledTimes(1);
  });

  it("cannot be closed or confirmed twice while the act is under way", () => {
    const { dialog, onConfirm, onOpenChange } = confirmation({ pending: true });
    for (const button of dialog.getAllByRole("button")) fireEvent.click(button);
    fireEvent.keyDown(screen.getByRole("alertdialog"), { key: "Escape" });
    expect(onConfirm).not.toHaveBeenCalled();
    expect(onOpenChange).not.toHaveBeenCalled();
  });

  it("stays open and says why it did not work", () => {
    const { dialog } = confirmation({ error: "先にほかの人が変更しました。" });
    expect(dialog.getByRole("alert").textContent).toContain("先にほかの人が変更しました。");
  });
});

describe("tabs", () => {
  it("move with the arrow keys, and only the current one is a stop of the keyboard", () => {
    render(
      <Tabs
        label="表示"
        items={[
          { id: "a", label: "活動", content: "活動の中身" },
          { id: "b", label: "申請", content: "申請の中身" },
        ]}
      />,
    );
    fireEvent.keyDown(screen.getByRole("tab", { name: "活動" }), { key: "ArrowRight" });
    const second = screen.getByRole("tab", { name: "申請", selected: true });
    expect(document.activeElement).toBe(second);
    expect(screen.getByRole("tabpanel", { name: "申請" }).textContent).toBe("申請の中身");
    expect(screen.getByRole("tab", { name: "活動" }).tabIndex).toBe(-1);
  });
});

describe("rendered on the server, without JavaScript", () => {
  it("a table keeps caption, headers and roles, and a card its heading", () => {
    const html = renderToStaticMarkup(
      <Card title="活動">
        <Table
          caption="活動の一覧"
          columns={[
            { key: "name", header: "名前", isRowHeader: true, cell: (row: { name: string }) => row.name },
            { key: "seats", header: "定員", cell: () => "12名" },
          ]}
          rows={[{ name: "ひまわり食堂" }]}
          rowKey={(row) => row.name}
        />
      </Card>,
    );
    expect(html).toContain("<h2");
    expect(html).toMatch(/<caption[^>]*>活動の一覧/u);
    expect(html).toMatch(/<th[^>]*role="rowheader"[^>]*scope="row"/u);
    expect(html).toMatch(/<th[^>]*role="columnheader"[^>]*scope="col"/u);
  });
});

describe("pages", () => {
  it("show the ends and the neighborhood, with gaps between", () => {
    expect(pagesShown(5, 9)).toEqual([1, null, 4, 5, 6, null, 9]);
    expect(pagesShown(1, 3)).toEqual([1, 2, 3]);
  });
});
