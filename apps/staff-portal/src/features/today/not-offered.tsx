import { programStateText, structureMessages } from "@tsunagari/messages";
import { Card, StatusBadge } from "@tsunagari/ui";
import type { Me } from "./queries.ts";

type Program = Me["offer"]["programs"][number];

const Row = ({ name, state }: Pick<Program, "name"> & { readonly state: Exclude<Program["state"], "run"> }) => (
  <li className="flex flex-wrap items-center gap-x-3 gap-y-1">
    <StatusBadge tone="neutral">{structureMessages.programStates[state]}</StatusBadge>
    {programStateText(name, state)}
  </li>
);

/** Programs the city does not run today: why their pages are not in the menu. Nothing where it runs them all. */
export const NotOffered = ({ programs }: { readonly programs: readonly Program[] }) => {
  const rows = programs.flatMap(({ program, name, state }) =>
    state === "run" ? [] : [<Row key={program} name={name} state={state} />],
  );
  return rows.length === 0 ? null : (
    <Card title="この市で、いま行っていない事業">
      <ul className="flex flex-col gap-3">{rows}</ul>
    </Card>
  );
};
