import { cityPageKinds } from "@tsunagari/domain/municipality";
import { cityPageMessages } from "@tsunagari/messages";
import { linkStyle } from "@tsunagari/ui";
import { createContext, type ReactNode } from "react";
import type { City } from "../caller.ts";
import { SiteFrame } from "./site-frame.tsx";

const FooterLinks = ({ city }: { readonly city: City }) => {
  const links = [
    { href: `/${city.slug}`, text: "活動をさがす" },
    { href: `/${city.slug}/about`, text: "このサイトについて" },
    ...cityPageKinds.map((kind) => ({ href: `/${city.slug}/${kind}`, text: cityPageMessages.titles[kind] })),
    { href: "/", text: "ほかの市" },
  ];
  return (
    <nav aria-label="サイトの案内">
      <ul className="flex flex-wrap gap-x-8 gap-y-1">
        {links.map(({ href, text }) => (
          <li key={href}>
            <a href={href} className={`inline-flex min-h-11 items-center ${linkStyle}`}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};

/** The city whose frame stands around a page, or null. */
export const ShellCity = createContext<City | null>(null);

/** The frame of a city's pages. */
export const CityShell = ({ city, children }: { readonly city: City; readonly children: ReactNode }) => (
  <SiteFrame
    home={`/${city.slug}`}
    cityName={city.name}
    footer={
      <>
        <FooterLinks city={city} />
        <p className="max-w-3xl text-solid-gray-700">
          {city.name}
          と地域の団体が、載せる内容を確かめて公開しています。参加する前に、日時や持ち物を団体にお確かめください。
        </p>
      </>
    }
  >
    <ShellCity value={city}>{children}</ShellCity>
  </SiteFrame>
);
