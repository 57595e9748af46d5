import { addDays, DateField } from "@tsunagari/domain/kernel";

/**
 * The first day after the last one, as commands want it (D-34), from what was typed. What is no date stays as it is, so that
 * the command's schema says so.
 */
export const dayAfter = (lastOn: string): string => {
  const date = DateField.safeParse(lastOn);
  return date.success ? addDays(date.data, 1) : lastOn;
};
