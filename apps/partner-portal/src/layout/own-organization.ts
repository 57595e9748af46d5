import { notFound } from "@tanstack/react-router";
import { queryClient } from "../client.ts";
import { meOptions } from "./session.ts";

/** The organization of who is signed in; whoever works for none has no pages about one. */
export const ownOrganizationId = async (): Promise<string> => {
  const { organization } = await queryClient.ensureQueryData(meOptions);
  if (organization === null) throw notFound();
  return organization.id;
};
