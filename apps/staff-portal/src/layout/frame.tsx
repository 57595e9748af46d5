import { useSuspenseQuery } from "@tanstack/react-query";
import { PortalFrame } from "@tsunagari/portal";
import { meOptions } from "../session.ts";
import { navigation } from "./navigation.ts";

/** Everything behind the door: the city's portal, and the department one works in. */
export const Frame = () => {
  const { data: session } = useSuspenseQuery(meOptions);
  return (
    <PortalFrame
      session={session}
      navigation={navigation}
      place={session.city.name}
      worksFor={session.department?.name ?? null}
    />
  );
};
