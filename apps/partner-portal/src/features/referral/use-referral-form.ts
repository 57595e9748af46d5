import {
  announce,
  retractAnnouncement,
  useCommandForm,
  wireErrorOf,
  type CommandForm,
  type CommandFormOptions,
} from "@tsunagari/portal";
import type { FieldValues } from "react-hook-form";
import { focusHeading } from "./focus-heading.ts";
import { refreshReferral, type Referral } from "./queries.ts";
import { useReferral } from "./referral-context.tsx";

/** Whether the refusal may mean that the referral is no longer what the page shows. */
const mayHaveMoved = (thrown: unknown): boolean => {
  const { kind } = wireErrorOf(thrown);
  return kind !== "invalid_input" && kind !== "network" && kind !== "internal";
};

type Options<Values extends FieldValues & { requestId: string }> = Omit<
  CommandFormOptions<Values, { readonly id: string }>,
  "onDone"
> & {
  /** What is told when it is done; it may name what the page now says. */
  readonly done: (referral: Referral | undefined) => string;
};

/**
 * A form on this referral. When the server refuses, the page is read anew at once: where the consent has ended meanwhile,
 * the ended page takes the place of everything that was shown (D-03).
 */
export const useReferralForm = <Values extends FieldValues & { requestId: string }>({
  done,
  ...options
}: Options<Values>): CommandForm<Values> => {
  const { referral, onRefused, onDone } = useReferral();
  return useCommandForm<Values, { readonly id: string }>({
    ...options,
    send: async (input) => {
      retractAnnouncement();
      try {
        return await options.send(input);
      } catch (thrown) {
        if (mayHaveMoved(thrown)) {
          const fresh = await refreshReferral(referral.id);
          if (fresh?.version !== referral.version) onRefused();
        }
        throw thrown;
      }
    },
    onDone: async () => {
      const fresh = await refreshReferral(referral.id);
      onDone();
      announce(done(fresh));
      focusHeading();
    },
  });
};
