import type { TRPCLink } from "@trpc/client";
import type { AnyTRPCRouter } from "@trpc/server";
import { observable } from "@trpc/server/observable";
import { isSignedOut, wireErrorOf } from "./wire-error.ts";

/** Where an act that has to wait and the dialog that asks meet. Several acts at once wait for one answer. */
export const createStepUpGate = () => {
  let waiting: ((isShown: boolean) => void)[] = [];
  let rotations = 0;
  const listeners = new Set<() => void>();
  const tell = () => listeners.forEach((listener) => listener());
  return {
    /** Resolves when the dialog was answered: `false` where it was given up. */
    ask: () =>
      new Promise<boolean>((resolve) => {
        waiting.push(resolve);
        tell();
      }),
    settle: (isShown: boolean): void => {
      const settled = waiting;
      waiting = [];
      tell();
      for (const resolve of settled) resolve(isShown);
    },
    isWaiting: (): boolean => waiting.length > 0,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    /** How often the session was replaced by one of our own acts. */
    rotations: (): number => rotations,
    noteRotation: (): void => {
      rotations += 1;
    },
  };
};
export type StepUpGate = ReturnType<typeof createStepUpGate>;

/** After these the cookie is another one, and what was under way with the old one is refused. */
const rotating: ReadonlySet<string> = new Set(
  ["stepUp", "confirmTotp", "removeTotp", "registerPasskey", "removePasskey"].map((verb) => `identity.${verb}`),
);

/**
 * Holds an act that needs it to be shown again who one is, has it asked, and sends the very same once more: the same
 * request id, nothing typed is lost. What met a session that one of our own acts has just replaced is sent again too.
 */
export const steppingUp =
  <Router extends AnyTRPCRouter>(gate: StepUpGate): TRPCLink<Router> =>
  () =>
  ({ op, next }) =>
    observable((observer) => {
      let isOver = false;
      let stop: () => void = () => undefined;
      const send = (isAgain: boolean): void => {
        const before = gate.rotations();
        const subscription = next(op).subscribe({
          next: (value) => {
            if (rotating.has(op.path)) gate.noteRotation();
            observer.next(value);
          },
          error: (error) => {
            const failure = wireErrorOf(error);
            const again = async (): Promise<boolean> => {
              if (isAgain) return false;
              if (isSignedOut(failure)) return before !== gate.rotations();
              return failure.reason === "kernel.step_up_needed" && gate.ask();
            };
            void again().then((shallSend) => {
              if (isOver) return;
              if (shallSend) send(true);
              else observer.error(error);
            });
          },
          complete: () => observer.complete(),
        });
        stop = () => subscription.unsubscribe();
      };
      send(false);
      return () => {
        isOver = true;
        stop();
      };
    });
