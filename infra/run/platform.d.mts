type Machine = { readonly platform: string; readonly arch: string; readonly isGlibc: boolean };
type Refusal = { readonly kind: "refuse"; readonly sentence: string };

export declare function isAtLeast(version: string, wanted: string): boolean;
export declare function decideNode(
  machine: Machine & { readonly version: string },
): { readonly kind: "own" } | { readonly kind: "bring"; readonly package: string } | Refusal;
export declare function decideServer(machine: Machine): { readonly kind: "embedded" } | Refusal;
