import { useRef, useState } from "react";
import { failureText } from "../client/failure-text.ts";
import { wireErrorOf, type WireError } from "../client/wire-error.ts";

/** One attempt at a time at something that is no command: showing who one is. The sentence of the last refusal stays. */
export const useAttempt = (onRefused?: (failure: WireError) => void) => {
  const [pending, setPending] = useState(false);
  const [state, setState] = useState<{ count: number; refusal: string | null }>({ count: 0, refusal: null });
  const isBusy = useRef(false);
  const run = async (work: () => Promise<unknown>): Promise<void> => {
    if (isBusy.current) return;
    isBusy.current = true;
    setPending(true);
    let refusal: string | null = null;
    try {
      await work();
    } catch (thrown) {
      const failure = wireErrorOf(thrown);
      refusal = failureText(failure);
      onRefused?.(failure);
    }
    isBusy.current = false;
    setPending(false);
    setState(({ count }) => ({ count: count + 1, refusal }));
  };
  return { run, pending, ...state };
};
