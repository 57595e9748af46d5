import { AssignRole, scopesOfRole } from "@tsunagari/domain/identity";
import { addDays, DateField, type RoleCode, type ScopeKind } from "@tsunagari/domain/kernel";
import { z } from "zod";
import type { User } from "./queries.ts";

/** A role as the screen shows it: a choice for each kind of scope, and the last day instead of the day after. */
export type RoleValues = {
  requestId: string;
  userId: string;
  code: RoleCode | "";
  scopeKind: ScopeKind | "";
  departmentId: string;
  areaId: string;
  platformId: string;
  sinceOn: string;
  lastOn: string;
};

export const scopeChoices = (code: RoleValues["code"]): readonly ScopeKind[] => (code === "" ? [] : scopesOfRole[code]);

/** The scope that is meant: the role's only one, or the chosen one as long as it fits the role. */
export const scopeKindOf = ({ code, scopeKind }: Pick<RoleValues, "code" | "scopeKind">): ScopeKind | "" => {
  const choices = scopeChoices(code);
  if (choices.length === 1) return choices[0] ?? "";
  return choices.find((choice) => choice === scopeKind) ?? "";
};

const scopeFields = { department: "departmentId", area: "areaId", platform: "platformId" } as const;

const scopeField = (kind: ScopeKind | ""): (typeof scopeFields)[keyof typeof scopeFields] | null =>
  kind === "department" || kind === "area" || kind === "platform" ? scopeFields[kind] : null;

/** As `untilOn` is meant (D-34); what is no date stays, so that the command's schema says so. */
const dayAfter = (lastOn: string): string => {
  const date = DateField.safeParse(lastOn);
  return date.success ? addDays(date.data, 1) : lastOn;
};

type Owner = Pick<User, "organizationId">;

export const roleCommand = (values: RoleValues, user: Owner) => {
  const kind = scopeKindOf(values);
  const field = scopeField(kind);
  return {
    requestId: values.requestId,
    userId: values.userId,
    code: values.code,
    scopeKind: kind,
    scopeId: field === null ? (kind === "organization" ? user.organizationId : null) : values[field],
    sinceOn: values.sinceOn,
    untilOn: dayAfter(values.lastOn),
  };
};

/** The form's fields checked where they stand, then the command's own schema. */
export const roleFormFor = (user: Owner): z.ZodType<unknown, RoleValues> =>
  z
    .custom<RoleValues>()
    .superRefine((values, context) => {
      const kind = scopeKindOf(values);
      const field = scopeField(kind);
      const missing = values.code === "" ? "code" : kind === "" ? "scopeKind" : field;
      if (missing === null || (field !== null && missing === field && values[field] !== "")) return;
      context.addIssue({ code: "custom", message: "not_chosen", path: [missing] });
    })
    .transform((values): unknown => roleCommand(values, user))
    .pipe(AssignRole);
