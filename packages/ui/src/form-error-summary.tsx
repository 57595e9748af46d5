import { useEffect, useRef, type MouseEvent } from "react";
import { Icon } from "./icon.tsx";

export type FormError = {
  /** The id of the control, where the error belongs to one. */
  readonly fieldId?: string | undefined;
  readonly message: string;
};

const goTo = (event: MouseEvent, fieldId: string) => {
  const field = document.getElementById(fieldId);
  if (field === null) return;
  event.preventDefault();
  field.focus();
  (field.closest("fieldset") ?? field).scrollIntoView({ block: "center" });
};

/**
 * What is wrong with the form, at its top, with links to the fields (GOV.UK pattern). It takes the focus when it appears
 * and whenever `attempt` changes, that is with each try to send.
 */
export const FormErrorSummary = ({
  errors,
  attempt = 0,
  heading = "入力内容に誤りがあります",
}: {
  readonly errors: readonly FormError[];
  readonly attempt?: number;
  readonly heading?: string;
}) => {
  const box = useRef<HTMLDivElement>(null);
  const isShown = errors.length > 0;
  useEffect(() => {
    if (isShown) box.current?.focus();
  }, [isShown, attempt]);
  if (!isShown) return null;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      data-focus-ring
      className="rounded-12 border-2 border-error-1 bg-white p-5 sm:p-6"
    >
      <h2 className="flex items-start gap-3 text-error-1 text-std-18B-160">
        <Icon name="error" className="mt-0.5 size-6" />
        {heading}
      </h2>
      <ul className="mt-3 flex flex-col gap-1 sm:pl-9">
        {errors.map(({ fieldId, message }) => (
          <li key={`${fieldId ?? ""}:${message}`}>
            {fieldId === undefined ? (
              message
            ) : (
              <a
                href={`#${fieldId}`}
                onClick={(event) => goTo(event, fieldId)}
                className="inline-flex min-h-11 items-center text-error-2 underline underline-offset-3 hover:decoration-3 focus-visible:bg-yellow-300"
              >
                {message}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
};
