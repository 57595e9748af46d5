import { useEffect, useRef, useState } from "react";
import { Stack } from "@tsunagari/ui";
import { announce, ScreenHelp } from "@tsunagari/portal";
import { queryClient } from "../../client.ts";
import { DraftBody } from "./draft-body.tsx";
import { draftOf, type Draft } from "./draft-values.ts";
import { ReferralHead } from "./page-head.tsx";
import { referralOptions } from "./queries.ts";
import type { ReferralSearch } from "./search.ts";

/** The saved text the form was opened with; a change by somebody else does not take away what is being typed. */
const useShown = (draft: Draft) => {
  const [shown, setShown] = useState(draft);
  const [saves, setSaves] = useState(0);
  const renew = async () => {
    const fresh = draftOf(await queryClient.fetchQuery(referralOptions(draft.referral.id)));
    if (fresh === null) return;
    setShown(fresh);
    setSaves((count) => count + 1);
  };
  return { shown, saves, renew };
};

/** A referral being written: form, preview, and what is still missing before it can go. */
export const DraftPage = ({ draft, search }: { readonly draft: Draft; readonly search: ReferralSearch }) => {
  const { shown, saves, renew } = useShown(draft);
  const checks = useRef<HTMLDivElement>(null);
  const { referral } = draft;
  useEffect(() => {
    if (saves > 0) checks.current?.focus();
  }, [saves]);
  return (
    <Stack>
      <ReferralHead
        referral={referral}
        lead={`${referral.person.name ?? "氏名の記録のない人"}さんを、${referral.organizationName}につなぐ下書きです。送るまで、相手には何も見えません。`}
      />
      <ScreenHelp
        steps={[
          "相手に伝える文と、伝える項目を選びます。本人が同意した項目だけが選べます。",
          "保存すると、相手の画面にどう出るかと、送るまでに足りないものがわかります。",
          "すべてそろうと送れます。送った時から、返事の期限を数えはじめます。",
        ]}
      />
      <DraftBody
        key={shown.referral.version}
        draft={draft}
        shown={shown}
        search={search}
        checks={checks}
        onSaved={async () => {
          announce("保存しました。「送る前の確認」を見てください。");
          await renew();
        }}
      />
    </Stack>
  );
};
