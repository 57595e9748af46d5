import { and, eq, inArray } from "@tsunagari/db";
import { userAccount } from "@tsunagari/db/schema";
import { ListPageVersions, pageOn } from "@tsunagari/domain/municipality";
import { defineQuery, openForCity } from "../kernel/index.ts";
import { loadPageVersions } from "./pages.ts";

/** Every text a page of the city has had, the newest first: who published it, from which day it holds. */
export const listPageVersions = defineQuery({
  action: "municipality.listPageVersions",
  input: ListPageVersions,
  run: async (step) => {
    const { tx, keys, municipalityId, input, today, may } = step;
    const versions = (await loadPageVersions(step)).filter(({ kind }) => kind === input.kind);
    const userIds = [...new Set(versions.flatMap(({ userId }) => userId ?? []))];
    const users =
      userIds.length === 0
        ? []
        : await tx
            .select({ id: userAccount.id, nameCiphertext: userAccount.nameCiphertext })
            .from(userAccount)
            .where(and(eq(userAccount.municipalityId, municipalityId), inArray(userAccount.id, userIds)));
    const names = new Map(
      users.map(({ id, nameCiphertext }) => [
        id,
        openForCity(keys, nameCiphertext, {
          table: "user_account",
          column: "name_ciphertext",
          municipalityId,
          rowId: id,
        }),
      ]),
    );
    return {
      kind: input.kind,
      version: versions[0]?.version ?? 0,
      currentVersion: pageOn(versions, input.kind, today)?.version ?? 0,
      versions: versions.map(({ id, body, sinceOn, publishedAt, userId, version }) => ({
        id,
        body,
        sinceOn,
        publishedAt,
        by: userId === null ? null : (names.get(userId) ?? null),
        version,
      })),
      abilities: {
        publishPage: may("municipality.publishPage", { municipalityId }),
        restorePage: may("municipality.restorePage", { municipalityId }),
      },
    };
  },
});
