import { merged, wordIn } from "./words.ts";
import * as modules from "../modules.ts";

/** `referralMessages` labels the verbs of `referral`. */
const actions = merged(
  Object.entries(modules).map(([name, of]) => {
    const module = name.replace(/Messages$/u, "");
    return Object.fromEntries(Object.entries(of.actions).map(([verb, label]) => [`${module}.${verb}`, label]));
  }),
);

/** What an action is called, for buttons and the access log; an action of an older release keeps its code. */
export const actionLabel = (action: string): string => wordIn(actions, action) ?? action;
