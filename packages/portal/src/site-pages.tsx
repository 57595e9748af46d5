import { cityPageKinds, pageBlocks, type CityPageKind } from "@tsunagari/domain/municipality";
import { cityPageMessages } from "@tsunagari/messages";
import { Card, linkStyle, PageHeader, Prose, Stack } from "@tsunagari/ui";
import type { ReactNode } from "react";
import { PageTitle } from "./page-title.tsx";

const { titles, leads } = cityPageMessages;

export type SiteLinksProps = {
  /** Draws a link of the portal's own router. */
  readonly link: (kind: CityPageKind, props: { readonly className: string; readonly children: ReactNode }) => ReactNode;
};

/** Links to the pages about the service itself, for the foot of every page. */
export const SiteLinks = ({ link }: SiteLinksProps) => (
  <ul aria-label="このサービスについて" className="flex flex-wrap gap-x-6">
    {cityPageKinds.map((kind) => (
      <li key={kind}>
        {link(kind, { className: `inline-flex min-h-11 items-center ${linkStyle}`, children: titles[kind] })}
      </li>
    ))}
  </ul>
);

export type SitePageProps = {
  readonly kind: CityPageKind;
  readonly body: string;
  readonly footer?: ReactNode;
};

/** One of the pages about the service itself. */
export const SitePage = ({ kind, body, footer }: SitePageProps) => (
  <Stack>
    <PageTitle>{titles[kind]}</PageTitle>
    <PageHeader title={titles[kind]} lead={leads[kind]} />
    <Card>
      <Prose blocks={pageBlocks(body)} />
    </Card>
    {footer}
  </Stack>
);
