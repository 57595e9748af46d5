import { Link, useNavigate } from "@tanstack/react-router";
import { activityMessages } from "@tsunagari/messages";
import { AbilityLink, announce, ConfirmAction, dateText, instantText, quietly } from "@tsunagari/portal";
import { ButtonRow, Card, NotificationBanner } from "@tsunagari/ui";
import { client, queryClient } from "../../client.ts";
import { ConfirmUnchanged } from "./confirm-unchanged.tsx";
import { nextStepOf } from "./looks.ts";
import type { Activity, Working } from "./queries.ts";

type Shown = { readonly activity: Activity };
type InWork = Shown & { readonly working: Working };

const { actions, submitEffect, ownerEffects } = activityMessages;

const stepOf = (activity: Activity, requestId: string) => ({
  requestId,
  activityId: activity.id,
  version: activity.version,
});

export const titleOf = (activity: Activity): string =>
  activity.working?.content.title ?? activity.published?.title ?? "活動";

const effectOf = ({ activity, working }: InWork): string => {
  if (activity.published === null) return submitEffect.firstApproval;
  return working.needsApproval ? submitEffect.needsApproval : submitEffect.publicAtOnce;
};

const Submit = ({ activity, working, isMain }: InWork & { readonly isMain: boolean }) => {
  const isAtOnce = activity.published !== null && !working.needsApproval;
  const label = activity.published === null ? actions.submit : isAtOnce ? "変更を公開する" : "変更を申し込む";
  return (
    <ConfirmAction
      ability={activity.abilities.submit}
      label={label}
      variant={isMain ? "primary" : "secondary"}
      title={isAtOnce ? "変更を公開しますか" : `「${titleOf(activity)}」を市に申し込みますか`}
      effect={effectOf({ activity, working })}
      send={(requestId) => client.activity.submit.mutate(stepOf(activity, requestId))}
      onDone={() => announce(isAtOnce ? "変更を公開しました" : "市に申し込みました。終わったら、お知らせします")}
    />
  );
};

const TakeBack = ({ activity }: Shown) => (
  <ConfirmAction
    ability={activity.abilities.takeBack}
    label={actions.takeBack}
    variant="secondary"
    title="申込みを取り下げますか"
    effect={activity.published === null ? ownerEffects.takeBack : ownerEffects.takeBackChange}
    send={(requestId) => client.activity.takeBack.mutate(stepOf(activity, requestId))}
    onDone={() => announce("申込みを取り下げました")}
  />
);

const Discard = ({ activity }: Shown) => {
  const navigate = useNavigate();
  const isNew = activity.published === null;
  return (
    <ConfirmAction
      ability={activity.abilities.discard}
      label={isNew ? "この活動を取りやめる" : "変更を取りやめる"}
      variant="text"
      isDangerous
      title={isNew ? `「${titleOf(activity)}」を取りやめますか` : "変更を取りやめますか"}
      effect={isNew ? ownerEffects.discard : ownerEffects.discardChange}
      confirmLabel={actions.discard}
      // The page of a new activity is gone with it, so it is left before anything is read anew.
      send={(requestId) => client.activity.discard.mutate(stepOf(activity, requestId), { context: quietly })}
      onDone={async () => {
        announce(isNew ? "活動を取りやめました" : "変更を取りやめました");
        if (isNew) await navigate({ to: "/activities" });
        await queryClient.invalidateQueries();
      }}
    />
  );
};

const Amend = ({ activity, isMain }: Shown & { readonly isMain: boolean }) => {
  const label = activity.working === null ? "日にちや内容を変える" : actions.amend;
  return (
    <AbilityLink
      ability={activity.abilities.amend}
      label={label}
      variant={isMain ? "primary" : "secondary"}
      link={(props) => <Link to="/activities/$activityId/edit" params={{ activityId: activity.id }} {...props} />}
    />
  );
};

const Returned = ({ reason }: { readonly reason: string | null }) => (
  <NotificationBanner tone="warning" title="市からの、直しのお願い">
    <p className="whitespace-pre-line">{reason}</p>
  </NotificationBanner>
);

const Acts = ({ activity }: Shown) => {
  const { working } = activity;
  if (activity.status === "ended") return null;
  if (working === null) return <Amend activity={activity} isMain={activity.freshness === "fresh"} />;
  if (working.status === "submitted") {
    return (
      <>
        <TakeBack activity={activity} />
        <Amend activity={activity} isMain={false} />
      </>
    );
  }
  const isReturned = working.status === "returned";
  return (
    <>
      {isReturned ? <Amend activity={activity} isMain /> : <Submit activity={activity} working={working} isMain />}
      {isReturned ? (
        <Submit activity={activity} working={working} isMain={false} />
      ) : (
        <Amend activity={activity} isMain={false} />
      )}
      <Discard activity={activity} />
    </>
  );
};

/** Where the activity stands, in one sentence, and what can be done now. */
export const StateCard = ({ activity }: Shown) => {
  const { working, freshness } = activity;
  const asksToConfirm = freshness !== null && freshness !== "fresh";
  return (
    <Card title="今の状態">
      {working?.status === "returned" ? <Returned reason={working.returnReason} /> : null}
      <p className="text-std-17N-170">
        {nextStepOf({ status: activity.status, workingStatus: working?.status ?? null, freshness })}
      </p>
      {working?.status === "submitted" && working.submittedAt !== null ? (
        <p className="text-solid-gray-700">申し込んだ日時：{instantText(working.submittedAt)}</p>
      ) : null}
      {activity.endedOn === null ? null : (
        <p className="text-solid-gray-700">終了した日：{dateText(activity.endedOn)}</p>
      )}
      <ButtonRow>
        {asksToConfirm ? (
          <ConfirmUnchanged
            activity={{ id: activity.id, version: activity.version, title: titleOf(activity) }}
            ability={activity.abilities.confirm}
          />
        ) : null}
        <Acts activity={activity} />
      </ButtonRow>
    </Card>
  );
};
