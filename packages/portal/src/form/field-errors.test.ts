// @vitest-environment node
import { describe, expect, it } from "vitest";
import { inScreenOrder, issuesOf } from "./field-errors.ts";

describe("the errors of a form", () => {
  it("are found in groups and lists, and stand in the order of the screen", () => {
    const issues = issuesOf({
      contact: { phone: { type: "custom", message: "not_a_phone" } },
      places: [undefined, { name: { type: "custom", message: "required" } }],
      title: { type: "custom", message: "required" },
    });
    expect(inScreenOrder(issues, ["title", "places.1.name"])).toEqual([
      { path: "title", code: "required" },
      { path: "places.1.name", code: "required" },
      { path: "contact.phone", code: "not_a_phone" },
    ]);
  });
});
