import { Disclosure } from "@tsunagari/ui";

/** 「この画面の使いかた」: what to do in which order, for the few screens on which one could be lost. */
export const ScreenHelp = ({ steps }: { readonly steps: readonly string[] }) => (
  <Disclosure summary="この画面の使いかた">
    <ol className="flex max-w-prose list-decimal flex-col gap-1 pl-6">
      {steps.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  </Disclosure>
);
