/** What a run of tests tells its test files about the cluster it started. */
export type TestCluster = {
  readonly superuserUrl: string;
  readonly templateName: string;
  readonly passwords: { readonly login: string; readonly migrator: string };
};

declare module "vitest" {
  // Vitest lets tests inject only what is declared here.
  interface ProvidedContext {
    testCluster: TestCluster;
  }
}

type ProgramUser = "tsunagari_login" | "tsunagari_migrator";

/** The address of a database of the test cluster, as one of the program's users or (without one) as the superuser. */
export const urlOf = (
  cluster: TestCluster,
  target: { readonly database: string; readonly user?: ProgramUser },
): string => {
  const url = new URL(cluster.superuserUrl);
  url.pathname = `/${target.database}`;
  if (target.user !== undefined) {
    url.username = target.user;
    url.password = target.user === "tsunagari_login" ? cluster.passwords.login : cluster.passwords.migrator;
  }
  return url.href;
};
