import { Link } from "@tanstack/react-router";
import { SignInPage as Door } from "@tsunagari/portal";
import { linkStyle } from "@tsunagari/ui";

/** The door, with the words for who comes here. */
export const SignInPage = ({ back }: { readonly back: string | undefined }) => (
  <Door
    back={back}
    lead="活動を載せる団体、つなぎを受ける団体の方が使います。"
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
);
