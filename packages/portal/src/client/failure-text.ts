import { civilDateAt } from "@tsunagari/domain/kernel";
import { doorReasonText } from "@tsunagari/messages";
import { shortDateText, timeText } from "../date-text.ts";
import type { WireError } from "./wire-error.ts";

let reasonText = doorReasonText;

/**
 * From here on failures are told by `text`. The sign-in page comes without the sentences of the modules; the frame behind it
 * brings them, before any page in it can fail.
 */
export const tellReasonsBy = (text: typeof reasonText): void => {
  reasonText = text;
};

const instantOf = (value: unknown): Date | null => {
  const at = typeof value === "string" ? new Date(value) : null;
  return at === null || Number.isNaN(at.getTime()) ? null : at;
};

/** The sentence for a failure; while the system is being maintained also until when. */
export const failureText = ({ reason, details }: WireError): string => {
  const sentence = reasonText(reason);
  const until = reason === "kernel.maintenance" ? instantOf(details["until"]) : null;
  if (until === null) return sentence;
  return `${sentence}${shortDateText(civilDateAt(until))}${timeText(until)}ごろまでの予定です。`;
};
