import { lazy, Suspense, useSyncExternalStore } from "react";
import type { OwnAccount } from "../client/common-client.ts";
import type { StepUpGate } from "../client/step-up-gate.ts";

export type StepUpDialogProps = {
  readonly gate: StepUpGate;
  readonly account: Pick<OwnAccount, "beginStepUp" | "stepUp">;
};

// Most visits never need it, and the first view should not wait for its forms.
const StepUpQuestion = lazy(async () => ({ default: (await import("./step-up-question.tsx")).StepUpQuestion }));

/**
 * Asks again who one is when an act of this portal needs it, wherever it was begun; the act goes on where it stood. Beside
 * the router, so that a page that waits for its data can be asked too.
 */
export const StepUpDialog = ({ gate, account }: StepUpDialogProps) => {
  const isOpen = useSyncExternalStore(gate.subscribe, gate.isWaiting);
  return isOpen ? (
    <Suspense fallback={null}>
      <StepUpQuestion gate={gate} account={account} />
    </Suspense>
  ) : null;
};
