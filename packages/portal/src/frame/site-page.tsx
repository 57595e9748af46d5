import { Link } from "@tanstack/react-router";
import { pageBlocks, type CityPageKind } from "@tsunagari/domain/municipality";
import { cityPageMessages, defaultPageText } from "@tsunagari/messages";
import { buttonStyle, Card, PageHeader, Prose, Stack } from "@tsunagari/ui";
import { OutsideShell } from "./outside-shell.tsx";
import { PageTitle } from "./portal.tsx";

const { titles, leads } = cityPageMessages;

export type SitePageProps = { readonly kind: CityPageKind; readonly body: string };

/** One of the pages about the service itself. */
export const SitePage = ({ kind, body }: SitePageProps) => (
  <Stack>
    <PageTitle>{titles[kind]}</PageTitle>
    <PageHeader title={titles[kind]} lead={leads[kind]} />
    <Card>
      <Prose blocks={pageBlocks(body)} />
    </Card>
  </Stack>
);

/** The same page in the wording of the program: who is not signed in has no city yet. */
export const AboutPage = ({ kind }: Pick<SitePageProps, "kind">) => (
  <OutsideShell>
    <Stack>
      <SitePage kind={kind} body={defaultPageText(kind)} />
      <div className="flex flex-col items-start gap-3">
        <p>市ごとの内容は、サインインしたあとのページの下と、市の公開サイトで読めます。</p>
        <Link to="/sign-in" className={buttonStyle({ variant: "text" })}>
          サインインへ戻る
        </Link>
      </div>
    </Stack>
  </OutsideShell>
);
