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
  recordDecision,
  removeAgendaItem,
  reverseDecision,
} from "@tsunagari/services/meeting";
import { expose } from "../trpc.ts";

export const meetingRouter = {
  staff: {
    list: expose(listMeetings),
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
