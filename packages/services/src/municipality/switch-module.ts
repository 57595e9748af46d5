import { and, eq } from "@tsunagari/db";
import { moduleSwitch } from "@tsunagari/db/schema";
import { canRenameFrom, SwitchModule } from "@tsunagari/domain/municipality";
import { defineCommand, demandOne, demandVersion, fail, newId } from "../kernel/index.ts";
import { recordChange } from "./history.ts";
import { loadModules } from "./programs.ts";

/** Opens or closes a room of the program from a day on (C-20). What was done in it stays. */
export const switchModule = defineCommand({
  action: "municipality.switchModule",
  input: SwitchModule,
  load: async ({ tx, municipalityId, input }) => {
    await tx
      .select({ id: moduleSwitch.id })
      .from(moduleSwitch)
      .where(and(eq(moduleSwitch.municipalityId, municipalityId), eq(moduleSwitch.module, input.module)))
      .for("update");
    return { municipalityId };
  },
  run: async (step) => {
    const { tx, municipalityId, input } = step;
    const { module, isOn, sinceOn } = input;
    const last = (await loadModules(step)).filter((row) => row.module === module).at(-1) ?? null;
    demandVersion(last?.version ?? 0, input.version);
    if (!canRenameFrom(last, sinceOn)) return fail("invalid_state", "municipality.before_current");
    if (last && (last.untilOn === null || last.untilOn > sinceOn)) {
      demandOne(
        await tx
          .update(moduleSwitch)
          .set({ untilOn: sinceOn, version: last.version + 1 })
          .where(and(eq(moduleSwitch.municipalityId, municipalityId), eq(moduleSwitch.id, last.id)))
          .returning({ id: moduleSwitch.id }),
      );
    }
    const id = newId<"moduleSwitch">();
    await tx.insert(moduleSwitch).values({ municipalityId, id, module, isOn, sinceOn, version: input.version + 1 });
    return recordChange(step, {
      action: "municipality.switchModule",
      kind: "module",
      id,
      subject: module,
      before: last && { isOn: last.isOn, sinceOn: last.sinceOn },
      after: { isOn, sinceOn },
    });
  },
});
