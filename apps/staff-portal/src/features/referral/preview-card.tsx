import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { referralMessages } from "@tsunagari/messages";
import { Card, DescriptionList, NotificationBanner, Tabs } from "@tsunagari/ui";
import { wishedDueText } from "./looks.tsx";
import { PacketLines } from "./packet-lines.tsx";
import { previewOptions, stepOf, type Preview, type Referral } from "./queries.ts";
import type { ReferralSearch } from "./search.ts";

const { fields, hints } = referralMessages;

type Shown = { readonly preview: Preview; readonly latestDueOn: string | undefined };

const Request = ({ preview, latestDueOn }: Shown) => (
  <DescriptionList
    isDense
    items={[
      {
        term: fields.purpose,
        detail: preview.purpose === null ? null : referralMessages.purposes[preview.purpose],
      },
      {
        term: fields.contactWay,
        detail: preview.contactWay === null ? null : referralMessages.contactWays[preview.contactWay],
      },
      { term: fields.dueOn, detail: wishedDueText(preview.dueOn, latestDueOn) },
    ]}
  />
);

const Part = ({ title, lines }: { readonly title: string; readonly lines: Preview["packet"]["lines"] }) => (
  <section className="flex flex-col gap-2">
    <h4 className="text-std-16B-170">{title}</h4>
    {lines.length === 0 ? <p className="text-solid-gray-700">何も見えません。</p> : <PacketLines lines={lines} />}
  </section>
);

/** What the partner's page shows, in a frame of its own so that nobody takes it for the form. */
const PartnerView = ({ preview, latestDueOn }: Shown) => {
  const { lines, openSteps } = preview.packet;
  const isAccepted = openSteps.some((step) => step === 2);
  return (
    <div className="flex flex-col gap-5 rounded-12 border-2 border-green-800 bg-white p-5 sm:p-6">
      <h3 className="text-std-18B-160">{preview.activityTitle}へのつなぎの依頼</h3>
      <Request preview={preview} latestDueOn={latestDueOn} />
      <Part title="受け入れる前から見えること" lines={lines.filter(({ step }) => step === 1)} />
      {isAccepted ? (
        <Part title="受け入れると見えること" lines={lines.filter(({ step }) => step === 2)} />
      ) : (
        <p className="text-solid-gray-700">{hints.beforeAcceptance}</p>
      )}
    </div>
  );
};

type PreviewCardProps = {
  readonly referral: Referral;
  readonly search: ReferralSearch;
  readonly isChanged: boolean;
};

/** 「相手にはこう見えます」: the saved packet through the reader of the partner's page (D-10). */
export const PreviewCard = ({ referral, search, isChanged }: PreviewCardProps) => {
  const navigate = useNavigate();
  const { data: preview } = useSuspenseQuery(previewOptions(referral.id, stepOf(search)));
  const content = <PartnerView preview={preview} latestDueOn={referral.choices?.latestDueOn} />;
  return (
    <Card
      id="preview"
      title={hints.preview}
      lead={`${referral.organizationName}の受入担当の画面に出る内容です。ここに出ないことは、相手には見えません。`}
    >
      {isChanged ? (
        <NotificationBanner tone="info" title="まだ保存していない変更は、ここに出ていません">
          「保存する」を押すと、見え方が新しくなります。
        </NotificationBanner>
      ) : null}
      <Tabs
        label={hints.preview}
        selected={search.preview ?? "before"}
        onSelect={(id) =>
          void navigate({
            to: "/referrals/$referralId",
            params: { referralId: referral.id },
            search: id === "after" ? { preview: "after" } : {},
            replace: true,
            resetScroll: false,
          })
        }
        items={[
          { id: "before", label: "受け入れる前", content },
          { id: "after", label: "受け入れた後", content },
        ]}
      />
    </Card>
  );
};
