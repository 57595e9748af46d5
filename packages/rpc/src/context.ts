import type { Actor } from "@tsunagari/domain";
import type { System } from "@tsunagari/services/kernel";

/** Which of the three doors a request came through; a portal's cookie opens only its own. */
export type Portal = "staff" | "partner";

/** What a request brings: made by the HTTP layer, once per request. */
export type RpcContext = {
  readonly system: System;
  /** Who asks, or null where nobody is signed in. */
  readonly actor: Actor | null;
  readonly portal: Portal | "public";
  readonly requestId: string;
  readonly session: {
    /** The token of the portal's cookie, or null. */
    readonly token: string | null;
    /** Sets the portal's cookie. */
    readonly set: (token: string) => void;
    /** Clears the portal's cookie and asks the browser to forget what it stored. */
    readonly clear: () => void;
  };
  /** The origin of the page that asks, one of those the site is reached by; passkeys belong to its host. */
  readonly origin: string;
  /** The caller's network address, for rate limits only; never stored in clear. */
  readonly clientAddress: string;
};
