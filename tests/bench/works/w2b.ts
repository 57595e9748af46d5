import { questionCount, type Work } from "../work.ts";
import { searchAnswers, searchQuestion } from "./search.ts";

export const w2b: Work = {
  id: "W2b",
  title: "Public search: two characters in the whole city, total capped at 1,000, against an exact total",
  floor: 1.5,
  aim: 2.5,
  // What 2 to 60 of 100 texts hold: where nothing but the two characters narrows the search.
  questions: async ({ sql }) => {
    const rows = await sql<{ word: string }[]>`
      select key as word
        from (select search_keys from published_activity order by id limit 4000) p, unnest(p.search_keys) key
       where char_length(key) = 2 and key !~ '[0-9a-z「」、。（）()]'
       group by key having count(*) between 80 and 2400
       order by md5(key) limit ${questionCount}`;
    return rows.map(({ word }) => searchQuestion({ keyword: word }));
  },
  ...searchAnswers,
};
