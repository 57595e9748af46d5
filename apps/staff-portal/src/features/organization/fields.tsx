import { organizationKinds } from "@tsunagari/domain/organization";
import { organizationMessages } from "@tsunagari/messages";
import type { FieldBinding } from "@tsunagari/portal";
import { Select, TextArea, TextField } from "@tsunagari/ui";

const { fields, kinds } = organizationMessages;

type Bind<Name extends string> = (name: Name, label: string) => FieldBinding;

/** Name, reading and kind: what only the city changes. */
export const IdentityFields = ({ field }: { readonly field: Bind<"name" | "nameKana" | "kind"> }) => (
  <>
    <TextField
      {...field("name", fields.name)}
      requirement="required"
      width="full"
      autoComplete="off"
      support="法人は、登記された名前を書きます。"
    />
    <TextField
      {...field("nameKana", fields.nameKana)}
      requirement="required"
      width="full"
      autoComplete="off"
      support="ひらがなで書きます。一覧の並びと、さがすときに使います。"
    />
    <Select
      {...field("kind", fields.kind)}
      requirement="required"
      emptyLabel="選んでください"
      width="long"
      options={organizationKinds.map((value) => ({ value, label: kinds[value] }))}
    />
  </>
);

/** What the organization says of itself; all of it is public. */
export const ProfileFields = ({ field }: { readonly field: Bind<"description" | "phone" | "mail" | "website"> }) => (
  <>
    <TextArea
      {...field("description", fields.description)}
      requirement="required"
      limit={2000}
      support="どんな団体か、はじめて読む人にもわかるように書きます。"
    />
    <TextField {...field("phone", fields.phone)} requirement="optional" type="tel" width="medium" autoComplete="off" />
    <TextField {...field("mail", fields.mail)} requirement="optional" type="email" autoComplete="off" />
    <TextField
      {...field("website", fields.website)}
      requirement="optional"
      type="url"
      width="full"
      autoComplete="off"
      support="https:// で始まるアドレスを書きます。"
    />
  </>
);
