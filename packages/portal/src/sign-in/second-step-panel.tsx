import { secondFactorMessages } from "@tsunagari/messages";
import { Button, ButtonRow, Card, Form, FormErrorSummary, PageHeader, Stack } from "@tsunagari/ui";
import { useId, useState, type FormEvent } from "react";
import { CodeField, codeFlaw, type CodeKind } from "../account/code-field.tsx";
import type { Doors, SecondStep } from "../client/common-client.ts";
import { PageTitle } from "../frame/portal.tsx";
import { showPasskey } from "../account/passkey-browser.ts";
import { useAttempt } from "../account/use-attempt.ts";
import type { WireError } from "../client/wire-error.ts";

const { kinds } = secondFactorMessages;

export type SecondStepPanelProps = {
  readonly step: SecondStep;
  readonly show: (answer: Parameters<Doors["showSecondFactor"]["mutate"]>[0]) => Promise<unknown>;
  readonly onSignedIn: () => void | Promise<void>;
  /** Back to the password: given up, or too late. */
  readonly onBack: () => void;
};

type Entry = { readonly kind: CodeKind; readonly code: string; readonly flaw: string | null };

const isCodeKind = (kind: string): kind is CodeKind => kind !== "passkey";

/** The forms of the second step: what is chosen, typed and refused. */
const useSecondStep = ({ step, show, onSignedIn }: SecondStepPanelProps) => {
  const offered = step.kinds.filter(isCodeKind);
  const [entry, setEntry] = useState<Entry>({ kind: offered[0] ?? "recovery", code: "", flaw: null });
  const [isExpired, setIsExpired] = useState(false);
  const attempt = useAttempt(({ reason }: WireError) => {
    setEntry((current) => ({ ...current, code: "" }));
    // A passkey that did not fit has used the step up.
    setIsExpired(reason === "identity.sign_in_expired" || reason === "identity.passkey_not_accepted");
  });
  const { challenge, passkeyOptions } = step;
  const sendCode = (event: FormEvent) => {
    event.preventDefault();
    const { kind, code } = entry;
    const flaw = codeFlaw(kind, code);
    setEntry({ ...entry, flaw });
    if (flaw !== null) return;
    void attempt.run(async () => {
      await show({ challenge, answer: { kind, code } });
      await onSignedIn();
    });
  };
  const sendPasskey = () =>
    void attempt.run(async () => {
      if (passkeyOptions === null) return;
      const response = await showPasskey(passkeyOptions);
      await show({ challenge, answer: { kind: "passkey", response } });
      await onSignedIn();
    });
  return { offered, entry, setEntry, isExpired, attempt, sendCode, sendPasskey };
};

type State = ReturnType<typeof useSecondStep> & { readonly id: string };

const PasskeyStep = ({ offered, attempt, sendPasskey }: State) => (
  <Card title={kinds.passkey} lead="登録した端末の、指紋や顔、暗証番号で確かめます。">
    <Button
      variant={offered.includes("totp") ? "secondary" : "primary"}
      size="large"
      pending={attempt.pending}
      pendingLabel="確かめています…"
      onClick={sendPasskey}
    >
      パスキーで確かめる
    </Button>
  </Card>
);

const CodeStep = ({ offered, entry, setEntry, attempt, sendCode, id }: State) => (
  <Form onSubmit={sendCode}>
    <Card {...(entry.kind === "totp" ? { title: kinds.totp } : {})}>
      <Stack>
        <CodeField
          kind={entry.kind}
          id={id}
          value={entry.code}
          onChange={(code) => setEntry({ ...entry, code })}
          error={entry.flaw ?? undefined}
        />
        <Button type="submit" variant="primary" size="large" pending={attempt.pending} pendingLabel="確かめています…">
          確かめてサインイン
        </Button>
        {offered
          .filter((kind) => kind !== entry.kind)
          .map((kind) => (
            <p key={kind}>
              <Button variant="text" onClick={() => setEntry({ kind, code: "", flaw: null })}>
                {kinds[kind]}を使う
              </Button>
            </p>
          ))}
      </Stack>
    </Card>
  </Form>
);

/** After the password: a passkey, the number of an app, or a recovery code. */
export const SecondStepPanel = (props: SecondStepPanelProps) => {
  const { step, onBack } = props;
  const state = { ...useSecondStep(props), id: useId() };
  const { attempt, isExpired, offered, id } = state;
  return (
    <div className="flex max-w-lg flex-col gap-6">
      <PageTitle>二段階の確認</PageTitle>
      <PageHeader title="本人であることを確かめます" lead="パスワードは確かめました。もう一つの方法で確かめます。" />
      <FormErrorSummary
        errors={attempt.refusal === null ? [] : [{ message: attempt.refusal, ...(isExpired ? {} : { fieldId: id }) }]}
        attempt={attempt.count}
        heading="確認できませんでした"
      />
      {isExpired ? null : (
        <Stack>
          {step.passkeyOptions === null ? null : <PasskeyStep {...state} />}
          {offered.length === 0 ? null : <CodeStep {...state} />}
          <p className="text-solid-gray-700">
            どれも使えないときは、市のプラットフォーム管理者に、二段階の確認の取り消しを頼んでください。
          </p>
        </Stack>
      )}
      <ButtonRow>
        <Button onClick={onBack}>はじめからサインインする</Button>
      </ButtonRow>
    </div>
  );
};
