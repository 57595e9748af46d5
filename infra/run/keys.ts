import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { createKeyFile } from "@tsunagari/services/kernel";

/** Makes a new key file for a new database, and never touches one that is there. */
const [given] = process.argv.slice(2);
if (given === undefined) {
  console.error("Say where:  npm run keys -- /etc/tsunagari/keys.json");
  process.exitCode = 1;
} else if (existsSync(resolve(given))) {
  console.error(`${resolve(given)} is there already; it was left as it is.`);
  process.exitCode = 1;
} else {
  await createKeyFile(resolve(given));
  console.info(`${resolve(given)} is made, for this user only. Keep a copy apart from the database's backups.`);
}
