import { useQuery } from "@tanstack/react-query";
import { useRouterState } from "@tanstack/react-router";
import { useEffect } from "react";
import { trpc } from "../client.ts";

/**
 * How many notices were not read, for the menu. Asked again with each page that is opened and never by a clock, because
 * every answer of the server keeps the session awake (D-34).
 */
export const useUnread = (isAsked: boolean): number | undefined => {
  const pathname = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const { data, refetch } = useQuery(trpc.notice.countUnread.queryOptions({}, { enabled: isAsked }));
  useEffect(() => {
    if (isAsked) void refetch({ cancelRefetch: false });
  }, [isAsked, pathname, refetch]);
  return data?.unread;
};
