import type { Context, LoadStep, RunStep } from "../../kernel/index.ts";
import { userIdOf } from "../../kernel/index.ts";
import type { IdentityFacts } from "@tsunagari/domain/identity";
import { deleteRecoveryCodes } from "./recovery-codes.ts";
import { tellOfSecondFactor } from "./second-factor-mail.ts";
import { beginAnew, demandNotLast, loadHeldFactors } from "./second-factor-store.ts";
import { loadUserForUpdate } from "../store.ts";

/** The own account, its row locked, so that two removals cannot both find another factor left. */
export const loadOwnAccount = ({ tx, municipalityId, actor }: LoadStep<unknown>) =>
  loadUserForUpdate(tx, municipalityId, userIdOf(actor) ?? "");

/** What goes with every removal: never the last one a city asks for; recovery codes go with the last; the owner is told. */
export const removeFactor = async <Input>(
  step: RunStep<Input, IdentityFacts>,
  remove: () => Promise<void>,
): Promise<1 | 2> => {
  const { tx, municipalityId, facts } = step;
  const { id: userId, portal } = facts.user;
  const owner = { municipalityId, userId };
  await demandNotLast(tx, { ...owner, portal });
  await remove();
  const { hasTotp, passkeys } = await loadHeldFactors(tx, owner);
  const isBare = !hasTotp && passkeys === 0;
  if (isBare) await deleteRecoveryCodes(tx, municipalityId, userId);
  await tellOfSecondFactor(step, { userId, portal }, "secondFactorRemoved");
  return isBare ? 1 : 2;
};

/** The session after a removal; null where the removal was done by an earlier sending of the same request. */
export const sessionAfter = (context: Context, assurance: 1 | 2 | null): Promise<string | null> =>
  assurance === null ? Promise.resolve(null) : beginAnew(context, assurance);
