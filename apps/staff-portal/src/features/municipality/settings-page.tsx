import { Link } from "@tanstack/react-router";
import { PageTitle } from "@tsunagari/portal";
import { Card, itemLinkStyle, PageHeader, Stack } from "@tsunagari/ui";
import { sectionIds, sections } from "./sections.ts";

/** What the city decides for itself, by section. */
export const SettingsPage = () => (
  <Stack>
    <PageTitle>設定</PageTitle>
    <PageHeader
      title="設定"
      lead="この市の決まりと、組織や事業の形です。職員はだれでも見られます。変えられるのはプラットフォーム管理者だけです。"
    />
    <Card>
      <ul className="grid gap-x-8 gap-y-5 md:grid-cols-2">
        {sectionIds.map((section) => (
          <li key={section}>
            <Link to="/settings/$section" params={{ section }} className={itemLinkStyle}>
              {sections[section].title}
            </Link>
            <p className="text-solid-gray-700">{sections[section].lead}</p>
          </li>
        ))}
      </ul>
    </Card>
  </Stack>
);
