import { useQuery } from "@tanstack/react-query";
import { useRouterState } from "@tanstack/react-router";
import { useEffect } from "react";
import { usePortal } from "./portal.tsx";

/**
 * How many notices were not read, for the menu. Asked again with each page that is opened and never by a clock, because
 * every answer of the server keeps the session awake (D-34).
 */
export const useUnreadCount = (isAsked: boolean): number | undefined => {
  const { notice } = usePortal().client;
  const pathname = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const { data, refetch } = useQuery({
    queryKey: ["notice", "countUnread"],
    queryFn: () => notice.countUnread.query({}),
    enabled: isAsked,
  });
  useEffect(() => {
    if (isAsked) void refetch({ cancelRefetch: false });
  }, [isAsked, pathname, refetch]);
  return data?.unread;
};
