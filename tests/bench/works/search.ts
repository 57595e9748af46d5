import { dataOf, publicCall, rawCall, type Question } from "../work.ts";

type Asked = { readonly keyword: string; readonly areaId?: string; readonly category?: string };

/** What the three searches share: the same question to both programs. */
export const searchQuestion = (asked: Asked): Question => ({
  ours: () => publicCall("activity.search", asked),
  raw: () => rawCall("search", { ...asked }),
});

/** The raw search counts exactly; ours says 「1,000件以上」. So the totals are compared as far as ours counts. */
const comparable = (answer: { total: number; items: unknown }) => ({
  total: Math.min(answer.total, 1000),
  items: answer.items,
});
export const searchAnswers = {
  answerOfOurs: (answer: unknown) => comparable(dataOf(answer) as { total: number; items: unknown }),
  answerOfRaw: (answer: unknown) => comparable(answer as { total: number; items: unknown }),
};
