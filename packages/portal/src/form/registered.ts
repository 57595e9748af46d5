import type { UseFormRegisterReturn } from "react-hook-form";

export type Registered<Name extends string> = Pick<UseFormRegisterReturn<Name>, "name" | "ref" | "onChange" | "onBlur">;

/** What a field needs of `register`; the rest (`disabled`, native limits) is what `packages/ui` refuses. */
export const registered = <Name extends string>({
  name,
  ref,
  onChange,
  onBlur,
}: UseFormRegisterReturn<Name>): Registered<Name> => ({ name, ref, onChange, onBlur });
