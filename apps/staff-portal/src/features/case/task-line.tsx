import { caseMessages } from "@tsunagari/messages";
import { dueText, shortDateText, useSession } from "@tsunagari/portal";
import { StatusBadge } from "@tsunagari/ui";
import type { CaseTask } from "./queries.ts";

/** One thing a case waits for, with its date where it has one. */
export const TaskLine = ({ task }: { readonly task: CaseTask }) => {
  const { today } = useSession();
  const label = caseMessages.tasks[task.kind];
  if (task.on === null) return <span>{label}</span>;
  const due = dueText(task.on, today);
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <span>
        {label}：{shortDateText(task.on)}
      </span>
      <StatusBadge tone={due.tone}>{due.text}</StatusBadge>
    </span>
  );
};
