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
      accent="green"
      brand={<Brand accent="green" name="団体ポータル" />}
      help="わからないことがあれば、市の地域福祉の担当に、お気軽にお尋ねください。"
      links={<OutsideLinks />}
    >
      <SignInPanel
        portalName="団体ポータル"
        lead="活動を載せる団体、つなぎを受ける団体の方が使います。"
        doors={doors}
        onSignedIn={async () => {
          queryClient.clear();
          await router.navigate({ href: returnAddress(back), replace: true });
        }}
        help={
          <>
            <h2 className="text-std-18B-160">はじめての方へ</h2>
            <p>
              市から届いた招待のメールを開いて、パスワードを決めてください。紙でパスワードを受け取った方は、そのパスワードでサインインすると、変える画面が開きます。
            </p>
            <h2 className="text-std-18B-160">サインインできないとき</h2>
            <p>
              <Link to="/forgot-password" className={linkStyle}>
                パスワードを忘れた方
              </Link>
            </p>
            <p>メールを使えないときは、市の担当にお知らせください。新しいパスワードをお渡しします。</p>
          </>
        }
      />
    </PlainShell>
  );
};
