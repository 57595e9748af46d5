/*
 * What a browser fetches and waits for until the network is idle, of the pages one meets first. As the program serves them,
 * on a phone's screen; the last column of a page says how long its scripts keep the browser from answering (TBT).
 */
import { chromium, type Browser, type CDPSession } from "@playwright/test";
import { findChromium } from "@tsunagari/config/playwright";
import { z } from "zod";
import { buildApps } from "../../infra/instance/build.ts";
import { startOurs } from "./programs.ts";
import { dated, row, writeSection } from "./report.ts";
import { openWorld } from "./world/world.ts";

type Floors = {
  readonly kilobytes?: number;
  readonly seconds?: number;
  readonly blockedMs?: number;
  readonly shift?: number;
};
type Page = { readonly name: string; readonly path: string; readonly isSlow?: boolean; readonly floors: Floors };
type Seen = {
  readonly kilobytes: number;
  readonly files: number;
  readonly paintedSeconds: number;
  readonly blockedMs: number;
  readonly shift: number;
};

const publicFloors = { kilobytes: 75, seconds: 1.2, blockedMs: 50, shift: 0.02 } as const;
const pages: readonly Page[] = [
  { name: "Public site, list of cities", path: "/", floors: publicFloors },
  { name: "The same at 1.6 Mbit/s, 150 ms, CPU slowed 4 ×", path: "/", isSlow: true, floors: publicFloors },
  { name: "Public site, a city", path: "/bench", floors: publicFloors },
  { name: "The same, slowed alike", path: "/bench", isSlow: true, floors: publicFloors },
  { name: "Staff, sign-in", path: "/staff/sign-in", floors: { kilobytes: 250 } },
  { name: "Partner, sign-in", path: "/partner/sign-in", floors: { kilobytes: 250 } },
];

/** Runs in the page before its own scripts; keeps what the browser notes of itself. Text, as it has a browser's types. */
const observer = `{
  const noted = (globalThis.noted = { painted: 0, first: 0, shift: 0, long: [] });
  const watch = (type, note) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  watch("largest-contentful-paint", (entry) => { noted.painted = entry.startTime; });
  watch("paint", (entry) => { noted.first = entry.startTime; });
  watch("longtask", (entry) => { noted.long.push({ at: entry.startTime, lasts: entry.duration }); });
  watch("layout-shift", (entry) => { noted.shift += entry.value; });
}`;
const Noted = z.object({
  painted: z.number(),
  first: z.number(),
  shift: z.number(),
  long: z.array(z.object({ at: z.number(), lasts: z.number() })),
});

/** Total blocking time: of each long task after the first paint, what goes beyond 50 ms. */
const readNoted = (noted: unknown) => {
  const { painted, first, shift, long } = Noted.parse(noted);
  const blocked = long.filter(({ at }) => at >= first).reduce((sum, { lasts }) => sum + Math.max(0, lasts - 50), 0);
  return { paintedSeconds: painted / 1000, blockedMs: blocked, shift };
};

/** Counts the scripts' bytes as they cross the network, headers included. */
const countScripts = async (session: CDPSession): Promise<{ bytes: number; files: number }> => {
  const scripts = new Set<string>();
  const counted = { bytes: 0, files: 0 };
  session.on("Network.responseReceived", ({ requestId, type }) => type === "Script" && scripts.add(requestId));
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (!scripts.has(requestId)) return;
    counted.bytes += encodedDataLength;
    counted.files += 1;
  });
  await session.send("Network.enable");
  return counted;
};

const slowDown = async (session: CDPSession): Promise<void> => {
  const perSecond = (1.6 * 1024 * 1024) / 8;
  const conditions = { offline: false, latency: 150, downloadThroughput: perSecond, uploadThroughput: perSecond };
  await session.send("Network.emulateNetworkConditions", conditions);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
};

const look = async (browser: Browser, origin: string, { path, isSlow }: Page): Promise<Seen> => {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 }, locale: "ja-JP" });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const counted = await countScripts(session);
    if (isSlow === true) await slowDown(session);
    await page.addInitScript({ content: observer });
    await page.goto(origin + path, { waitUntil: "networkidle", timeout: 60_000 });
    return { kilobytes: counted.bytes / 1000, files: counted.files, ...readNoted(await page.evaluate("noted")) };
  } finally {
    await context.close();
  }
};

/** Of several looks the median of each number: the first one pays for what the program then keeps in memory. */
const medianOf = (looks: readonly Seen[]): Seen => {
  const of = (key: keyof Seen): number =>
    looks.map((one) => one[key]).toSorted((a, b) => a - b)[looks.length >> 1] ?? 0;
  return {
    kilobytes: of("kilobytes"),
    files: of("files"),
    paintedSeconds: of("paintedSeconds"),
    blockedMs: of("blockedMs"),
    shift: of("shift"),
  };
};

const cell = (text: string, value: number, floor: { readonly at: number; readonly text: string } | null): string =>
  floor === null ? text : `${text} (${floor.text})${value <= floor.at ? "" : " **unmet**"}`;
const floorOf = (at: number | undefined, unit: string) =>
  at === undefined ? null : { at, text: `≤ ${String(at)}${unit}` };

const lineOf = ({ name, floors }: Page, seen: Seen): string => {
  const script = seen.files === 0 ? "0 kB" : `${seen.kilobytes.toFixed(0)} kB, ${String(seen.files)} files`;
  return row([
    name,
    cell(script, seen.kilobytes, floorOf(floors.kilobytes, " kB")),
    cell(`${seen.paintedSeconds.toFixed(2)} s`, seen.paintedSeconds, floorOf(floors.seconds, " s")),
    cell(`${seen.blockedMs.toFixed(0)} ms`, seen.blockedMs, floorOf(floors.blockedMs, " ms")),
    cell(String(Number(seen.shift.toFixed(3))), seen.shift, floorOf(floors.shift, "")),
  ]);
};

const looksPerPage = 5;

/** Builds the pages, looks at each of them, prints the table and writes it to the page. */
export const measureFirstViews = async (): Promise<void> => {
  await buildApps((line) => console.info(line));
  const world = await openWorld(10_000);
  const ours = await startOurs(world, "/api/public/municipality.listCities?input=%7B%7D");
  const executablePath = findChromium();
  const browser = await chromium.launch({
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
    ...(executablePath === undefined ? {} : { executablePath }),
  });
  try {
    const lines: string[] = [];
    for (const page of pages) {
      const looks: Seen[] = [];
      for (let turn = 0; turn < looksPerPage; turn += 1) looks.push(await look(browser, ours.origin, page));
      lines.push(lineOf(page, medianOf(looks)));
    }
    const table = [
      dated("headless Chromium, 412 × 823"),
      "",
      row(["page", "JavaScript", "LCP", "TBT", "CLS"]),
      row(["---", "--:", "--:", "--:", "--:"]),
      ...lines,
    ].join("\n");
    console.info(`\n${table}`);
    await writeSection("first view", table);
  } finally {
    await browser.close();
    await ours.stop();
    await world.stop();
  }
};
