import { Link } from "@tanstack/react-router";
import { ForgotPasswordPanel, SetPasswordPanel } from "@tsunagari/portal";
import { Brand, buttonStyle, PlainShell } from "@tsunagari/ui";
import type { ReactNode } from "react";
import { client } from "../client.ts";
import { OutsideLinks } from "./site-links.tsx";

const name = "団体ポータル";

const Outside = ({ children }: { readonly children: ReactNode }) => (
  <PlainShell
    accent="green"
    brand={<Brand accent="green" name={name} />}
    help="わからないことがあれば、市の地域福祉の担当に、お気軽にお尋ねください。"
    links={<OutsideLinks />}
  >
    {children}
  </PlainShell>
);

const signIn: ReactNode = (
  <Link to="/sign-in" className={buttonStyle({ variant: "primary" })}>
    サインインへ進む
  </Link>
);
const back: ReactNode = (
  <Link to="/sign-in" className={buttonStyle({ variant: "text", size: "large" })}>
    サインインへ戻る
  </Link>
);
const forgot: ReactNode = (
  <Link to="/forgot-password" className={buttonStyle()}>
    再設定のメールを申し込む
  </Link>
);

/** Asks for a link to choose a new password. */
export const ForgotPasswordPage = () => (
  <Outside>
    <ForgotPasswordPanel account={client.identity} back={back} />
  </Outside>
);

/** Where the link of a mail leads: an invitation or a reset. */
export const SetPasswordPage = () => (
  <Outside>
    <SetPasswordPanel account={client.identity} portalName={name} signIn={signIn} forgot={forgot} />
  </Outside>
);
