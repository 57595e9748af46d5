import { useCommandForm, wireErrorOf, type CommandForm, type CommandFormOptions } from "@tsunagari/portal";
import { useRef, useState } from "react";
import type { TermsValues } from "./terms.ts";

type Options = Pick<CommandFormOptions<TermsValues, { id: string }>, "schema" | "defaultValues" | "send"> & {
  readonly onDone: (values: TermsValues) => void | Promise<void>;
};

type ReviewedForm = {
  readonly form: CommandForm<TermsValues>;
  readonly isReviewing: boolean;
  readonly goBack: () => void;
};

/** A form that is read through once more before it is sent: the first press checks, the second sends. */
export const useReviewedForm = ({ schema, defaultValues, send, onDone }: Options): ReviewedForm => {
  const [isReviewing, setIsReviewing] = useState(false);
  const isDone = useRef(false);
  const form = useCommandForm<TermsValues, "checked" | "sent">({
    schema,
    defaultValues,
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
    onDone: async (result, values) => {
      if (result === "checked") return setIsReviewing(true);
      isDone.current = true;
      await onDone(values);
    },
  });
  return {
    // What was only checked is not sent: leaving the page still asks.
    form: { ...form, isSent: () => isDone.current },
    isReviewing,
    goBack: () => setIsReviewing(false),
  };
};
