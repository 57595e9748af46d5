import { activityMessages } from "@tsunagari/messages";
import type { CommandForm } from "@tsunagari/portal";
import { TextField } from "@tsunagari/ui";
import { EditorSection } from "./editor-section.tsx";
import type { EditorValues } from "./editor-values.ts";

const { fields, sections } = activityMessages;

export const ContactSection = ({ form }: { readonly form: CommandForm<EditorValues> }) => (
  <EditorSection
    id="contact"
    number={5}
    title={sections.contact}
    lead="公開ページに載り、だれでも見られます。電話・メール・ホームページのうち、一つは書いてください。"
  >
    <TextField
      {...form.field("content.contactName", fields.contactName)}
      requirement="required"
      autoComplete="off"
      support="団体の名前や「食堂の当番」などでかまいません。"
    />
    <TextField
      {...form.field("content.contactPhone", fields.contactPhone)}
      requirement="optional"
      type="tel"
      width="medium"
      autoComplete="off"
    />
    <TextField
      {...form.field("content.contactMail", fields.contactMail)}
      requirement="optional"
      type="email"
      autoComplete="off"
    />
    <TextField
      {...form.field("content.contactWebsite", fields.contactWebsite)}
      requirement="optional"
      type="url"
      width="full"
      autoComplete="off"
      support="https:// で始まるアドレスを書きます。"
    />
  </EditorSection>
);
