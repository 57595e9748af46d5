import { zodResolver } from "@hookform/resolvers/zod";
import { SignIn, type PasskeyAssertion } from "@tsunagari/domain/identity";
import { fieldText, identityMessages } from "@tsunagari/messages";
import {
  Button,
  Card,
  Form,
  FormErrorSummary,
  LoadingState,
  PageHeader,
  RadioGroup,
  Stack,
  TextField,
  type FormError,
} from "@tsunagari/ui";
import { lazy, Suspense, useId, useRef, useState, type FormEvent, type ReactNode } from "react";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { registered } from "../form/registered.ts";
import type { SecondStep } from "../client/common-client.ts";
import { PageTitle } from "../frame/portal.tsx";
import { canUsePasskeys, showPasskey, type PasskeyRequestOptions } from "../account/passkey-browser.ts";
import type { SecondStepPanelProps } from "./second-step-panel.tsx";
import { useAttempt } from "../account/use-attempt.ts";
import { failureText } from "../client/failure-text.ts";
import { wireErrorOf } from "../client/wire-error.ts";

export type SignInInput = z.input<typeof SignIn>;

const Cities = z.array(z.object({ slug: z.string(), name: z.string() }));
type Cities = z.output<typeof Cities>;

const fetchSecondStep = () => import("./second-step-panel.tsx");
const SecondStepPanel = lazy(async () => ({ default: (await fetchSecondStep()).SecondStepPanel }));

const names = ["mail", "password", "municipality"] as const;
type Name = (typeof names)[number];
const labels = identityMessages.fields;

/** The sending of the form; the mail typed stays, the password goes when it was refused. */
const useSignIn = ({ doors, onSignedIn }: Pick<SignInPanelProps, "doors" | "onSignedIn">) => {
  const form = useForm<SignInInput, unknown, SignInInput>({
    resolver: zodResolver(SignIn, undefined, { raw: true }),
    defaultValues: { mail: "", password: "" },
    shouldFocusError: false,
  });
  const [state, setState] = useState<{ attempt: number; refusal: string | null }>({ attempt: 0, refusal: null });
  const [cities, setCities] = useState<Cities>([]);
  const [pending, setPending] = useState(false);
  const [secondStep, setSecondStep] = useState<SecondStep | null>(null);
  const isBusy = useRef(false);
  const send = async (input: SignInInput): Promise<string | null> => {
    try {
      const { secondStep: next } = await doors.signIn(input);
      // Fetched before the form goes, so that a failure is told where the password was typed.
      if (next) await fetchSecondStep();
      setSecondStep(next ?? null);
      if (!next) await onSignedIn();
      return null;
    } catch (thrown) {
      const failure = wireErrorOf(thrown);
      const offered = Cities.safeParse(failure.details["cities"]);
      if (failure.reason === "identity.choose_city" && offered.success) setCities(offered.data);
      else form.setValue("password", "");
      return failureText(failure);
    }
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy.current) return;
    isBusy.current = true;
    setPending(true);
    let refusal: string | null = null;
    await form.handleSubmit(async (input) => {
      refusal = await send(input);
    })();
    isBusy.current = false;
    setPending(false);
    setState(({ attempt }) => ({ attempt: attempt + 1, refusal }));
  };
  const startOver = () => {
    form.setValue("password", "");
    setSecondStep(null);
    setState({ attempt: 0, refusal: null });
  };
  return { form, submit, pending, cities, secondStep, startOver, ...state };
};

/** The ways in, as the portal's root offers them. */
export type SignInDoors = {
  readonly signIn: (input: SignInInput) => Promise<{ readonly secondStep?: SecondStep | null }>;
  readonly showSecondFactor: SecondStepPanelProps["show"];
  readonly beginPasskeySignIn: () => Promise<PasskeyRequestOptions>;
  readonly signInWithPasskey: (input: { readonly response: PasskeyAssertion }) => Promise<unknown>;
};

export type SignInPanelProps = {
  /** 「職員ポータル」 */
  readonly portalName: string;
  readonly lead: string;
  readonly doors: SignInDoors;
  readonly onSignedIn: () => void | Promise<void>;
  /** What to do without an account or password: one or two sentences beside the form. */
  readonly help: ReactNode;
};

type FieldsProps = Pick<ReturnType<typeof useSignIn>, "form" | "cities"> & {
  readonly idOf: (name: Name) => string;
  readonly messageOf: (name: Name) => string | undefined;
};

