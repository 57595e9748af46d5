import type { HttpBindings } from "@hono/node-server";
import type { Portal } from "@tsunagari/rpc";

/** What the middleware knows of a request. */
export type Variables = {
  requestId: string;
  /** The portal or site the path belongs to; for the log. */
  portal: Portal | "public" | "system";
  /** Names of the procedures called, as far as they exist; for the log. */
  procedures: string;
};

export type HttpEnv = { Bindings: Partial<HttpBindings>; Variables: Variables };
