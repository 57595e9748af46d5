import { ListPlatforms } from "@tsunagari/domain/platform";
import { defineQuery } from "../kernel/index.ts";
import { findPlatformIds, loadView } from "./load-views.ts";
import type { PlatformView } from "./present.ts";

/** The area platforms of the city, a handful; for a partner each with its own membership and what it may do. */
export const listPlatforms = defineQuery({
  action: "platform.list",
  input: ListPlatforms,
  run: async (step): Promise<readonly PlatformView[]> => {
    const views: PlatformView[] = [];
    for (const id of await findPlatformIds(step)) {
      const view = await loadView(step, id);
      if (view) views.push(view);
    }
    return views;
  },
});
