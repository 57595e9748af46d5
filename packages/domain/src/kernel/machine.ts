/*
 * State machines as data: event → states it may come from → state it leads to. The same table moves rows, draws the
 * buttons and is enumerated by tests. Guards that need facts are not here but in the policy of the module.
 */
import { DomainError } from "./errors.ts";

export type Transition<State extends string> = {
  readonly from: readonly State[];
  readonly to: State;
};
export type Machine<State extends string> = Readonly<Record<string, Transition<State>>>;

/** Whether the event may happen in this state. */
export const canFire = <State extends string, M extends Machine<State>>(
  machine: M,
  event: keyof M & string,
  state: State,
): boolean => machine[event]?.from.includes(state) ?? false;

/**
 * The state after the event. Throws `invalid_state` with reason `<module>.invalid_state`, naming event and state,
 * where the table does not allow it; never a silent no-op.
 */
export const transition = <State extends string, M extends Machine<State>>(
  module: string,
  machine: M,
  step: { readonly event: keyof M & string; readonly state: State },
): State => {
  const row = machine[step.event];
  if (!row?.from.includes(step.state)) {
    throw new DomainError("invalid_state", `${module}.invalid_state`, {
      event: step.event,
      state: step.state,
    });
  }
  return row.to;
};
