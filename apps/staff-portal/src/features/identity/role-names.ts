import type { RoleCode } from "@tsunagari/domain/kernel";
import { identityMessages, labelText } from "@tsunagari/messages";
import type { Labels, UserRole } from "./queries.ts";

/** What the city calls a role today. */
export const roleName = (labels: Labels, code: RoleCode): string =>
  labels.find(({ key }) => key === `role.${code}`)?.text ?? labelText(`role.${code}`);

/** Over what a role is held: 「市全体」「圏域：味美」. */
export const scopeName = ({ scopeKind, scopeName: name }: Pick<UserRole, "scopeKind" | "scopeName">): string =>
  name === null ? identityMessages.scopes[scopeKind] : `${identityMessages.scopes[scopeKind]}：${name}`;
