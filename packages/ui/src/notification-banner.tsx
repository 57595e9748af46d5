import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";

export type BannerTone = "info" | "success" | "warning" | "error";

const looks: Record<
  BannerTone,
  { readonly icon: IconName; readonly box: string; readonly mark: string; readonly word: string }
> = {
  info: { icon: "info", box: "border-key-900 bg-key-50", mark: "text-key-900", word: "お知らせ" },
  success: { icon: "success", box: "border-success-2 bg-green-50", mark: "text-success-2", word: "完了" },
  warning: {
    icon: "warning",
    box: "border-warning-orange-2 bg-yellow-50",
    mark: "text-warning-orange-2",
    word: "注意",
  },
  error: { icon: "error", box: "border-error-1 bg-red-50", mark: "text-error-1", word: "エラー" },
};

export type NotificationBannerProps = {
  readonly tone: BannerTone;
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** With it, the message can be put away. */
  readonly onClose?: () => void;
  /** Read out at once: only for the answer to something the person has just done. */
  readonly isAlert?: boolean;
};

/** A message in the page. The tone also stands in words, for those who do not see the colour. */
export const NotificationBanner = ({
  tone,
  title,
  children,
  actions,
  onClose,
  isAlert = false,
}: NotificationBannerProps) => {
  const look = looks[tone];
  return (
    <div
      role={isAlert ? (tone === "success" || tone === "info" ? "status" : "alert") : undefined}
      className={`flex gap-3 rounded-8 border-l-6 px-4 py-4 sm:px-5 forced-colors:border ${look.box}`}
    >
      <Icon name={look.icon} className={`mt-0.5 size-6 ${look.mark}`} />
      <div className="flex min-w-0 grow flex-col gap-2">
        <p className="text-std-16B-170">
          <span className="sr-only">{look.word}：</span>
          {title}
        </p>
        {children === undefined || children === null ? null : <div className="max-w-prose">{children}</div>}
        {actions === undefined ? null : <div className="flex flex-wrap gap-3 pt-1">{actions}</div>}
      </div>
      {onClose === undefined ? null : (
        <button
          type="button"
          onClick={onClose}
          className="-my-1 inline-flex min-h-11 shrink-0 cursor-pointer items-center gap-1 self-start rounded-8 px-2 text-oln-16N-100 hover:underline"
        >
          <Icon name="close" className="size-5" />
          閉じる
        </button>
      )}
    </div>
  );
};
