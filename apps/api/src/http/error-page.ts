import type { Context } from "hono";
import type { Maintenance } from "../maintenance-file.ts";
import { retryAfterMaintenance, retryAfterSeconds } from "./api-error.ts";
import type { HttpEnv } from "./request.ts";

type Words = { readonly title: string; readonly lead: string; readonly help: readonly string[] };

const pages = {
  404: {
    title: "ページが見つかりません",
    lead: "お探しのページは、移動したか、なくなったか、アドレスが違っている可能性があります。",
    help: [
      "アドレスを手で入力した場合は、間違いがないかお確かめください。",
      "トップページから、もう一度お探しください。",
    ],
  },
  500: {
    title: "うまく表示できませんでした",
    lead: "システムの側で問題が起きました。ご不便をおかけして申し訳ありません。",
    help: [
      "少し時間をおいて、もう一度お試しください。",
      "続くときは、下の受付番号を添えて、市の担当課にお知らせください。",
    ],
  },
  503: {
    title: "ただいま利用できません",
    lead: "システムが一時的に止まっています。まもなく戻る見込みです。",
    help: ["1分ほど待ってから、もう一度開いてください。", "続くときは、市の担当課にお知らせください。"],
  },
} as const satisfies Record<number, Words>;

export type ErrorPageStatus = keyof typeof pages;

/** Where the style of these pages is served: they must be readable when nothing else is built or running. */
export const errorStylePath = "/assets/error-page.css";

export const errorStyle = `:root{color-scheme:light}
body{margin:0;background:#fff;color:#1a1a1a;font:1rem/1.7 "Noto Sans JP","Noto Sans CJK JP","Hiragino Sans","Yu Gothic UI",sans-serif}
main{max-width:38rem;margin:0 auto;padding:12vh 1.5rem 3rem}
h1{margin:0 0 1rem;font-size:1.75rem;line-height:1.5}
p,ul{margin:0 0 1.25rem}
ul{padding-left:1.25rem}
a{display:inline-block;min-height:2.75rem;line-height:2.75rem;color:#0017c1;text-underline-offset:.2em}
a:focus-visible{outline:.25rem solid #000;outline-offset:.125rem;box-shadow:0 0 0 .125rem #ffd43d}
small{color:#4d4d4d;font-size:1rem}
code{font-family:inherit;overflow-wrap:anywhere}
`;

const homeOf = (path: string): string => /^\/(?:staff|partner)(?=\/|$)/u.exec(path)?.[0].concat("/") ?? "/";

const html = (words: Words, page: { readonly home: string; readonly requestId: string }): string => `<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${words.title}</title>
<link rel="stylesheet" href="${errorStylePath}">
</head>
<body>
<main>
<h1>${words.title}</h1>
<p>${words.lead}</p>
<ul>
${words.help.map((line) => `<li>${line}</li>`).join("\n")}
</ul>
<p><a href="${page.home}">トップページへ</a></p>
<p><small>受付番号：<code>${page.requestId}</code></small></p>
</main>
</body>
</html>
`;

/** A page a person can act on: what happened, what to do, and a number to name. Never a message or a stack. */
export const errorPage = (c: Context<HttpEnv>, status: ErrorPageStatus): Response => {
  if (status === 503) c.header("Retry-After", retryAfterSeconds);
  c.header("Cache-Control", "no-store");
  return c.html(html(pages[status], { home: homeOf(c.req.path), requestId: c.get("requestId") }), status);
};

const dayAndTime = new Intl.DateTimeFormat("ja-JP", {
  month: "long",
  day: "numeric",
  weekday: "short",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
  timeZone: "Asia/Tokyo",
});

/** 「11月21日（土）18:00」 in Japan. */
const dayAndTimeText = (at: Date): string => dayAndTime.format(at).replace("(", "（").replace(/\) ?/u, "）");

const maintenanceWords = ({ until }: Maintenance, now: Date): Words => ({
  title: "メンテナンス中です",
  lead:
    until === null || until <= now
      ? "システムの手入れのため、いまは利用できません。まもなく終わる見込みです。"
      : `システムの手入れのため、いまは利用できません。${dayAndTimeText(until)}ごろまでの予定です。`,
  help: [
    "終わるころに、もう一度このアドレスを開いてください。",
    "入力の途中だった画面は、閉じずにそのままにしておくと、終わってから続けられます。",
    "お急ぎのときは、市の担当課にお電話ください。",
  ],
});

/** Tells who has opened many pages in a short time when to go on. */
export const tooManyPage = (c: Context<HttpEnv>, seconds: number): Response => {
  c.header("Retry-After", String(seconds));
  c.header("Cache-Control", "no-store");
  const words: Words = {
    title: "少し待ってから、開いてください",
    lead: `短い間に、たくさんのページが開かれました。${seconds}秒ほど待つと、また開けます。`,
    help: [
      "同じ建物や回線から、ほかの人も見ているときに、出ることがあります。",
      "データをまとめて使いたいときは、市の担当課にご相談ください。",
    ],
  };
  return c.html(html(words, { home: homeOf(c.req.path), requestId: c.get("requestId") }), 429);
};

/** Says until when the program is being maintained. */
export const maintenancePage = (c: Context<HttpEnv>, maintenance: Maintenance): Response => {
  const now = new Date();
  c.header("Retry-After", retryAfterMaintenance(maintenance, now));
  c.header("Cache-Control", "no-store");
  const words = maintenanceWords(maintenance, now);
  return c.html(html(words, { home: homeOf(c.req.path), requestId: c.get("requestId") }), 503);
};
