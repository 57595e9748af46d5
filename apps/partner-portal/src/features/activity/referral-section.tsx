import { activityMessages, organizationMessages } from "@tsunagari/messages";
import type { CommandForm } from "@tsunagari/portal";
import { NotificationBanner, RadioGroup, TextField } from "@tsunagari/ui";
import { useWatch } from "react-hook-form";
import { EditorSection } from "./editor-section.tsx";
import type { EditorValues } from "./editor-values.ts";
import type { Organization } from "./queries.ts";

const { otherFields, referralChoices, sections } = activityMessages;

type ReferralSectionProps = { readonly form: CommandForm<EditorValues>; readonly organization: Organization };

/** Stated once when the activity begins; later it has a card of its own, because it needs no approval. */
export const ReferralSection = ({ form, organization }: ReferralSectionProps) => {
  const accepts = useWatch({ control: form.form.control, name: "acceptsReferrals" });
  return (
    <EditorSection
      id="referrals"
      number={6}
      title={sections.referrals}
      lead="「つなぎ」は、市の相談員から、参加してほしい人の相談が届くことです。受け入れるかどうかは、一件ずつ決められます。あとからいつでも変えられます。"
    >
      {organization.permissionState === "inForce" ? null : (
        <NotificationBanner tone="info" title={organizationMessages.permission[organization.permissionState]}>
          「受け入れる」を選んでも、市の許可があるまで、つなぎは届きません。許可については、市の担当者にお尋ねください。
        </NotificationBanner>
      )}
      <RadioGroup
        {...form.field("acceptsReferrals", otherFields.acceptsReferrals)}
        requirement="required"
        options={[
          { value: "yes", label: referralChoices.yes },
          { value: "no", label: referralChoices.no },
        ]}
      />
      {accepts === "yes" ? (
        <TextField
          {...form.field("referralCapacity", otherFields.referralCapacity)}
          requirement="optional"
          width="short"
          inputMode="numeric"
          unit="名"
          support="空けておくと、人数の上限なしになります。"
        />
      ) : null}
    </EditorSection>
  );
};
