import { rubyParts } from "./ruby.ts";

/** Text with readings over its difficult words. */
export const RubyText = ({ text }: { readonly text: string }) =>
  rubyParts(text).map((part, index) =>
    part.reading === null ? (
      part.text
    ) : (
      // The parts of a fixed text keep their order.
      <ruby key={index}>
        {part.text}
        <rp>（</rp>
        <rt>{part.reading}</rt>
        <rp>）</rp>
      </ruby>
    ),
  );
