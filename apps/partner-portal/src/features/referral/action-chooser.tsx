import { unavailableReason, type Ability } from "@tsunagari/portal";
import { RadioGroup } from "@tsunagari/ui";
import { useState, type ReactNode } from "react";

/** Where the choices of a page stand, for the link that leads to them. */
export const nextCardId = "next";

export type ActionChoice = {
  readonly key: string;
  readonly label: string;
  readonly description: string;
  readonly ability: Ability;
  readonly form: ReactNode;
};

/**
 * Big choices before free text: what is chosen opens its form below. A form that was opened stays, so that nothing typed
 * is lost by looking at another choice.
 */
export const ActionChooser = ({
  label,
  choices,
}: {
  readonly label: string;
  readonly choices: readonly ActionChoice[];
}) => {
  const [chosen, setChosen] = useState("");
  const [opened, setOpened] = useState<readonly string[]>([]);
  const choose = (key: string) => {
    const choice = choices.find((each) => each.key === key);
    if (choice?.ability !== true) return;
    setChosen(key);
    setOpened((before) => (before.includes(key) ? before : [...before, key]));
  };
  return (
    <div className="flex flex-col gap-6">
      <RadioGroup
        label={label}
        value={chosen}
        onChange={(event) => choose(event.currentTarget.value)}
        options={choices.map((choice) => ({
          value: choice.key,
          label: choice.label,
          description: choice.description,
          unavailableReason: unavailableReason(choice.ability),
        }))}
      />
      {choices
        .filter((choice) => choice.ability === true && opened.includes(choice.key))
        .map((choice) => (
          <section
            key={choice.key}
            aria-label={choice.label}
            hidden={choice.key !== chosen}
            className="border-t border-solid-gray-200 pt-6"
          >
            {choice.form}
          </section>
        ))}
    </div>
  );
};
