import { describe, expect, it } from "vitest";
import { isForTests, sourceFiles, textOf, withoutComments } from "./source-files.ts";

/** Forms that keep no draft: nothing in them takes longer to make again than to read an offer (D-31). */
const withoutDraft: Readonly<Record<string, string>> = {
  "apps/partner-portal/src/features/activity/referral-card.tsx": "one choice and one number",
  "apps/partner-portal/src/features/identity/give-role-dialog.tsx": "one choice",
  "apps/partner-portal/src/features/referral/start-form.tsx": "one date",
  "apps/partner-portal/src/features/referral/use-referral-form.ts": "passes on the draft of the form that uses it",
  "apps/staff-portal/src/features/consent/use-reviewed-form.ts": "passes on the draft of the form that uses it",
  "apps/staff-portal/src/features/meeting/add-item-page.tsx": "three choices, left and come back to on purpose",
  "apps/staff-portal/src/features/municipality/edit-dialog.tsx": "passes on the draft of the longer ones",
  "apps/staff-portal/src/features/organization/traits-card.tsx": "one choice and two dates",
  "apps/staff-portal/src/features/platform/participant-dialogs.tsx": "one choice or one name, and a date",
  "apps/staff-portal/src/features/platform/application-card.tsx":
    "accepting asks for one date; refusing keeps its reason",
  "apps/staff-portal/src/features/referral/report-card.tsx": "one choice",
  "apps/staff-portal/src/features/retention/decide-dialogs.tsx": "ticks, one choice and one date",
  "apps/staff-portal/src/features/retention/officers-card.tsx": "one choice",
};

/** Drafts on the pages of residents that are about nobody yet. */
const aboutNobody: Readonly<Record<string, string>> = {
  intake: "the case begins with it",
  meeting: "who comes to a meeting is settled after it is convened",
};

/** Where every form is about somebody: the modules inside the case fence. */
const residentPages = /^apps\/[a-z-]+\/src\/features\/(?:case|consent|meeting|referral)\//u;

const apps = sourceFiles
  .filter((path) => path.startsWith("apps/") && !isForTests(path))
  .map((path) => ({ path, text: withoutComments(textOf(path)) }));

const countOf = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length;

const formsOf = ({ path, text }: (typeof apps)[number]) => ({
  path,
  forms: countOf(
    text,
    /= useCommandForm[<(]|return useCommandForm[<(]|useReferralForm\(\{|return useReviewedForm\(\{|<(?:FormDialog|DialogForm)\b/gu,
  ),
  drafts: countOf(text, /draft(?:: |=\{)\{ api: drafts,/gu),
});

describe("what is typed", () => {
  it("is kept as a draft by every form, a few short ones excepted", () => {
    const missing = apps
      .map(formsOf)
      .filter(({ path, forms, drafts }) => forms > drafts && !Object.hasOwn(withoutDraft, path))
      .map(({ path, forms, drafts }) => `${path}: ${forms} forms, ${drafts} drafts`);
    expect(missing).toEqual([]);
  });

  it("about a resident names the case, the person or the referral with which the draft ends (D-31)", () => {
    const drafts = apps
      .filter(({ path }) => residentPages.test(path))
      .flatMap(({ path, text }) =>
        [...text.matchAll(/draft(?:: |=\{)\{\s*api: drafts,\s*form: "(?<form>\w+)"(?<rest>[\s\S]*?)\}[,}]?\n/gu)].map(
          ({ groups }) => ({ path, form: groups?.["form"] ?? "", rest: groups?.["rest"] ?? "" }),
        ),
      );
    const unnamed = drafts.filter(({ rest }) => !/subject: [^,]+,\s*(?:caseId|personId|referralId)\b/u.test(rest));
    expect(drafts.length).toBeGreaterThan(20);
    expect(unnamed.map(({ form }) => form).toSorted()).toEqual(Object.keys(aboutNobody).toSorted());
  });

  it("has no excuse for a form that is gone or keeps a draft now", () => {
    const excused = apps.map(formsOf).filter(({ path }) => Object.hasOwn(withoutDraft, path));
    expect(excused.map(({ path }) => path).toSorted()).toEqual(Object.keys(withoutDraft).toSorted());
    expect(excused.filter(({ forms, drafts }) => forms <= drafts)).toEqual([]);
  });
});
