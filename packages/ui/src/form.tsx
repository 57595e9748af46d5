import type { ComponentProps, KeyboardEvent, ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { isComposing } from "./composition.ts";

const keepComposition = (event: KeyboardEvent<HTMLFormElement>) => {
  if (event.key === "Enter" && isComposing(event)) event.preventDefault();
};

/** A form that leaves checking to us (`noValidate`) and is never sent by the Enter that ends a conversion of kana. */
export const Form = ({ className, onKeyDown, ...rest }: ComponentProps<"form">) => (
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys are those of the fields inside
  <form
    noValidate
    {...rest}
    onKeyDown={(event) => {
      keepComposition(event);
      onKeyDown?.(event);
    }}
    className={classNames("flex flex-col gap-8", className)}
  />
);

/** The last row of a form: the main action first, at the left. */
export const FormActions = ({ children }: { readonly children: ReactNode }) => (
  <div className="flex flex-col gap-3 pt-2 sm:flex-row sm:flex-wrap sm:items-start sm:gap-4">{children}</div>
);
