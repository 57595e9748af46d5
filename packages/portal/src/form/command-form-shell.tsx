import { Button, Form, FormActions, FormErrorSummary, NotificationBanner } from "@tsunagari/ui";
import { useEffect, useState, type ReactNode } from "react";
import type { FieldValues } from "react-hook-form";
import { instantText, timeText } from "../date-text.ts";
import type { DraftState } from "./use-draft.ts";
import type { CommandForm } from "./use-command-form.ts";
import { UnsavedGuard } from "./unsaved-guard.tsx";

type Values = FieldValues & { requestId: string };

export type CommandFormShellProps<V extends Values> = {
  readonly form: CommandForm<V>;
  /** The verb: 「保存する」「団体に送る」. */
  readonly submitLabel: string;
  readonly pendingLabel?: string;
  /** Why it cannot be sent now, from the server's abilities. */
  readonly unavailableReason?: string | undefined;
  readonly variant?: "primary" | "danger";
  /** What stands beside the main button: a link 「やめる」. */
  readonly cancel?: ReactNode;
  readonly children: ReactNode;
};

/** An earlier draft is offered; the person decides. */
const DraftOffer = ({ draft }: { readonly draft: DraftState }) =>
  draft.offer === null ? null : (
    <NotificationBanner
      tone="info"
      title="下書きから再開しますか"
      actions={
        <>
          <Button size="small" variant="primary" onClick={draft.resume}>
            下書きから再開する
          </Button>
          <Button size="small" onClick={draft.refuse}>
            下書きを捨てて新しく書く
          </Button>
        </>
      }
    >
      {instantText(draft.offer.savedAt)}に保存した下書きがあります。選ぶまで、新しい下書きは保存されません。
    </NotificationBanner>
  );

const DraftNote = ({ draft }: { readonly draft: DraftState }) => {
  if (draft.failure === "my_number") {
    return (
      <p className="text-error-1">
        マイナンバーと思われる12桁の数字があるため、下書きを保存していません。その数字を消してください。入力した内容はこの画面に残っています。
      </p>
    );
  }
  if (draft.failure !== null) {
    return <p className="text-error-1">下書きを保存できませんでした。入力した内容はこの画面に残っています。</p>;
  }
  return draft.savedAt === null ? null : (
    <p className="text-solid-gray-700">下書きを保存しました {timeText(draft.savedAt)}</p>
  );
};

/** The title says that there are errors, for those who hear the page (GOV.UK pattern). */
const useErrorTitle = (hasErrors: boolean, attempt: number) => {
  useEffect(() => {
    const mark = "エラー：";
    if (!hasErrors) return;
    if (!document.title.startsWith(mark)) document.title = `${mark}${document.title}`;
    return () => {
      document.title = document.title.replace(mark, "");
    };
  }, [hasErrors, attempt]);
};

/** Said before anybody has typed, not only below the button: a form that could not be sent from the start. */
const RefusalAtStart = ({ reason }: { readonly reason: string | undefined }) => {
  const [atStart] = useState(reason);
  return atStart === undefined || atStart !== reason ? null : (
    <NotificationBanner tone="warning" title="いまは、この画面から変えられません">
      {reason}
    </NotificationBanner>
  );
};

/** The shell of every form that sends a command: draft, summary of errors, fields, one main action. */
export const CommandFormShell = <V extends Values>({
  form,
  submitLabel,
  pendingLabel = "送信しています…",
  unavailableReason,
  variant = "primary",
  cancel,
  children,
}: CommandFormShellProps<V>) => {
  useErrorTitle(form.errors.length > 0, form.attempt);
  const isKept = form.draft !== null && form.draft.failure === null;
  return (
    <Form onSubmit={(event) => void form.submit(event)}>
      {isKept ? null : <UnsavedGuard isActive={() => form.isChanged && !form.isSent()} />}
      <RefusalAtStart reason={unavailableReason} />
      {form.draft === null ? null : <DraftOffer draft={form.draft} />}
      <FormErrorSummary
        errors={form.errors}
        attempt={form.attempt}
        heading={
          form.error !== null && form.error.fields.length === 0 ? "送信できませんでした" : "入力内容に誤りがあります"
        }
      />
      {children}
      <FormActions>
        <Button
          type="submit"
          variant={variant}
          size="large"
          pending={form.pending}
          pendingLabel={pendingLabel}
          unavailableReason={unavailableReason}
        >
          {submitLabel}
        </Button>
        {cancel}
      </FormActions>
      {form.draft === null ? null : <DraftNote draft={form.draft} />}
    </Form>
  );
};
