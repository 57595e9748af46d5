import { useSuspenseQuery } from "@tanstack/react-query";
import { organizationMessages } from "@tsunagari/messages";
import { CommandFormShell, GiveUpButton, useCommandForm } from "@tsunagari/portal";
import { Dialog } from "@tsunagari/ui";
import { client, drafts } from "../../client.ts";
import { PlaceFields } from "./place-fields.tsx";
import { addPlaceSchema, placeDefaults, type PlaceValues } from "./place-values.ts";
import { areasOptions } from "./queries.ts";

type NewPlaceProps = {
  readonly organizationId: string;
  readonly close: () => void;
  readonly onAdded: (placeId: string) => Promise<void>;
};

const NewPlaceForm = ({ organizationId, close, onAdded }: NewPlaceProps) => {
  const { data: areas } = useSuspenseQuery(areasOptions);
  const schema = addPlaceSchema(organizationId);
  const form = useCommandForm<PlaceValues, { id: string }>({
    schema,
    defaultValues: placeDefaults(null, areas.schemes),
    send: (values) => client.organization.addPlace.mutate(schema.parse(values)),
    draft: { api: drafts, form: "place", subject: `new:${organizationId}` },
    onDone: async ({ id }) => {
      await onAdded(id);
      close();
    },
  });
  return (
    <CommandFormShell
      form={form}
      submitLabel="この場所を追加する"
      pendingLabel="追加しています…"
      cancel={<GiveUpButton close={close} />}
    >
      <PlaceFields form={form} schemes={areas.schemes} />
    </CommandFormShell>
  );
};

type PlaceDialogProps = Omit<NewPlaceProps, "close"> & {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
};

/** Adds a place on the spot, while something else is being written. */
export const PlaceDialog = ({ isOpen, onOpenChange, ...rest }: PlaceDialogProps) => (
  <Dialog
    isOpen={isOpen}
    onOpenChange={onOpenChange}
    title={organizationMessages.actions.addPlace}
    // It does not close by a press beside it, so what was typed is not lost by a slip.
    role="alertdialog"
  >
    <NewPlaceForm {...rest} close={() => onOpenChange(false)} />
  </Dialog>
);
