import type { Portal } from "@tsunagari/portal";
import { client, contact } from "../client.ts";

export const portal: Portal = {
  name: "職員ポータル",
  accent: "indigo",
  help: "困ったときは、画面の名前と、していたことを、市の担当に伝えてください。",
  homeLabel: "今日へ戻る",
  client,
  contact,
};
