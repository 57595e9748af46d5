import { classNames } from "./class-names.ts";

/** How far one has come in a form of several steps. `current` counts from 1. */
export const Steps = ({ steps, current }: { readonly steps: readonly string[]; readonly current: number }) => (
  <div>
    <p className="text-std-16B-170 md:sr-only">
      {`${steps.length}ステップ中の${current}：${steps[current - 1] ?? ""}`}
    </p>
    <ol className="mt-2 flex gap-2 md:mt-0 md:gap-4">
      {steps.map((step, index) => {
        const number = index + 1;
        const isDone = number < current;
        return (
          <li
            key={step}
            aria-current={number === current ? "step" : undefined}
            className={classNames(
              "flex flex-1 items-center gap-3 border-t-6 pt-2 forced-colors:border-[CanvasText]",
              number === current && "border-key-900 text-solid-gray-900 font-bold",
              isDone && "border-key-400 text-solid-gray-800",
              number > current && "border-solid-gray-200 text-solid-gray-700",
            )}
          >
            <span className="max-md:sr-only">
              {number}. {step}
              <span className="sr-only">{isDone ? "（済み）" : ""}</span>
            </span>
          </li>
        );
      })}
    </ol>
  </div>
);
