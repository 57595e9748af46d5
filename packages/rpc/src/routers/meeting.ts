import {
  addAgendaItem,
  cancelMeeting,
  checkAgendaItem,
  conveneMeeting,
  countMeetings,
  getMeeting,
  holdMeeting,
  listDecisions,
  listMeetings,
  listSittingBodies,
  recordDecision,
  removeAgendaItem,
  reverseDecision,
} from "@tsunagari/services/meeting";
import { expose } from "../trpc.ts";

export const meetingRouter = {
  staff: {
    list: expose(listMeetings),
    listSittingBodies: expose(listSittingBodies),
    get: expose(getMeeting),
    count: expose(countMeetings),
    listDecisions: expose(listDecisions),
    checkAgendaItem: expose(checkAgendaItem),
    convene: expose(conveneMeeting),
    addAgendaItem: expose(addAgendaItem),
    removeAgendaItem: expose(removeAgendaItem),
    hold: expose(holdMeeting),
    cancel: expose(cancelMeeting),
    recordDecision: expose(recordDecision),
    reverseDecision: expose(reverseDecision),
  },
};
