import { trpc } from "./client.ts";

/** Who is signed in. Read once a minute at most, since every page asks for it. */
export const meOptions = trpc.identity.getMe.queryOptions({}, { staleTime: 60_000 });
