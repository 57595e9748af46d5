import type {
  BodyHost,
  ChangeField,
  ChangeSubjectKind,
  CityModule,
  DeliveryMode,
  Frequency,
  FrequencyKind,
  LegalBasis,
  MemberSide,
  MemberTier,
  MemberType,
  PlanStatus,
  ProgramState,
  ProgramStatus,
} from "@tsunagari/domain/municipality";

/** Words for what a city is made of: programs, modules, meeting bodies, plans, and the history of all of it. */
export const structureMessages = {
  programStatuses: {
    underStudy: "検討中",
    preparing: "準備中",
    inOperation: "実施中",
    ended: "終了",
  } satisfies Record<ProgramStatus, string>,
  /** How a program stands for who works with it on a day. */
  programStates: {
    run: "実施中",
    underStudy: "検討中",
    preparing: "準備中",
    ended: "終了",
  } satisfies Record<ProgramState, string>,
  deliveryModes: {
    direct: "直営",
    commissioned: "委託",
    partlyCommissioned: "一部委託",
    subsidized: "補助",
  } satisfies Record<DeliveryMode, string>,
  modules: {
    platform: "地域のプラットフォーム",
    foodNetwork: "フードドライブのネットワーク",
    partnerRegistration: "パートナー事業者の登録",
    supporters: "つながりサポーター",
    leaflet: "相談窓口リーフレット",
    training: "合同研修",
    points: "ボランティアポイント",
    remoteConsultation: "遠隔相談",
    careLeaders: "ケアリーダー",
    watchOver: "見守りのネットワーク",
  } satisfies Record<CityModule, string>,
  moduleStates: { on: "使う", off: "使わない" },
  legalBases: {
    consented: "本人の同意を得て開く会議",
    confidential: "守秘義務のもとで開く会議（社会福祉法106条の6）",
    other: "そのほかの会議",
  } satisfies Record<LegalBasis, string>,
  bodyHosts: {
    municipality: "市",
    socialWelfareCouncil: "社会福祉協議会",
    joint: "市と社会福祉協議会の共同",
  } satisfies Record<BodyHost, string>,
  frequencyKinds: {
    asNeeded: "随時",
    regular: "定期",
    timesPerYear: "年に決まった回数",
    timesInTotal: "全部で決まった回数",
    monthly: "毎月",
  } satisfies Record<FrequencyKind, string>,
  memberSides: {
    administrative: "行政",
    agency: "相談支援機関など",
    other: "そのほか",
  } satisfies Record<MemberSide, string>,
  memberTiers: { managers: "課長級", sectionHeads: "管理職・係長級" } satisfies Record<MemberTier, string>,
  memberTypes: {
    organization: "団体",
    consultationAgency: "相談支援機関",
    individual: "個人",
  } satisfies Record<MemberType, string>,
  planStatuses: {
    upcoming: "これから",
    current: "期間中",
    expired: "期間が終わった計画",
  } satisfies Record<PlanStatus, string>,
  changeSubjects: {
    municipality: "市の登録",
    setting: "きまり",
    label: "呼び名",
    program: "事業",
    module: "使う機能",
    department: "部署・機関",
    areaScheme: "圏域の種類",
    area: "圏域",
    meetingBody: "会議体",
    bodyMember: "会議体の構成員",
    plan: "計画",
    closedDay: "休業日",
    page: "市のページ",
  } satisfies Record<ChangeSubjectKind, string>,
  /** Fields as the history names them. */
  changeFields: {
    slug: "アドレスに使う英字",
    localGovernmentCode: "全国地方公共団体コード",
    name: "名前",
    nameKana: "ふりがな",
    value: "値",
    text: "呼び名",
    status: "状態",
    modes: "実施方式",
    departments: "担当する部署・機関",
    target: "対象",
    isOn: "使うかどうか",
    kind: "種類",
    parent: "上の部署・圏域・会議体",
    successor: "引き継ぐ部署",
    isDisclosable: "受け入れ前に相手へ伝えてよい",
    tier: "層・級",
    scheme: "圏域の種類",
    legalBasis: "法律上の位置づけ",
    host: "主催",
    frequency: "開く回数",
    times: "回数",
    body: "会議体",
    side: "行政か相談支援機関か",
    title: "計画の名前",
    edition: "第何期",
    fromFiscalYear: "はじめの年度",
    toFiscalYear: "終わりの年度",
    parentTitle: "上位の計画",
    reviewBodies: "見直す会議体",
    reviewFrequency: "見直す回数",
    closedOn: "休業日",
    wording: "文",
    sinceOn: "いつから",
    untilOn: "いつまで",
  } satisfies Record<ChangeField, string>,
} as const;

/** 「年2回」「全4回」「随時」. */
export const frequencyText = ({ kind, times }: Frequency): string => {
  if (kind === "timesPerYear") return `年${String(times)}回`;
  return kind === "timesInTotal" ? `全${String(times)}回` : structureMessages.frequencyKinds[kind];
};

/** What a status of a program does, said where it is chosen. */
export const programEffectText = (program: string, status: ProgramStatus): string =>
  ({
    underStudy: `${program}を、新しく始められません。進行中のものは続きます。`,
    preparing: "実施方式が決まっていれば、新しく始められます。決まっていなければ、まだ始められません。",
    inOperation: "新しく始められます。",
    ended: `${program}を、新しく始められません。これまでの記録は見られます。`,
  })[status];

/** What is said where a program is not offered: 「この市では、参加支援事業はまだ検討中です。」 */
export const programStateText = (program: string, state: Exclude<ProgramState, "run">): string =>
  ({
    underStudy: `この市では、${program}はまだ検討中です。`,
    preparing: `この市では、${program}はまだ準備中です。`,
    ended: `この市では、${program}は終わりました。これまでの記録は見られます。`,
  })[state];
