import { useCommandForm, wireErrorOf, type CommandForm, type CommandFormOptions } from "@tsunagari/portal";
import { useState } from "react";
import type { TermsValues } from "./terms.ts";

type Options = Pick<CommandFormOptions<TermsValues, { id: string }>, "schema" | "defaultValues" | "send" | "draft"> & {
  readonly onDone: (values: TermsValues) => void | Promise<void>;
};

type ReviewedForm = {
  readonly form: CommandForm<TermsValues>;
  readonly isReviewing: boolean;
  readonly goBack: () => void;
};

/** A form that is read through once more before it is sent: the first press checks, the second sends. */
export const useReviewedForm = ({ send, onDone, ...options }: Options): ReviewedForm => {
  const [isReviewing, setIsReviewing] = useState(false);
  const form = useCommandForm<TermsValues, "checked" | "sent">({
    ...options,
    send: async (values) => {
      if (!isReviewing) return "checked";
      try {
        await send(values);
        return "sent";
      } catch (thrown) {
        if (wireErrorOf(thrown).fields.length > 0) setIsReviewing(false);
        throw thrown;
      }
    },
    isFinal: (result) => result === "sent",
    onDone: async (result, values) => (result === "checked" ? setIsReviewing(true) : onDone(values)),
  });
  return { form, isReviewing, goBack: () => setIsReviewing(false) };
};
