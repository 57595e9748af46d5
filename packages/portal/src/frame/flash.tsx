import { useLocation } from "@tanstack/react-router";
import { NotificationBanner } from "@tsunagari/ui";
import { useEffect, useRef, useSyncExternalStore } from "react";

type Flash = { readonly text: string; readonly at: number };

let current: Flash | null = null;
const listeners = new Set<() => void>();

const set = (next: Flash | null) => {
  current = next;
  for (const listener of listeners) listener();
};

/** Says that something was done: 「保存しました」. It stays while the page that was opened for it is read. */
export const announce = (text: string): void => set({ text, at: Date.now() });

/** Takes back what was announced, where something newer has made it untrue. */
export const retractAnnouncement = (): void => set(null);

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** A navigation this soon after the announcement is the one that belongs to it. */
const ownNavigationMs = 2_000;

/** Where announcements stand: above the page. There is no clock that takes them away from slow readers (WCAG 2.2.1). */
export const FlashRegion = () => {
  const flash = useSyncExternalStore(subscribe, () => current);
  const pathname = useLocation({ select: (location) => location.pathname });
  const shownOn = useRef(pathname);
  useEffect(() => {
    if (shownOn.current === pathname) return;
    shownOn.current = pathname;
    if (current !== null && Date.now() - current.at > ownNavigationMs) set(null);
  }, [pathname]);
  return (
    <div role="status">
      {flash === null ? null : (
        <div className="mb-6">
          <NotificationBanner tone="success" title={flash.text} onClose={() => set(null)} />
        </div>
      )}
    </div>
  );
};
