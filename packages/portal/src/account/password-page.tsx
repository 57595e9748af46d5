import { ChangeOwnPassword } from "@tsunagari/domain/identity";
import { identityMessages } from "@tsunagari/messages";
import { Card, NotificationBanner, PageHeader, Stack, TextField } from "@tsunagari/ui";
import { CommandFormShell } from "../form/command-form-shell.tsx";
import { useCommandForm } from "../form/use-command-form.ts";
import { PageTitle, usePortal } from "../frame/portal.tsx";
import { useSession } from "../frame/session.tsx";

const { fields, hints } = identityMessages;

/**
 * One's own password; the only page that opens as long as the password is one that somebody else handed over. Changing it
 * ends every session, so the next call leads to the sign-in page.
 */
export const PasswordPage = () => {
  const { identity } = usePortal().client;
  const { mustChangePassword } = useSession();
  const form = useCommandForm({
    schema: ChangeOwnPassword,
    defaultValues: { currentPassword: "", newPassword: "" },
    send: (input) => identity.changeOwnPassword.mutate(input),
    onDone: () => undefined,
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
