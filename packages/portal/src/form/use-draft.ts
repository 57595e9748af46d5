import type { DraftContent, DraftForm } from "@tsunagari/domain/draft";
import { useCallback, useEffect, useRef, useState } from "react";
import type { FieldValues, UseFormReturn } from "react-hook-form";
import { newRequestId } from "../request-id.ts";

export type DraftKey = {
  readonly form: DraftForm;
  /** The id of what the form is about, or "" for something new. */
  readonly subject: string;
};
export type StoredDraft = { readonly content: DraftContent; readonly savedAt: string | Date };

/** The three procedures, bound to the portal's client by `draftsOf`. */
export type DraftApi = {
  readonly get: (key: DraftKey) => Promise<StoredDraft | null>;
  readonly save: (draft: DraftKey & { content: DraftContent; requestId: string }) => Promise<unknown>;
  readonly discard: (draft: DraftKey & { requestId: string }) => Promise<unknown>;
};

export type DraftSource = DraftKey & { readonly api: DraftApi };

export type DraftState = {
  /** A draft of an earlier visit that waits for an answer: take it up, or throw it away. */
  readonly offer: StoredDraft | null;
  readonly resume: () => void;
  readonly refuse: () => void;
  readonly savedAt: Date | null;
  readonly hasFailed: boolean;
  /** After the form was sent: there is nothing to come back to. */
  readonly discard: () => Promise<void>;
};

const savePauseMs = 1_500;

const contentOf = (values: FieldValues): DraftContent => {
  const { requestId: _requestId, ...content } = values;
  // What the form holds is text, choices and lists of them; JSON drops the fields that were never filled.
  return JSON.parse(JSON.stringify(content)) as DraftContent;
};

/** Saves what was typed after a pause, and at once when the page is left or hidden. */
const useSaving = (form: UseFormReturn<FieldValues>, source: DraftSource | null, isHeld: () => boolean) => {
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const cancel = useCallback(() => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
  }, []);
  useEffect(() => {
    if (source === null) return;
    const { api, form: formName, subject } = source;
    const save = () => {
      timer.current = null;
      api.save({ form: formName, subject, content: contentOf(form.getValues()), requestId: newRequestId() }).then(
        () => {
          setSavedAt(new Date());
          setHasFailed(false);
        },
        () => setHasFailed(true),
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
    // The source is one for the life of the form; its parts are compared, not the object a page makes anew.
  }, [form, source?.api, source?.form, source?.subject, cancel, isHeld]);
  return { savedAt, hasFailed, cancel };
};

/**
 * The server-side draft of a form (D-31): offered when the page opens, saved while one types, thrown away when the form
 * was sent. Nothing is kept in the browser. As long as an earlier draft waits for an answer, it is not overwritten.
 */
export const useDraft = (form: UseFormReturn<FieldValues>, source: DraftSource | null): DraftState => {
  const [offer, setOffer] = useState<StoredDraft | null>(null);
  const held = useRef(source !== null);
  const isHeld = useCallback(() => held.current, []);
  const { savedAt, hasFailed, cancel } = useSaving(form, source, isHeld);
  useEffect(() => {
    if (source === null) return;
    let isCurrent = true;
    source.api.get({ form: source.form, subject: source.subject }).then(
      (draft) => {
        if (!isCurrent) return;
        setOffer(draft);
        held.current = draft !== null;
      },
      () => {
        held.current = false;
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [source?.api, source?.form, source?.subject]);

  const discard = async () => {
    cancel();
    held.current = true;
    setOffer(null);
    if (source === null) return;
    // A draft that could not be thrown away ends by itself after 14 days; the form itself was sent.
    await source.api
      .discard({ form: source.form, subject: source.subject, requestId: newRequestId() })
      .catch(() => undefined);
  };
  return {
    offer,
    savedAt,
    hasFailed,
    discard,
    resume: () => {
      if (offer === null) return;
      held.current = false;
      form.reset({ ...form.getValues(), ...offer.content }, { keepDefaultValues: true });
      setOffer(null);
    },
    refuse: () => {
      void discard().then(() => {
        held.current = false;
      });
    },
  };
};
