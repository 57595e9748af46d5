import type { TRPCError } from "@trpc/server";
import type { System } from "@tsunagari/services/kernel";
import type { Context } from "hono";
import type { Logger } from "pino";
import type { Role } from "../env.ts";
import type { Maintenance } from "../maintenance-file.ts";
import type { SeenRequest } from "../metrics/metrics.ts";
import { clientAddress } from "./client-address.ts";
import type { PublicSite } from "./public-site.ts";
import type { HttpEnv } from "./request.ts";

/** What the HTTP layer is made of; the same for the program and its tests. */
export type SiteOptions = {
  readonly system: System;
  readonly logger: Logger;
  readonly roles: readonly Role[];
  /** The origins the site is reached by; the first one stands in absolute addresses. */
  readonly origins: readonly string[];
  readonly trustedProxies: number;
  /** How often one address may ask the public API, and open public pages, in a minute; as often as it likes if not given. */
  readonly publicPerMinute?: number;
  readonly defaultCity: string | null;
  /** Where the front ends were built to. */
  readonly folders: { readonly staff: string; readonly partner: string; readonly publicAssets: string };
  /** The server entry of the public site; null where it is not built or the node has not the role. */
  readonly publicSite: PublicSite | null;
  /** Whether the program still takes work; false from SIGTERM on. */
  readonly isServing?: () => boolean;
  /** Until when the program is being maintained; null while it serves. */
  readonly maintenance?: () => Maintenance | null;
  /** Counts each request, where metrics are on. */
  readonly observeRequest?: (seen: SeenRequest) => void;
};

export type Site = SiteOptions & {
  readonly isHttps: boolean;
  readonly onProcedureError: (error: TRPCError, requestId: string) => void;
};

/** The origin of the page that asks; that it is one of ours was seen to before anything was read. */
export const pageOrigin = (c: Context<HttpEnv>, site: SiteOptions): string => {
  const [first = "http://localhost"] = site.origins;
  return site.origins.find((origin) => origin === c.req.header("origin")) ?? first;
};

/** The caller's address, as far as it can be believed. */
export const callerAddress = (c: Context<HttpEnv>, site: SiteOptions): string =>
  clientAddress({
    // In tests there is no socket.
    socketAddress: c.env?.incoming?.socket.remoteAddress,
    forwardedFor: c.req.header("x-forwarded-for"),
    trustedProxies: site.trustedProxies,
  });
