import { GiveMemberRole } from "@tsunagari/domain/identity";
import { identityMessages } from "@tsunagari/messages";
import { FormDialog } from "@tsunagari/portal";
import { RadioGroup } from "@tsunagari/ui";
import { client } from "../../client.ts";
import type { Member, MemberRoleChoice } from "./queries.ts";
import { missingRoleText, roleOptions } from "./role-options.ts";

type Props = { readonly member: Member; readonly roles: readonly MemberRoleChoice[] };

/** Gives one role more. Where none is left that can be given now, the button says why. */
export const GiveRoleDialog = ({ member, roles }: Props) => {
  const held = new Set<string>(member.roles.map(({ code }) => code));
  const left = roles.filter(({ code }) => !held.has(code));
  const options = roleOptions(left);
  const [first] = options;
  const [refused] = left;
  if (refused === undefined) return null;
  const ability = first === undefined ? refused.canBeGiven : member.abilities.giveMemberRole;
  return (
    <FormDialog
      ability={ability}
      label="役割をつける"
      variant="secondary"
      title={`${member.name}さんに役割をつける`}
      schema={GiveMemberRole}
      defaultValues={{ userId: member.id, version: member.version, code: first?.value ?? "editor" }}
      // The list may have come anew while the dialog stood open.
      send={(input) => client.identity.giveMemberRole.mutate({ ...input, version: member.version })}
      submitLabel="役割をつける"
      pendingLabel="つけています…"
      done={`${member.name}さんに役割をつけました`}
    >
      {(form) => (
        <RadioGroup
          {...form.field("code", identityMessages.fields.code)}
          requirement="required"
          support={missingRoleText(left) ?? identityMessages.effects.giveMemberRole}
          options={options}
        />
      )}
    </FormDialog>
  );
};
