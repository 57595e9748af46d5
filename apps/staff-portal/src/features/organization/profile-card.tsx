import { Link } from "@tanstack/react-router";
import { organizationMessages } from "@tsunagari/messages";
import { AbilityLink, eraDateText } from "@tsunagari/portal";
import { ButtonRow, Card, DescriptionList, TextLink } from "@tsunagari/ui";
import type { Organization } from "./queries.ts";

const { fields } = organizationMessages;

const contactsOf = ({ phone, mail, website }: Organization) => [
  { term: fields.phone, detail: phone === null ? null : <TextLink href={`tel:${phone}`}>{phone}</TextLink> },
  { term: fields.mail, detail: mail === null ? null : <TextLink href={`mailto:${mail}`}>{mail}</TextLink> },
  {
    term: fields.website,
    detail:
      website === null ? null : (
        <TextLink href={website} rel="noreferrer">
          {website}
        </TextLink>
      ),
  },
];

const Acts = ({ organization: { id: organizationId, abilities } }: { readonly organization: Organization }) => (
  <ButtonRow>
    <AbilityLink
      ability={abilities.amend}
      label="紹介と連絡先を直す"
      link={(props) => <Link to="/organizations/$organizationId/edit" params={{ organizationId }} {...props} />}
    />
    <AbilityLink
      ability={abilities.rename}
      label={organizationMessages.actions.rename}
      link={(props) => <Link to="/organizations/$organizationId/rename" params={{ organizationId }} {...props} />}
    />
  </ButtonRow>
);

/** What the organization says of itself and how it is reached; all of it is public. */
export const ProfileCard = ({ organization }: { readonly organization: Organization }) => (
  <Card title="紹介と連絡先" lead="活動のページを見た人に公開される内容です。" id="profile">
    <DescriptionList
      items={[
        { term: fields.kind, detail: organizationMessages.kinds[organization.kind] },
        { term: fields.description, detail: <p className="whitespace-pre-line">{organization.description}</p> },
        ...contactsOf(organization),
        { term: "登録した日", detail: eraDateText(organization.sinceOn) },
      ]}
    />
    <Acts organization={organization} />
  </Card>
);
