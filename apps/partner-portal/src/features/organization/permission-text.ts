import { addDays, type CivilDate } from "@tsunagari/domain/kernel";
import { dateText } from "@tsunagari/portal";
import type { Organization } from "./queries.ts";

type Permitted = Pick<Organization, "permissionState"> & {
  readonly permissions: readonly {
    readonly isInForce: boolean;
    readonly sinceOn: CivilDate;
    readonly untilOn: CivilDate | null;
  }[];
};

/** 「許可あり（2027年3月31日（水）まで）」: whether the organization may receive referrals, with the last day (D-14, D-34). */
export const permissionText = ({ permissionState, permissions }: Permitted, today: CivilDate): string => {
  switch (permissionState) {
    case "inForce": {
      const untilOn = permissions.find((row) => row.isInForce)?.untilOn ?? null;
      return untilOn === null ? "許可あり" : `許可あり（${dateText(addDays(untilOn, -1))}まで）`;
    }
    case "planned": {
      const starts = permissions
        .filter((row) => row.sinceOn > today && (row.untilOn === null || row.untilOn > row.sinceOn))
        .map((row) => row.sinceOn)
        .toSorted();
      return starts[0] === undefined ? "まだ始まっていません" : `${dateText(starts[0])}から許可されます`;
    }
    case "ended":
      return "許可の期間は終わりました";
    case "none":
      return "許可はありません";
  }
};
