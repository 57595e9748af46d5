import { Link } from "@tanstack/react-router";
import { PageTitle } from "@tsunagari/portal";
import { Breadcrumbs, PageHeader, Stack } from "@tsunagari/ui";
import type { ReactNode } from "react";
import { AreasPanel } from "./areas-panel.tsx";
import { BodiesPanel } from "./bodies-panel.tsx";
import { ClosedDaysPanel } from "./closed-days-panel.tsx";
import { DepartmentsPanel } from "./departments-panel.tsx";
import { HistoryPanel } from "./history-panel.tsx";
import { ModulesPanel } from "./modules-panel.tsx";
import { NamesPanel } from "./names-panel.tsx";
import { PagesPanel } from "./pages-panel.tsx";
import { PlansPanel } from "./plans-panel.tsx";
import { ProgramsPanel } from "./programs-panel.tsx";
import { RulesPanel, SecurityPanel } from "./rules-panel.tsx";
import type { SectionSearch } from "./search.ts";
import { sections, type SectionId } from "./sections.ts";

type PanelProps = { readonly search: SectionSearch };

const panels: Readonly<Record<SectionId, (props: PanelProps) => ReactNode>> = {
  rules: RulesPanel,
  names: NamesPanel,
  departments: DepartmentsPanel,
  areas: AreasPanel,
  programs: ProgramsPanel,
  bodies: BodiesPanel,
  plans: PlansPanel,
  modules: ModulesPanel,
  closedDays: ClosedDaysPanel,
  security: SecurityPanel,
  pages: PagesPanel,
  history: HistoryPanel,
};

/** One section of the settings. */
export const SectionPage = ({ section, search }: PanelProps & { readonly section: SectionId }) => {
  const { title, lead } = sections[section];
  const Panel = panels[section];
  return (
    <Stack>
      <PageTitle>{`${title}（設定）`}</PageTitle>
      <PageHeader
        title={title}
        lead={lead}
        breadcrumbs={
          <Breadcrumbs
            links={[
              <Link key="settings" to="/settings">
                設定
              </Link>,
            ]}
            current={title}
          />
        }
      />
      <Panel search={search} />
    </Stack>
  );
};
