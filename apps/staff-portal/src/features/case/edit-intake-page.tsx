import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { UpdateIntake } from "@tsunagari/domain/case";
import { caseMessages } from "@tsunagari/messages";
import {
  announce,
  CommandFormShell,
  FormDateField,
  PageTitle,
  unavailableReason,
  useCommandForm,
} from "@tsunagari/portal";
import { buttonStyle, Card } from "@tsunagari/ui";
import { client, drafts } from "../../client.ts";
import {
  intakeLabels as labels,
  LifeIssuesField,
  SourceDepartmentField,
  SourceField,
  SummaryField,
  UrgencyField,
} from "./intake-fields.tsx";
import { caseOptions, type SupportCase } from "./queries.ts";

const useIntakeUpdate = (data: SupportCase) => {
  const navigate = useNavigate();
  return useCommandForm({
    schema: UpdateIntake,
    defaultValues: {
      caseId: data.id,
      version: data.version,
      source: data.source,
      sourceDepartmentId: data.sourceDepartmentId ?? "",
      receivedOn: data.receivedOn,
      lifeIssues: data.lifeIssues,
      urgency: data.urgency,
      summary: data.summary ?? "",
    },
    send: (input) => client.case.updateIntake.mutate(input),
    draft: { api: drafts, form: "intakeCorrection", subject: data.id, caseId: data.id },
    onDone: async () => {
      announce("受付の内容を直しました");
      await navigate({ to: "/cases/$caseId", params: { caseId: data.id } });
    },
  });
};

/** Correcting what was noted at the intake. */
export const EditIntakePage = ({ caseId }: { readonly caseId: string }) => {
  const { data } = useSuspenseQuery(caseOptions(caseId));
  const form = useIntakeUpdate(data);
  return (
    <>
      <PageTitle>{`${data.number} 受付の内容を直す`}</PageTitle>
      <CommandFormShell
        form={form}
        submitLabel="保存する"
        pendingLabel="保存しています…"
        unavailableReason={unavailableReason(data.abilities.updateIntake)}
        cancel={
          <Link to="/cases/$caseId" params={{ caseId }} className={buttonStyle({ variant: "text", size: "large" })}>
            やめる
          </Link>
        }
      >
        <Card title={caseMessages.actions.updateIntake} lead="直したことは、経過に残ります。">
          <div className="flex flex-col gap-7">
            <SummaryField binding={form.field("summary", labels.summary)} />
            <LifeIssuesField binding={form.field("lifeIssues", labels.lifeIssues)} />
            <UrgencyField binding={form.field("urgency", labels.urgency)} />
            <SourceField binding={form.field("source", labels.source)} />
            <SourceDepartmentField binding={form.field("sourceDepartmentId", labels.sourceDepartmentId)} />
            <FormDateField form={form} name="receivedOn" label={labels.receivedOn} requirement="required" />
          </div>
        </Card>
      </CommandFormShell>
    </>
  );
};
