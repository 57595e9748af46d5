import type { CityPageKind } from "@tsunagari/domain/municipality";

/** The pages every city has about the service itself. */
export const cityPageMessages = {
  titles: {
    terms: "利用規約",
    privacy: "個人情報の取扱い",
    accessibility: "アクセシビリティ方針・試験結果",
    contact: "お問い合わせ",
  } satisfies Record<CityPageKind, string>,
  /** What each page is for, in one line. */
  leads: {
    terms: "このサービスを使うときの約束です。",
    privacy: "どんな情報を、何のために、だれが見るかをまとめています。",
    accessibility: "だれもが使えるようにするための目標と、確かめた結果です。",
    contact: "困ったとき、わからないときの連絡先です。",
  } satisfies Record<CityPageKind, string>,
} as const;
