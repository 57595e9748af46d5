import { readCityFile, type CityFile } from "@tsunagari/domain/municipality";
import { cityFileErrorText } from "@tsunagari/messages";

/** Reads what `JSON.parse` gave of a city file: the city, or a sentence for each thing that is wrong with it. */
export const checkCityFile = (
  raw: unknown,
): { readonly city: CityFile; readonly wrong: null } | { readonly city: null; readonly wrong: readonly string[] } => {
  const { city, errors } = readCityFile(raw);
  return errors === null ? { city, wrong: null } : { city: null, wrong: errors.map(cityFileErrorText) };
};
