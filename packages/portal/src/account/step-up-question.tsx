import { useQuery } from "@tanstack/react-query";
import { fieldText, identityMessages, secondFactorMessages } from "@tsunagari/messages";
import { Button, ButtonRow, Dialog, Form, FormErrorSummary, LoadingState, TextField } from "@tsunagari/ui";
import { useId, useState, type FormEvent } from "react";
import { quietly } from "../client/client.ts";
import { CodeField, codeFlaw } from "./code-field.tsx";
import type { OwnAccount } from "../client/common-client.ts";
import { showPasskey } from "./passkey-browser.ts";
import type { StepUpGate } from "../client/step-up-gate.ts";
import { useAttempt } from "./use-attempt.ts";

export type StepUpQuestionProps = {
  readonly gate: StepUpGate;
  readonly account: Pick<OwnAccount, "beginStepUp" | "stepUp">;
};

type Kind = "password" | "totp";
type Entry = { readonly kind: Kind; readonly text: string; readonly flaw: string | null };

const flawOf = ({ kind, text }: Entry): string | null => {
  if (kind === "totp") return codeFlaw("totp", text);
  return text === "" ? fieldText("required") : null;
};

const answerWith = ({ kind, text }: Entry) =>
  kind === "totp" ? ({ kind, code: text } as const) : ({ kind, password: text } as const);

const useStepUp = ({ gate, account }: StepUpQuestionProps) => {
  const [entry, setEntry] = useState<Entry>({ kind: "password", text: "", flaw: null });
  const attempt = useAttempt(() => setEntry((current) => ({ ...current, text: "" })));
  // A fresh question with every opening: what the server offers can be answered once.
  const offer = useQuery({
    queryKey: ["identity", "beginStepUp"],
    queryFn: () => account.beginStepUp.mutate({}, { context: quietly }),
    gcTime: 0,
    staleTime: Infinity,
  });
  const sendEntry = (event: FormEvent) => {
    event.preventDefault();
    const flaw = flawOf(entry);
    setEntry({ ...entry, flaw });
    if (flaw !== null) return;
    void attempt.run(async () => {
      await account.stepUp.mutate({ answer: answerWith(entry) }, { context: quietly });
      gate.settle(true);
    });
  };
  const sendPasskey = () =>
    void attempt.run(async () => {
      const options = offer.data?.passkeyOptions;
      if (!options) return;
      try {
        const response = await showPasskey(options);
        await account.stepUp.mutate({ answer: { kind: "passkey", response } }, { context: quietly });
        gate.settle(true);
      } catch (thrown) {
        await offer.refetch();
        throw thrown;
      }
    });
  return { entry, setEntry, attempt, offer, sendEntry, sendPasskey };
};

const Question = (props: StepUpQuestionProps) => {
  const { entry, setEntry, attempt, offer, sendEntry, sendPasskey } = useStepUp(props);
  const id = useId();
  const change = (text: string) => setEntry({ ...entry, text });
  const other: Kind = entry.kind === "password" ? "totp" : "password";
  if (offer.isPending) return <LoadingState />;
  return (
    <Form onSubmit={sendEntry}>
      <FormErrorSummary
        errors={attempt.refusal === null ? [] : [{ message: attempt.refusal, fieldId: id }]}
        attempt={attempt.count}
        heading="確認できませんでした"
      />
      {offer.data?.passkeyOptions ? (
        <Button size="large" pending={attempt.pending} pendingLabel="確かめています…" onClick={sendPasskey}>
          パスキーで確かめる
        </Button>
      ) : null}
      {entry.kind === "totp" ? (
        <CodeField kind="totp" id={id} value={entry.text} onChange={change} error={entry.flaw ?? undefined} />
      ) : (
        <TextField
          id={id}
          label={identityMessages.fields.password}
          type="password"
          autoComplete="current-password"
          width="full"
          value={entry.text}
          onChange={(event) => change(event.target.value)}
          error={entry.flaw ?? undefined}
        />
      )}
      {offer.data?.hasTotp ? (
        <p>
          <Button variant="text" onClick={() => setEntry({ kind: other, text: "", flaw: null })}>
            {other === "totp" ? secondFactorMessages.kinds.totp : identityMessages.fields.password}を使う
          </Button>
        </p>
      ) : null}
      <ButtonRow>
        <Button type="submit" variant="primary" size="large" pending={attempt.pending} pendingLabel="確かめています…">
          確かめて続ける
        </Button>
        <Button size="large" onClick={() => props.gate.settle(false)}>
          やめる
        </Button>
      </ButtonRow>
    </Form>
  );
};

/** The dialog itself, fetched when it is first needed. */
export const StepUpQuestion = (props: StepUpQuestionProps) => (
  <Dialog
    isOpen
    onOpenChange={() => props.gate.settle(false)}
    title="もう一度、本人であることを確かめます"
    role="alertdialog"
  >
    <p>
      情報を外に出す操作や、サインインの方法を変える操作の前に確かめます。入力した内容はそのままで、確かめると続きから進みます。
    </p>
    <Question {...props} />
  </Dialog>
);
