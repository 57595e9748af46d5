export {
  and,
  asc,
  count,
  countDistinct,
  desc,
  eq,
  exists,
  gt,
  gte,
  ilike,
  inArray,
  isNotNull,
  isNull,
  like,
  lt,
  lte,
  ne,
  not,
  notInArray,
  or,
  sql,
  type SQL,
} from "drizzle-orm";
export { alias } from "drizzle-orm/pg-core";
export { createDatabase, type ActorSettings, type Ahead, type Database } from "./client.ts";
export { refersTo } from "./refers-to.ts";
export { hasThisRelease } from "./release.ts";
export {
  insertInto,
  prepareStatement,
  rowFor,
  send,
  sendLast,
  type Begun,
  type Statement,
  type Tx,
} from "./transaction.ts";
export type { ActorRole } from "./roles.ts";
export { exemptTables, fences, type Access, type Fence, type FencedCommand, type FencedRole } from "./fences/index.ts";
