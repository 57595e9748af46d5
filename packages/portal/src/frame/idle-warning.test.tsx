import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createContact, type Contact } from "../client/contact.ts";
import { IdleWarning } from "./idle-warning.tsx";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const show = (contact: Contact) => {
  const onExpired = vi.fn();
  const onContinue = vi.fn(async () => contact.mark());
  render(<IdleWarning contact={contact} minutes={15} onContinue={onContinue} onExpired={onExpired} />);
  return { onExpired, onContinue };
};

const passMinutes = (minutes: number) => act(() => vi.advanceTimersByTimeAsync(minutes * 60_000));

describe("the idle warning (D-31)", () => {
  it("stands two minutes before the limit and goes away when one continues", async () => {
    const { onExpired, onContinue } = show(createContact());
    await passMinutes(12.9);
    expect(screen.queryByRole("alertdialog")).toBeNull();
    await passMinutes(0.2);
    fireEvent.click(screen.getByRole("button", { name: "続ける" }));
    await passMinutes(0);
    expect(onContinue).toHaveBeenCalledTimes(1);
    expect(screen.queryByRole("alertdialog")).toBeNull();
    await passMinutes(12.8);
    expect(onExpired).not.toHaveBeenCalled();
  });

  it("counts from the last answer of the server, and ends the session's page at the limit", async () => {
    const contact = createContact();
    const { onExpired } = show(contact);
    await passMinutes(12);
    contact.mark();
    await passMinutes(12);
    expect(screen.queryByRole("alertdialog")).toBeNull();
    await passMinutes(3.1);
    expect(onExpired).toHaveBeenCalled();
  });
});
