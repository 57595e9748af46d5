import { ChangePasswordPanel, OwnSessionsCard } from "@tsunagari/portal";
import { Stack } from "@tsunagari/ui";
import { client } from "../client.ts";

/** Changing the password ends every session, so the next call leads to the sign-in page. */
export const PasswordPage = () => (
  <Stack>
    <ChangePasswordPanel
      change={(input) => client.identity.changeOwnPassword.mutate(input)}
      onChanged={() => undefined}
    />
    <OwnSessionsCard sessions={client.identity} />
  </Stack>
);