const SignInFields = ({ form, cities, idOf, messageOf }: FieldsProps) => (
  <>
    <TextField
      {...registered(form.register("mail"))}
      id={idOf("mail")}
      label={labels.mail}
      type="email"
      inputMode="email"
      autoComplete="username"
      width="full"
      error={messageOf("mail")}
    />
    <TextField
      {...registered(form.register("password"))}
      id={idOf("password")}
      label={labels.password}
      type="password"
      autoComplete="current-password"
      width="full"
      error={messageOf("password")}
    />
    {cities.length === 0 ? null : (
      <RadioGroup
        {...registered(form.register("municipality"))}
        id={idOf("municipality")}
        label={labels.municipality}
        requirement="required"
        options={cities.map(({ slug, name }) => ({ value: slug, label: name }))}
        error={messageOf("municipality")}
      />
    )}
  </>
);

/** A passkey alone: no mail, no password. */
const PasskeyDoor = ({ doors, onSignedIn }: Pick<SignInPanelProps, "doors" | "onSignedIn">) => {
  const attempt = useAttempt();
  const enter = () =>
    void attempt.run(async () => {
      const response = await showPasskey(await doors.beginPasskeySignIn());
      await doors.signInWithPasskey({ response });
      await onSignedIn();
    });
  return (
    <section aria-label="パスキー" className="flex flex-col gap-4">
      <FormErrorSummary
        errors={attempt.refusal === null ? [] : [{ message: attempt.refusal }]}
        attempt={attempt.count}
        heading="パスキーでサインインできませんでした"
      />
      <Button size="large" pending={attempt.pending} pendingLabel="確かめています…" onClick={enter} className="w-full">
        パスキーでサインイン
      </Button>
      <p className="text-solid-gray-700">
        パスキーを登録した端末では、メールアドレスもパスワードも入れずに、指紋や顔、端末の暗証番号で入れます。
      </p>
    </section>
  );
};

/** Mail and password. The city is asked only where the password fits accounts in several cities (D-28). */
const PasswordDoor = ({ portalName, lead, doors, onSignedIn, signingIn }: PasswordDoorProps) => {
  const { form, submit, pending, cities, attempt, refusal } = signingIn;
  const id = useId();
  const idOf = (name: Name) => `${id}-${name}`;
  const messageOf = (name: Name) => {
    const code = form.formState.errors[name]?.message;
    return code === undefined ? undefined : fieldText(code);
  };
  const fieldErrors = names.flatMap((name): FormError[] => {
    const message = messageOf(name);
    return message === undefined ? [] : [{ fieldId: idOf(name), message: `${labels[name]}：${message}` }];
  });
  const isChoosing = cities.length > 0;
  const general = refusal === null ? [] : [{ message: refusal, fieldId: idOf(isChoosing ? "municipality" : "mail") }];
  const heading = isChoosing && refusal !== null ? "市を選んでください" : "サインインできませんでした";
  return (
    <div className="flex flex-col gap-6">
      <PageTitle>サインイン</PageTitle>
      <PageHeader title={`${portalName}にサインイン`} lead={lead} />
      <Form onSubmit={(event) => void submit(event)}>
        <FormErrorSummary
          errors={attempt === 0 ? [] : [...general, ...fieldErrors]}
          attempt={attempt}
          heading={heading}
        />
        <Card>
          <Stack>
            <SignInFields form={form} cities={cities} idOf={idOf} messageOf={messageOf} />
            <Button
              type="submit"
              variant="primary"
              size="large"
              pending={pending}
              pendingLabel="確かめています…"
              className="w-full"
            >
              サインイン
            </Button>
          </Stack>
        </Card>
      </Form>
      {canUsePasskeys() ? <PasskeyDoor doors={doors} onSignedIn={onSignedIn} /> : null}
    </div>
  );
};

type PasswordDoorProps = Omit<SignInPanelProps, "help"> & { readonly signingIn: ReturnType<typeof useSignIn> };

/** The door of a portal: a password, and where the account has more, a second step; or a passkey alone. */
export const SignInPanel = ({ help, ...props }: SignInPanelProps) => {
  const signingIn = useSignIn(props);
  const { secondStep, startOver } = signingIn;
  return (
    <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,32rem)_1fr] lg:gap-14">
      {secondStep === null ? (
        <PasswordDoor {...props} signingIn={signingIn} />
      ) : (
        <Suspense fallback={<LoadingState label="次の確認を読み込んでいます" />}>
          <SecondStepPanel
            step={secondStep}
            show={props.doors.showSecondFactor}
            onSignedIn={props.onSignedIn}
            onBack={startOver}
          />
        </Suspense>
      )}
      <aside aria-label="サインインの手引き" className="flex flex-col gap-4 lg:pt-4">
        {help}
      </aside>
    </div>
  );
};
