import { Link } from "@tanstack/react-router";
import { PageTitle } from "@tsunagari/portal";
import { Breadcrumbs, buttonStyle, PageHeader, Stack } from "@tsunagari/ui";
import type { ReactNode } from "react";

type FormPageProps = { readonly title: string; readonly lead: string; readonly children: ReactNode };

/** The frame of a form about the own organization. */
export const OrganizationFormPage = ({ title, lead, children }: FormPageProps) => (
  <Stack>
    <PageTitle>{title}</PageTitle>
    <PageHeader
      title={title}
      lead={lead}
      breadcrumbs={
        <Breadcrumbs
          links={[
            <Link key="one" to="/organization">
              団体の情報
            </Link>,
          ]}
          current={title}
        />
      }
    />
    {children}
  </Stack>
);

export const BackToOrganization = () => (
  <Link to="/organization" className={buttonStyle({ variant: "text", size: "large" })}>
    やめる
  </Link>
);
