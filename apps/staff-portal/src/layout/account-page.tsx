import { Link } from "@tanstack/react-router";
import { AccountPanel } from "@tsunagari/portal";
import { buttonStyle } from "@tsunagari/ui";
import { client } from "../client.ts";

/** One's own ways of signing in. */
export const AccountPage = () => (
  <AccountPanel
    account={client.identity}
    passwordLink={
      <Link to="/password" className={buttonStyle()}>
        パスワードを変える
      </Link>
    }
  />
);
