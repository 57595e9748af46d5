import { notFound } from "@tanstack/react-router";
import { cityPageKinds, type CityPageKind } from "@tsunagari/domain/municipality";

/** The page about the service an address names. Throws `notFound` where there is none of the name. */
export const sitePageKind = (name: string): CityPageKind => {
  const kind = cityPageKinds.find((known) => known === name);
  if (kind === undefined) throw notFound();
  return kind;
};
