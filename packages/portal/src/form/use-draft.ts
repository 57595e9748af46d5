import type { DraftContent } from "@tsunagari/domain/draft";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { FieldValues, UseFormReturn } from "react-hook-form";
import { newRequestId } from "./request-id.ts";
import { wireErrorOf } from "../client/wire-error.ts";

export type DraftKey = {
  /** The form's own name, the same at every visit and in nobody else's form: `householdMember`. */
  readonly form: string;
  /** The id of what the form is about, or "" for something new. */
  readonly subject: string;
};
/** The resident whom the form is about, if anybody: the draft ends with the writer's access to what is named (D-31). */
export type DraftAbout = {
  readonly caseId?: string;
  readonly personId?: string;
  readonly referralId?: string;
};
export type StoredDraft = { readonly content: DraftContent; readonly savedAt: string | Date };

/** The three procedures, bound to the portal's client by `draftsOf`. */
export type DraftApi = {
  readonly get: (key: DraftKey) => Promise<StoredDraft | null>;
  readonly save: (draft: DraftKey & DraftAbout & { content: DraftContent; requestId: string }) => Promise<unknown>;
  readonly discard: (draft: DraftKey & { requestId: string }) => Promise<unknown>;
};

export type DraftSource = DraftKey & DraftAbout & { readonly api: DraftApi };

export type DraftState = {
  /** A draft of an earlier visit that waits for an answer: take it up, or throw it away. */
  readonly offer: StoredDraft | null;
  readonly resume: () => void;
  readonly refuse: () => void;
  readonly savedAt: Date | null;
  /** Why the last saving failed. `my_number` can be mended by the person (D-22). */
  readonly failure: "my_number" | "unsaved" | null;
  /** After the form was sent: there is nothing to come back to. */
  readonly discard: () => Promise<void>;
};

const savePauseMs = 1_500;

/**
 * Only what the person has changed, so that coming back to a draft never undoes what a colleague has changed elsewhere in
 * the form meanwhile.
 */
const contentOf = (values: FieldValues, untouched: FieldValues): DraftContent => {
  const isChanged = (name: string) => JSON.stringify(values[name]) !== JSON.stringify(untouched[name]);
  const changed = Object.entries(values).filter(([name]) => name !== "requestId" && isChanged(name));
  // What the form holds is text, choices and lists of them; JSON drops the fields that were never filled.
  return JSON.parse(JSON.stringify(Object.fromEntries(changed))) as DraftContent;
};

const failureOf = (thrown: unknown): "my_number" | "unsaved" =>
  wireErrorOf(thrown).fields.some(({ code }) => code === "my_number") ? "my_number" : "unsaved";

type Form = UseFormReturn<FieldValues>;

/** The same object for the same ids, and only those there are. */
const useAbout = ({ caseId, personId, referralId }: DraftAbout): DraftAbout =>
  useMemo(
    () => ({
      ...(caseId === undefined ? {} : { caseId }),
      ...(personId === undefined ? {} : { personId }),
      ...(referralId === undefined ? {} : { referralId }),
    }),
    [caseId, personId, referralId],
  );

/** Saves what was typed after a pause, and at once when the page is left or hidden. */
const useSaving = (form: Form, source: DraftSource | null, isHeld: () => boolean) => {
  const { api, form: formName, subject } = source ?? {};
  const about = useAbout(source ?? {});
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const [failure, setFailure] = useState<DraftState["failure"]>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const cancel = useCallback(() => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
  }, []);
  useEffect(() => {
    if (api === undefined || formName === undefined || subject === undefined) return;
    const save = () => {
      timer.current = null;
      const content = contentOf(form.getValues(), form.formState.defaultValues ?? {});
      api.save({ form: formName, subject, ...about, content, requestId: newRequestId() }).then(
        () => {
          setSavedAt(new Date());
          setFailure(null);
        },
        (thrown: unknown) => setFailure(failureOf(thrown)),
      );
    };
    const flush = () => {
      if (timer.current === null) return;
      cancel();
      save();
    };
    const stop = form.subscribe({
      formState: { values: true, isDirty: true },
      callback: ({ isDirty }) => {
        if (isDirty !== true || isHeld()) return;
        cancel();
        timer.current = setTimeout(save, savePauseMs);
      },
    });
    document.addEventListener("visibilitychange", flush);
    return () => {
      stop();
      document.removeEventListener("visibilitychange", flush);
      flush();
    };
  }, [form, api, formName, subject, about, cancel, isHeld]);
  return { savedAt, failure, cancel };
};

/** Looks for a draft of an earlier visit, once. */
const useOffer = (source: DraftSource | null, onAnswer: (found: boolean) => void) => {
  const { api, form, subject } = source ?? {};
  const [offer, setOffer] = useState<StoredDraft | null>(null);
  useEffect(() => {
    if (api === undefined || form === undefined || subject === undefined) return;
    let isCurrent = true;
    const answer = (draft: StoredDraft | null) => {
      if (!isCurrent) return;
      setOffer(draft);
      onAnswer(draft !== null);
    };
    api.get({ form, subject }).then(answer, () => answer(null));
    return () => {
      isCurrent = false;
    };
  }, [api, form, subject, onAnswer]);
  return [offer, setOffer] as const;
};

/**
 * The server-side draft of a form (D-31): offered when the page opens, saved while one types, thrown away when the form
 * was sent. Nothing is kept in the browser. As long as an earlier draft waits for an answer, it is not overwritten.
 */
export const useDraft = (form: Form, source: DraftSource | null): DraftState => {
  const held = useRef(source !== null);
  const isHeld = useCallback(() => held.current, []);
  const hold = useCallback((isOn: boolean) => {
    held.current = isOn;
  }, []);
  const { savedAt, failure, cancel } = useSaving(form, source, isHeld);
  const [offer, setOffer] = useOffer(source, hold);
  const discard = async () => {
    cancel();
    hold(true);
    setOffer(null);
    if (source === null) return;
    const draft = { form: source.form, subject: source.subject, requestId: newRequestId() };
    // A draft that could not be thrown away ends by itself after 14 days; the form itself was sent.
    await source.api.discard(draft).catch(() => undefined);
  };
  const resume = () => {
    if (offer === null) return;
    hold(false);
    form.reset({ ...form.getValues(), ...offer.content }, { keepDefaultValues: true });
    setOffer(null);
  };
  const refuse = () => void discard().then(() => hold(false));
  return { offer, savedAt, failure, discard, resume, refuse };
};
