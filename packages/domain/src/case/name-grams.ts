/*
 * Names are found by 1- and 2-grams (D-35). Folding follows D-24: it is used for finding and comparing only, the stored
 * legal name is never changed.
 */

/** Reads "髙高 﨑崎": each pair is a written form and the one it is compared as. */
const pairs = (...lines: readonly string[]): ReadonlyMap<string, string> =>
  new Map(
    lines
      .flatMap((line) => line.split(" "))
      .map((pair): [string, string] => {
        const [written = "", compared = ""] = [...pair];
        return [written, compared];
      }),
  );

/** Old, variant and compatibility forms of kanji that occur in names, each safely the same name in speech. */
const kanjiVariants = pairs(
  "髙高 﨑崎 碕崎 嵜崎 邊辺 邉辺 齋斎 齊斉 澤沢 濱浜 濵浜 廣広 櫻桜 國国 圓円 龍竜 瀧滝 嶋島",
  "嶌島 眞真 惠恵 德徳 榮栄 曾曽 條条 實実 壽寿 應応 學学 關関 淺浅 瀨瀬 靜静 萬万 與与 豐豊",
  "寶宝 彌弥 禮礼 藏蔵 繪絵 晉晋 顯顕 鐵鉄 單単 冨富 峯峰 鷗鴎 𠮷吉 槇槙 遙遥 淵渕 舘館 黑黒",
  "步歩",
);

const smallKana = pairs("ぁあ ぃい ぅう ぇえ ぉお っつ ゃや ゅゆ ょよ ゎわ ゕか ゖけ");

/** The comparable form of a name: NFKC, kana as hiragana, small kana as large, kanji variants folded, no spaces. */
export const foldName = (name: string): string =>
  [...name.normalize("NFKC").toLowerCase()]
    .map((character) => {
      const code = character.codePointAt(0) ?? 0;
      const hiragana = code >= 0x30a1 && code <= 0x30f6 ? String.fromCodePoint(code - 0x60) : character;
      return smallKana.get(hiragana) ?? kanjiVariants.get(hiragana) ?? hiragana;
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
