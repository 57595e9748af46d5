import { ChangeOwnPassword } from "@tsunagari/domain/identity";
import { identityMessages } from "@tsunagari/messages";
import { Card, NotificationBanner, PageHeader, Stack, TextField } from "@tsunagari/ui";
import type { z } from "zod";
import { CommandFormShell } from "./form/command-form-shell.tsx";
import { useCommandForm } from "./form/use-command-form.ts";
import { PageTitle } from "./page-title.tsx";
import { useSession } from "./session.tsx";

export type ChangePasswordInput = z.input<typeof ChangeOwnPassword>;

export type ChangePasswordPanelProps = {
  readonly change: (input: ChangePasswordInput) => Promise<unknown>;
  readonly onChanged: () => void | Promise<void>;
};

const { fields, hints } = identityMessages;

/** One's own password; the only page that opens as long as the password is one that somebody else handed over. */
export const ChangePasswordPanel = ({ change, onChanged }: ChangePasswordPanelProps) => {
  const { mustChangePassword } = useSession();
  const form = useCommandForm({
    schema: ChangeOwnPassword,
    defaultValues: { currentPassword: "", newPassword: "" },
    send: change,
    onDone: onChanged,
  });
  return (
    <Stack>
      <PageTitle>パスワードの変更</PageTitle>
      <PageHeader
        title="パスワードの変更"
        lead="変えると、すべての端末でサインアウトします。新しいパスワードでサインインし直してください。"
      />
      {mustChangePassword ? (
        <NotificationBanner tone="info" title="はじめに、自分だけが知っているパスワードに変えてください">
          いまのパスワードは、ほかの人から受け取ったものです。変えると、すべての画面を使えます。
        </NotificationBanner>
      ) : null}
      <CommandFormShell form={form} submitLabel="パスワードを変える" pendingLabel="変えています…">
        <Card>
          <Stack>
            <TextField
              {...form.field("currentPassword", fields.currentPassword)}
              type="password"
              autoComplete="current-password"
              requirement="required"
            />
            <TextField
              {...form.field("newPassword", fields.newPassword)}
              type="password"
              autoComplete="new-password"
              requirement="required"
              support={hints.newPassword}
            />
          </Stack>
        </Card>
      </CommandFormShell>
    </Stack>
  );
};
