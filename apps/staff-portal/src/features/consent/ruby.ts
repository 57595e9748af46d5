type RubyPart = { readonly text: string; readonly reading: string | null };

const marked = /｜([^｜《》]+)《([^《》]+)》/gu;

/** Divides text with readings, written 「｜漢字《かんじ》」, into what has a reading and what needs none. */
export const rubyParts = (text: string): readonly RubyPart[] => {
  const parts: RubyPart[] = [];
  let from = 0;
  for (const match of text.matchAll(marked)) {
    const [whole, base = "", reading = ""] = match;
    if (match.index > from) parts.push({ text: text.slice(from, match.index), reading: null });
    parts.push({ text: base, reading });
    from = match.index + whole.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from), reading: null });
  return parts;
};
