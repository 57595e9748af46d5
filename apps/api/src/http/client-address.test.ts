import { expect, test } from "vitest";
import { clientAddress } from "./client-address.ts";

const socketAddress = "10.0.0.9";

test("without a proxy of our own, what the caller claims is not believed", () => {
  expect(clientAddress({ socketAddress, forwardedFor: "203.0.113.7", trustedProxies: 0 })).toBe(socketAddress);
});

test("behind one proxy, only the entry that proxy wrote counts", () => {
  expect(clientAddress({ socketAddress, forwardedFor: "1.1.1.1, 203.0.113.7", trustedProxies: 1 })).toBe("203.0.113.7");
});

test("behind two proxies, the entry of the outer one counts", () => {
  const forwardedFor = "1.1.1.1, 203.0.113.7, 10.0.0.1";
  expect(clientAddress({ socketAddress, forwardedFor, trustedProxies: 2 })).toBe("203.0.113.7");
});

test.each([undefined, "", "unknown", "203.0.113.7; drop"])(
  "a broken header %s falls back to the socket",
  (forwardedFor) => {
    expect(clientAddress({ socketAddress, forwardedFor, trustedProxies: 1 })).toBe(socketAddress);
  },
);

test("one address has one spelling whether it came by IPv4 or mapped into IPv6", () => {
  expect(clientAddress({ socketAddress: "::ffff:10.0.0.9", forwardedFor: undefined, trustedProxies: 0 })).toBe(
    socketAddress,
  );
});
