export { countUnreadNotices } from "./count-unread.ts";
export { deliverMail, type Mailer, type MailOutcome, type OutgoingMail } from "./deliver-mail.ts";
export { discardMailTexts } from "./discard-mail-texts.ts";
export { listNotices } from "./list.ts";
export { listOutbox } from "./list-outbox.ts";
export { markNoticeRead } from "./mark-read.ts";
export { notify, wasTold, type NewNotice, type Recipients } from "./notify.ts";
export { retryMail } from "./retry-mail.ts";
export { confirmNotices } from "./store.ts";
