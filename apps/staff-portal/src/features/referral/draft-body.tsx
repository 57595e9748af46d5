import { UpdateReferralDraft } from "@tsunagari/domain/referral";
import { CommandFormShell, unavailableReason, useCommandForm } from "@tsunagari/portal";
import { Columns } from "@tsunagari/ui";
import type { RefObject } from "react";
import { client, drafts } from "../../client.ts";
import { Checklist } from "./checklist.tsx";
import { AfterFields } from "./draft-after.tsx";
import { BeforeFields } from "./draft-before.tsx";
import { RequestFields } from "./draft-request.tsx";
import { valuesOf, type Draft, type DraftValues } from "./draft-values.ts";
import { PreviewCard } from "./preview-card.tsx";
import type { ReferralSearch } from "./search.ts";
import { SendCard } from "./send-card.tsx";

type DraftBodyProps = {
  /** As it stands now: choices, conditions, abilities. */
  readonly draft: Draft;
  /** As it stood when the form was opened. */
  readonly shown: Draft;
  readonly search: ReferralSearch;
  readonly checks: RefObject<HTMLDivElement | null>;
  readonly onSaved: () => Promise<void>;
};

const useDraftForm = ({ shown, onSaved }: Pick<DraftBodyProps, "shown" | "onSaved">) => {
  const { id: referralId, version } = shown.referral;
  return useCommandForm<DraftValues, { readonly id: string }>({
    schema: UpdateReferralDraft,
    defaultValues: valuesOf(shown),
    // A text that was kept from an earlier visit goes onto the version that is on the screen.
    send: (input) => client.referral.updateDraft.mutate({ ...input, referralId, version }),
    onDone: onSaved,
    draft: { api: drafts, form: "referral", subject: referralId, referralId },
  });
};

export type DraftCommandForm = ReturnType<typeof useDraftForm>;

/** The form of a draft with preview, conditions and sending. */
export const DraftBody = ({ draft, shown, search, checks, onSaved }: DraftBodyProps) => {
  const form = useDraftForm({ shown, onSaved });
  const { referral } = draft;
  return (
    <Columns
      aside={
        <>
          <div ref={checks} tabIndex={-1} className="rounded-12">
            <Checklist draft={draft} />
          </div>
          <SendCard referral={referral} isChanged={form.isChanged} />
        </>
      }
    >
      <CommandFormShell
        form={form}
        submitLabel="保存する"
        pendingLabel="保存しています…"
        unavailableReason={unavailableReason(referral.abilities.updateDraft)}
      >
        <RequestFields form={form} draft={draft} />
        <BeforeFields form={form} draft={draft} />
        <AfterFields form={form} draft={draft} />
      </CommandFormShell>
      <PreviewCard referral={referral} search={search} isChanged={form.isChanged} />
    </Columns>
  );
};
