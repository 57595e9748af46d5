import type { CityFileError, CityFileProblem } from "@tsunagari/domain/municipality";
import { kernelMessages } from "./kernel.ts";

const fieldSentence = (code: string | null): string => {
  if (code === "unknown_field") return "この欄は、市ファイルにありません";
  if (code === "required") return "書いてください";
  const fields: Readonly<Record<string, string>> = kernelMessages.fields;
  const sentence = code !== null && Object.hasOwn(fields, code) ? fields[code] : kernelMessages.fields.invalid;
  return (sentence ?? "").replace(/。$/u, "");
};

const what: Readonly<Record<CityFileProblem, (error: CityFileError) => string>> = {
  not_a_file: () => "市ファイルとして読めません。{ } で囲んだ JSON にしてください",
  field: ({ field, code }) => `${field === null ? "" : `${field}：`}${fieldSentence(code)}`,
  unknown_reference: ({ field, value, target }) => `${field ?? ""} "${value ?? ""}" が ${target ?? ""} にありません`,
  duplicate: ({ field, value, target }) => `${field ?? ""} "${value ?? ""}" は ${target ?? ""} 行目と同じです`,
  overlap: ({ target }) => `期間が ${target ?? ""} 行目と重なっています。sinceOn と untilOn を直してください`,
  ends_before_start: ({ field, value }) =>
    `${field ?? ""} "${value ?? ""}" が始まりより後になっていません。順番を直してください`,
  circular: ({ field, value }) => `${field ?? ""} "${value ?? ""}" をたどると、自分に戻ります`,
  name_out_of_order: ({ field, value }) =>
    `${field ?? ""} "${value ?? ""}" は、前の名前より後で、期間の中の日にしてください`,
  member_needs_one: ({ field }) => `${field ?? ""}：department と name の、どちらか一つだけを書いてください`,
  settings_out_of_order: () => "お知らせの順番が入れ替わっています。先のお知らせの日数を小さくしてください",
};

/** One error of a city file: 「areas の 3 行目（code "x"）：scheme "y" が areaSchemes にありません」 */
export const cityFileErrorText = (error: CityFileError): string => {
  const { list, row, of } = error;
  const place = [
    list,
    row === null ? null : ` の ${String(row)} 行目`,
    row === null || of === null ? null : `（"${of}"）`,
  ].filter((part) => part !== null);
  return `${place.length === 0 ? "" : `${place.join("")}：`}${what[error.problem](error)}`;
};
