import type {
  AgendaTopic,
  DecisionKind,
  LegalBasis,
  MeetingReason,
  MeetingStatus,
  meetingPolicy,
} from "@tsunagari/domain/meeting";

type Verb = keyof typeof meetingPolicy.rules | keyof typeof meetingPolicy.entries;

export const meetingMessages = {
  /** Where the city has given the meeting no name of its own. */
  legalBases: {
    consented: "重層的支援会議",
    confidential: "支援会議（社会福祉法第106条の6）",
    other: "そのほかの会議",
  } satisfies Record<LegalBasis, string>,
  statuses: { scheduled: "予定", held: "開催済み", canceled: "中止" } satisfies Record<MeetingStatus, string>,
  topics: {
    participationSupport: "参加支援が必要か",
    planAdequacy: "プランの適切さ",
    monitoringAndClosing: "進みぐあいと終結の評価",
    resourceShortage: "足りない社会資源",
  } satisfies Record<AgendaTopic, string>,
  decisions: { participationNeeded: "参加支援が必要" } satisfies Record<DecisionKind, string>,
  fields: {
    meetingBodyId: "会議体",
    meetsOn: "開催日",
    startsAtTime: "開始時刻",
    place: "場所",
    host: "主催",
    memberDepartmentIds: "構成する部署・機関",
    caseId: "ケース",
    personId: "対象の人",
    topic: "議題",
    kind: "決定",
    note: "決定の内容",
    reason: "取り消す理由",
    meetings: "開催した会議",
    cases: "扱ったケース（重なりを除く）",
  },
  hints: {
    meetingBodyId: "開催日にある会議体から選びます。会議の名前になります。",
    host: "会議を開く課の名前です。",
    memberDepartmentIds:
      "議題に挙げる人からは、ここに選んだすべての部署・機関の名前を挙げた、情報共有の同意が要ります。",
    topic: "会議で何を話し合うかを選びます。",
    note: "いつまでに、だれが、何をするかなど。受入先には渡りません。",
    otherItems: "ほかの担当者のケースは、件数だけが見えます。",
  },
  /** What a decision in force opens, in one line. */
  opens: {
    participationNeeded: "参加支援として、受入先の団体につなげます（終結か取り消しまで）。",
  } satisfies Record<DecisionKind, string>,
  effects: {
    participationNeeded:
      "この人を、参加支援として受入先の団体につなげるようになります。ケースが終結するか、決定を取り消すまで有効です。どの活動につなぐかは、決定では決まりません。",
    reverseDecision:
      "今からは、この決定で受入先の団体につなげなくなります。すでに送ったつなぎは終わりません。取り消した記録と理由は残ります。",
    hold: "会議を「開催済み」にします。議題はもう変えられず、決定を記録できるようになります。",
    cancel: "会議を「中止」にします。元には戻せません。議題は残りますが、決定は記録できません。",
    removeAgendaItem: "この人を議題から外します。同意はそのまま残ります。",
  },
  inForce: { yes: "有効", reversed: "取り消し済み", no: "無効" },
  units: { meetings: "回", cases: "件" },
  actions: {
    read: "会議を見る",
    list: "会議の一覧を見る",
    count: "会議の回数と件数を見る",
    convene: "会議を招集する",
    addAgendaItem: "議題を加える",
    removeAgendaItem: "議題を外す",
    hold: "開催を記録する",
    cancel: "会議を中止する",
    recordDecision: "決定を記録する",
    reverseDecision: "決定を取り消す",
    readDecision: "決定を見る",
  } satisfies Record<Verb, string>,
  reasons: {
    "meeting.other_city": "ほかの市の会議です。自分の市の会議を開いてください。",
    "meeting.role_missing": "この操作をする役割がありません。会議の招集と記録は、包括化推進員が行います。",
    "meeting.not_consented_kind": "この会議は、本人の同意を得て開く会議ではないため、ここでは扱えません。",
    "meeting.invalid_state": "会議の状態が変わったため、この操作はできません。画面を開き直してください。",
    "meeting.not_yet": "開催日になっていません。開催日以降に記録してください。",
    "meeting.in_the_past": "過ぎた日は選べません。今日以降の日を選んでください。",
    "meeting.no_agenda": "議題がありません。対象の人を議題に加えてから記録してください。",
    "meeting.consent_missing":
      "開催日に有効で、会議を構成するすべての部署・機関を挙げた「情報共有」の同意がありません。同意を得るか、議題から外してください。",
    "meeting.already_on_agenda": "この人は、同じ議題ですでに挙がっています。",
    "meeting.unknown_member": "選んだ部署・機関が見つからないか、開催日にはなくなっています。選び直してください。",
    "meeting.case_closed": "このケースは終結しているため、議題や決定を加えられません。",
    "meeting.person_left": "この人は世帯から外れているため、議題や決定を加えられません。",
    "meeting.not_held": "会議がまだ開かれていません。開催を記録してから、決定を記録してください。",
    "meeting.already_decided": "この議題の決定は、すでに記録されています。",
    "meeting.already_reversed": "この決定は、すでに取り消されています。",
    "meeting.other_topic": "参加支援の決定は、議題「参加支援が必要か」で記録します。",
    "meeting.unknown_body": "会議の日にない会議体が選ばれています。選び直してください。",
    "meeting.body_of_other_kind":
      "この会議体は、法律上の位置づけが違います。本人の同意を得て開く会議の会議体を選んでください。",
    "meeting.no_body":
      "この市には、本人の同意を得て開く会議の会議体がありません。プラットフォーム管理者が、設定の「会議体」で登録すると、招集できます。",
  } satisfies Record<MeetingReason, string>,
  empty: {
    list: "会議の予定はありません。",
    agenda: "議題はまだありません。本人の同意を確かめて、対象の人を加えてください。",
    decisions: "会議の決定はまだありません。",
  },
} as const;
