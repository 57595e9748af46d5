import {
  confirmRetention,
  endRetentionOfficer,
  listDestroyed,
  listRetention,
  listRetentionOfficers,
  nameRetentionOfficer,
  postponeRetention,
  resumeRetention,
  revokeRetention,
} from "@tsunagari/services/retention";
import { expose } from "../trpc.ts";

export const retentionRouter = {
  staff: {
    list: expose(listRetention),
    listDestroyed: expose(listDestroyed),
    listOfficers: expose(listRetentionOfficers),
    confirm: expose(confirmRetention),
    revoke: expose(revokeRetention),
    postpone: expose(postponeRetention),
    resume: expose(resumeRetention),
    nameOfficer: expose(nameRetentionOfficer),
    endOfficer: expose(endRetentionOfficer),
  },
};
