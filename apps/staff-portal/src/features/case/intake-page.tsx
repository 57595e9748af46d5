import { Link, useNavigate } from "@tanstack/react-router";
import { caseMessages } from "@tsunagari/messages";
import { CommandFormShell, PageTitle, useSession, ScreenHelp } from "@tsunagari/portal";
import { Breadcrumbs, Button, buttonStyle, Card, PageHeader, Stack, Steps } from "@tsunagari/ui";
import { useEffect, useRef, type ReactNode } from "react";
import { intakeLabels } from "./intake-fields.tsx";
import { HouseholdStep } from "./intake-household-step.tsx";
import { OriginStep, PersonStep, ReviewStep, TroubleStep } from "./intake-parts.tsx";
import { intakeSteps, lastIntakeStep, useIntakeSteps } from "./intake-steps.ts";
import { useIntakeForm } from "./use-intake-form.ts";

const labels: Readonly<Record<string, string>> = {
  ...caseMessages.personFields,
  ...caseMessages.fields,
  ...intakeLabels,
};
const labelOf = (path: string): string => {
  const member = /^members\.(\d+)\./u.exec(path)?.[1];
  const label = labels[path.slice(path.lastIndexOf(".") + 1)] ?? "";
  return member === undefined ? label : `世帯員${Number(member) + 1}の${label}`;
};

/** All steps stand in the page, so that nothing typed is lost; one of them shows. */
const StepBody = ({
  number,
  current,
  children,
}: {
  readonly number: number;
  readonly current: number;
  readonly children: ReactNode;
}) => {
  const isOpen = number === current;
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(current);
  useEffect(() => {
    if (isOpen && before.current !== current) {
      heading.current?.focus({ preventScroll: true });
      window.scrollTo({ top: 0 });
    }
    before.current = current;
  }, [isOpen, current]);
  return (
    <div hidden={!isOpen}>
      <Card>
        <h2 ref={heading} tabIndex={-1} className="text-std-20B-150 sm:text-std-22B-150">
          {intakeSteps[number - 1]?.heading}
        </h2>
        <div className="flex flex-col gap-7">{children}</div>
      </Card>
    </div>
  );
};

const parts = [OriginStep, TroubleStep, PersonStep, HouseholdStep, ReviewStep];

const howTo = [
  "聞き取れたことだけを書いて、次の画面へ進みます。わからない項目は空けておけます。",
  "前の画面には、いつでも戻れます。書いたことは消えません。",
  "途中でやめても、下書きは14日間残り、もう一度開くと続きから書けます。",
  "最後の画面で内容を確かめて登録すると、ケースができ、あなたが最初の担当になります。",
];

/** Taking a case in, step by step. The draft is kept on the server; the step stands in the address. */
export const IntakePage = ({ step }: { readonly step: number }) => {
  const { today } = useSession();
  const navigate = useNavigate();
  const form = useIntakeForm(today);
  const goTo = (next: number) => void navigate({ to: "/cases/new", search: { step: next } });
  const shown = useIntakeSteps({ form, step, goTo, labelOf });
  const links = [
    <Link key="cases" to="/cases">
      ケース
    </Link>,
  ];
  return (
    <Stack>
      <PageTitle>{`相談の受付（${step}/${lastIntakeStep}）`}</PageTitle>
      <PageHeader
        title="相談の受付"
        lead="わかっていることから書きます。下書きは自動で保存され、あとから続けられます。"
        breadcrumbs={<Breadcrumbs links={links} current="相談の受付" />}
      />
      <ScreenHelp steps={howTo} />
      <Steps steps={intakeSteps.map(({ title }) => title)} current={step} />
      <CommandFormShell
        form={shown}
        submitLabel={step < lastIntakeStep ? "次へ" : "相談を受け付ける"}
        pendingLabel="受け付けています…"
        cancel={
          <>
            {step > 1 ? (
              <Button size="large" onClick={() => goTo(step - 1)}>
                前へ戻る
              </Button>
            ) : null}
            <Link to="/cases" className={buttonStyle({ variant: "text", size: "large" })}>
              下書きを残して閉じる
            </Link>
          </>
        }
      >
        {parts.map((Part, index) => (
          <StepBody key={intakeSteps[index]?.title} number={index + 1} current={step}>
            <Part form={form} />
          </StepBody>
        ))}
      </CommandFormShell>
    </Stack>
  );
};
