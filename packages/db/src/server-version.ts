import type postgres from "postgres";

const oldest = 16;

/** Refuses a server older than PostgreSQL 16, by what it says of itself (`server_version_num`, such as 180004). */
export const assertSupportedVersion = (serverVersionNum: number): void => {
  const release = Math.floor(serverVersionNum / 10_000);
  if (release >= oldest) return;
  throw new Error(
    `PostgreSQL ${oldest} or newer is needed; this server is ${release}.${serverVersionNum % 10_000}. Nothing was changed.`,
  );
};

/** Asks the server first: an old one is told apart before anything is made in it. */
export const assertSupportedServer = async (connection: postgres.Sql): Promise<void> => {
  const [server] = await connection<
    { version: number }[]
  >`select current_setting('server_version_num')::int as version`;
  assertSupportedVersion(server?.version ?? 0);
};
