import { useRouter, type ErrorComponentProps } from "@tanstack/react-router";
import { RouteError } from "@tsunagari/portal";
import { Brand, PlainShell } from "@tsunagari/ui";
import { HomeLink } from "./home-link.tsx";

/** When not even the session could be read: the same words, without the menu. */
export const OutsideError = ({ error, reset }: ErrorComponentProps) => {
  const router = useRouter();
  const again = () => {
    reset();
    void router.invalidate();
  };
  return (
    <PlainShell accent="green" brand={<Brand accent="green" name="団体ポータル" />}>
      <RouteError error={error} reset={again} home={<HomeLink />} />
    </PlainShell>
  );
};
