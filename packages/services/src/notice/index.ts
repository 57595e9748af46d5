export { countUnreadNotices } from "./count-unread.ts";
export { listNotices } from "./list.ts";
export { listOutbox } from "./list-outbox.ts";
export { markNoticeRead } from "./mark-read.ts";
export { notify, wasTold, type NewNotice, type Recipients } from "./notify.ts";
export { confirmNotices } from "./store.ts";
