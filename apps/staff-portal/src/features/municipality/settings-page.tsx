import { useNavigate } from "@tanstack/react-router";
import { PageTitle } from "@tsunagari/portal";
import { PageHeader, Stack, Tabs } from "@tsunagari/ui";
import { AreasPanel } from "./areas-panel.tsx";
import { NamesPanel } from "./names-panel.tsx";
import { RulesPanel } from "./rules-panel.tsx";
import { settingsTabs, type SettingsSearch } from "./search.ts";

/** What the city decides for itself: rules, names, areas. */
export const SettingsPage = ({ search }: { readonly search: SettingsSearch }) => {
  const navigate = useNavigate();
  return (
    <Stack>
      <PageTitle>設定</PageTitle>
      <PageHeader
        title="設定"
        lead="この市のきまりと呼び名です。だれでも見られますが、変えられるのはプラットフォーム管理者だけです。"
      />
      <Tabs
        label="設定の種類"
        selected={search.tab ?? "rules"}
        onSelect={(id) =>
          void navigate({
            to: "/settings",
            search: { tab: settingsTabs.find((tab) => tab === id && tab !== "rules") },
            replace: true,
            resetScroll: false,
          })
        }
        items={[
          { id: "rules", label: "きまり", content: <RulesPanel /> },
          { id: "names", label: "呼び名", content: <NamesPanel search={search} /> },
          { id: "areas", label: "地域の名前", content: <AreasPanel /> },
        ]}
      />
    </Stack>
  );
};
