import { RegisterPasskey, RenamePasskey } from "@tsunagari/domain/identity";
import { secondFactorMessages } from "@tsunagari/messages";
import { Card, StatusBadge, TextField } from "@tsunagari/ui";
import { instantText } from "../date-text.ts";
import { ConfirmAction } from "../form/confirm-action.tsx";
import { announce } from "../frame/flash.tsx";
import { FormDialog } from "../form/form-dialog.tsx";
import type { FieldBinding } from "../form/use-command-form.ts";
import type { OwnAccount, SecondFactors } from "../client/common-client.ts";
import { canUsePasskeys, makePasskey } from "./passkey-browser.ts";
import { newRequestId } from "../form/request-id.ts";

const { actions, effects, fields, hints, kinds } = secondFactorMessages;

type Account = Pick<OwnAccount, "beginPasskey" | "registerPasskey" | "renamePasskey" | "removePasskey">;
type Passkey = SecondFactors["passkeys"][number];

/** Asked before the device makes a passkey: one that the server refuses afterwards would stay on the device. */
const namedUnlike = (passkeys: readonly Passkey[]) =>
  RegisterPasskey.pick({ name: true, requestId: true }).refine(
    ({ name }) => passkeys.every((passkey) => passkey.name !== name),
    { error: "already_used", path: ["name"] },
  );

const NameField = ({
  form,
}: {
  readonly form: { readonly field: (name: "name", label: string) => FieldBinding<"name"> };
}) => (
  <TextField
    {...form.field("name", fields.passkeyName)}
    requirement="required"
    width="full"
    support={hints.passkeyName}
  />
);

const RegisterDialog = ({ factors: { passkeys }, account, onCodes }: PasskeyCardProps) => (
  <FormDialog
    ability={canUsePasskeys() ? true : "identity.passkeys_not_here"}
    label={actions.registerPasskey}
    title="パスキーの登録"
    effect={
      <p>
        名前をつけて先に進むと、端末の画面が開きます。指紋や顔、暗証番号で確かめると、登録されます。自分だけが使う端末で登録してください。
      </p>
    }
    schema={namedUnlike(passkeys)}
    defaultValues={{ name: "" }}
    send={async ({ name, requestId }) => {
      const { options } = await account.beginPasskey.mutate({ requestId: newRequestId() });
      if (options === null) return { recoveryCodes: [] };
      return account.registerPasskey.mutate({ name, requestId, response: await makePasskey(options) });
    }}
    submitLabel="この端末で登録する"
    pendingLabel="端末で確かめています…"
    done="パスキーを登録しました"
    onDone={({ recoveryCodes }) => onCodes(recoveryCodes)}
  >
    {(form) => <NameField form={form} />}
  </FormDialog>
);

const usedText = ({ lastUsedAt }: Passkey): string =>
  lastUsedAt === null ? "まだ使っていません" : `最後に使ったのは ${instantText(lastUsedAt)}`;

type ItemProps = { readonly passkey: Passkey; readonly account: Account };

const RenameDialog = ({ passkey, account }: ItemProps) => (
  <FormDialog
    ability
    label="名前を変える"
    title={actions.renamePasskey}
    schema={RenamePasskey}
    defaultValues={{ passkeyId: passkey.id, name: passkey.name }}
    send={(input) => account.renamePasskey.mutate(input)}
    submitLabel="変更する"
    pendingLabel="変更しています…"
    done="パスキーの名前を変えました"
  >
    {(form) => <NameField form={form} />}
  </FormDialog>
);

const PasskeyItem = ({ passkey, account }: ItemProps) => (
  <li className="flex flex-col gap-3 border-t border-solid-gray-200 pt-4 first:border-t-0 first:pt-0 sm:flex-row sm:items-start sm:justify-between sm:gap-8">
    <div className="flex min-w-0 flex-col gap-1">
      <h3 className="text-std-17B-170 break-words">{passkey.name}</h3>
      <p className="text-solid-gray-700">
        {instantText(passkey.createdAt)}に登録・{usedText(passkey)}
      </p>
    </div>
    <div className="flex flex-wrap gap-3">
      <RenameDialog passkey={passkey} account={account} />
      <ConfirmAction
        ability
        isDangerous
        variant="secondary"
        label={actions.removePasskey}
        title={`パスキー「${passkey.name}」を外しますか`}
        effect={<p>{effects.removePasskey}</p>}
        send={(requestId) => account.removePasskey.mutate({ passkeyId: passkey.id, requestId })}
        onDone={() => announce("パスキーを外しました")}
      />
    </div>
  </li>
);

export type PasskeyCardProps = {
  readonly factors: SecondFactors;
  readonly account: Account;
  readonly onCodes: (codes: readonly string[]) => void;
};

/** Passkeys: made on this device, named, removed. */
export const PasskeyCard = ({ factors, account, onCodes }: PasskeyCardProps) => (
  <Card
    title={kinds.passkey}
    lead="指紋や顔、端末の暗証番号で入ります。パスワードも番号もいらず、にせの画面にだまされません。いちばん安全な方法です。"
    aside={factors.passkeys.length === 0 ? null : <StatusBadge tone="success">登録済み</StatusBadge>}
  >
    {factors.passkeys.length === 0 ? null : (
      <ul className="flex flex-col gap-4">
        {factors.passkeys.map((passkey) => (
          <PasskeyItem key={passkey.id} passkey={passkey} account={account} />
        ))}
      </ul>
    )}
    <div>
      <RegisterDialog factors={factors} account={account} onCodes={onCodes} />
    </div>
  </Card>
);
