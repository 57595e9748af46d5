import { readCityFile } from "@tsunagari/domain/municipality";
import { expect, it } from "vitest";
import { cityFileErrorText } from "./municipality-city-file.ts";

it("an error of a city file says where it is and how to mend it", () => {
  const { errors } = readCityFile({
    slug: "asaka",
    localGovernmentCode: "112274",
    name: "朝霞市",
    nameKana: "あさかし",
    isSpecial: true,
    areas: [
      { code: "x", scheme: "y", name: "圏域", sinceOn: "2026-04-01" },
      { code: "x", scheme: "y", sinceOn: "きのう" },
    ],
  });
  expect((errors ?? []).map(cityFileErrorText)).toEqual([
    "localGovernmentCode：この値は使えません。入力し直してください",
    'areas の 2 行目（"x"）：name：書いてください',
    'areas の 2 行目（"x"）：sinceOn：日付として読めません。2026-04-01 のように入力してください',
    "isSpecial：この欄は、市ファイルにありません",
    'areas の 1 行目（"x"）：scheme "y" が areaSchemes にありません',
  ]);
});
