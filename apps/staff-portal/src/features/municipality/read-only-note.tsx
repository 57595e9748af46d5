import { unavailableReason, type Ability } from "@tsunagari/portal";
import { NotificationBanner } from "@tsunagari/ui";

/** Said once above a long list, instead of under each of its buttons. */
export const ReadOnlyNote = ({ ability }: { readonly ability: Ability }) => {
  const reason = unavailableReason(ability);
  return reason === undefined ? null : (
    <NotificationBanner tone="info" title="見るだけの画面です">
      {reason}
    </NotificationBanner>
  );
};
