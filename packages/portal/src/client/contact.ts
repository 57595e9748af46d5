/** When the server last answered this tab; the idle clock of the session runs from there (D-34). */
export type Contact = {
  readonly mark: () => void;
  readonly lastAt: () => number;
};

export const createContact = (): Contact => {
  let last = Date.now();
  return {
    mark: () => {
      last = Date.now();
    },
    lastAt: () => last,
  };
};
