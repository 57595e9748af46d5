import { soak } from "../checks/soak.ts";

/** `npm run soak [minutes] [part of a proof's name]` */
const [minutes = "0", only = ""] = process.argv.slice(2);
if (!/^\d+$/u.test(minutes)) {
  console.error("npm run soak [minutes] [part of a proof's name]: the minutes are a whole number.");
  process.exit(1);
}
process.exit((await soak(Number(minutes), only)) ? 0 : 1);
