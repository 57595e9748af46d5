import { useId, type ComponentProps, type ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { describedBy, ErrorText, GroupFrame, SupportText, type FieldFrameProps } from "./field-frame.tsx";

export type ChoiceOption = {
  readonly value: string;
  readonly label: string;
  /** One line that explains the choice. */
  readonly description?: ReactNode;
  /** Why it cannot be chosen now; it stays visible. */
  readonly unavailableReason?: string | undefined;
};

type InputProps = Omit<
  ComponentProps<"input">,
  "type" | "placeholder" | "disabled" | "readOnly" | "required" | "value" | "defaultValue" | "checked"
>;

const markStyle = {
  radio:
    "rounded-full before:size-3 before:rounded-full before:bg-key-900 before:opacity-0 checked:before:opacity-100 forced-colors:before:bg-[Highlight]",
  checkbox:
    "rounded-4 checked:bg-key-900 before:h-3.5 before:w-2 before:-translate-y-0.5 before:rotate-45 before:border-r-3 before:border-b-3 before:border-white before:opacity-0 checked:before:opacity-100 forced-colors:before:border-[Highlight]",
} as const;

const mark = (kind: keyof typeof markStyle) =>
  classNames(
    "grid size-6 shrink-0 cursor-pointer appearance-none place-content-center border-2 border-solid-gray-600 bg-white before:content-[''] checked:border-key-900 aria-invalid:border-error-1",
    "aria-disabled:cursor-not-allowed aria-disabled:border-solid-gray-300 aria-disabled:bg-solid-gray-50",
    markStyle[kind],
  );

type OptionProps = {
  readonly kind: "radio" | "checkbox";
  readonly option: ChoiceOption;
  readonly id: string;
  readonly input: ComponentProps<"input">;
};

/** A choice as a card: the whole card is the target. */
const ChoiceCard = ({ kind, option, id, input }: OptionProps) => {
  const isUnavailable = option.unavailableReason !== undefined;
  const note = option.unavailableReason ?? option.description;
  return (
    <div className="relative flex gap-3 rounded-8 border border-solid-gray-420 bg-white px-4 py-3 hover:border-black has-checked:border-key-900 has-checked:bg-key-50 has-checked:ring-1 has-checked:ring-key-900 forced-colors:has-checked:outline-2 forced-colors:has-checked:outline-[Highlight]">
      <input
        {...input}
        id={id}
        type={kind}
        value={option.value}
        aria-disabled={isUnavailable || undefined}
        aria-describedby={note === undefined ? undefined : `${id}-note`}
        onClick={isUnavailable ? (event) => event.preventDefault() : input.onClick}
        className={classNames(mark(kind), "relative z-1 mt-0.5")}
      />
      <div className="min-w-0">
        <label
          htmlFor={id}
          className={classNames(
            "cursor-pointer text-std-16N-170 after:absolute after:inset-0 after:content-['']",
            isUnavailable && "text-solid-gray-700",
          )}
        >
          {option.label}
        </label>
        {note === undefined ? null : (
          <p id={`${id}-note`} className="text-solid-gray-700 text-dns-16N-130">
            {note}
          </p>
        )}
      </div>
    </div>
  );
};

type GroupLayout = {
  /** `row` puts short choices beside each other where there is room. */
  readonly layout?: "stack" | "row";
};

const layouts = { stack: "flex flex-col gap-2", row: "grid gap-2 sm:grid-cols-2 lg:grid-cols-3" } as const;

export type RadioGroupProps = FieldFrameProps &
  InputProps &
  GroupLayout & {
    readonly options: readonly ChoiceOption[];
    readonly value?: string | undefined;
    readonly defaultValue?: string | undefined;
  };

/** One of a few choices, as cards. What a form library registers is handed to every radio button. */
export const RadioGroup = ({
  label,
  requirement,
  support,
  error,
  options,
  layout = "stack",
  value,
  defaultValue,
  id: givenId,
  name,
  ...rest
}: RadioGroupProps) => {
  const ownId = useId();
  const id = givenId ?? ownId;
  const checked = (option: ChoiceOption) => ({
    ...(value === undefined ? {} : { checked: value === option.value }),
    ...(defaultValue === undefined ? {} : { defaultChecked: defaultValue === option.value }),
  });
  return (
    <GroupFrame id={id} label={label} requirement={requirement} support={support} error={error} role="radiogroup">
      <div className={layouts[layout]}>
        {options.map((option, index) => (
          <ChoiceCard
            key={option.value}
            kind="radio"
            option={option}
            // The first one bears the field's id, so that the error summary can lead to it.
            id={index === 0 ? id : `${id}-${index}`}
            input={{ ...rest, ...checked(option), name: name ?? id }}
          />
        ))}
      </div>
    </GroupFrame>
  );
};

export type CheckboxGroupProps = FieldFrameProps &
  InputProps &
  GroupLayout & {
    readonly options: readonly ChoiceOption[];
    readonly value?: readonly string[] | undefined;
    readonly defaultValue?: readonly string[] | undefined;
  };

/** Any of a few choices. With react-hook-form the default value must be an array. */
export const CheckboxGroup = ({
  label,
  requirement,
  support,
  error,
  options,
  layout = "stack",
  value,
  defaultValue,
  id: givenId,
  ...rest
}: CheckboxGroupProps) => {
  const ownId = useId();
  const id = givenId ?? ownId;
  const checked = (option: ChoiceOption) => ({
    ...(value === undefined ? {} : { checked: value.includes(option.value) }),
    ...(defaultValue === undefined ? {} : { defaultChecked: defaultValue.includes(option.value) }),
  });
  return (
    <GroupFrame id={id} label={label} requirement={requirement} support={support} error={error} role="group">
      <div className={layouts[layout]}>
        {options.map((option, index) => (
          <ChoiceCard
            key={option.value}
            kind="checkbox"
            option={option}
            id={index === 0 ? id : `${id}-${index}`}
            input={{ ...rest, ...checked(option), "aria-invalid": error === undefined ? undefined : true }}
          />
        ))}
      </div>
    </GroupFrame>
  );
};

export type CheckboxProps = Omit<FieldFrameProps, "requirement"> &
  Omit<InputProps, "children"> & {
    readonly requirement?: "required" | undefined;
    readonly checked?: boolean;
  };

/** One statement to agree with. */
export const Checkbox = ({ label, requirement, support, error, id: givenId, ...rest }: CheckboxProps) => {
  const ownId = useId();
  const id = givenId ?? ownId;
  return (
    <div className="flex flex-col gap-2">
      <div className="flex gap-3 py-2">
        <input
          {...rest}
          id={id}
          type="checkbox"
          aria-required={requirement === "required" || undefined}
          aria-invalid={error === undefined ? undefined : true}
          aria-describedby={describedBy(id, { support, error })}
          className={classNames(mark("checkbox"), "mt-0.5")}
        />
        <label htmlFor={id} className="cursor-pointer text-std-16N-170">
          {label}
          {requirement === "required" ? <span className="ml-2 text-red-800">※必須</span> : null}
        </label>
      </div>
      {support === undefined ? null : <SupportText id={`${id}-support`}>{support}</SupportText>}
      {error === undefined ? null : <ErrorText id={`${id}-error`}>{error}</ErrorText>}
    </div>
  );
};
