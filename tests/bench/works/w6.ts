import { randomUUID } from "node:crypto";
import { dataOf, partnerCall, questionCount, type Work } from "../work.ts";
import { contentOf } from "../world/activities.ts";
import { worldId } from "../world/ids.ts";
import { busyOrganizations, signIn } from "./sessions.ts";

export const w6: Work = {
  id: "W6",
  title: "A partner creates an activity: validated, done once, audited",
  floor: 0.45,
  aim: 0.6,
  questions: async (setting) => {
    const { size, made } = setting.world;
    const sessions = await signIn(setting, busyOrganizations(size, questionCount));
    return sessions.map(({ organization, token }) => {
      const organizationId = worldId("organization", organization);
      const content = { ...contentOf(organization - 1, size, made), placeId: worldId("place", organization) };
      const input = () => ({
        requestId: randomUUID(),
        organizationId,
        content,
        acceptsReferrals: true,
        referralCapacity: 4,
      });
      return {
        ours: () => partnerCall("activity.create", { token, origin: setting.origin, input: input() }),
        raw: () => ({
          method: "POST",
          path: "/create",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({
            ...input(),
            userId: worldId("partner", organization),
            id: randomUUID(),
            versionId: randomUUID(),
            auditId: randomUUID(),
            subjectId: randomUUID(),
          }),
        }),
      };
    });
  },
  // Both answer with a new id; that the same stands in the tables is compared by `createdRows`.
  answerOfOurs: (answer) => typeof (dataOf(answer) as { id: unknown }).id,
  answerOfRaw: (answer) => typeof (answer as { id: unknown }).id,
};
