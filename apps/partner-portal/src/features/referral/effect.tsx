import { NotificationBanner } from "@tsunagari/ui";
import type { ReactNode } from "react";

type Props = { readonly children: ReactNode; readonly isFinal?: boolean };

/** What pressing the button does, said before it is pressed. */
export const Effect = ({ children, isFinal = false }: Props) => (
  <NotificationBanner tone={isFinal ? "warning" : "info"} title="ボタンを押すと">
    {children}
  </NotificationBanner>
);
