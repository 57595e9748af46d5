import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { Button } from "@tsunagari/ui";
import { useState } from "react";
import { quietly } from "../client/client.ts";
import { usePortal } from "./portal.tsx";

/** Ends the session on the server, then forgets everything this page has read. */
export const SignOutButton = () => {
  const router = useRouter();
  const queryClient = useQueryClient();
  const { identity } = usePortal().client;
  const [pending, setPending] = useState(false);
  const signOut = async () => {
    setPending(true);
    try {
      await identity.signOut.mutate({}, { context: quietly });
      await router.navigate({ to: "/sign-in", replace: true });
      queryClient.clear();
    } finally {
      setPending(false);
    }
  };
  return (
    <Button size="small" icon="signOut" pending={pending} pendingLabel="サインアウト中…" onClick={() => void signOut()}>
      サインアウト
    </Button>
  );
};
