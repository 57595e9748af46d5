import { EmptyState, Icon } from "@tsunagari/ui";
import type { City } from "../../caller.ts";
import { Neighbors } from "../../layout/neighbors.tsx";
import { SiteFrame } from "../../layout/site-frame.tsx";

const CityLink = ({ city }: { readonly city: City }) => (
  <a
    href={`/${city.slug}`}
    className="group flex min-h-24 items-center justify-between gap-4 rounded-16 border border-solid-gray-300 bg-white px-6 py-5 no-underline hover:border-key-900 hover:bg-key-50"
  >
    <span className="flex flex-col">
      <span className="text-solid-gray-700">{city.nameKana}</span>
      <span className="text-std-22B-150 text-key-1000 underline underline-offset-4 group-hover:decoration-3">
        {city.name}
      </span>
    </span>
    <Icon name="chevronRight" className="size-6 text-key-900" />
  </a>
);

/** The first page of a host that serves several cities (D-28). */
export const CityChooser = ({ cities }: { readonly cities: readonly City[] }) => (
  <SiteFrame
    home="/"
    cityName={null}
    footer={<p className="max-w-prose text-solid-gray-700">市と地域の団体が、載せる内容を確かめて公開しています。</p>}
  >
    <div className="bg-canvas">
      <div className="mx-auto flex max-w-6xl items-end justify-between gap-8 px-4 pt-12 sm:px-6 sm:pt-20">
        <div className="flex flex-col gap-4 pb-12 sm:pb-20">
          <h1 className="text-std-28B-150 sm:text-std-36B-140">地域の居場所や活動をさがす</h1>
          <p className="text-std-17N-170">
            <span className="inline-block">こども食堂、居場所、体操、学習支援。</span>
            <span className="inline-block">だれかとつながれる場所を、お住まいの近くでさがせます。</span>
          </p>
        </div>
        <Neighbors className="w-80 shrink-0 max-lg:hidden" />
      </div>
    </div>
    <section aria-labelledby="cities" className="mx-auto flex w-full max-w-6xl flex-col gap-6 px-4 pt-12 sm:px-6">
      <h2 id="cities" className="text-std-22B-150 sm:text-std-24B-150">
        お住まいの市を選ぶ
      </h2>
      {cities.length === 0 ? (
        <EmptyState title="まだ公開している市がありません">準備ができた市から、ここに並びます。</EmptyState>
      ) : (
        <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
          {cities.map((city) => (
            <li key={city.id}>
              <CityLink city={city} />
            </li>
          ))}
        </ul>
      )}
    </section>
  </SiteFrame>
);
