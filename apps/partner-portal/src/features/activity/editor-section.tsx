import { buttonStyle, Card, Disclosure } from "@tsunagari/ui";
import { activityMessages } from "@tsunagari/messages";
import type { ReactNode } from "react";

export type SectionId = keyof typeof activityMessages.sections;

type EditorSectionProps = {
  readonly id: SectionId;
  readonly number: number;
  readonly title: string;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
};

/** One question of the editor, numbered, so that one sees how far it goes. */
export const EditorSection = ({ id, number, title, lead, children }: EditorSectionProps) => (
  <Card id={id} className="scroll-mt-4" title={`${number}. ${title}`} lead={lead}>
    <div className="flex flex-col gap-7">{children}</div>
  </Card>
);

type MoreProps = { readonly label: string; readonly isOpen: boolean; readonly children: ReactNode };

/** What may be left out is folded away. */
export const More = ({ label, isOpen, children }: MoreProps) => (
  <Disclosure summary={label} isOpen={isOpen}>
    <div className="flex flex-col gap-7">{children}</div>
  </Disclosure>
);

const jumps: readonly SectionId[] = ["what", "when", "where", "who", "contact"];

/** Who comes to change one thing goes straight to it. */
export const SectionJumps = () => (
  <nav aria-label="変えるところへ進む" className="flex flex-col gap-2">
    <p className="text-std-16B-170">どこを変えますか</p>
    <ul className="flex flex-wrap gap-2">
      {jumps.map((id) => (
        <li key={id}>
          <a href={`#${id}`} className={buttonStyle({ size: "small" })}>
            {activityMessages.sections[id]}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);
