import { z } from "zod";
import { idOf, type Id, type MunicipalityId } from "../kernel/ids.ts";
import type { Dated } from "../kernel/time.ts";

/** A section of the city, or a contracted agency that works in the staff portal (D-29, D-33). */
export const departmentKinds = ["section", "agency"] as const;
export type DepartmentKind = (typeof departmentKinds)[number];

export type AreaSchemeId = Id<"areaScheme">;
export type AreaId = Id<"area">;
export type LabelId = Id<"label">;
export const AreaSchemeId = idOf("areaScheme");
export const AreaId = idOf("area");
export const LabelId = idOf("label");

export type City = {
  readonly id: MunicipalityId;
  readonly slug: string;
  readonly name: string;
  readonly nameKana: string;
};

/** First path segments that are not cities (D-28). */
export const reservedSlugs = ["staff", "partner", "api", "assets", "healthz", "readyz"] as const;

/** The segment of the address that names a city: lower-case letters and digits, no reserved word (D-28). */
export const CitySlug = z
  .string({ error: "required" })
  .refine((text) => /^[a-z][a-z0-9]{1,39}$/u.test(text) && !reservedSlugs.some((word) => word === text), {
    error: "invalid",
  });

/**
 * Whether the text is a 全国地方公共団体コード of six digits with a right check digit
 * (総務省「全国地方公共団体コード仕様」: weights 6 to 2, 11 minus the remainder, last digit).
 */
export const isLocalGovernmentCode = (text: string): boolean => {
  if (!/^\d{6}$/u.test(text)) return false;
  const sum = Array.from(text.slice(0, 5), Number).reduce((total, digit, index) => total + digit * (6 - index), 0);
  return (11 - (sum % 11)) % 10 === Number(text[5]);
};

export const LocalGovernmentCode = z.string({ error: "required" }).refine(isLocalGovernmentCode, { error: "invalid" });

/** A kind of area list; one city may have several over the same ground (S-016). */
export type AreaScheme = {
  readonly id: AreaSchemeId;
  readonly code: string;
  readonly name: string;
  /** Whether an area of it may be named to a partner before acceptance (D-10). */
  readonly isDisclosable: boolean;
  /** 第1層, 第2層, where the scheme has one (C-05). */
  readonly tier: number | null;
};

export type Area = Dated & {
  readonly id: AreaId;
  readonly schemeId: AreaSchemeId;
  readonly parentId: AreaId | null;
  readonly code: string;
  readonly name: string;
  readonly version: number;
};
