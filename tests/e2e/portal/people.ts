import { demoPassword } from "@tsunagari/demo";

export type Portal = "staff" | "partner";
export type Person = { readonly portal: Portal; readonly mail: string; readonly password: string };

const person = (portal: Portal, mail: string): Person => ({
  portal,
  mail: `${mail}.example.jp`,
  password: demoPassword,
});
const staff = (code: string) => person("staff", `${code}@kasugai`);
const partner = (code: string) => person("partner", `${code}@kasugai`);

/** The demo's people who walk through the journeys. */
export const people = {
  /** プラットフォーム管理者 */
  administrator: staff("kanri"),
  /** 地域福祉包括化推進員 */
  coordinator: staff("suishin"),
  /** The other 地域福祉包括化推進員, who is assigned to cases of his own. */
  otherCoordinator: staff("suishin2"),
  /** 地域福祉コーディネーター, who approves activities and runs the platforms */
  communityCoordinator: staff("chiiki"),
  supervisor: staff("kakaricho"),
  /** こども食堂の代表: owner, editor and receiver of 藤山台みんなの食堂 */
  cafeteria: partner("shokudo"),
  /** NPOの受入担当 of 庭先カフェ */
  cafe: partner("npo"),
  sweetShop: partner("dagashi"),
  /** 商店街の代表 */
  shoppingStreet: partner("shotengai"),
  /** 企業の地域貢献担当: posts activities, receives no referrals */
  company: partner("kigyo"),
  /** 学識経験者, a member who signs in and works on nothing else here */
  lecturer: staff("gakushiki"),
  /** 地域福祉包括化推進員 of 戸田市 */
  otherCityCaseworker: person("staff", "caseworker@toda"),
  otherCityAdministrator: person("staff", "kanri@toda"),
  otherCityPartner: person("partner", "tomarigi@toda"),
} as const satisfies Readonly<Record<string, Person>>;

/** Somebody of one of the demo's cities, by the code in its data. */
export const personOf = (city: string, portal: Portal, code: string): Person => person(portal, `${code}@${city}`);

/** Ends a name that a journey gives, so that it can be walked again on the same city. */
export const newMark = (): string => Date.now().toString(36).slice(-6);
