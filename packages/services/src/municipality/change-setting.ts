import { and, eq } from "@tsunagari/db";
import { municipalitySetting } from "@tsunagari/db/schema";
import { ChangeSetting, isInOrder, settingSchemas, settingsFrom } from "@tsunagari/domain/municipality";
import { defineCommand, demandOne, demandVersion, fail, newId } from "../kernel/index.ts";
import { recordChange } from "./history.ts";

/** Changes one setting of the city. */
export const changeSetting = defineCommand({
  action: "municipality.changeSetting",
  input: ChangeSetting,
  load: async ({ tx, municipalityId }) => {
    // All of them: clocks must stay in order with each other.
    await tx
      .select({ id: municipalitySetting.id })
      .from(municipalitySetting)
      .where(eq(municipalitySetting.municipalityId, municipalityId))
      .for("update");
    return { municipalityId };
  },
  run: async (step) => {
    const { tx, municipalityId, input } = step;
    const rows = await tx
      .select()
      .from(municipalitySetting)
      .where(eq(municipalitySetting.municipalityId, municipalityId));
    const current = rows.find((row) => row.key === input.key);
    demandVersion(current?.version ?? 0, input.version);
    const value = settingSchemas[input.key].parse(input.value);
    const values = settingsFrom(rows);
    if (!isInOrder({ ...values, [input.key]: value })) {
      return fail("invalid_state", "municipality.settings_out_of_order");
    }
    const id = current?.id ?? newId<"municipalitySetting">();
    if (current) {
      demandOne(
        await tx
          .update(municipalitySetting)
          .set({ value, version: current.version + 1 })
          .where(and(eq(municipalitySetting.municipalityId, municipalityId), eq(municipalitySetting.id, id)))
          .returning({ id: municipalitySetting.id }),
      );
    } else {
      await tx.insert(municipalitySetting).values({ municipalityId, id, key: input.key, value });
    }
    return recordChange(step, {
      action: "municipality.changeSetting",
      kind: "setting",
      id,
      subject: input.key,
      before: { value: values[input.key] },
      after: { value },
    });
  },
});
