import {
  challengeIn,
  relyingPartyOf,
  usePasskey,
  useRecoveryCode,
  useTotp,
  type ChallengeOwner,
  type ChallengePurpose,
} from "@tsunagari/auth";
import type { Portal, ShowSecondFactor } from "@tsunagari/domain/identity";
import type { System } from "../../kernel/index.ts";
import { totpOpener } from "../second-factor/second-factor-store.ts";

type Asked = {
  readonly owner: ChallengeOwner;
  readonly origin: string;
  /** The sign-in that is not finished; it is used up together with the factor. */
  readonly bound: { readonly purpose: ChallengePurpose; readonly portal: Portal; readonly challenge: string };
};

/** Whether what was shown is the owner's, and is shown for the first time. */
export const showsFactor = async (
  system: System,
  { owner, origin, bound }: Asked,
  answer: ShowSecondFactor["answer"],
): Promise<boolean> => {
  switch (answer.kind) {
    case "totp": {
      const open = totpOpener(system.keys, owner.municipalityId);
      return useTotp(system, { owner, code: answer.code, open, isConfirmed: true, bound });
    }
    case "recovery":
      return useRecoveryCode(system, { owner, hmac: system.keys.recoveryCodeHmac(owner, answer.code), bound });
    case "passkey": {
      const party = relyingPartyOf(origin);
      if (party === null || challengeIn(answer.response) !== bound.challenge) return false;
      return (await usePasskey(system, { party, response: answer.response, bound, owner })) !== null;
    }
  }
};
