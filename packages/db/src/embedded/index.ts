export { backUpCluster, findServer, type ServerAccess } from "./backup.ts";
export { removeCluster, startCluster, type Cluster, type ClusterOptions } from "./cluster.ts";
export { freePort } from "./port.ts";
export { commandOf, endProcess, isAlive } from "./process.ts";
export { restoreCluster } from "./restore.ts";
