import { useNavigate } from "@tanstack/react-router";
import { OpenCase, type OpenCaseForm } from "@tsunagari/domain/case";
import { announce, useCommandForm, type CommandForm } from "@tsunagari/portal";
import { client, drafts } from "../../client.ts";

export type IntakeForm = CommandForm<OpenCaseForm>;

const emptyPerson = {
  identity: { name: "", kana: "", birthOn: "", preferredName: "" },
  contact: { address: "", phone: "", mail: "" },
  living: { livingSituation: "", involvedAgencies: "" },
  wishes: { wishes: "" },
};

/** A member of the household before anything is typed. */
export const emptyMember: NonNullable<OpenCaseForm["members"]>[number] = {
  relation: "spouse",
  isProtected: false,
  person: { identity: { name: "", kana: "", birthOn: "" }, living: { livingSituation: "", involvedAgencies: "" } },
};

/** The intake: one command that opens the case, gives it its first assignee and takes the household in (D-33). */
export const useIntakeForm = (today: string): IntakeForm => {
  const navigate = useNavigate();
  return useCommandForm<OpenCaseForm, { id: string }>({
    schema: OpenCase,
    defaultValues: {
      sourceDepartmentId: "",
      receivedOn: today,
      lifeIssues: [],
      urgency: "normal",
      summary: "",
      person: emptyPerson,
      isProtected: false,
      members: [],
    },
    send: (input) => client.case.open.mutate(input),
    onDone: async ({ id }) => {
      announce("相談を受け付けました。あなたが主担当です");
      await navigate({ to: "/cases/$caseId", params: { caseId: id } });
    },
    draft: { api: drafts, form: "intake", subject: "" },
  });
};
