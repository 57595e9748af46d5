import { caseMessages } from "@tsunagari/messages";
import type { FieldBinding } from "@tsunagari/portal";
import { TextArea, TextField } from "@tsunagari/ui";
import type { ReactNode } from "react";

const { personFields: labels, hints } = caseMessages;

/** Names of a person's fields below `person` or `changes`, as the commands know them. */
export type IdentityPath = "identity.name" | "identity.kana" | "identity.preferredName";
export type ContactPath = "contact.address" | "contact.phone" | "contact.mail";
type Bind<Path extends string> = (path: Path, label: string) => FieldBinding;

export type IdentityFieldsProps = {
  readonly bind: Bind<IdentityPath>;
  /** The date of birth, bound by the form itself. */
  readonly birthday: ReactNode;
  readonly withPreferredName?: boolean;
};

/** Name, reading, birthday, and the name one wishes to be called by. */
export const IdentityFields = ({ bind, birthday, withPreferredName = true }: IdentityFieldsProps) => (
  <>
    <TextField {...bind("identity.name", labels.name)} requirement="required" autoComplete="off" />
    <TextField {...bind("identity.kana", labels.kana)} requirement="optional" support={hints.kana} autoComplete="off" />
    {birthday}
    {withPreferredName ? (
      <TextField
        {...bind("identity.preferredName", labels.preferredName)}
        requirement="optional"
        support={hints.preferredName}
        autoComplete="off"
      />
    ) : null}
  </>
);

/** Where the person lives and how to reach them. */
export const ContactFields = ({ bind }: { readonly bind: Bind<ContactPath> }) => (
  <>
    <TextField {...bind("contact.address", labels.address)} requirement="optional" width="full" autoComplete="off" />
    <TextField
      {...bind("contact.phone", labels.phone)}
      requirement="optional"
      type="tel"
      width="medium"
      autoComplete="off"
    />
    <TextField {...bind("contact.mail", labels.mail)} requirement="optional" inputMode="email" autoComplete="off" />
  </>
);

/** Which agencies are in already; asked of everybody before the planning (SM-04). */
export const AgenciesField = ({ binding }: { readonly binding: FieldBinding }) => (
  <TextArea {...binding} requirement="optional" support={hints.involvedAgencies} rows={2} limit={1000} />
);
