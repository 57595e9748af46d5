import { notFound } from "@tanstack/react-router";
import { queryClient, trpc } from "./client.ts";

/** Who is signed in. Read once a minute at most, since every page asks for it. */
export const meOptions = trpc.identity.getMe.queryOptions({}, { staleTime: 60_000 });

/** The organization of who is signed in; whoever works for none has no pages about one. */
export const ownOrganizationId = async (): Promise<string> => {
  const { organization } = await queryClient.ensureQueryData(meOptions);
  if (organization === null) throw notFound();
  return organization.id;
};
