import type { ReactNode } from "react";

export type StatusTone = "neutral" | "info" | "success" | "warning" | "danger" | "quiet";

const tones: Record<StatusTone, string> = {
  neutral: "border-solid-gray-600 bg-white text-solid-gray-800",
  info: "border-key-900 bg-key-50 text-key-1000",
  success: "border-success-2 bg-green-50 text-green-900",
  warning: "border-warning-orange-2 bg-orange-50 text-orange-1000",
  danger: "border-error-2 bg-red-50 text-red-1000",
  quiet: "border-solid-gray-300 bg-solid-gray-50 text-solid-gray-700",
};

/** Where something stands. The word says it; the colour only helps to find it. */
export const StatusBadge = ({ tone, children }: { readonly tone: StatusTone; readonly children: ReactNode }) => (
  <span
    className={`inline-flex min-h-7 items-center rounded-6 border px-2 py-0.5 whitespace-nowrap text-oln-16B-100 in-data-dense:text-oln-14B-100 ${tones[tone]}`}
  >
    {children}
  </span>
);
