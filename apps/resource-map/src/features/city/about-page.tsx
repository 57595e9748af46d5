import { linkStyle } from "@tsunagari/ui";
import type { ReactNode } from "react";
import type { City } from "../../caller.ts";

const Part = ({
  id,
  title,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}) => (
  <section aria-labelledby={id} className="flex max-w-3xl flex-col gap-3">
    <h2 id={id} className="scroll-mt-6 text-std-22B-150">
      {title}
    </h2>
    {children}
  </section>
);

/** What the site is, how it can be used, and what it does not do. */
export const AboutPage = ({ city }: { readonly city: City }) => (
  <div className="mx-auto flex w-full max-w-6xl flex-col gap-10 px-4 py-10 sm:px-6 sm:py-14">
    <h1 className="text-std-28B-150 sm:text-std-32B-150">このサイトについて</h1>
    <Part id="purpose" title="だれのためのサイトですか">
      <p>
        {city.name}
        で、居場所や活動をさがす人のためのサイトです。ご本人だけでなく、ご家族や、相談を受けた人にも使っていただけます。登録は要りません。
      </p>
    </Part>
    <Part id="content" title="載っている情報">
      <p>
        活動の内容は、それぞれの団体が書き、{city.name}
        が確かめてから公開しています。どのページにも、団体が内容を最後に確かめた日を載せています。長く確かめられていないものには「情報が古い可能性があります」と表示します。
      </p>
    </Part>
    <Part id="privacy" title="個人情報">
      <p>このサイトは、見ている人を記録するための Cookie（クッキー）を使いません。外部の広告や解析も使いません。</p>
      <p>
        くわしくは「
        <a href={`/${city.slug}/privacy`} className={linkStyle}>
          個人情報の取扱い
        </a>
        」をご覧ください。
      </p>
    </Part>
    <Part id="accessibility" title="アクセシビリティ">
      <p>
        JIS X 8341-3:2016
        のレベルAAを目標に作っています。キーボードだけで使え、文字を200%まで大きくしても読め、JavaScript（ジャバスクリプト）を切っていても動きます。
      </p>
      <p>
        試験の状況は「
        <a href={`/${city.slug}/accessibility`} className={linkStyle}>
          アクセシビリティ方針・試験結果
        </a>
        」にあります。使いにくいところがあれば、
        <a href={`/${city.slug}/contact`} className={linkStyle}>
          お問い合わせ
        </a>
        の窓口にお知らせください。
      </p>
    </Part>
  </div>
);
