import type { Portal } from "@tsunagari/domain/identity";
import type { System } from "../../kernel/index.ts";

/** What every way in brings; `previousToken` is what the portal's cookie held before, if anything. */
export type DoorContext = {
  readonly portal: Portal;
  readonly clientAddress: string;
  readonly previousToken?: string | null | undefined;
  /** The origin of the page; passkeys belong to its host. */
  readonly origin: string;
};

/** `sessionToken` belongs into the portal's cookie and nowhere else. */
export type SignedIn = {
  readonly sessionToken: string;
  readonly secondStep: null;
  readonly municipalityId: string;
  readonly citySlug: string;
  readonly userId: string;
  readonly mustChangePassword: boolean;
};

/** The name under which attempts are counted; what it is made of cannot be read from it. */
export const limitKeyOf = (system: System, text: string): string =>
  system.keys.mailHmac(`sign-in ${text}`).toString("hex");
