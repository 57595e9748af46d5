import { Button, NotificationBanner } from "@tsunagari/ui";
import { failureText } from "../client/failure-text.ts";
import { wireErrorOf } from "../client/wire-error.ts";

type LoadFailureProps = {
  readonly error: unknown;
  readonly refetch: () => Promise<unknown>;
  /** What could not be read, where the failure alone would leave it open. */
  readonly title?: string;
};

/** In the place of a part of a page that could not be read: why, and the way to try again. */
export const LoadFailure = ({ error, refetch, title }: LoadFailureProps) => {
  const reason = failureText(wireErrorOf(error));
  return (
    <NotificationBanner
      tone="error"
      title={title ?? reason}
      actions={<Button onClick={() => void refetch()}>もう一度読み込む</Button>}
    >
      {title === undefined ? null : reason}
    </NotificationBanner>
  );
};
