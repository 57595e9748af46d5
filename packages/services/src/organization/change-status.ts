import type { Tx } from "@tsunagari/db";
import { transition, type CivilDate, type Instant, type MunicipalityId, type OrganizationId } from "@tsunagari/domain";
import {
  CloseOrganization,
  organizationMachine,
  organizationStatuses,
  ResumeOrganization,
  SuspendOrganization,
  type OrganizationEvent,
  type OrganizationStatus,
} from "@tsunagari/domain/organization";
import { refreshPublishedOf } from "../activity/index.ts";
import { defineCommand, literalOf } from "../kernel/index.ts";
import { getSeenOrganization, lockFacts, writeOrganization } from "./store.ts";

type Step = {
  readonly tx: Tx;
  readonly municipalityId: MunicipalityId;
  readonly input: { readonly organizationId: OrganizationId; readonly version: number };
  readonly now: Instant;
  readonly today: CivilDate;
};

/** Moves the organization; its activities leave or come back to the public pages in the same transaction. */
const move = async ({ tx, municipalityId, input, now, today }: Step, event: OrganizationEvent) => {
  const row = await getSeenOrganization({ tx, municipalityId }, input);
  const status = transition<OrganizationStatus, typeof organizationMachine>("organization", organizationMachine, {
    event,
    state: literalOf(organizationStatuses, row.status),
  });
  await writeOrganization(tx, row, { status, ...(status === "closed" ? { untilOn: today } : {}) });
  await refreshPublishedOf(tx, { municipalityId, organizationId: row.id, now });
  return { id: row.id, subjects: [{ kind: "organization", id: row.id }] };
};

/** Takes the organization's activities off the public pages until it is resumed. */
export const suspendOrganization = defineCommand({
  action: "organization.suspend",
  input: SuspendOrganization,
  load: (step) => lockFacts(step, step.input.organizationId),
  run: (step) => move(step, "suspend"),
});

/** Ends the suspension; what was public is public again. */
export const resumeOrganization = defineCommand({
  action: "organization.resume",
  input: ResumeOrganization,
  load: (step) => lockFacts(step, step.input.organizationId),
  run: (step) => move(step, "resume"),
});

/** Ends the registration for good. */
export const closeOrganization = defineCommand({
  action: "organization.close",
  input: CloseOrganization,
  load: (step) => lockFacts(step, step.input.organizationId),
  run: (step) => move(step, "close"),
});
