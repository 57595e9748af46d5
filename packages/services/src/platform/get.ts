import { GetPlatform } from "@tsunagari/domain/platform";
import { defineQuery, demandFound } from "../kernel/index.ts";
import { loadView, ownOrganizationOf } from "./load-views.ts";
import { findFacts } from "./store.ts";

/** One area platform; for a partner with its own membership. */
export const getPlatform = defineQuery({
  action: "platform.read",
  input: GetPlatform,
  load: (step) => findFacts(step, step.input.platformId, ownOrganizationOf(step.actor)),
  run: async (step) => demandFound(await loadView(step, step.input.platformId)),
});
