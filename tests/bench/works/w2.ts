import { questionCount, type Work } from "../work.ts";
import { shortWords } from "../world/vocabulary.ts";
import { searchAnswers } from "./search.ts";
import { facetedQuestion } from "./w1.ts";

export const w2: Work = {
  id: "W2",
  title: "Public search: a word of two characters, area and category",
  floor: 0.7,
  aim: 0.85,
  questions: async () => Array.from({ length: questionCount }, (_, index) => facetedQuestion(shortWords, index)),
  ...searchAnswers,
};
