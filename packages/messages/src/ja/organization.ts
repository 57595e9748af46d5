import type {
  OrganizationEvent,
  OrganizationKind,
  organizationPolicy,
  OrganizationReason,
  OrganizationStatus,
  OrganizationTrait,
} from "@tsunagari/domain/organization";

type Rules = keyof typeof organizationPolicy.rules;
type Entries = keyof typeof organizationPolicy.entries;

export const organizationMessages = {
  kinds: {
    npo: "NPO法人",
    voluntaryGroup: "任意団体・ボランティアグループ",
    neighborhoodAssociation: "自治会・町内会",
    socialWelfareCorporation: "社会福祉法人",
    medicalCorporation: "医療法人",
    company: "企業・商店",
    cooperative: "生活協同組合・農業協同組合など",
    school: "学校・大学",
    publicBody: "公的機関",
    other: "その他の団体",
  } satisfies Record<OrganizationKind, string>,
  traits: {
    kayoiNoBa: "通いの場（住民主体サービス）",
    crossAttribute: "属性や世代を超えた地域活動",
  } satisfies Record<OrganizationTrait, string>,
  statuses: {
    active: "活動中",
    suspended: "一時停止中",
    closed: "登録終了",
  } satisfies Record<OrganizationStatus, string>,
  events: {
    suspend: "一時停止しました",
    resume: "再開しました",
    close: "登録を終了しました",
  } satisfies Record<OrganizationEvent, string>,
  actions: {
    read: "団体の情報を見る",
    amend: "団体の情報を直す",
    addPlace: "場所を追加する",
    amendPlace: "場所を直す",
    endPlace: "場所を使わなくする",
    rename: "団体名・種別を変える",
    suspend: "一時停止する",
    resume: "再開する",
    close: "登録を終了する",
    grantReferralPermission: "つなぎの受入を許可する",
    revokeReferralPermission: "つなぎの受入許可を取り消す",
    recordTrait: "計画で数える区分を記録する",
    endTrait: "計画で数える区分を終える",
    cancelTrait: "計画で数える区分の記録を取り消す",
    countTraitsAsOf: "計画で数える団体を数える",
    list: "団体の一覧を見る",
    register: "団体を登録する",
  } satisfies Record<Rules | Entries, string>,
  reasons: {
    "organization.other_city": "別の市の団体です。",
    "organization.not_your_organization": "この操作は、この団体の代表か、活動の編集担当だけができます。",
    "organization.staff_only": "この操作は、市の担当者だけができます。",
    "organization.administrator_only": "この操作は、プラットフォーム管理者だけができます。",
    "organization.invalid_state": "団体の今の状態では、この操作はできません。画面を読み込み直してください。",
    "organization.not_active": "この団体は活動中ではないため、操作できません。",
    "organization.area_scheme_repeated": "同じ区分の地域が二つ選ばれています。一つの区分につき一つだけ選んでください。",
    "organization.unknown_area": "選ばれた地域が見つかりません。もう一度選んでください。",
    "organization.place_in_use":
      "公開中または確認待ちの活動で使われている場所です。新しい場所を追加し、活動の「どこで」を変えて申し込んでください。",
    "organization.place_ended": "この場所は、もう使わないことになっています。",
    "organization.permission_overlaps": "同じ期間に、すでに受入の許可があります。期間を確かめてください。",
    "organization.permission_ended": "この許可は、すでに終わっています。",
    "organization.trait_overlaps": "同じ期間に、すでに同じ区分の記録があります。期間を確かめてください。",
    "organization.trait_ended": "この区分は、すでにその日より前に終わっています。",
    "organization.trait_cancelled": "この記録は、すでに取り消されています。画面を読み込み直してください。",
  } satisfies Record<OrganizationReason, string>,
  fields: {
    name: "団体名",
    nameKana: "団体名のふりがな",
    kind: "団体の種別",
    description: "団体の紹介",
    phone: "電話番号（公開）",
    mail: "メールアドレス（公開）",
    website: "ホームページ（公開）",
    status: "状態",
    placeName: "場所の名前",
    postalCode: "郵便番号",
    address: "住所",
    directions: "行き方・目印",
    latitude: "緯度",
    longitude: "経度",
    areaIds: "地域",
    sinceOn: "許可の開始日",
    untilOn: "許可の終わり",
    agreementVersion: "個人情報の取扱いに関する協定の名称と版",
    agreementSignedOn: "協定の締結日",
    signedByTitle: "締結した人の役職",
    reason: "取り消す理由",
    trait: "計画で数える区分",
  },
  permission: {
    none: "つなぎの受入許可はありません",
    inForce: "つなぎを受け入れられます",
    planned: "つなぎの受入許可は、まだ始まっていません",
    ended: "つなぎの受入許可は終わりました",
  },
  /** The same for a column of a list. */
  permissionShort: {
    none: "許可なし",
    inForce: "受け入れられる",
    planned: "開始前",
    ended: "許可は終了",
  },
  /** What the acts on what the plan counts do, said before they are done (G-10, G-12). */
  traitEffects: {
    recordTrait:
      "開始日から、計画の数字（団体の数）に、この団体が1団体として入ります。公開ページの表示や、つなぎの受入は変わりません。",
    endTrait: "最後の日の次の日から、数えられなくなります。それまでの日の数は変わりません。",
    cancelTrait:
      "はじめから数えなかったことになり、過去の日の数も変わります。まちがえて記録したときだけ使ってください。取り消した記録は、残って見られます。",
  },
  /** What the organization's own acts do, said before they are done. */
  ownerEffects: {
    endPlace: "活動の「どこで」で選べなくなります。これまでの記録は残ります。元には戻せません。",
  },
  /** What the city's acts on an organization do, said before they are done. */
  effects: {
    rename: "活動の公開ページに出ている団体名も、すぐに変わります。これまでの記録は、当時の名前のまま残ります。",
    suspend:
      "公開中の活動が、すぐに公開ページから見えなくなります。新しいつなぎも送れません。進んでいるつなぎは、そのまま続きます。再開すると、公開も元に戻ります。",
    resume: "止めていた活動が、すぐに公開ページに戻ります。つなぎの受入許可が続いていれば、つなぎも送れます。",
    close:
      "公開中の活動が、すぐに公開ページから見えなくなります。登録の終了は、取り消せません。もう一度活動するときは、新しく登録します。",
    grantReferralPermission:
      "許可の期間は、この団体の活動につなぎを送れるようになります。団体の代表と受入担当に、お知らせが届きます。",
    revokeReferralPermission:
      "今日から、新しいつなぎを送れなくなります。すでに受け入れているつなぎは、そのまま続きます。団体の代表と受入担当に、お知らせが届きます。",
  },
} as const;
