import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { RadioGroup } from "./choice.tsx";
import { DateField } from "./date-field.tsx";
import { Form } from "./form.tsx";
import { FormErrorSummary } from "./form-error-summary.tsx";
import { Button } from "./button.tsx";
import { TextArea } from "./text-area.tsx";
import { TextField } from "./text-field.tsx";

afterEach(cleanup);

describe("a field", () => {
  it("is named by its label and described by its error first, then its help", () => {
    render(<TextField label="名称" requirement="required" support="短い名前にします" error="入力してください" />);
    const field = screen.getByLabelText("名称");
    const described = (field.getAttribute("aria-describedby") ?? "").split(" ");
    expect(described.map((id) => document.getElementById(id)?.textContent)).toEqual([
      "＊入力してください",
      "短い名前にします",
    ]);
    expect(field.getAttribute("aria-invalid")).toBe("true");
    expect(field.getAttribute("aria-required")).toBe("true");
  });

  it("claims no error and no help when it has none", () => {
    render(<TextField label="名称" />);
    const field = screen.getByLabelText("名称");
    expect(field.hasAttribute("aria-describedby")).toBe(false);
    expect(field.hasAttribute("aria-invalid")).toBe(false);
  });
});

describe("the remaining characters", () => {
  it("follow the typing and never cut the text", () => {
    render(<TextArea label="内容" limit={5} />);
    const area = screen.getByLabelText<HTMLTextAreaElement>("内容");
    fireEvent.input(area, { target: { value: "あいうえおか" } });
    expect(area.value).toBe("あいうえおか");
    expect(screen.getByText("1文字多く入力されています（5文字まで）")).toBeDefined();
  });
});

describe("a choice that cannot be taken", () => {
  it("stays visible with its reason and is not chosen by a press", () => {
    render(
      <RadioGroup
        label="方法"
        options={[
          { value: "written", label: "書面" },
          { value: "digital", label: "電子", unavailableReason: "この市では使われていません。" },
        ]}
      />,
    );
    const digital = screen.getByRole<HTMLInputElement>("radio", { name: "電子" });
    fireEvent.click(digital);
    expect(digital.checked).toBe(false);
    expect(screen.getByText("この市では使われていません。")).toBeDefined();
  });
});

const DateForm = ({ onChange }: { readonly onChange: (value: string) => void }) => {
  const [value, setValue] = useState("");
  return (
    <DateField
      label="同意した日"
      value={value}
      onChange={(next) => {
        setValue(next);
        onChange(next);
      }}
    />
  );
};

describe("the date field", () => {
  it("gives ISO text from full-width digits and an era, and shows the era beside it", () => {
    const onChange = vi.fn();
    render(<DateForm onChange={onChange} />);
    fireEvent.change(screen.getByLabelText("年"), { target: { value: "令和８" } });
    fireEvent.change(screen.getByLabelText("月"), { target: { value: "１１" } });
    fireEvent.change(screen.getByLabelText("日"), { target: { value: "2" } });
    fireEvent.change(screen.getByLabelText("日"), { target: { value: "21" } });
    expect(onChange).toHaveBeenLastCalledWith("2026-11-21");
    expect(screen.getByText("令和8年11月21日（土）")).toBeDefined();
    fireEvent.blur(screen.getByLabelText("日"));
    expect(screen.getByLabelText<HTMLInputElement>("年").value).toBe("2026");
  });
});

describe("the form", () => {
  it("is not sent by the Enter that ends a conversion of kana, in Safari's order of events too", () => {
    render(
      <Form aria-label="記入">
        <TextField label="名称" />
      </Form>,
    );
    const field = screen.getByLabelText("名称");
    expect(fireEvent.keyDown(field, { key: "Enter", keyCode: 229 })).toBe(false);
    expect(fireEvent.keyDown(field, { key: "Enter", isComposing: true })).toBe(false);
    expect(fireEvent.keyDown(field, { key: "Enter", keyCode: 13 })).toBe(true);
  });
});

describe("the error summary", () => {
  it("takes the focus on every attempt and leads to the field", () => {
    const errors = [{ fieldId: "name", message: "名称：入力してください" }];
    const page = (attempt: number) => (
      <>
        <FormErrorSummary errors={errors} attempt={attempt} />
        <TextField id="name" label="名称" />
      </>
    );
    Element.prototype.scrollIntoView = () => undefined;
    const { rerender } = render(page(1));
    expect(document.activeElement).toBe(screen.getByRole("alert"));
    fireEvent.click(screen.getByRole("link", { name: "名称：入力してください" }));
    expect(document.activeElement).toBe(screen.getByLabelText("名称"));
    rerender(page(2));
    expect(document.activeElement).toBe(screen.getByRole("alert"));
  });
});

describe("a button", () => {
  it("that is unavailable can be reached, says why, and neither acts nor submits", () => {
    const onClick = vi.fn();
    render(
      <Button type="submit" unavailableReason="同意の期限が切れています。" onClick={onClick}>
        送る
      </Button>,
    );
    const button = screen.getByRole("button", { name: "送る", description: "同意の期限が切れています。" });
    expect(button.hasAttribute("disabled")).toBe(false);
    expect(button.getAttribute("aria-disabled")).toBe("true");
    expect(button.getAttribute("type")).toBe("button");
    fireEvent.click(button);
    expect(onClick).not.toHaveBeenCalled();
  });

  it("that is pending answers no second press", () => {
    const onClick = vi.fn();
    render(
      <Button pending onClick={onClick}>
        送る
      </Button>,
    );
    fireEvent.click(screen.getByRole("button"));
    expect(onClick).not.toHaveBeenCalled();
  });
});
