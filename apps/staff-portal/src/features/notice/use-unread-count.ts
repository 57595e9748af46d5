import { useQuery } from "@tanstack/react-query";
import { useRouterState } from "@tanstack/react-router";
import { useEffect } from "react";
import { queryClient } from "../../client.ts";
import { unreadOptions } from "./queries.ts";

/** For the menu. Asked anew with each page: a clock of its own would keep a session alive that nobody uses. */
export const useUnreadCount = (isOn: boolean): number | undefined => {
  const pathname = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const { data } = useQuery({ ...unreadOptions, enabled: isOn });
  useEffect(() => {
    if (isOn) void queryClient.prefetchQuery(unreadOptions);
  }, [isOn, pathname]);
  return data?.unread;
};
