import { ListSittingBodies } from "@tsunagari/domain/meeting";
import { defineQuery } from "../kernel/index.ts";
import { loadSittingBodies } from "./sitting-bodies.ts";

/** The bodies a meeting may be a sitting of, with their names and days: the form asks which of them stand on its date. */
export const listSittingBodies = defineQuery({
  action: "meeting.list",
  input: ListSittingBodies,
  run: async (step) => {
    const bodies = await loadSittingBodies(step, step.today);
    return {
      bodies: bodies.map(({ id, name, names, host, frequency, sinceOn, untilOn }) => ({
        id,
        /** The name it began with; `names` are the later ones (C-08). */
        name,
        names: names.map((later) => ({ name: later.name, sinceOn: later.sinceOn })),
        host,
        frequency,
        sinceOn,
        untilOn,
      })),
    };
  },
});
