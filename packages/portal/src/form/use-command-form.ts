import { zodResolver } from "@hookform/resolvers/zod";
import type { FormError } from "@tsunagari/ui";
import { useId, useRef, useState, type BaseSyntheticEvent } from "react";
import {
  useForm,
  type DefaultValues,
  type FieldPath,
  type FieldValues,
  type Path,
  type PathValue,
  type UseFormReturn,
} from "react-hook-form";
import { z } from "zod";
import { newRequestId } from "./request-id.ts";
import { fieldText } from "@tsunagari/messages";
import { failureText } from "../client/failure-text.ts";
import { wireErrorOf, type WireError } from "../client/wire-error.ts";
import { inScreenOrder, issuesOf } from "./field-errors.ts";
import { registered, type Registered } from "./registered.ts";
import { useDraft, type DraftSource, type DraftState } from "./use-draft.ts";

type CommandValues = FieldValues & { requestId: string };

export type CommandFormOptions<Values extends CommandValues, Result> = {
  /** The command's schema from the domain; what is typed is checked with it, and sent as it was typed. */
  readonly schema: z.ZodType<unknown, Values>;
  readonly defaultValues: DefaultValues<Omit<Values, "requestId">>;
  readonly send: (input: Values) => Promise<Result>;
  readonly onDone: (result: Result, input: Values) => void | Promise<void>;
  /** What is typed keeps a draft (D-31): `draft: { api: drafts, form: "activity", subject: id }`. */
  readonly draft?: DraftSource;
  /** Whether the form is done with; a first sending that only checks is not the end. */
  readonly isFinal?: (result: Result) => boolean;
};

/** What a field of `packages/ui` takes; the label is given here once and serves the error summary too. */
export type FieldBinding<Name extends string = string> = Registered<Name> & {
  readonly id: string;
  readonly label: string;
  readonly error: string | undefined;
};

export type CommandForm<Values extends CommandValues> = {
  readonly form: UseFormReturn<Values, unknown, Values>;
  readonly field: <Name extends FieldPath<Values>>(name: Name, label: string) => FieldBinding<Name>;
  readonly submit: (event?: BaseSyntheticEvent) => Promise<void>;
  readonly pending: boolean;
  /** Why the last attempt failed as a whole; field errors stand at their fields. */
  readonly error: WireError | null;
  readonly errors: readonly FormError[];
  /** Counts the attempts, so that the summary takes the focus again. */
  readonly attempt: number;
  readonly isChanged: boolean;
  /** True once it was sent: leaving needs no warning any more. */
  readonly isSent: () => boolean;
  readonly draft: DraftState | null;
};

/**
 * The same schema, its issues without their insides: the resolver would show what a union's first branch says in
 * English, where our schemas give a code to the union as a whole.
 */
const withOwnCodes = <Values extends CommandValues>(schema: z.ZodType<unknown, Values>): z.ZodType<unknown, Values> =>
  z.custom<Values>().superRefine((values, context) => {
    for (const { path, message } of schema.safeParse(values).error?.issues ?? []) {
      context.addIssue({ code: "custom", path: [...path], message });
    }
  });

/** The state of one sending: never two at a time, and the request id stays the same until it has succeeded (D-37). */
const useSending = <Values extends CommandValues, Result>(
  options: CommandFormOptions<Values, Result>,
  form: UseFormReturn<Values, unknown, Values>,
  draft: DraftState,
) => {
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<WireError | null>(null);
  const [attempt, setAttempt] = useState(0);
  const isBusy = useRef(false);
  const sent = useRef(false);
  const send = async (input: Values) => {
    try {
      const result = await options.send(input);
      if (options.isFinal?.(result) ?? true) {
        sent.current = true;
        await draft.discard();
      }
      await options.onDone(result, input);
      form.setValue("requestId" as Path<Values>, newRequestId() as PathValue<Values, Path<Values>>);
    } catch (thrown) {
      const failure = wireErrorOf(thrown);
      for (const { path, code } of failure.fields)
        form.setError(path as Path<Values>, { type: "server", message: code });
      setError(failure);
    }
  };
  const submit = async (event?: BaseSyntheticEvent) => {
    event?.preventDefault();
    if (isBusy.current) return;
    isBusy.current = true;
    setPending(true);
    setError(null);
    try {
      await form.handleSubmit(send)(event);
    } finally {
      isBusy.current = false;
      setPending(false);
      setAttempt((count) => count + 1);
    }
  };
  return { submit, pending, error, attempt, isSent: () => sent.current };
};

/**
 * A form for one command: checked with the domain's schema, sent once, and nothing typed is lost when it fails. Errors of
 * the server come back to their fields.
 */
export const useCommandForm = <Values extends CommandValues, Result>(
  options: CommandFormOptions<Values, Result>,
): CommandForm<Values> => {
  const formId = useId();
  const [labels] = useState(() => new Map<string, string>());
  const [requestId] = useState(newRequestId);
  const form = useForm<Values, unknown, Values>({
    resolver: zodResolver(withOwnCodes(options.schema), undefined, { raw: true }),
    defaultValues: { ...options.defaultValues, requestId } as DefaultValues<Values>,
    shouldFocusError: false,
    reValidateMode: "onChange",
  });
  const draft = useDraft(form as unknown as UseFormReturn<FieldValues>, options.draft ?? null);
  const sending = useSending(options, form, draft);
  const { errors: formErrors, isDirty } = form.formState;
  const idOf = (name: string) => `${formId}-${name}`;
  const issues = inScreenOrder(issuesOf(formErrors), [...labels.keys()]);
  const sentences = issues.map(({ path, code }): FormError => {
    const label = labels.get(path);
    return label === undefined
      ? { message: fieldText(code) }
      : { fieldId: idOf(path), message: `${label}：${fieldText(code)}` };
  });
  const general =
    sending.error !== null && sending.error.fields.length === 0 ? [{ message: failureText(sending.error) }] : [];
  return {
    form,
    field: (name, label) => {
      labels.set(name, label);
      const issue = issues.find(({ path }) => path === name);
      return {
        ...registered(form.register(name)),
        id: idOf(name),
        label,
        error: issue === undefined ? undefined : fieldText(issue.code),
      };
    },
    ...sending,
    errors: sending.attempt === 0 ? [] : [...general, ...sentences],
    isChanged: isDirty,
    draft: options.draft === undefined ? null : draft,
  };
};
