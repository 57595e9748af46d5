import {
  addAgency,
  addIndividual,
  endParticipant,
  listParticipants,
  requestToJoinPlatform,
  approveMembership,
  cancelApplication,
  countMembersAsOf,
  declineMembership,
  establishPlatform,
  getPlatform,
  leavePlatform,
  listMembers,
  listMemberships,
  listPlatforms,
} from "@tsunagari/services/platform";
import { expose } from "../trpc.ts";

const seen = {
  list: expose(listPlatforms),
  get: expose(getPlatform),
  listMembers: expose(listMembers),
  listParticipants: expose(listParticipants),
};

export const platformRouter = {
  staff: {
    ...seen,
    listMemberships: expose(listMemberships),
    countMembersAsOf: expose(countMembersAsOf),
    establish: expose(establishPlatform),
    addAgency: expose(addAgency),
    addIndividual: expose(addIndividual),
    endParticipant: expose(endParticipant),
    approve: expose(approveMembership),
    decline: expose(declineMembership),
    leave: expose(leavePlatform),
  },
  partner: {
    ...seen,
    requestToJoin: expose(requestToJoinPlatform),
    cancelApplication: expose(cancelApplication),
    leave: expose(leavePlatform),
  },
};
