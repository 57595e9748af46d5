import { Link } from "@tanstack/react-router";
import type { CityPageKind } from "@tsunagari/domain/municipality";
import { defaultPageText } from "@tsunagari/messages";
import { SitePage } from "@tsunagari/portal";
import { Brand, buttonStyle, PlainShell } from "@tsunagari/ui";
import { OutsideLinks } from "./site-links.tsx";

/** A page about the service in the wording of the program: who is not signed in has no city yet. */
export const DefaultTextPage = ({ kind }: { readonly kind: CityPageKind }) => (
  <PlainShell accent="indigo" brand={<Brand accent="indigo" name="職員ポータル" />} links={<OutsideLinks />}>
    <SitePage
      kind={kind}
      body={defaultPageText(kind)}
      footer={
        <div className="flex flex-col items-start gap-3">
          <p>市ごとの内容は、サインインしたあとのページの下と、市の公開サイトで読めます。</p>
          <Link to="/sign-in" className={buttonStyle({ variant: "text" })}>
            サインインへ戻る
          </Link>
        </div>
      }
    />
  </PlainShell>
);
