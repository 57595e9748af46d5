import type { Work } from "../work.ts";
import { w1 } from "./w1.ts";
import { w2 } from "./w2.ts";
import { w2b } from "./w2b.ts";
import { w3 } from "./w3.ts";
import { w4 } from "./w4.ts";
import { w6 } from "./w6.ts";

export const works: readonly Work[] = [w1, w2, w2b, w3, w4, w6];
