import type { CityPageKind } from "@tsunagari/domain/municipality";
import { trpc } from "../../client.ts";

export const pageOptions = (kind: CityPageKind) => trpc.municipality.getPage.queryOptions({ kind });
