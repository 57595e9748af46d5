import type { MeetingStatus } from "@tsunagari/domain/meeting";
import { z } from "zod";

const shownKinds = ["scheduled", "held", "canceled", "all"] as const;
export type ShownKind = (typeof shownKinds)[number];

/** Which meetings are listed, and the fiscal year that is counted. */
export const MeetingSearch = z.object({
  show: z.enum(shownKinds).optional().catch(undefined),
  page: z.int().min(1).max(10_000).optional().catch(undefined),
  year: z.int().min(2000).max(2199).optional().catch(undefined),
});
export type MeetingSearch = z.output<typeof MeetingSearch>;

/** What lies ahead is shown where the address says nothing. */
export const shownKind = ({ show }: MeetingSearch): ShownKind => show ?? "scheduled";
export const shownStatus = (search: MeetingSearch): MeetingStatus | null => {
  const kind = shownKind(search);
  return kind === "all" ? null : kind;
};

/** Who is to be put on the agenda, where another page knows. */
export const AgendaSearch = z.object({
  case: z.string().optional().catch(undefined),
  person: z.string().optional().catch(undefined),
});
export type AgendaSearch = z.output<typeof AgendaSearch>;
