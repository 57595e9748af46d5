import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

export type Requirement = "required" | "optional";

/** What every field has: a name, whether it must be given, help, and what is wrong with it. */
export type FieldFrameProps = {
  readonly label: string;
  /** Shown as `※必須` or `※任意` beside the label; leave out only where the form says it once for all fields. */
  readonly requirement?: Requirement | undefined;
  /** Help that stands between label and field; never a placeholder. */
  readonly support?: ReactNode;
  /** The sentence that says what is wrong and how to mend it. */
  readonly error?: string | undefined;
};

/** How wide the field is: a hint at the length of the answer. */
export type FieldWidth = "short" | "medium" | "long" | "full";

export const fieldWidths: Record<FieldWidth, string> = {
  short: "w-full max-w-40",
  medium: "w-full max-w-80",
  long: "w-full max-w-136",
  full: "w-full",
};

export const controlStyle =
  "min-h-12 rounded-8 border border-solid-gray-600 bg-white px-4 py-2.5 text-solid-gray-900 text-std-16N-170 hover:border-black aria-invalid:border-2 aria-invalid:border-error-1 aria-invalid:hover:border-red-1000";

/** 「※必須」 or 「※任意」 beside a label; color never says it alone. */
export const RequirementBadge = ({ requirement }: { readonly requirement: Requirement }) => (
  <span
    className={classNames(
      "whitespace-nowrap text-oln-16N-100",
      requirement === "required" ? "text-red-800" : "text-solid-gray-700",
    )}
  >
    {requirement === "required" ? "※必須" : "※任意"}
  </span>
);

/** What helps to fill a field in; its `id` goes into the control's `aria-describedby`. */
export const SupportText = ({ id, children }: { readonly id?: string; readonly children: ReactNode }) => (
  <div id={id} className="max-w-prose text-solid-gray-700 text-std-16N-170">
    {children}
  </div>
);

/** What is wrong with a field and how to mend it; its `id` goes into the control's `aria-describedby`. */
export const ErrorText = ({ id, children }: { readonly id?: string; readonly children: ReactNode }) => (
  <p id={id} className="max-w-prose text-error-1 text-std-16N-170">
    <span aria-hidden="true">＊</span>
    {children}
  </p>
);

const has = (node: ReactNode): boolean => node !== undefined && node !== null && node !== "" && node !== false;

/** The ids of error and support text, error first, for `aria-describedby`. */
export const describedBy = (
  id: string,
  { support, error }: Pick<FieldFrameProps, "support" | "error">,
  ...others: readonly (string | undefined)[]
): string | undefined =>
  classNames(error !== undefined && `${id}-error`, has(support) && `${id}-support`, ...others) || undefined;

type FrameProps = FieldFrameProps & { readonly id: string; readonly children: ReactNode; readonly after?: ReactNode };

/** Label, badge, help, control, error: in this order, as in the Digital Agency design system. */
export const FieldFrame = ({ id, label, requirement, support, error, children, after }: FrameProps) => (
  <div className="flex flex-col gap-2">
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <label htmlFor={id} className="text-std-17B-170">
        {label}
      </label>
      {requirement === undefined ? null : <RequirementBadge requirement={requirement} />}
    </div>
    {has(support) ? <SupportText id={`${id}-support`}>{support}</SupportText> : null}
    {children}
    {after}
    {error === undefined ? null : <ErrorText id={`${id}-error`}>{error}</ErrorText>}
  </div>
);

type GroupFrameProps = FieldFrameProps & {
  readonly id: string;
  readonly children: ReactNode;
  readonly role?: "radiogroup" | "group";
};

/** The same for several controls that answer one question: a `fieldset` with a `legend`. */
export const GroupFrame = ({ id, label, requirement, support, error, children, role }: GroupFrameProps) => (
  <fieldset
    role={role}
    aria-describedby={describedBy(id, { support, error })}
    aria-invalid={role === "radiogroup" && error !== undefined ? true : undefined}
    className="flex min-w-0 flex-col"
  >
    <legend className="mb-2 flex flex-wrap items-center gap-x-2 gap-y-1 text-std-17B-170">
      {label}
      {requirement === undefined ? null : <RequirementBadge requirement={requirement} />}
    </legend>
    <div className="flex flex-col gap-2">
      {has(support) ? <SupportText id={`${id}-support`}>{support}</SupportText> : null}
      {children}
      {error === undefined ? null : <ErrorText id={`${id}-error`}>{error}</ErrorText>}
    </div>
  </fieldset>
);
