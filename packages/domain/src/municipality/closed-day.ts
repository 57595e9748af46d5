import { command, DateField } from "../kernel/fields.ts";
import { line } from "../kernel/text.ts";

/** A day on which the city does not work, beside weekends, holidays and 12/29 to 1/3 (D-12). */
export const AddClosedDay = command({ closedOn: DateField, name: line(40) });
export const RemoveClosedDay = command({ closedOn: DateField });
