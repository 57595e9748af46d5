import type { CaseEvent, CaseStatus } from "@tsunagari/domain/case";
import { caseMachine, caseStatuses } from "@tsunagari/domain/case";
import { caseMessages } from "@tsunagari/messages";
import { announce, ConfirmAction } from "@tsunagari/portal";
import { ButtonRow, Card, Steps } from "@tsunagari/ui";
import { client } from "../../client.ts";
import { CloseDialog } from "./close-dialog.tsx";
import type { SupportCase } from "./queries.ts";
import { TaskLine } from "./task-line.tsx";

type Forward = Exclude<CaseEvent, "close">;
const moves = {
  beginAssessment: client.case.beginAssessment,
  beginPlanning: client.case.beginPlanning,
} as const satisfies Record<Forward, unknown>;

/** The moves the machine knows from this status; whether their guards hold, the server says. */
const forwardFrom = (status: CaseStatus): readonly Forward[] =>
  (Object.keys(moves) as Forward[]).filter((event) => caseMachine[event].from.some((from) => from === status));

/** Where the case stands, what it waits for, and what can be done. */
export const StatusCard = ({ data }: { readonly data: SupportCase }) => (
  <Card title="段階と次の一歩" lead={caseMessages.statusNotes[data.status]}>
    <Steps
      steps={caseStatuses.map((status) => caseMessages.statuses[status])}
      current={caseStatuses.indexOf(data.status) + 1}
    />
    {data.tasks.length === 0 ? null : (
      <div className="flex flex-col gap-2 rounded-8 bg-canvas px-4 py-3">
        <h3 className="text-std-16B-170">次にすること</h3>
        <ul className="flex list-disc flex-col gap-1 pl-6">
          {data.tasks.map((task) => (
            <li key={`${task.kind}-${task.on ?? ""}`}>
              <TaskLine task={task} />
            </li>
          ))}
        </ul>
      </div>
    )}
    {data.status === "closed" ? null : (
      <ButtonRow>
        {forwardFrom(data.status).map((event) => (
          <ConfirmAction
            key={event}
            ability={data.abilities[event]}
            label={caseMessages.actions[event]}
            title={caseMessages.questions[event]}
            effect={caseMessages.effects[event]}
            send={(requestId) => moves[event].mutate({ requestId, caseId: data.id, version: data.version })}
            onDone={() => announce("段階を進めました")}
          />
        ))}
        <CloseDialog data={data} />
      </ButtonRow>
    )}
  </Card>
);
