import { activityCategories } from "@tsunagari/domain/activity";
import { questionCount, type Work } from "../work.ts";
import { chance, pick, worldCity, worldId } from "../world/ids.ts";
import { longWords } from "../world/vocabulary.ts";
import { searchAnswers, searchQuestion } from "./search.ts";

/** The nth question with a word, an area and a category. */
export const facetedQuestion = (words: readonly string[], index: number) =>
  searchQuestion({
    keyword: pick(words, chance(index, 60)),
    areaId: worldId("area", 1 + (index % worldCity.areas)),
    category: pick(activityCategories, chance(index, 61)),
  });

export const w1: Work = {
  id: "W1",
  title: "Public search: a word of three or more characters, area and category",
  floor: 0.7,
  aim: 0.85,
  questions: async () => Array.from({ length: questionCount }, (_, index) => facetedQuestion(longWords, index)),
  ...searchAnswers,
};
