import type {
  MembershipStatus,
  OperatorRole,
  platformPolicy,
  PlatformReason,
  PlatformStatus,
} from "@tsunagari/domain/platform";

type Rules = keyof typeof platformPolicy.rules;
type Entries = keyof typeof platformPolicy.entries;

export const platformMessages = {
  statuses: {
    preparing: "準備中",
    active: "活動中",
    closed: "終了",
  } satisfies Record<PlatformStatus, string>,
  membershipStatuses: {
    applied: "申込み中",
    cancelled: "申込みを取り下げ",
    declined: "参加できませんでした",
    active: "参加中",
    left: "退会",
  } satisfies Record<MembershipStatus, string>,
  operatorRoles: {
    city: "市",
    coordinator: "地域福祉コーディネーター",
  } satisfies Record<OperatorRole, string>,
  actions: {
    read: "プラットフォームを見る",
    listMembers: "参加団体を見る",
    listParticipants: "参加している機関と個人の数を見る",
    readIndividualNames: "個人の参加者の名前を見る",
    addAgency: "相談支援機関を加える",
    addIndividual: "個人の参加者を加える",
    endParticipant: "参加を終わりにする",
    requestToJoin: "参加を申し込む",
    cancelApplication: "参加の申込みを取り下げる",
    approve: "参加を認める",
    decline: "参加をお断りする",
    leave: "退会する",
    list: "プラットフォームの一覧を見る",
    listMemberships: "参加の申込みを見る",
    countMembersAsOf: "参加団体数を数える",
    establish: "プラットフォームをつくる",
  } satisfies Record<Rules | Entries, string>,
  reasons: {
    "platform.other_city": "別の市のプラットフォームです。",
    "platform.not_your_organization": "この操作は、この団体の代表か、活動の編集担当だけができます。",
    "platform.staff_only": "この操作は、市の担当者だけができます。",
    "platform.operator_only": "この操作は、このプラットフォームを運営する担当者だけができます。",
    "platform.administrator_only": "この操作は、プラットフォーム管理者だけができます。",
    "platform.not_active": "このプラットフォームは終了しているため、参加できません。",
    "platform.organization_not_active": "団体が活動中ではないため、参加できません。市の担当者にご相談ください。",
    "platform.no_application": "参加の申込みがありません。",
    "platform.already_applied": "すでに申し込んでいます。運営の返事をお待ちください。",
    "platform.already_member": "すでに参加しています。",
    "platform.invalid_state": "今の状態では、この操作はできません。画面を読み込み直してください。",
    "platform.members_only": "参加団体だけが見られます。",
    "platform.unknown_area": "選ばれた地域が見つからないか、別の区分の地域です。もう一度選んでください。",
    "platform.unknown_department": "選ばれた運営の部署が見つかりません。もう一度選んでください。",
    "platform.before_platform": "プラットフォームが始まる前の日は選べません。",
    "platform.too_far_ahead": "参加の開始日は、3か月先までの日を選んでください。",
    "platform.module_off": "この市では、今はプラットフォームを使っていません。",
    "platform.member_type_not_allowed": "この市のプラットフォームは、団体の参加を受け付けていません。",
    "platform.operator_role_not_allowed":
      "この市では選べない立場が入っています。設定の「プラットフォームを運営する立場」を確かめてください。",
    "platform.agencies_not_allowed":
      "この市では、相談支援機関の参加を受け付けていません。設定の「プラットフォームに参加できる人・団体」で変えられます。",
    "platform.individuals_not_allowed":
      "この市では、個人の参加を受け付けていません。設定の「プラットフォームに参加できる人・団体」で変えられます。",
    "platform.unknown_agency": "その日にない機関が選ばれています。選び直すか、設定の「組織」で加えてください。",
    "platform.already_participates": "この機関は、その日にはもう参加しています。",
    "platform.participant_ended": "この参加は、すでに終わっています。画面を読み込み直してください。",
    "platform.agreement_in_future": "保護者が同意した日は、今日か、今日より前の日を選んでください。",
  } satisfies Record<PlatformReason, string>,
  fields: {
    name: "プラットフォームの名前",
    description: "紹介",
    schemeId: "地域の区分",
    areaIds: "対象の地域",
    operators: "運営",
    sinceOn: "開始日",
    message: "ひとこと（活動の紹介や、やってみたいこと）",
    reason: "お断りする理由",
    on: "いつ時点",
    departmentId: "機関",
    individualName: "名前",
    isMinor: "18歳未満です",
    guardianAgreedOn: "保護者が同意書に署名した日",
  },
  /** In plain words, for those who have never heard of it. */
  about:
    "地域ごとに、団体と市、地域福祉コーディネーターが集まって、困りごとや、いっしょにできることを話し合う場です。参加すると、ほかの参加団体の名前が見られます。参加しなくても、活動は載せられます。",
  /** For the organization itself: what its membership means, and what to do next. */
  membershipSteps: {
    applied: "運営からの返事を待っています。返事が来たら、お知らせします。",
    cancelled: "申込みを取り下げました。もう一度申し込めます。",
    declined: "今回は参加になりませんでした。理由を読んで、もう一度申し込めます。",
    active: "参加しています。ほかの参加団体の名前を見られます。",
    left: "退会しました。もう一度申し込めます。",
  } satisfies Record<MembershipStatus, string>,
  /** What the organization's own acts do, said before they are done. */
  ownerEffects: {
    cancelApplication: "申込みはなかったことになります。あとで、もう一度申し込めます。",
    leave:
      "今日から参加団体ではなくなり、ほかの参加団体の名前を見られなくなります。載せている活動や、つなぎの受入は、そのまま続きます。もう一度参加するには、申込みから始めます。",
  },
  /** What the acts on agencies and individuals do, said before they are done (D-20). */
  participantEffects: {
    addAgency:
      "開始日から、参加している機関に数えられます。名前は、職員と、参加団体の人が見られます。参加団体の数には入りません。",
    addIndividual:
      "開始日から、個人の参加者に数えられます。名前を見られるのは、このプラットフォームを運営する職員だけです。参加団体には、人数だけが伝わります。",
    endAgency: "今日から、参加している機関に数えられなくなります。これまでの参加の記録は残ります。",
    endIndividual:
      "今日から、個人の参加者に数えられなくなります。名前は消え、元に戻せません。これまでに何人いたかは残ります。",
  },
  /** What the operators' answers do, said before they are given. */
  effects: {
    approve:
      "開始日から、参加団体に数えられます。団体は、ほかの参加団体の名前を見られるようになります。団体の担当者に、お知らせが届きます。",
    decline: "参加にはなりません。団体は理由を読み、もう一度申し込めます。",
    leave:
      "今日から参加団体に数えられなくなり、団体はほかの参加団体の名前を見られなくなります。これまでの参加の記録は残ります。もう一度参加するには、団体が申し込みます。",
  },
} as const;
