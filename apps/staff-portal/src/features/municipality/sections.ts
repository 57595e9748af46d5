export type Section = {
  readonly title: string;
  /** What is decided here, in one line. */
  readonly lead: string;
};

/** The sections of the settings, in the order in which they are read. */
export const sections = {
  rules: {
    title: "決まり",
    lead: "期限、同意の期間、記録を残す年数など、この市で使う値です。変えると、次の操作から使われます。",
  },
  names: {
    title: "呼び名",
    lead: "役割・会議・事業の、この市での呼び名です。日を選ぶと、その日に何と呼んでいたかがわかります。",
  },
  departments: {
    title: "組織",
    lead: "市の課・係と、委託先の機関です。名前が変わった日、終わった日、引き継いだ先を残します。",
  },
  areas: {
    title: "圏域",
    lead: "日常生活圏域や中学校区など、市を分ける区切りです。いくつもの分け方を持てます。",
  },
  programs: {
    title: "事業",
    lead: "重層的支援体制整備事業の五つの事業が、いつから、どの状態かです。実施中でない事業は、画面で始められません。",
  },
  bodies: {
    title: "会議体",
    lead: "支援会議や推進会議の、主催・開く回数・構成員です。会議の法律上の位置づけは、あとから変えられません。",
  },
  plans: {
    title: "計画",
    lead: "実施計画の期間です。期間中か、期間が終わったかは、年度から自動で決まります。",
  },
  modules: {
    title: "機能",
    lead: "この市で使う機能を、日を決めて入れたり切ったりします。切っても、記録は消えません。",
  },
  closedDays: {
    title: "休業日",
    lead: "つなぎの期限を数えるときに休みとする、市だけの日です。土日・祝日・12月29日〜1月3日は、いつも休みです。",
  },
  security: {
    title: "セキュリティ",
    lead: "二段階の確認、本人確認のし直し、自動のサインアウトを決めます。",
  },
  pages: {
    title: "市のページ",
    lead: "利用規約、個人情報の取扱い、アクセシビリティ、お問い合わせの文です。公開サイトと両方のポータルに載ります。",
  },
  history: {
    title: "変更の記録",
    lead: "だれが、いつ、何を、何から何に変えたかの記録です。消したり書き換えたりはできません。",
  },
} as const satisfies Record<string, Section>;
export type SectionId = keyof typeof sections;

export const sectionIds = Object.keys(sections) as readonly SectionId[];

/** The section of an address, or undefined where there is none. */
export const findSection = (text: string): SectionId | undefined => sectionIds.find((id) => id === text);
