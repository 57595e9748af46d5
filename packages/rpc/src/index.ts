export type { Portal, RpcContext } from "./context.ts";
export { askPlainly, isProcedure, type PlainAnswer } from "./plain.ts";
export {
  partnerRouter,
  publicRouter,
  staffRouter,
  type PartnerRouter,
  type PublicRouter,
  type StaffRouter,
} from "./root.ts";
export { createCallerFactory, type ProcedureMeta } from "./trpc.ts";
