import { ChangePasswordPanel } from "@tsunagari/portal";
import { client } from "../client.ts";

/** Changing the password ends every session, so the next call leads to the sign-in page. */
export const PasswordPage = () => (
  <ChangePasswordPanel
    change={(input) => client.identity.changeOwnPassword.mutate(input)}
    onChanged={() => undefined}
  />
);
