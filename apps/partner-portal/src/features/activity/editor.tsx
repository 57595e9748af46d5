import { CommandFormShell, type CommandForm } from "@tsunagari/portal";
import type { ReactNode } from "react";
import { useState } from "react";
import { queryClient } from "../../client.ts";
import { ContactSection } from "./contact-section.tsx";
import type { EditorValues } from "./editor-values.ts";
import { organizationOptions, type Organization } from "./queries.ts";
import { SectionJumps } from "./editor-section.tsx";
import { ReferralSection } from "./referral-section.tsx";
import { WhatSection } from "./what-section.tsx";
import { WhenSection } from "./when-section.tsx";
import { WhereSection } from "./where-section.tsx";
import { WhoSection } from "./who-section.tsx";

export type PlaceDialogProps = {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly onAdded: (placeId: string) => Promise<void>;
};

/** Places belong to the organization; the route brings the dialog that adds one. */
export type PlaceDialogOf = (props: PlaceDialogProps) => ReactNode;

type EditorProps = {
  readonly form: CommandForm<EditorValues>;
  readonly organization: Organization;
  readonly isNew: boolean;
  readonly unavailableReason?: string | undefined;
  readonly cancel: ReactNode;
  readonly placeDialog: PlaceDialogOf;
};

/** The fields of an activity in the order in which one would tell a neighbor of it. */
export const Editor = ({ form, organization, isNew, unavailableReason, cancel, placeDialog }: EditorProps) => {
  const [isAdding, setIsAdding] = useState(false);
  const choose = async (placeId: string) => {
    // The new place must stand among the choices before it can be chosen.
    await queryClient.refetchQueries(organizationOptions(organization.id));
    form.form.setValue("content.placeId", placeId, { shouldDirty: true, shouldValidate: form.attempt > 0 });
  };
  return (
    <>
      <CommandFormShell
        form={form}
        submitLabel="保存して、見え方を確かめる"
        pendingLabel="保存しています…"
        unavailableReason={unavailableReason}
        cancel={cancel}
      >
        {isNew ? null : <SectionJumps />}
        <WhatSection form={form} />
        <WhenSection form={form} />
        <WhereSection form={form} organization={organization} onAddPlace={() => setIsAdding(true)} />
        <WhoSection form={form} />
        <ContactSection form={form} />
        {isNew ? <ReferralSection form={form} organization={organization} /> : null}
      </CommandFormShell>
      {/* Beside the form, not in it: what is sent there would also send this one. */}
      {placeDialog({ isOpen: isAdding, onOpenChange: setIsAdding, onAdded: choose })}
    </>
  );
};
