import { operatorRoles } from "@tsunagari/domain/platform";
import { z } from "zod";

/** With what a city of the demo begins: its first day with the system, and its area platforms. */
export const StartFile = z.strictObject({
  /** From this day on roles hold, and the first commands are dated so. */
  startsOn: z.string(),
  /** Who confirms that records go whose time is over (D-19); nobody where it is left out. */
  retentionOfficer: z.string().optional(),
  platforms: z.array(
    z.strictObject({
      code: z.string(),
      name: z.string(),
      description: z.string(),
      scheme: z.string(),
      areas: z.array(z.string()),
      operators: z.array(z.strictObject({ department: z.string(), role: z.enum(operatorRoles) })),
      sinceOn: z.string(),
      /** Codes of the consultation agencies that belong. */
      agencies: z.array(z.strictObject({ department: z.string(), sinceOn: z.string() })),
      /** Persons who take part: adults by name, minors without one (D-20). */
      individuals: z.array(
        z.strictObject({ name: z.string().nullable(), guardianAgreedOn: z.string().nullable(), sinceOn: z.string() }),
      ),
    }),
  ),
});
