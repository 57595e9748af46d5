import { Card, Disclosure } from "@tsunagari/ui";
import type { ReactNode } from "react";

type EditorSectionProps = {
  readonly number: number;
  readonly title: string;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
};

/** One question of the editor, numbered, so that one sees how far it goes. */
export const EditorSection = ({ number, title, lead, children }: EditorSectionProps) => (
  <Card title={`${number}. ${title}`} lead={lead}>
    <div className="flex flex-col gap-7">{children}</div>
  </Card>
);

type MoreProps = { readonly label: string; readonly isOpen: boolean; readonly children: ReactNode };

/** What may be left out is folded away, unless something stands in it. */
export const More = ({ label, isOpen, children }: MoreProps) => (
  <Disclosure summary={label} isOpen={isOpen}>
    <div className="flex flex-col gap-7">{children}</div>
  </Disclosure>
);
