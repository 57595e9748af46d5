import { isIP } from "node:net";

type Asked = {
  /** The address of the socket. */
  readonly socketAddress: string | undefined;
  readonly forwardedFor: string | undefined;
  readonly trustedProxies: number;
};

const withoutMapping = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/iu, "");

/**
 * The caller's network address, for rate limits. Of `X-Forwarded-For` only what our own proxies wrote is believed: each
 * appends the address it saw, so the caller's own claims stand to the left of what is counted (ASVS 4.1.3).
 */
export const clientAddress = ({ socketAddress, forwardedFor, trustedProxies }: Asked): string => {
  const claimed = (forwardedFor ?? "").split(",").map((item) => item.trim());
  const seen = trustedProxies === 0 ? undefined : claimed.at(-trustedProxies);
  const address = seen !== undefined && isIP(seen) !== 0 ? seen : socketAddress;
  return withoutMapping(address ?? "unknown");
};
