import { RequestToJoinPlatform } from "@tsunagari/domain/platform";
import { platformMessages } from "@tsunagari/messages";
import {
  AbilityButton,
  announce,
  CommandFormShell,
  ConfirmAction,
  dateText,
  instantText,
  useCommandForm,
  useSession,
} from "@tsunagari/portal";
import { Card, DescriptionList, NotificationBanner, TextArea } from "@tsunagari/ui";
import { client, drafts } from "../../client.ts";
import type { Membership, Platform } from "./queries.ts";

const { actions, fields, membershipSteps, ownerEffects } = platformMessages;

type Shown = { readonly platform: Platform };
type Belonging = Shown & { readonly membership: Membership };

const JoinForm = ({ platform, organizationId }: Shown & { readonly organizationId: string }) => {
  const form = useCommandForm({
    schema: RequestToJoinPlatform,
    defaultValues: { platformId: platform.id, organizationId, message: "" },
    send: (input) => client.platform.requestToJoin.mutate(input),
    draft: { api: drafts, form: "membershipRequest", subject: platform.id },
    onDone: () => announce("参加を申し込みました。返事が来たら、お知らせします"),
  });
  return (
    <CommandFormShell form={form} submitLabel={actions.requestToJoin} pendingLabel="申し込んでいます…">
      <TextArea
        {...form.field("message", fields.message)}
        requirement="optional"
        limit={500}
        rows={4}
        support="運営の人が読みます。書かなくても申し込めます。"
      />
    </CommandFormShell>
  );
};

const Join = ({ platform }: Shown) => {
  const { organization } = useSession();
  const ability = platform.abilities.requestToJoin;
  return (
    <Card
      title={actions.requestToJoin}
      lead="運営（市と地域福祉コーディネーター）が申込みを読んで、お返事します。参加すると、団体の名前が、ほかの参加団体に伝わります。"
    >
      {ability !== true || organization === null ? (
        <AbilityButton ability={ability === true ? "platform.not_your_organization" : ability} variant="primary">
          {actions.requestToJoin}
        </AbilityButton>
      ) : (
        <JoinForm platform={platform} organizationId={organization.id} />
      )}
    </Card>
  );
};

const Applied = ({ platform, membership }: Belonging) => (
  <Card title="申し込んでいます" lead={membershipSteps.applied}>
    <DescriptionList
      isDense
      items={[
        { term: "申し込んだ日時", detail: instantText(membership.appliedAt) },
        {
          term: fields.message,
          detail: membership.message === null ? null : <p className="whitespace-pre-line">{membership.message}</p>,
        },
      ]}
    />
    <div>
      <ConfirmAction
        ability={platform.abilities.cancelApplication}
        label="申込みを取り下げる"
        variant="secondary"
        title={`${platform.name}への申込みを取り下げますか`}
        effect={ownerEffects.cancelApplication}
        send={(requestId) =>
          client.platform.cancelApplication.mutate({
            requestId,
            membershipId: membership.id,
            version: membership.version,
          })
        }
        onDone={() => announce("申込みを取り下げました")}
      />
    </div>
  </Card>
);

const Active = ({ membership }: Pick<Belonging, "membership">) => (
  <Card title="参加しています" lead={membershipSteps.active}>
    <DescriptionList
      isDense
      items={[{ term: "参加した日", detail: membership.sinceOn === null ? null : dateText(membership.sinceOn) }]}
    />
  </Card>
);

/** The way out stands last on the page. */
export const LeaveCard = ({ platform }: Shown) => {
  const { membership } = platform;
  return membership?.status !== "active" ? null : (
    <Card title="退会するとき">
      <div>
        <ConfirmAction
          ability={platform.abilities.leave}
          label={actions.leave}
          variant="secondary"
          isDangerous
          title={`${platform.name}を退会しますか`}
          effect={ownerEffects.leave}
          send={(requestId) =>
            client.platform.leave.mutate({ requestId, membershipId: membership.id, version: membership.version })
          }
          onDone={() => announce(`${platform.name}を退会しました`)}
        />
      </div>
    </Card>
  );
};

const Declined = ({ membership }: Pick<Belonging, "membership">) => (
  <NotificationBanner tone="warning" title={membershipSteps.declined}>
    <p className="whitespace-pre-line">{membership.declineReason}</p>
  </NotificationBanner>
);

/** Where the organization stands with this platform, and what it can do about it. */
export const MembershipCard = ({ platform }: Shown) => {
  const { membership } = platform;
  if (membership?.status === "applied") return <Applied platform={platform} membership={membership} />;
  if (membership?.status === "active") return <Active membership={membership} />;
  return (
    <>
      {membership?.status === "declined" ? <Declined membership={membership} /> : null}
      <Join platform={platform} />
    </>
  );
};
