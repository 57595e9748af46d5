import { useEffect, useId, useRef, useState, type ComponentProps } from "react";
import { classNames } from "./class-names.ts";
import {
  controlStyle,
  describedBy,
  FieldFrame,
  fieldWidths,
  type FieldFrameProps,
  type FieldWidth,
} from "./field-frame.tsx";

type NativeProps = Omit<ComponentProps<"textarea">, "placeholder" | "disabled" | "readOnly" | "required" | "maxLength">;

export type TextAreaProps = FieldFrameProps &
  NativeProps & {
    readonly width?: FieldWidth;
    /** The limit is told, not enforced: text that was pasted is never cut without a word. */
    readonly limit?: number;
    readonly placeholder?: never;
    readonly disabled?: never;
  };

const Remaining = ({ id, length, limit }: { readonly id: string; readonly length: number; readonly limit: number }) => {
  const left = limit - length;
  return (
    <p id={id} className={classNames("text-dns-16N-130", left < 0 ? "text-error-1" : "text-solid-gray-700")}>
      {left < 0 ? `${-left}文字多く入力されています（${limit}文字まで）` : `あと${left}文字（${limit}文字まで）`}
    </p>
  );
};

/** Several lines of text, with the number of characters that are left. */
export const TextArea = ({
  label,
  requirement,
  support,
  error,
  width = "full",
  limit,
  rows = 5,
  id: givenId,
  className,
  onInput,
  ...rest
}: TextAreaProps) => {
  const ownId = useId();
  const id = givenId ?? ownId;
  const frame = useRef<HTMLDivElement>(null);
  const [length, setLength] = useState(() => String(rest.value ?? rest.defaultValue ?? "").length);
  // A form library writes into the element without an event (reset, restored draft), so the element is asked.
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- React drops an equal length, so it settles after one round
  useEffect(() => {
    const area = frame.current?.querySelector("textarea");
    if (area) setLength(area.value.length);
  });
  const remaining = limit === undefined ? null : <Remaining id={`${id}-remaining`} length={length} limit={limit} />;
  return (
    <FieldFrame id={id} label={label} requirement={requirement} support={support} error={error} after={remaining}>
      <div ref={frame} className="contents">
        <textarea
          {...rest}
          id={id}
          rows={rows}
          aria-required={requirement === "required" || undefined}
          aria-invalid={error === undefined ? undefined : true}
          aria-describedby={describedBy(id, { support, error }, limit === undefined ? undefined : `${id}-remaining`)}
          className={classNames(controlStyle, fieldWidths[width], "max-w-176 resize-y", className)}
          onInput={(event) => {
            setLength(event.currentTarget.value.length);
            onInput?.(event);
          }}
        />
      </div>
    </FieldFrame>
  );
};
