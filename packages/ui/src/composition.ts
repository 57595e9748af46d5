type KeyLike = {
  readonly key: string;
  readonly keyCode: number;
  readonly nativeEvent: { readonly isComposing: boolean };
};

/**
 * Whether a key belongs to the input method, not to us. Safari ends the composition before the `keydown` of the Enter
 * that confirmed it (WebKit bug 165004); only the key code 229 tells it apart.
 */
export const isComposing = (event: KeyLike): boolean => event.nativeEvent.isComposing || event.keyCode === 229;
