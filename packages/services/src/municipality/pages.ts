import { desc, eq, type Tx } from "@tsunagari/db";
import { cityPage } from "@tsunagari/db/schema";
import { civilDateOf } from "@tsunagari/domain";
import { cityPageKinds } from "@tsunagari/domain/municipality";
import { literalOf } from "../kernel/index.ts";

type Scope = { readonly tx: Tx; readonly municipalityId: string };

/** Every text the city gave its pages, the newest first. */
export const loadPageVersions = async ({ tx, municipalityId }: Scope) => {
  const rows = await tx
    .select()
    .from(cityPage)
    .where(eq(cityPage.municipalityId, municipalityId))
    .orderBy(desc(cityPage.version));
  return rows.map((row) => ({
    id: row.id,
    kind: literalOf(cityPageKinds, row.kind),
    body: row.body,
    sinceOn: civilDateOf(row.sinceOn),
    publishedAt: row.publishedAt,
    userId: row.userId,
    version: row.version,
  }));
};
