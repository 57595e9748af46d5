import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { dateText } from "@tsunagari/portal";
import { Button, buttonStyle, NotificationBanner } from "@tsunagari/ui";
import { checkOptions, type Meeting } from "./queries.ts";

type CheckProps = { readonly meeting: Meeting; readonly caseId: string; readonly personId: string };

/** Whether the person's consent names every member of the meeting; which it leaves out, where it does not (D-38). */
export const ConsentCheck = ({ meeting, caseId, personId }: CheckProps) => {
  const { data, isError, refetch } = useQuery(checkOptions(meeting.id, personId));
  if (isError) return <Button onClick={() => void refetch()}>同意をもう一度確かめる</Button>;
  if (data === undefined) return <p aria-live="polite">同意を確かめています…</p>;
  if (data.missing.length === 0) {
    return (
      <NotificationBanner tone="success" isAlert title="同意があります">
        {dateText(meeting.meetsOn)}に有効で、構成するすべての部署・機関を挙げた同意があります。
      </NotificationBanner>
    );
  }
  return (
    <NotificationBanner
      tone="warning"
      isAlert
      title={`同意が足りません：${data.missing.map(({ name }) => name).join("、")}`}
      actions={
        <Link
          to="/cases/$caseId/consents/new"
          params={{ caseId }}
          search={{
            person: personId,
            purpose: "informationSharing",
            departments: meeting.members.map(({ departmentId }): string => departmentId),
            meeting: meeting.id,
          }}
          className={buttonStyle({ variant: "primary", size: "small" })}
        >
          同意を記録する
        </Link>
      }
    >
      議題に加えるには、{dateText(meeting.meetsOn)}
      に有効で、構成するすべての部署・機関を挙げた一つの同意が要ります。記録すると、この画面に戻ります。
    </NotificationBanner>
  );
};
