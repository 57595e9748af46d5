import { Card, Icon } from "@tsunagari/ui";
import { WaitingList } from "./waiting-list.tsx";
import type { Waiting } from "./waiting.ts";

/** What waits for the organization; good news where nothing does. */
export const WaitingCard = ({ items }: { readonly items: readonly Waiting[] }) => (
  <Card title="いま、していただきたいこと">
    {items.length === 0 ? (
      <p className="flex items-center gap-2">
        <Icon name="success" className="size-6 text-success-2" />
        いま、していただくことはありません。
      </p>
    ) : (
      <WaitingList label="していただきたいこと" items={items} />
    )}
  </Card>
);
