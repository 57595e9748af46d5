import { Link } from "@tanstack/react-router";
import { SignInPage as Door } from "@tsunagari/portal";
import { linkStyle } from "@tsunagari/ui";

/** The door, with the words for who comes here. */
export const SignInPage = ({ back }: { readonly back: string | undefined }) => (
  <Door
    back={back}
    lead="市の職員と、市が委託した相談機関の職員が使います。"
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
);
