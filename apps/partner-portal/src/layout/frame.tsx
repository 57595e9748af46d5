import { useSuspenseQuery } from "@tanstack/react-query";
import { PortalFrame } from "@tsunagari/portal";
import { meOptions } from "../session.ts";
import { navigation } from "./navigation.ts";

/** Everything behind the door: the organization's portal, and the city it works in. */
export const Frame = () => {
  const { data: session } = useSuspenseQuery(meOptions);
  const { organization, city } = session;
  return (
    <PortalFrame
      session={session}
      navigation={navigation}
      place={organization?.name ?? city.name}
      worksFor={organization === null ? null : city.name}
    />
  );
};
