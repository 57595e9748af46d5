/*
 * One folding for texts and queries (D-24), and the keys a text is found by: its 1- and 2-grams in code points.
 * A word of one code point is found by its own key, a longer one by all its 2-grams and a recheck of the whole word.
 */

/** `ab` says that `a` is searched as `b`. */
const folds = (pairs: string): ReadonlyMap<string, string> =>
  new Map(
    pairs.split(" ").map((pair): [string, string] => {
      const [from = "", to = ""] = [...pair];
      return [from, to];
    }),
  );

const smallKana = folds("ぁあ ぃい ぅう ぇえ ぉお っつ ゃや ゅゆ ょよ ゎわ ゕか ゖけ");

// Old forms whose new form is the same character of the same word; forms that also stand for other words are left out.
const newForms = folds(
  "國国 學学 澤沢 櫻桜 廣広 髙高 﨑崎 邊辺 邉辺 齋斎 齊斉 濱浜 眞真 惠恵 會会 體体 醫医 圖図 德徳 榮栄 壽寿 實実 嶋島 藝芸 遙遥 驛駅 鄕郷 增増 黑黒 靑青",
);

const foldCharacter = (character: string): string => {
  const code = character.codePointAt(0) ?? 0;
  // ァ–ヶ and ヽヾ lie 0x60 above their hiragana.
  const isKatakana = (code >= 0x30a1 && code <= 0x30f6) || code === 0x30fd || code === 0x30fe;
  const hiragana = isKatakana ? String.fromCodePoint(code - 0x60) : character;
  return smallKana.get(hiragana) ?? newForms.get(hiragana) ?? hiragana;
};

/** Text as it is searched: NFKC, lower case, hiragana, large kana, new kanji forms, single spaces. */
export const foldText = (text: string): string =>
  [...text.toWellFormed().normalize("NFKC").toLowerCase().normalize("NFKC")]
    .map(foldCharacter)
    .join("")
    // A small kana made large may join the voicing mark that follows it.
    .normalize("NFKC")
    .replaceAll(/[\s\u0000]+/gu, " ")
    .trim();

/** The words of a query; all must be found. */
export const queryWords = (query: string): readonly string[] =>
  [...new Set(foldText(query).split(" "))].filter((word) => word !== "");

const gramsOf = (characters: readonly string[], size: 1 | 2): readonly string[] =>
  characters.slice(0, characters.length - size + 1).map((_, index) => characters.slice(index, index + size).join(""));

/** All 1- and 2-grams of a folded text, each once; none spans two words, because a word of a query has no space. */
export const textKeys = (folded: string): readonly string[] => [
  ...new Set(
    folded.split(" ").flatMap((word) => {
      const characters = [...word];
      return [...gramsOf(characters, 1), ...gramsOf(characters, 2)];
    }),
  ),
];

/** The keys a text must have to hold this folded word. */
export const wordKeys = (word: string): readonly string[] => {
  const characters = [...word];
  return characters.length === 1 ? characters : [...new Set(gramsOf(characters, 2))];
};

/** Words that keys alone do not decide: from three code points on, the whole word is looked for in the text. */
export const needsRecheck = (word: string): boolean => [...word].length > 2;

/** A pattern for `LIKE … ESCAPE '\'` that finds the word literally. */
export const likePattern = (word: string): string => `%${word.replaceAll(/[\\%_]/gu, String.raw`\$&`)}%`;

/** Facets share the index with the grams: longer than two characters, so they equal no gram. */
export const facetKeys = {
  city: (municipalityId: string): string => `city=${municipalityId}`,
  area: (areaId: string): string => `area=${areaId}`,
  category: (category: string): string => `category=${category}`,
  weekday: (weekday: number): string => `weekday=${weekday}`,
} as const;
