/*
 * Names are found by 1- and 2-grams (D-35). Folding follows D-24: it is used for finding and comparing only, the stored
 * legal name is never changed.
 */

/** Old, variant and compatibility forms of kanji that occur in names, each safely the same name in speech. */
const kanjiVariants: Readonly<Record<string, string>> = {
  髙: "高", 﨑: "崎", 碕: "崎", 嵜: "崎", 邊: "辺", 邉: "辺", 齋: "斎", 齊: "斉", 澤: "沢", 濱: "浜", 濵: "浜",
  廣: "広", 櫻: "桜", 國: "国", 圓: "円", 龍: "竜", 瀧: "滝", 嶋: "島", 嶌: "島", 眞: "真", 惠: "恵", 德: "徳",
  榮: "栄", 曾: "曽", 條: "条", 實: "実", 壽: "寿", 應: "応", 學: "学", 關: "関", 淺: "浅", 瀨: "瀬", 靜: "静",
  萬: "万", 與: "与", 豐: "豊", 寶: "宝", 彌: "弥", 禮: "礼", 藏: "蔵", 繪: "絵", 晉: "晋", 顯: "顕", 鐵: "鉄",
  單: "単", 冨: "富", 峯: "峰", 鷗: "鴎", 𠮷: "吉", 槇: "槙", 遙: "遥", 淵: "渕", 舘: "館", 黑: "黒", 步: "歩",
};

const smallKana: Readonly<Record<string, string>> = {
  ぁ: "あ", ぃ: "い", ぅ: "う", ぇ: "え", ぉ: "お", っ: "つ", ゃ: "や", ゅ: "ゆ", ょ: "よ", ゎ: "わ", ゕ: "か", ゖ: "け",
};

/** The comparable form of a name: NFKC, kana as hiragana, small kana as large, kanji variants folded, no spaces. */
export const foldName = (name: string): string =>
  [...name.normalize("NFKC").toLowerCase()]
    .map((character) => {
      const code = character.codePointAt(0) ?? 0;
      const hiragana = code >= 0x30a1 && code <= 0x30f6 ? String.fromCodePoint(code - 0x60) : character;
      return smallKana[hiragana] ?? kanjiVariants[hiragana] ?? hiragana;
    })
    .filter((character) => !/[\s・,.、。'’-]/u.test(character))
    .join("");

/** All 1- and 2-grams of a name, folded, each once: what is stored (as HMAC). */
export const gramsOfName = (name: string): readonly string[] => {
  const characters = [...foldName(name)];
  const pairs = characters.slice(1).map((character, index) => `${characters[index] ?? ""}${character}`);
  return [...new Set([...characters, ...pairs])];
};

/** The grams a name must all have to be a candidate for what was typed; none where nothing searchable was typed. */
export const gramsOfSearch = (typed: string): readonly string[] => {
  const characters = [...foldName(typed)];
  if (characters.length < 2) return characters;
  const grams = characters.slice(1).map((character, index) => `${characters[index] ?? ""}${character}`);
  return [...new Set(grams)];
};

/** The recheck after decryption: whether one of the names contains what was typed. */
export const nameMatches = (typed: string, names: readonly (string | null)[]): boolean => {
  const folded = foldName(typed);
  return folded !== "" && names.some((name) => name !== null && foldName(name).includes(folded));
};
