import type {
  DepartmentKind,
  LabelKey,
  MunicipalityReason,
  SettingKey,
  municipalityPolicy,
} from "@tsunagari/domain/municipality";

type Verb = keyof typeof municipalityPolicy.rules | keyof typeof municipalityPolicy.entries;

export const municipalityMessages = {
  departmentKinds: { section: "市の課・係", agency: "委託先の機関" } satisfies Record<DepartmentKind, string>,
  /** The program's own wording; a city's dated names come before it. */
  labels: {
    "role.caseCoordinator": "包括化推進員",
    "role.outreachWorker": "アウトリーチ支援員",
    "role.communityCoordinator": "地域福祉コーディネーター",
    "role.consultationAgent": "相談支援員",
    "role.sectionOfficer": "課の担当者",
    "role.platformAdministrator": "プラットフォーム管理者",
    "role.supervisor": "所属長",
    "role.auditor": "監査担当",
    "role.adviser": "学識経験者・アドバイザー",
    "role.owner": "団体の代表",
    "role.editor": "活動の編集担当",
    "role.referralReceiver": "受入担当",
    "role.welfareCommissioner": "民生委員・児童委員",
    "role.invitedMember": "会議に招かれた人",
    "meeting.consented": "重層的支援会議",
    "meeting.confidential": "支援会議",
    "program.comprehensiveConsultation": "包括的相談支援事業",
    "program.participationSupport": "参加支援事業",
    "program.communityBuilding": "地域づくり事業",
    "program.outreach": "アウトリーチ等を通じた継続的支援事業",
    "program.multiAgency": "多機関協働事業",
    areaPlatform: "つながりづくりプラットフォーム",
    partnerRegistration: "地域福祉推進パートナー事業者",
  } satisfies Record<LabelKey, string>,
  settings: {
    participationGate: "参加支援を始める条件",
    outreachPlanJudgedBy: "同意を得る前のプランを判断する会議",
    packetAccessDaysAfterConclusion: "完了後に団体が内容を見られる日数",
    consentMonths: "同意の期間（はじめの値）",
    referralReminderBusinessDays: "受入先へ1回目のお知らせ",
    referralCoordinatorReminderBusinessDays: "担当者へのお知らせ",
    referralExpiryBusinessDays: "返事の期限",
    waitingListReviewDays: "順番待ちの見直し",
    firstFollowUpDays: "1回目の様子の確認",
    secondFollowUpDays: "2回目の様子の確認",
    verificationDays: "掲載内容を確認してもらう間隔",
    verificationReminderDays: "確認をお願いする時期（期限の何日前か）",
    unlistAfterOverdueDays: "確認がないとき掲載を止めるまでの日数",
    smallNumberLimit: "外に出す数字でふせる人数（この数より少ないとき）",
    staffIdleMinutes: "職員が操作しないとサインアウトするまで",
    partnerIdleMinutes: "団体が操作しないとサインアウトするまで",
  } satisfies Record<SettingKey, string>,
  settingUnits: {
    packetAccessDaysAfterConclusion: "日",
    consentMonths: "か月",
    referralReminderBusinessDays: "営業日後",
    referralCoordinatorReminderBusinessDays: "営業日後",
    referralExpiryBusinessDays: "営業日後",
    waitingListReviewDays: "日ごと",
    firstFollowUpDays: "日後",
    secondFollowUpDays: "日後",
    verificationDays: "日",
    verificationReminderDays: "日前",
    unlistAfterOverdueDays: "日",
    smallNumberLimit: "未満",
    staffIdleMinutes: "分",
    partnerIdleMinutes: "分",
  } satisfies Partial<Record<SettingKey, string>>,
  settingChoices: {
    meetingDecision: "会議で「参加支援が必要」と決まってから",
    none: "条件なし",
    confidential: "支援会議（守秘義務のある会議）",
    consented: "重層的支援会議（同意のある会議）",
  },
  /** What a setting decides, in one or two sentences. */
  settingHelp: {
    participationGate:
      "「会議で決まってから」にすると、重層的支援会議が「参加支援が必要」と決めた人だけを、団体につなげます。",
    outreachPlanJudgedBy: "本人の同意をまだ得ていない人への関わり方を、どちらの会議で判断するかです。",
    packetAccessDaysAfterConclusion:
      "つなぎが完了したあと、団体が内容を読める日数です。同意の終わりが先に来たときは、そこで閉じます。0にすると、完了と同時に閉じます。",
    consentMonths: "同意を記録するときに、はじめに出る期間です。本人の希望で短くできます。",
    referralReminderBusinessDays: "返事がないとき、受入先の団体に一度お知らせします。土日・祝日・休業日は数えません。",
    referralCoordinatorReminderBusinessDays:
      "それでも返事がないとき、送った担当者にお知らせします。1回目のお知らせより後にします。",
    referralExpiryBusinessDays:
      "この日までに返事がないつなぎは期限切れになり、団体は内容を読めなくなります。担当者へのお知らせより後にします。",
    waitingListReviewDays: "順番待ちのつなぎを、見直すよう担当者に知らせる間隔です。",
    firstFollowUpDays: "活動に通いはじめてから、様子を確かめるまでの日数です。",
    secondFollowUpDays: "もう一度、様子を確かめるまでの日数です。1回目より後にします。",
    verificationDays:
      "団体が内容を確かめてから、次の確認をお願いするまでの日数です。過ぎると、公開ページに「情報が古い可能性があります」と出ます。",
    verificationReminderDays: "確認の期限の何日前に、団体に知らせるかです。",
    unlistAfterOverdueDays: "期限を過ぎても確認がない活動を、公開ページから外すまでの日数です。",
    smallNumberLimit:
      "公開ページやCSVで、この数より少ない人数は「5未満」のようにふせます。一人ひとりがわからないようにするためです。",
    staffIdleMinutes: "職員ポータルで操作がないとき、サインアウトするまでの時間です。15分より長くはできません。",
    partnerIdleMinutes: "団体ポータルで操作がないとき、サインアウトするまでの時間です。30分より長くはできません。",
  } satisfies Record<SettingKey, string>,
  /** What a change does, said before it is made. */
  effects: {
    changeSetting: "変えると、次の操作から、市のすべての人に新しい値が使われます。",
    renameLabel:
      "選んだ日から、すべての画面がこの呼び名になります。その前の記録は、当時の呼び名のまま残ります。できることは変わりません。",
    renameArea: "すべての画面と公開ページで、すぐに新しい名前になります。地域の範囲は変わりません。",
  },
  labelGroups: [
    { title: "役割の呼び名", prefix: ["role."] },
    { title: "会議の呼び名", prefix: ["meeting."] },
    { title: "事業などの呼び名", prefix: ["program.", "areaPlatform", "partnerRegistration"] },
  ],
  fields: {
    name: "名前",
    text: "この市での呼び名",
    sinceOn: "いつから",
    untilOn: "いつまで",
    value: "値",
    slug: "アドレスに使う英字",
    localGovernmentCode: "全国地方公共団体コード",
    closedOn: "休業日",
  },
  actions: {
    read: "市の設定を見る",
    changeSetting: "市の設定を変える",
    renameLabel: "呼び名を変える",
    renameArea: "圏域の名前を変える",
    getCity: "市の名前を見る",
    listCities: "市の一覧を見る",
    getSettings: "設定の一覧を見る",
    listLabels: "呼び名の一覧を見る",
    listAreas: "圏域の一覧を見る",
    listDepartments: "部署・機関の一覧を見る",
    found: "市をはじめて登録する",
  } satisfies Record<Verb, string>,
  reasons: {
    "municipality.other_city": "ほかの市の設定です。",
    "municipality.administrator_only": "変えられるのは、プラットフォーム管理者だけです。管理者に頼んでください。",
    "municipality.staff_only": "市の職員と委託先の機関だけが見られます。",
    "municipality.no_city": "市が選ばれていません。はじめのページで市を選んでください。",
    "municipality.setup_only": "市の登録は、サーバーを管理する人が行います。",
    "municipality.slug_taken": "この市は、すでに登録されています。",
    "municipality.label_before_current":
      "今の呼び名が始まった日より後の日を選んでください。過去の呼び名は書き換えられません。",
    "municipality.settings_out_of_order":
      "お知らせの順番が入れ替わってしまいます。先のお知らせが後のお知らせより早くなるように、日数を直してください。",
  } satisfies Record<MunicipalityReason, string>,
} as const;

/** The program's own wording for something a city may name. */
export const labelText = (key: LabelKey): string => municipalityMessages.labels[key];
