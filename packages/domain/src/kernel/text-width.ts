/** Full-width digits, hyphens and spaces as people type them in Japan, made half-width; trimmed. */
export const halfWidth = (text: string): string =>
  text
    .normalize("NFKC")
    .replaceAll(/[‐‑‒–—―−]/gu, "-")
    .trim();
