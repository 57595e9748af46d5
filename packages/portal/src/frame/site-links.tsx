import { Link } from "@tanstack/react-router";
import { cityPageKinds } from "@tsunagari/domain/municipality";
import { cityPageMessages } from "@tsunagari/messages";
import { linkStyle } from "@tsunagari/ui";

type SiteLinksProps = {
  /** In the words of the city one is signed in to, or as they read before a city is known. */
  readonly to: "/pages/$kind" | "/about/$kind";
};

/** Links to the pages about the service itself, for the foot of every page. */
export const SiteLinks = ({ to }: SiteLinksProps) => (
  <ul aria-label="このサービスについて" className="flex flex-wrap gap-x-6">
    {cityPageKinds.map((kind) => (
      <li key={kind}>
        <Link to={to} params={{ kind }} className={`inline-flex min-h-11 items-center ${linkStyle}`}>
          {cityPageMessages.titles[kind]}
        </Link>
      </li>
    ))}
  </ul>
);
