import { Link } from "@tanstack/react-router";
import { PageTitle } from "@tsunagari/portal";
import { Breadcrumbs, buttonStyle, PageHeader, Stack } from "@tsunagari/ui";
import type { ReactNode } from "react";

type Owner = { readonly id: string; readonly name: string };

/** The frame of a form about one organization. */
export const OrganizationFormPage = ({
  organization,
  title,
  lead,
  children,
}: {
  readonly organization: Owner;
  readonly title: string;
  readonly lead: string;
  readonly children: ReactNode;
}) => (
  <Stack>
    <PageTitle>{title}</PageTitle>
    <PageHeader
      title={title}
      lead={lead}
      breadcrumbs={
        <Breadcrumbs
          links={[
            <Link key="list" to="/organizations">
              団体
            </Link>,
            <Link key="one" to="/organizations/$organizationId" params={{ organizationId: organization.id }}>
              {organization.name}
            </Link>,
          ]}
          current={title}
        />
      }
    />
    {children}
  </Stack>
);

/** The way back without a change. */
export const BackToOrganization = ({ organizationId }: { readonly organizationId: string }) => (
  <Link
    to="/organizations/$organizationId"
    params={{ organizationId }}
    className={buttonStyle({ variant: "text", size: "large" })}
  >
    やめる
  </Link>
);
