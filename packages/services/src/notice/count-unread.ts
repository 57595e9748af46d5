import { CountUnreadNotices } from "@tsunagari/domain/notice";
import { defineQuery, fail, userIdOf } from "../kernel/index.ts";
import { countNotices } from "./store.ts";

/** For the mark in the header. */
export const countUnreadNotices = defineQuery({
  action: "notice.countUnread",
  input: CountUnreadNotices,
  run: async ({ tx, actor, municipalityId }) => ({
    unread: await countNotices({ tx, municipalityId }, userIdOf(actor) ?? fail("forbidden", "notice.sign_in"), true),
  }),
});
