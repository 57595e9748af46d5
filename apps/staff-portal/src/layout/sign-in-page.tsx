import { Link, useRouter } from "@tanstack/react-router";
import { quietly, returnAddress, SignInPanel, type SignInDoors } from "@tsunagari/portal";
import { Brand, linkStyle, PlainShell } from "@tsunagari/ui";
import { client, queryClient } from "../client.ts";
import { OutsideLinks } from "./site-links.tsx";

const { identity } = client;
const asNobody = { context: quietly };

const doors: SignInDoors = {
  signIn: (input) => identity.signIn.mutate(input, asNobody),
  showSecondFactor: (input) => identity.showSecondFactor.mutate(input, asNobody),
  beginPasskeySignIn: () => identity.beginPasskeySignIn.mutate({}, asNobody),
  signInWithPasskey: (input) => identity.signInWithPasskey.mutate(input, asNobody),
};

/** The door of the portal. Whoever was sent here goes on to where he wanted to go. */
export const SignInPage = ({ back }: { readonly back: string | undefined }) => {
  const router = useRouter();
  return (
    <PlainShell
      accent="indigo"
      brand={<Brand accent="indigo" name="職員ポータル" />}
      help="困ったときは、画面の名前と、していたことを、市の担当に伝えてください。"
      links={<OutsideLinks />}
    >
      <SignInPanel
        portalName="職員ポータル"
        lead="市の職員と、市が委託した相談機関の職員が使います。"
        doors={doors}
        onSignedIn={async () => {
          queryClient.clear();
          await router.navigate({ href: returnAddress(back), replace: true });
        }}
        help={
          <>
            <h2 className="text-std-18B-160">サインインできないとき</h2>
            <p>
              <Link to="/forgot-password" className={linkStyle}>
                パスワードを忘れた方
              </Link>
            </p>
            <p>メールを使えないときは、市のプラットフォーム管理者に、新しいパスワードの発行を頼んでください。</p>
            <p className="text-solid-gray-700">
              しばらく操作がないと、自動でサインアウトします。長い入力は、下書きとして保存されます。
            </p>
          </>
        }
      />
    </PlainShell>
  );
};
