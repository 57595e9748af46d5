import { Link } from "@tanstack/react-router";
import { AccountPanel, OwnSessionsCard } from "@tsunagari/portal";
import { buttonStyle } from "@tsunagari/ui";
import type { ReactNode } from "react";
import { client } from "../client.ts";

const PasswordLink = (): ReactNode => (
  <Link to="/password" className={buttonStyle()}>
    パスワードを変える
  </Link>
);

/** One's own ways of signing in, and where one is signed in. */
export const AccountPage = (): ReactNode => (
  <AccountPanel account={client.identity} passwordLink={<PasswordLink />}>
    <OwnSessionsCard sessions={client.identity} />
  </AccountPanel>
);
