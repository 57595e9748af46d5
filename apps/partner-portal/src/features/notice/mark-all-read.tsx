import { reasonText } from "@tsunagari/messages";
import { announce, wireErrorOf } from "@tsunagari/portal";
import { Button, ErrorText } from "@tsunagari/ui";
import { useState } from "react";
import { markRead } from "./queries.ts";

/** Marks what is shown as read, in one press. */
export const MarkAllRead = ({ noticeIds }: { readonly noticeIds: readonly string[] }) => {
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<string | null>(null);
  if (noticeIds.length === 0) return null;
  const mark = async () => {
    setPending(true);
    setError(null);
    try {
      await markRead(noticeIds);
      announce(`${noticeIds.length}件を既読にしました`);
    } catch (thrown) {
      setError(reasonText(wireErrorOf(thrown).reason));
    } finally {
      setPending(false);
    }
  };
  return (
    <div className="flex flex-col items-start gap-2">
      <Button size="small" pending={pending} pendingLabel="既読にしています…" onClick={() => void mark()}>
        このページの{String(noticeIds.length)}件を既読にする
      </Button>
      {error === null ? null : <ErrorText>{error}</ErrorText>}
    </div>
  );
};
