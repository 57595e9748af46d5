import { activityCategories } from "@tsunagari/domain/activity";
import { activityMessages } from "@tsunagari/messages";
import type { CommandForm } from "@tsunagari/portal";
import { Select, TextArea, TextField } from "@tsunagari/ui";
import { EditorSection } from "./editor-section.tsx";
import type { EditorValues } from "./editor-values.ts";

const { fields, sections, categories } = activityMessages;

export const WhatSection = ({ form }: { readonly form: CommandForm<EditorValues> }) => (
  <EditorSection id="what" number={1} title={sections.what}>
    <TextField
      {...form.field("content.title", fields.title)}
      requirement="required"
      width="full"
      autoComplete="off"
      support="例：みんなの夕ごはん"
    />
    <TextField
      {...form.field("content.titleKana", fields.titleKana)}
      requirement="optional"
      width="full"
      autoComplete="off"
    />
    <Select
      {...form.field("content.category", fields.category)}
      requirement="required"
      emptyLabel="選んでください"
      width="long"
      options={activityCategories.map((value) => ({ value, label: categories[value] }))}
    />
    <TextField
      {...form.field("content.summary", fields.summary)}
      requirement="required"
      width="full"
      autoComplete="off"
      support="100文字まで。例：金曜の夕方、だれでも来られる食堂です。"
    />
    <TextArea
      {...form.field("content.description", fields.description)}
      requirement="required"
      limit={2000}
      rows={6}
      support="はじめての人が安心して来られるように、ふだんの様子を書きます。"
    />
  </EditorSection>
);
