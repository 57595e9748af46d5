import type { ActivityCategory } from "@tsunagari/domain/activity";
import { chance, pick } from "./ids.ts";

/** What activities are about, the common first: their shares differ as they do in a real list. */
const themes: readonly (readonly [ActivityCategory, string, string])[] = [
  ["childrensCafeteria", "子ども食堂", "温かい夕ごはんを囲み"],
  ["gatheringPlace", "地域の居場所", "お茶を飲みながら話し"],
  ["exercise", "健康体操教室", "椅子に座って体を動かし"],
  ["learningSupport", "放課後学習塾", "宿題を大学生といっしょに進め"],
  ["childRearing", "子育てひろば", "親子で絵本や玩具を楽しみ"],
  ["communityMeal", "みんなの昼食会", "季節の献立を作って食べ"],
  ["consultation", "暮らしの相談会", "困りごとを専門の相談員に話し"],
  ["peerSupport", "家族介護者のつどい", "介護の悩みを分かち合い"],
  ["dailyLifeSupport", "生活支援の手伝い", "買い物や掃除を手伝い"],
  ["hobbyAndCulture", "図書館読書会", "本を読んで感想を語り"],
  ["roleAndVolunteering", "公園花壇の世話", "花の苗を植えて水をやり"],
  ["foodPantry", "食料品の配布会", "米や野菜を必要な人に渡し"],
  ["workExperience", "農園の就労体験", "畑で野菜を育てて収穫し"],
  ["outingSupport", "外出付き添いの会", "通院や散歩に付き添い"],
  ["watchingOver", "高齢者の見守り訪問", "戸口で声をかけて様子を尋ね"],
  ["learningSupport", "フリースクール", "自分の調子で学び"],
  ["other", "献血と防災の日", "備えを学んで訓練し"],
];
const towns = [
  "藤山台",
  "高蔵寺",
  "中央台",
  "味美町",
  "鳥居松",
  "篠木町",
  "坂下町",
  "岩成台",
  "石尾台",
  "勝川町",
  "柏原町",
  "神領町",
];
const forms = ["の会", "サロン", "クラブ", "ひろば", "カフェ", "の輪", "倶楽部", "の家"];
const people = ["子ども", "高齢の方", "若者", "障害のある方", "外国から来た方", "働く世代", "一人暮らしの方", "家族"];
const closings = [
  "予約なしでどなたでも参加できます。",
  "初めての方には案内の者が付き添います。",
  "見学だけでも歓迎します。",
  "会場は駅から歩いて五分です。",
  "雨の日は集会所の和室で行います。",
  "持ち物は飲み物と上履きだけです。",
  "保育の必要な方は前の週までに電話してください。",
  "車椅子の方は裏の入口をお使いください。",
];
const bodies = [
  "自治会",
  "友の会",
  "社会福祉法人みどり会",
  "ボランティアの会",
  "まちづくり協議会",
  "商店会",
  "婦人会",
  "青年団",
];

/** Words to search for, of three and more characters and of two. */
export const longWords = themes
  .map(([, name]) => name)
  .concat(["居場所", "図書館", "相談員", "大学生", "車椅子", "どなたでも", "夕ごはん"]);
export const shortWords = [
  "食堂",
  "居場",
  "体操",
  "学習",
  "子育",
  "昼食",
  "相談",
  "介護",
  "生活",
  "読書",
  "花壇",
  "配布",
  "農園",
  "外出",
  "訪問",
  "献血",
  "予約",
  "見学",
  "会場",
  "飲物",
  "畑で",
  "宿題",
  "絵本",
  "散歩",
];

const town = (index: number): string => towns[index % towns.length] ?? "";

/** Name and place of the nth organization. */
export const organizationText = (index: number) => ({
  name: `${town(index)}${pick(bodies, chance(index, 1))}第${String(index)}支部（架空）`,
  placeName: `${town(index)}${pick(["集会所", "公民館", "ふれあいセンター", "会館"], chance(index, 2))}`,
  address: `春日井市${town(index)}${String(1 + (index % 9))}丁目${String(1 + (index % 30))}番地`,
});

/** Title, summary and description of the nth activity: about 100 characters together. */
export const activityText = (index: number) => {
  const [category, theme, does] = pick(themes, chance(index, 3), 1.7);
  const whom = pick(people, chance(index, 4));
  return {
    category,
    title: `${town(Math.floor(chance(index, 5) * towns.length))}${theme}${pick(forms, chance(index, 6))}`,
    summary: `${whom}も${pick(people, chance(index, 7))}もいっしょに${does}ます。`,
    description: [
      `${theme}では、${whom}が集まって${does}、近所に顔見知りを増やします。`,
      pick(closings, chance(index, 8)),
      pick(closings, chance(index, 9)),
    ].join(""),
  };
};
