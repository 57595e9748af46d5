import { isInForce } from "@tsunagari/domain";
import { countBodyMembers, ListMeetingBodies } from "@tsunagari/domain/municipality";
import { defineQuery } from "../kernel/index.ts";
import { loadBodies, loadMembersOn, nameOfBody } from "./bodies.ts";

/** The standing meetings of a day with their seats and the figures of their circle (G-22, G-28, G-49). */
export const listMeetingBodies = defineQuery({
  action: "municipality.listMeetingBodies",
  input: ListMeetingBodies,
  run: async (step) => {
    const { municipalityId, input, today, may } = step;
    const on = input.on ?? today;
    const bodies = (await loadBodies(step)).filter((body) => isInForce(body, on));
    const members = await loadMembersOn(
      step,
      bodies.map(({ id }) => id),
      on,
    );
    const ability = may("municipality.changeMeetingBody", { municipalityId });
    return {
      on,
      bodies: bodies.map(({ names, ...body }) => {
        const seats = members.filter((member) => member.meetingBodyId === body.id);
        return {
          ...body,
          name: nameOfBody({ ...body, names }, on),
          formerNames: names.length === 0 ? [] : [body.name, ...names.slice(0, -1).map(({ name }) => name)],
          members: seats.map(({ meetingBodyId: _body, divisionId: _division, ...seat }) => seat),
          figures: countBodyMembers(seats),
        };
      }),
      abilities: {
        addMeetingBody: ability,
        renameMeetingBody: ability,
        changeMeetingBody: ability,
        endMeetingBody: ability,
        addBodyMember: ability,
        endBodyMember: ability,
      },
    };
  },
});
