import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { organizationMessages } from "@tsunagari/messages";
import { AbilityLink, dateText, PageTitle, useSession } from "@tsunagari/portal";
import {
  Card,
  DescriptionList,
  Icon,
  NotificationBanner,
  PageHeader,
  Stack,
  StatusBadge,
  TextLink,
  type StatusTone,
} from "@tsunagari/ui";
import { permissionText } from "./permission-text.ts";
import { PlacesCard } from "./places-card.tsx";
import { organizationOptions, type Organization } from "./queries.ts";

const { fields, kinds, statuses } = organizationMessages;

type Shown = { readonly organization: Organization };

const statusTones: Readonly<Record<Organization["status"], StatusTone>> = {
  active: "success",
  suspended: "warning",
  closed: "quiet",
};

const linkTo = (href: string | null, scheme: string) =>
  href === null ? null : (
    <TextLink href={`${scheme}${href}`} rel="noreferrer">
      {href}
    </TextLink>
  );

const ProfileCard = ({ organization }: Shown) => (
  <Card
    title="紹介と連絡先"
    lead="活動の公開ページを見た人に、公開されます。"
    aside={
      <AbilityLink
        ability={organization.abilities.amend}
        label="紹介と連絡先を直す"
        link={(props) => <Link to="/organization/edit" {...props} />}
      />
    }
  >
    <DescriptionList
      items={[
        { term: fields.description, detail: <p className="whitespace-pre-line">{organization.description}</p> },
        { term: fields.phone, detail: linkTo(organization.phone, "tel:") },
        { term: fields.mail, detail: linkTo(organization.mail, "mailto:") },
        { term: fields.website, detail: linkTo(organization.website, "") },
      ]}
    />
  </Card>
);

const RegistrationCard = ({ organization }: Shown) => (
  <Card title="市への登録" lead="団体名や種別を変えるときは、市の担当者にお知らせください。">
    <DescriptionList
      items={[
        { term: fields.name, detail: organization.name },
        { term: fields.nameKana, detail: organization.nameKana },
        { term: fields.kind, detail: kinds[organization.kind] },
        { term: "登録した日", detail: dateText(organization.sinceOn) },
      ]}
    />
  </Card>
);

const PermissionCard = ({ organization }: Shown) => {
  const { today } = useSession();
  const inForce = organization.permissions.find((row) => row.isInForce);
  return (
    <Card
      title="つなぎの受入"
      lead="「つなぎ」は、市の相談員から、活動に参加してほしい人の相談が届くことです。個人の情報を預かるので、市の許可が要ります。"
    >
      <p className="flex items-start gap-2 text-std-17B-170">
        <Icon
          name={inForce === undefined ? "info" : "success"}
          className={`mt-0.5 size-6 ${inForce === undefined ? "text-solid-gray-700" : "text-success-2"}`}
        />
        つなぎの受入：{permissionText(organization, today)}
      </p>
      {inForce === undefined ? (
        <p className="text-solid-gray-700">受け入れたいときは、市の担当者にご相談ください。</p>
      ) : (
        <DescriptionList
          isDense
          items={[
            { term: fields.agreementVersion, detail: inForce.agreementVersion },
            { term: fields.agreementSignedOn, detail: dateText(inForce.agreementSignedOn) },
            { term: fields.signedByTitle, detail: inForce.signedByTitle },
          ]}
        />
      )}
    </Card>
  );
};

const StatusNote = ({ organization }: Shown) =>
  organization.status === "active" ? null : (
    <NotificationBanner tone="warning" title={`団体は「${statuses[organization.status]}」です`}>
      活動は公開ページに出ていません。くわしくは、市の担当者にお尋ねください。
    </NotificationBanner>
  );

/** What the city and residents know of the organization, and what it may do. */
export const OrganizationPage = ({ organizationId }: { readonly organizationId: string }) => {
  const { data: organization } = useSuspenseQuery(organizationOptions(organizationId));
  return (
    <Stack>
      <PageTitle>団体の情報</PageTitle>
      <PageHeader
        title={organization.name}
        lead="団体の紹介と連絡先、活動する場所、つなぎの受入の許可を確かめられます。"
        status={<StatusBadge tone={statusTones[organization.status]}>{statuses[organization.status]}</StatusBadge>}
      />
      <StatusNote organization={organization} />
      <ProfileCard organization={organization} />
      <PlacesCard organization={organization} />
      <PermissionCard organization={organization} />
      <RegistrationCard organization={organization} />
    </Stack>
  );
};
