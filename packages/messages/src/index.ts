export * from "./ja/index.ts";
