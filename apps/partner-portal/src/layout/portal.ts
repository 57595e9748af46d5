import type { Portal } from "@tsunagari/portal";
import { client, contact } from "../client.ts";

export const portal: Portal = {
  name: "団体ポータル",
  accent: "green",
  help: "わからないことがあれば、市の地域福祉の担当に、お気軽にお尋ねください。",
  homeLabel: "ホームへ戻る",
  client,
  contact,
};
