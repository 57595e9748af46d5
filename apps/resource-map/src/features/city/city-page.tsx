import { pageBlocks } from "@tsunagari/domain/municipality";
import { cityPageMessages } from "@tsunagari/messages";
import { Prose } from "@tsunagari/ui";
import type { CityPage } from "../../caller.ts";
import { dateText } from "../../date-text.ts";

/** What the city says about the service: terms, privacy, accessibility, contact. */
export const CityPageView = ({ page }: { readonly page: CityPage }) => (
  <div className="mx-auto flex w-full max-w-6xl flex-col gap-8 px-4 py-10 sm:px-6 sm:py-14">
    <div className="flex flex-col gap-3">
      <h1 className="text-std-28B-150 sm:text-std-32B-150">{cityPageMessages.titles[page.kind]}</h1>
      <p className="max-w-3xl text-solid-gray-700">{cityPageMessages.leads[page.kind]}</p>
    </div>
    <Prose blocks={pageBlocks(page.body)} />
    {page.sinceOn === null ? null : <p className="text-solid-gray-700">{dateText(page.sinceOn)}から、この内容です。</p>}
  </div>
);
