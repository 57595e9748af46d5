import { mkdir } from "node:fs/promises";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { restoreCluster } from "@tsunagari/db/embedded";

const usage = `npm run restore -- --from /backup/2026-11-21 --to .data-restored [--wal /backup/wal]

--from  a folder made by npm run backup
--to    a new folder, to be used as DATA_DIRECTORY
--wal   the archive (WAL_ARCHIVE) with the changes made since`;

type Wanted = { readonly from: string; readonly to: string; readonly wal: string | undefined };

const restore = async ({ from, to, wal }: Wanted): Promise<void> => {
  await mkdir(to, { recursive: true });
  const cluster = await restoreCluster({
    from,
    to: `${to}/postgresql`,
    durable: true,
    onProgress: console.info,
    ...(wal === undefined ? {} : { walArchive: wal }),
  });
  await cluster.stop();
  console.info(`The database is in ${to}. Put the keys beside it, ${to}/keys.json, and start on it:`);
  console.info(`  DATA_DIRECTORY=${to} npm start`);
};

try {
  const text = { type: "string" } as const;
  const { values } = parseArgs({ options: { from: text, to: text, wal: text } });
  if (values.from === undefined || values.to === undefined) throw new Error(usage);
  const wal = values.wal === undefined ? undefined : resolve(values.wal);
  await restore({ from: resolve(values.from), to: resolve(values.to), wal });
} catch (err) {
  console.error(err instanceof Error ? err.message : err);
  process.exitCode = 1;
}
