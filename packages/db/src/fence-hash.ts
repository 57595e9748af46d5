import { createHash } from "node:crypto";
import { allFenceStatements } from "./fences/index.ts";

/** The fingerprint of this release's roles' rights, functions and policies. */
export const fenceHash = (): string => createHash("sha256").update(allFenceStatements().join("\n")).digest("hex");
