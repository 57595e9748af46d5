import {
  amendActivity,
  approveActivity,
  confirmActivity,
  createActivity,
  discardActivity,
  endActivity,
  getActivity,
  getPublicActivity,
  listActivities,
  listSubmittedActivities,
  returnActivity,
  searchActivities,
  setReferralCapacity,
  submitActivity,
  takeBackActivity,
} from "@tsunagari/services/activity";
import { expose } from "../trpc.ts";

export const activityRouter = {
  staff: {
    get: expose(getActivity),
    list: expose(listActivities),
    listSubmitted: expose(listSubmittedActivities),
    approve: expose(approveActivity),
    return: expose(returnActivity),
    confirm: expose(confirmActivity),
    end: expose(endActivity),
  },
  partner: {
    get: expose(getActivity),
    list: expose(listActivities),
    create: expose(createActivity),
    amend: expose(amendActivity),
    submit: expose(submitActivity),
    takeBack: expose(takeBackActivity),
    discard: expose(discardActivity),
    confirm: expose(confirmActivity),
    end: expose(endActivity),
    setReferralCapacity: expose(setReferralCapacity),
  },
  public: {
    search: expose(searchActivities),
    getPublic: expose(getPublicActivity),
  },
};
