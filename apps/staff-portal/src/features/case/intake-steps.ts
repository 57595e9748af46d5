import type { OpenCaseForm } from "@tsunagari/domain/case";
import { fieldText } from "@tsunagari/messages";
import type { FormError } from "@tsunagari/ui";
import { useState } from "react";
import type { FieldPath } from "react-hook-form";
import type { IntakeForm } from "./use-intake-form.ts";

type Path = FieldPath<OpenCaseForm>;

/** What each step asks; the fields of a step are checked before the next one opens. */
export const intakeSteps = [
  { title: "受付", heading: "いつ、どこからの相談ですか" },
  { title: "困りごと", heading: "どんなことで困っていますか" },
  { title: "本人", heading: "相談の中心になる人" },
  { title: "世帯", heading: "いっしょに暮らす人と、関わっている機関" },
  { title: "確認", heading: "急ぎの度合いと、内容の確認" },
] as const;
export const lastIntakeStep = intakeSteps.length;

const memberFields = [
  "relation",
  "person.identity.name",
  "person.identity.kana",
  "person.identity.birthOn",
  "person.living.involvedAgencies",
  "isProtected",
] as const;

const fieldsOf = (step: number, memberCount: number): readonly Path[] => {
  switch (step) {
    case 1:
      return ["source", "sourceDepartmentId", "receivedOn"];
    case 2:
      return ["lifeIssues", "summary", "person.wishes.wishes"];
    case 3:
      return [
        "person.identity.name",
        "person.identity.kana",
        "person.identity.birthOn",
        "person.identity.preferredName",
        "person.contact.address",
        "person.contact.phone",
        "person.contact.mail",
        "isProtected",
      ];
    case 4:
      return [
        "person.living.involvedAgencies",
        ...Array.from({ length: memberCount }, (_, index) =>
          memberFields.map((field): Path => `members.${index}.${field}`),
        ).flat(),
      ];
    default:
      return ["urgency"];
  }
};

type Walk = {
  readonly form: IntakeForm;
  readonly step: number;
  readonly goTo: (step: number) => void;
  readonly labelOf: (path: string) => string;
};

/** The form as its shell sees it: 「次へ」 checks one step, the last one sends; the summary tells of the open step. */
export const useIntakeSteps = ({ form, step, goTo, labelOf }: Walk): IntakeForm => {
  const [attempts, setAttempts] = useState(0);
  const [checkedStep, setCheckedStep] = useState(0);
  const { getFieldState, formState, getValues, trigger } = form.form;
  const pathsOf = (of: number) => fieldsOf(of, getValues("members")?.length ?? 0);
  const codeOf = (path: Path) => getFieldState(path, formState).error?.message;
  const own = pathsOf(step).flatMap((path): FormError[] => {
    const code = codeOf(path);
    const label = labelOf(path);
    return code === undefined ? [] : [{ fieldId: form.field(path, label).id, message: `${label}：${fieldText(code)}` }];
  });
  const advance = async () => {
    const isRight = await trigger([...pathsOf(step)]);
    setCheckedStep(isRight ? 0 : step);
    setAttempts((count) => count + 1);
    if (isRight) goTo(step + 1);
  };
  const send = async () => {
    await form.submit();
    const wrong = intakeSteps.findIndex((_, index) => pathsOf(index + 1).some((path) => getFieldState(path).invalid));
    if (wrong < 0) return;
    setCheckedStep(wrong + 1);
    setAttempts((count) => count + 1);
    if (wrong + 1 !== step) goTo(wrong + 1);
  };
  const general = form.errors.filter((error) => error.fieldId === undefined);
  return {
    ...form,
    attempt: form.attempt + attempts,
    errors: [...general, ...(checkedStep === step ? own : [])],
    submit: async (event) => {
      event?.preventDefault();
      await (step < lastIntakeStep ? advance() : send());
    },
  };
};
