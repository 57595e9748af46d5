import { buttonStyle } from "@tsunagari/ui";
import { useContext } from "react";
import { ShellCity } from "./city-shell.tsx";
import { SiteFrame } from "./site-frame.tsx";

const Words = ({ home, label }: { readonly home: string; readonly label: string }) => (
  <div className="mx-auto flex w-full max-w-6xl flex-col gap-6 px-4 py-16 sm:px-6 sm:py-24">
    <title>ページが見つかりません｜つながりマップ</title>
    <meta name="robots" content="noindex" />
    <h1 className="text-std-28B-150 sm:text-std-32B-150">ページが見つかりません</h1>
    <p className="max-w-prose">
      活動が終わったか、アドレスが違っている可能性があります。{label}ページから、もう一度お探しください。
    </p>
    <div>
      <a href={home} className={buttonStyle({ variant: "primary" })}>
        {label}
      </a>
    </div>
  </div>
);

/** The page for what is not there: it says why that may be, and where to go on. */
export const NotFoundPage = () => {
  const city = useContext(ShellCity);
  if (city !== null) return <Words home={`/${city.slug}`} label="活動をさがす" />;
  return (
    <SiteFrame home="/" cityName={null} footer={<p className="text-solid-gray-700">つながりマップ</p>}>
      <Words home="/" label="市を選ぶ" />
    </SiteFrame>
  );
};
