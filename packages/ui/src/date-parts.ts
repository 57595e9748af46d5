export type DateParts = { readonly year: string; readonly month: string; readonly day: string };

const eraStarts: readonly (readonly [RegExp, number])[] = [
  [/^(?:令和|令|r)(元|\d{1,2})年?$/iu, 2018],
  [/^(?:平成|平|h)(元|\d{1,2})年?$/iu, 1988],
  [/^(?:昭和|昭|s)(元|\d{1,2})年?$/iu, 1925],
  [/^(?:大正|大|t)(元|\d{1,2})年?$/iu, 1911],
  [/^(?:明治|明|m)(元|\d{1,2})年?$/iu, 1867],
];

const folded = (text: string): string => text.normalize("NFKC").replaceAll(/\s/gu, "");

/** A year as it is stored: full-width digits folded, 令和8 and R8 read as 2026; anything else as it was typed. */
export const yearOf = (text: string): string => {
  const plain = folded(text);
  for (const [pattern, before] of eraStarts) {
    const found = pattern.exec(plain)?.[1];
    if (found !== undefined) return String(before + (found === "元" ? 1 : Number(found)));
  }
  return plain.replace(/年$/u, "");
};

const numberOf = (text: string, mark: RegExp): string => {
  const plain = folded(text).replace(mark, "");
  return /^\d$/u.test(plain) ? `0${plain}` : plain;
};

/** `YYYY-MM-DD`, or what was typed in that order where a part is missing or odd, so that nothing typed is lost. */
export const joinDate = ({ year, month, day }: DateParts): string => {
  const parts = [yearOf(year), numberOf(month, /月$/u), numberOf(day, /日$/u)];
  return parts.every((part) => part === "") ? "" : parts.join("-");
};

export const splitDate = (value: string): DateParts => {
  const [year = "", month = "", ...rest] = value.split("-");
  const plain = (part: string) => part.replace(/^0(?=\d$)/u, "");
  return { year, month: plain(month), day: plain(rest.join("-")) };
};

/** 「令和8年11月21日（土）」 for an existing day, else `null`. */
export const eraHint = (value: string): string | null => {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(value)) return null;
  const date = new Date(`${value}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== value || value < "1868-10-23") return null;
  const text = new Intl.DateTimeFormat("ja-JP-u-ca-japanese", {
    dateStyle: "long",
    timeZone: "UTC",
  }).format(date);
  const weekday = new Intl.DateTimeFormat("ja-JP", { weekday: "short", timeZone: "UTC" }).format(date);
  return `${text.replace(/(\D)1年/u, "$1元年")}（${weekday}）`;
};
