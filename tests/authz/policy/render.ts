import { reasons, type Actor, type CivilDate, type Instant, type Verdict } from "@tsunagari/domain";
import { actionLabel, reasonText } from "@tsunagari/messages";

type AnyRule = (question: { actor: Actor; facts: unknown; now: Instant; today: CivilDate }) => Verdict;
export type AnyPolicy = {
  readonly module: string;
  readonly rules: Readonly<Record<string, AnyRule>>;
  readonly entries: Readonly<Record<string, AnyRule>>;
};
type Persona = { readonly label: string; readonly actor: Actor };
type Moment = { readonly now: Instant; readonly today: CivilDate };

/** Numbers the refusals within their module, so that a new one elsewhere does not renumber the page. */
const footnotes = (module: string) => {
  const seen = new Set<string>();
  const markOf = (reason: string): string => {
    const [owner = ""] = reason.split(".");
    const place = reasons.filter((other) => other.startsWith(`${owner}.`)).findIndex((other) => other === reason) + 1;
    return `×${owner === module ? "" : owner}${String(place)}`;
  };
  return {
    mark: (verdict: Verdict): string => {
      if (verdict === true) return "○";
      seen.add(verdict);
      return markOf(verdict);
    },
    lines: (): string[] =>
      reasons
        .filter((reason) => seen.has(reason))
        .map((reason) => `- ${markOf(reason)} ${reasonText(reason)}（\`${reason}\`）`),
  };
};

const grid = (
  policy: AnyPolicy,
  rules: Readonly<Record<string, AnyRule>>,
  ask: { facts: unknown; personas: readonly Persona[]; moment: Moment; mark: (verdict: Verdict) => string },
): string[] => [
  `| 操作 | ${ask.personas.map((persona) => persona.label).join(" | ")} |`,
  `|---|${ask.personas.map(() => ":-:").join("|")}|`,
  ...Object.entries(rules).map(([verb, rule]) => {
    const cells = ask.personas.map(({ actor }) => ask.mark(rule({ actor, facts: ask.facts, ...ask.moment })));
    const action = `${policy.module}.${verb}`;
    return `| ${actionLabel(action)} \`${action}\` | ${cells.join(" | ")} |`;
  }),
];

/** One module's matrix as a page an official can read. */
export const renderMatrix = (
  policy: AnyPolicy,
  { name, fixtures }: { readonly name: string; readonly fixtures: Readonly<Record<string, unknown>> },
  ask: { personas: readonly Persona[]; moment: Moment },
): string => {
  const { mark, lines } = footnotes(policy.module);
  const sections = [
    ...(Object.keys(policy.entries).length === 0
      ? []
      : ["## 一覧・検索・新規", "", ...grid(policy, policy.entries, { facts: null, ...ask, mark }), ""]),
    ...Object.entries(fixtures).flatMap(([label, facts]) => [
      `## ${label}`,
      "",
      ...grid(policy, policy.rules, { facts, ...ask, mark }),
      "",
    ]),
  ];
  return [
    `# 権限表：${name}（\`${policy.module}\`）`,
    "",
    "○ はできること、× はできないことを表します。× の数字は下の「できない理由」を指します。担当とは、そのケースに今日割り当てられていることです。",
    "",
    ...sections,
    "## できない理由",
    "",
    ...lines(),
    "",
  ].join("\n");
};
