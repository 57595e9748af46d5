import { activityMessages, reasonText } from "@tsunagari/messages";
import { AbilityButton, announce, newRequestId, wireErrorOf, type Ability } from "@tsunagari/portal";
import type { ButtonSize, ButtonVariant } from "@tsunagari/ui";
import { useRef, useState } from "react";
import { client } from "../../client.ts";

type ConfirmUnchangedProps = {
  readonly activity: { readonly id: string; readonly version: number; readonly title: string };
  readonly ability: Ability;
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
};

const useConfirming = (activity: ConfirmUnchangedProps["activity"]) => {
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const isBusy = useRef(false);
  const requestId = useRef<string | null>(null);
  const confirm = async () => {
    if (isBusy.current) return;
    isBusy.current = true;
    setPending(true);
    setError(null);
    requestId.current ??= newRequestId();
    try {
      await client.activity.confirm.mutate({
        requestId: requestId.current,
        activityId: activity.id,
        version: activity.version,
      });
      requestId.current = null;
      announce(`「${activity.title}」に変わりがないことを確認しました`);
    } catch (thrown) {
      setError(reasonText(wireErrorOf(thrown).reason));
    } finally {
      isBusy.current = false;
      setPending(false);
    }
  };
  return { pending, error, confirm };
};

/** One press says that nothing has changed (D-16); nothing is lost by it, so nothing is asked back. */
export const ConfirmUnchanged = ({
  activity,
  ability,
  variant = "primary",
  size = "medium",
}: ConfirmUnchangedProps) => {
  const { pending, error, confirm } = useConfirming(activity);
  return (
    <div className="flex flex-col gap-2">
      <AbilityButton
        ability={ability}
        variant={variant}
        size={size}
        pending={pending}
        pendingLabel="送っています…"
        onClick={() => void confirm()}
      >
        {activityMessages.actions.confirm}
        <span className="sr-only">（{activity.title}）</span>
      </AbilityButton>
      {error === null ? null : (
        <p role="alert" className="text-error-1">
          {error}
        </p>
      )}
    </div>
  );
};
