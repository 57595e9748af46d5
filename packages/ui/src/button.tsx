import { useId, type ComponentProps, type MouseEvent, type ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Icon, type IconName } from "./icon.tsx";

export type ButtonVariant = "primary" | "secondary" | "text" | "danger";
export type ButtonSize = "large" | "medium" | "small";

const sizes: Record<ButtonSize, string> = {
  large: "min-h-14 min-w-32 px-6 py-3",
  medium: "min-h-12 min-w-24 px-5 py-2.5",
  // 36 px to look at, 44 px to hit.
  small: "relative min-h-9 min-w-18 px-3.5 py-1.5 after:absolute after:inset-x-0 after:-inset-y-1.5 after:content-['']",
};

const variants: Record<ButtonVariant, string> = {
  primary:
    "border-2 border-key-900 bg-key-900 text-white hover:border-key-1000 hover:bg-key-1000 hover:underline active:border-key-1200 active:bg-key-1200",
  secondary:
    "border-2 border-key-900 bg-white text-key-900 hover:bg-key-50 hover:text-key-1000 hover:underline active:bg-key-100",
  text: "border-2 border-transparent bg-transparent text-key-900 underline hover:bg-key-50 hover:decoration-2 focus-visible:bg-yellow-300 active:bg-key-100",
  danger:
    "border-2 border-error-2 bg-error-2 text-white hover:border-red-1000 hover:bg-red-1000 hover:underline active:border-red-1200 active:bg-red-1200",
};

const unavailable =
  "aria-disabled:cursor-not-allowed aria-disabled:border-2 aria-disabled:border-solid-gray-300 aria-disabled:bg-solid-gray-50 aria-disabled:text-solid-gray-700 aria-disabled:no-underline forced-colors:aria-disabled:border-[GrayText] forced-colors:aria-disabled:text-[GrayText]";

/** The look of a button, for anything that must be a link: `<Link className={buttonStyle({ variant: "primary" })}>`. */
export const buttonStyle = ({
  variant = "secondary",
  size = "medium",
}: { readonly variant?: ButtonVariant; readonly size?: ButtonSize } = {}): string =>
  classNames(
    "inline-flex cursor-pointer items-center justify-center gap-2 rounded-8 text-center text-oln-16B-100 leading-130 underline-offset-4",
    sizes[size],
    variants[variant],
    unavailable,
  );

export type ButtonProps = Omit<ComponentProps<"button">, "disabled" | "type"> & {
  readonly type?: "button" | "submit" | "reset";
  readonly variant?: ButtonVariant | undefined;
  readonly size?: ButtonSize | undefined;
  readonly icon?: IconName | undefined;
  /** Why the action cannot be taken now. The button stays reachable, does nothing, and the sentence stands below it. */
  readonly unavailableReason?: string | undefined;
  /** The action is under way: a second press does nothing. */
  readonly pending?: boolean | undefined;
  readonly pendingLabel?: ReactNode;
};

/** A button. There is no `disabled`: what cannot be pressed says why. */
export const Button = ({
  type = "button",
  variant,
  size,
  icon,
  unavailableReason,
  pending = false,
  pendingLabel = "処理しています…",
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) => {
  const reasonId = useId();
  const isInert = pending || unavailableReason !== undefined;
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (isInert) event.preventDefault();
    else onClick?.(event);
  };
  const button = (
    <button
      {...rest}
      // Without JavaScript an unavailable button must not submit either.
      type={unavailableReason === undefined ? type : "button"}
      aria-disabled={isInert || undefined}
      aria-busy={pending || undefined}
      aria-describedby={classNames(rest["aria-describedby"], unavailableReason !== undefined && reasonId) || undefined}
      className={classNames(buttonStyle({ variant: variant ?? "secondary", size: size ?? "medium" }), className)}
      onClick={press}
    >
      {icon !== undefined && !pending ? <Icon name={icon} className="size-5" /> : null}
      {pending ? pendingLabel : children}
    </button>
  );
  if (unavailableReason === undefined) return button;
  return (
    <span className="inline-flex max-w-full flex-col items-stretch gap-1.5 sm:items-start">
      {button}
      <span id={reasonId} className="max-w-prose text-solid-gray-700 text-dns-16N-130">
        {unavailableReason}
      </span>
    </span>
  );
};

/** Lines buttons up; on a phone they stand below each other at full width. */
export const ButtonRow = ({ children, className }: { readonly children: ReactNode; readonly className?: string }) => (
  <div
    className={classNames(
      "flex flex-col items-stretch gap-3 sm:flex-row sm:flex-wrap sm:items-start sm:gap-4",
      className,
    )}
  >
    {children}
  </div>
);
