import { describe, expect, it } from "vitest";
import { GiveForm, toGiveConsent, type TermsValues } from "./terms.ts";

const id = "01a1fcb5-2d96-7df5-9683-48d69d022ddf";
const filled: TermsValues = {
  requestId: id,
  personId: id,
  purpose: "partnerDisclosure",
  departmentIds: [id],
  organizationIds: [id],
  dataGroups: ["wishes"],
  givenOn: "2026-04-01",
  lastOn: "",
  form: "written",
  witness: "隣の人",
  formNote: "玄関先で",
  givenBy: "person",
  representativeName: "架空 太郎",
  representativeCapacity: "curator",
};

describe("a consent form whose answers changed while it was filled in", () => {
  it("sends nothing that was asked for another purpose, form or giver", () => {
    expect(toGiveConsent(filled)).toMatchObject({
      departmentIds: [],
      organizationIds: [id],
      witness: null,
      formNote: null,
      representativeName: null,
      representativeCapacity: null,
    });
    expect(toGiveConsent({ ...filled, purpose: "support" })).toMatchObject({ organizationIds: [], dataGroups: [] });
  });

  it("still refuses a spoken consent of which nobody wrote when and how (D-02)", () => {
    const refused = GiveForm.safeParse({ ...filled, form: "oral", witness: "", formNote: "" });
    expect(refused.error?.issues.map(({ path }) => path.join("."))).toEqual(["formNote"]);
    expect(GiveForm.safeParse(filled).success).toBe(true);
  });
});
