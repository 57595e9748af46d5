import { asId } from "@tsunagari/domain";
import type { CityFileInput, ListChanges } from "@tsunagari/domain/municipality";
import type { z } from "zod";
import {
  answerOf,
  appointAdministrator,
  enter,
  giveRole,
  openTestSystem,
  registerUser,
  requestId,
} from "../identity/test-city.ts";
import type { Context } from "../kernel/index.ts";
import { foundMunicipality, listChanges, type CodedKind } from "./index.ts";

/** Tuesday, 2026-05-12 in Japan; fiscal year 2026. */
export const kasugaiFile: CityFileInput = {
  slug: "kasugai",
  localGovernmentCode: "232068",
  name: "春日井市",
  nameKana: "かすがいし",
  departments: [
    { code: "fukushi", kind: "section", name: "健康福祉部", sinceOn: "2016-04-01" },
    {
      code: "kyosei",
      parent: "fukushi",
      kind: "section",
      name: "地域福祉課",
      names: [{ name: "地域共生推進課", sinceOn: "2023-04-01" }],
      sinceOn: "2016-04-01",
    },
    { code: "hoiku", parent: "fukushi", kind: "section", name: "保育課", sinceOn: "2016-04-01" },
    { code: "shakyo", kind: "agency", name: "社会福祉協議会", sinceOn: "2016-04-01" },
  ],
  areaSchemes: [{ code: "daily", name: "日常生活圏域", isDisclosable: true, tier: 2 }],
  areas: [{ code: "one", scheme: "daily", name: "日常生活圏域 1", sinceOn: "2016-04-01" }],
  programs: [
    { program: "multiAgency", status: "preparing", sinceOn: "2025-04-01", untilOn: "2025-08-01" },
    {
      program: "multiAgency",
      status: "inOperation",
      modes: ["partlyCommissioned"],
      departments: ["kyosei", "shakyo"],
      sinceOn: "2025-08-01",
    },
  ],
  meetingBodies: [
    {
      code: "suishin",
      name: "推進会議",
      names: [{ name: "包括的支援推進会議", sinceOn: "2024-04-01" }],
      legalBasis: "other",
      host: "municipality",
      frequency: { kind: "timesPerYear", times: 2 },
      sinceOn: "2022-04-01",
      members: [
        { department: "kyosei", side: "administrative" },
        { department: "hoiku", side: "administrative", untilOn: "2026-04-01" },
        { department: "shakyo", side: "agency" },
        { name: "民間相談支援機関（架空）", side: "agency", sinceOn: "2026-04-01" },
      ],
    },
  ],
  plans: [{ title: "実施計画", edition: 2, fromFiscalYear: 2026, toFiscalYear: 2028, reviewBodies: ["suishin"] }],
  modules: [{ module: "platform", isOn: false, sinceOn: "2026-06-01" }],
  settings: { participationGate: "none" },
};

/** Two cities from their files, the administrator and an officer of the first, and the administrator of the other. */
export const openStructure = async () => {
  const { system, behind, close } = await openTestSystem();
  const founded = await foundMunicipality(system, kasugaiFile);
  const idOf = (kind: CodedKind, code: string): string => founded.ids[kind][code] ?? "";
  const departmentId = asId<"department">(idOf("department", "kyosei"));
  const city = { id: founded.id, slug: "kasugai", departmentId } as const;
  const { context: administrator } = await appointAdministrator(system, city, "a@example.jp");
  const officerId = await registerUser(administrator, { portal: "staff", mail: "officer@example.jp" });
  await giveRole(administrator, officerId, "caseCoordinator");
  const { actor } = await enter(system, { portal: "staff", mail: "officer@example.jp" });
  const officer: Context = { ...system, actor };
  const iruma = await foundMunicipality(system, {
    slug: "iruma",
    localGovernmentCode: "112259",
    name: "入間市",
    nameKana: "いるまし",
    departments: [{ code: "soumu", kind: "section", name: "福祉総務課", sinceOn: "2026-04-01" }],
  });
  const there = asId<"department">(iruma.ids.department["soumu"] ?? "");
  const otherCity = { id: iruma.id, slug: "iruma", departmentId: there } as const;
  const { context: elsewhere } = await appointAdministrator(system, otherCity, "admin@iruma.example.jp");
  const visitor: Context = { ...system, actor: { kind: "public", municipalityId: founded.id } };
  return { system, behind, close, idOf, administrator, officer, elsewhere, visitor };
};
export type Structure = Awaited<ReturnType<typeof openStructure>>;

/** The newest line of the history about a kind of thing. */
export const lastChange = async ({ officer }: Structure, kind: z.output<typeof ListChanges>["kind"]) =>
  (await listChanges.execute(officer, { kind })).items[0];

/** What another city's administrator, somebody without the role, and an outdated view are told, in this order. */
export const refusalsOf = async <Input extends { readonly requestId: string; readonly version?: number }>(
  { administrator, officer, elsewhere }: Structure,
  command: { readonly execute: (context: Context, input: Input) => Promise<unknown> },
  wish: Omit<Input, "requestId">,
): Promise<readonly string[]> => {
  // What makes the cast true: a wish with a request id is the whole input.
  const input = (more: object) => ({ ...wish, ...more, requestId: requestId() }) as unknown as Input;
  return [
    await answerOf(command.execute(elsewhere, input({}))),
    await answerOf(command.execute(officer, input({}))),
    await answerOf(command.execute(administrator, input({ version: 99 }))),
  ];
};
export const refused = [
  "not_found kernel.not_found",
  "forbidden municipality.administrator_only",
  "conflict kernel.stale_version",
];
