import { dataOf, publicCall, questionCount, rawCall, type Work } from "../work.ts";

export const w4: Work = {
  id: "W4",
  title: "One public activity with its organization and place",
  floor: 0.35,
  aim: 0.6,
  questions: async ({ sql }) => {
    const rows = await sql<{ id: string }[]>`
      select id from published_activity where verified_on > current_date - 200 order by md5(id::text) limit ${questionCount}`;
    return rows.map(({ id }) => ({
      ours: () => publicCall("activity.getPublic", { activityId: id }),
      raw: () => rawCall("activity", { id }),
    }));
  },
  // The six next dates are counted by the domain, which other tests compare with the calendar.
  answerOfOurs: (answer) => ({ ...(dataOf(answer) as object), nextDates: null }),
  answerOfRaw: (answer) => {
    const { content, ...rest } = answer as { content: { placeId?: string } };
    const { placeId: _placeId, ...said } = content;
    return { ...said, ...rest, nextDates: null };
  },
};
