import { halfWidth } from "./text-width.ts";

/** 番号法施行令・総務省令85号第5条: check digit of the 12-digit individual number. */
const hasValidCheckDigit = (digits: string): boolean => {
  const sum = Array.from(digits.slice(0, 11)).reduce((total, digit, index) => {
    const position = 11 - index;
    const weight = position <= 6 ? position + 1 : position - 5;
    return total + Number(digit) * weight;
  }, 0);
  const remainder = sum % 11;
  return (remainder <= 1 ? 0 : 11 - remainder) === Number(digits[11]);
};

/** Whether the text holds a 12-digit number with a valid check digit, also in full width or in groups of four (D-22). */
export const containsMyNumber = (text: string): boolean =>
  [...halfWidth(text).matchAll(/(?<![\d-])\d{4}[ -]?\d{4}[ -]?\d{4}(?![\d-])/gu)].some((match) =>
    hasValidCheckDigit(match[0].replaceAll(/[ -]/gu, "")),
  );
