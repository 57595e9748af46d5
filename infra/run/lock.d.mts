export declare function withLock<Result>(
  path: string,
  work: () => Result | Promise<Result>,
  onWait?: (holder: number) => void,
): Promise<Result>;
