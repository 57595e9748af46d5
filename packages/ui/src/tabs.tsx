import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { classNames } from "./class-names.ts";

export type TabItem = {
  readonly id: string;
  readonly label: string;
  readonly count?: number;
  readonly content: ReactNode;
};

export type TabsProps = {
  /** What the tabs divide, for screen readers. */
  readonly label: string;
  readonly items: readonly [TabItem, ...TabItem[]];
  /** Give both to keep the choice in the address. */
  readonly selected?: string | undefined;
  readonly onSelect?: (id: string) => void;
};

const steps: Readonly<Record<string, (index: number, count: number) => number>> = {
  ArrowRight: (index, count) => (index + 1) % count,
  ArrowLeft: (index, count) => (index - 1 + count) % count,
  Home: () => 0,
  End: (_index, count) => count - 1,
};

const tabStyle =
  "inline-flex min-h-12 cursor-pointer items-center gap-2 rounded-t-8 border-b-4 border-transparent px-4 whitespace-nowrap text-oln-16N-100 hover:bg-key-50 hover:underline aria-selected:border-key-900 aria-selected:text-key-1000 aria-selected:font-bold forced-colors:aria-selected:border-[Highlight]";

type TabProps = {
  readonly item: TabItem;
  readonly id: string;
  readonly isSelected: boolean;
  readonly onPress: () => void;
};

const Tab = ({ item, id, isSelected, onPress }: TabProps) => (
  <button
    type="button"
    role="tab"
    id={`${id}-${item.id}`}
    data-tab={item.id}
    aria-selected={isSelected}
    aria-controls={`${id}-panel`}
    tabIndex={isSelected ? 0 : -1}
    onClick={onPress}
    className={classNames(tabStyle, "focus-visible:outline-offset-[-0.25rem]")}
  >
    {item.label}
    {item.count === undefined ? null : (
      <span className="rounded-full bg-solid-gray-100 px-2 py-0.5 text-oln-16B-100">{item.count}</span>
    )}
  </button>
);

/** Tabs after the ARIA pattern: arrow keys move, the panel follows. */
export const Tabs = ({ label, items, selected, onSelect }: TabsProps) => {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [own, setOwn] = useState(items[0].id);
  const current = items.find((item) => item.id === (selected ?? own)) ?? items[0];
  const select = (item: TabItem) => {
    setOwn(item.id);
    onSelect?.(item.id);
  };
  const move = (event: KeyboardEvent) => {
    const step = steps[event.key];
    const next = step === undefined ? undefined : items[step(items.indexOf(current), items.length)];
    if (next === undefined) return;
    event.preventDefault();
    select(next);
    list.current?.querySelector<HTMLElement>(`[data-tab="${CSS.escape(next.id)}"]`)?.focus();
  };
  return (
    <div className="flex flex-col gap-6">
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- the current tab holds the focus, not the list */}
      <div
        ref={list}
        role="tablist"
        aria-label={label}
        onKeyDown={move}
        className="flex gap-1 overflow-x-auto border-b border-solid-gray-300 px-1 pt-1"
      >
        {items.map((item) => (
          <Tab key={item.id} item={item} id={id} isSelected={item === current} onPress={() => select(item)} />
        ))}
      </div>
      <div id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-${current.id}`}>
        {current.content}
      </div>
    </div>
  );
};
