import { dataOf, partnerCall, questionCount, rawCall, type Work } from "../work.ts";
import { worldId } from "../world/ids.ts";
import { busyOrganizations, signIn } from "./sessions.ts";

export const w3: Work = {
  id: "W3",
  title: "A partner's inbox: 20 open referrals in the order of what to do next, and their number, under the fences",
  floor: 0.3,
  aim: 0.45,
  questions: async (setting) => {
    const sessions = await signIn(setting, busyOrganizations(setting.world.size, questionCount));
    return sessions.map(({ organization, token }) => ({
      ours: () =>
        partnerCall("referral.listInbox", { token, origin: setting.origin, input: { page: 1, pageSize: 20 } }),
      raw: () => rawCall("inbox", { organization: worldId("organization", organization) }),
    }));
  },
  answerOfOurs: dataOf,
  answerOfRaw: (answer) => answer,
};
