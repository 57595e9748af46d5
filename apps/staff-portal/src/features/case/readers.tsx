import { Link } from "@tanstack/react-router";
import { caseMessages } from "@tsunagari/messages";
import { Card, DescriptionList, Icon, linkStyle } from "@tsunagari/ui";
import type { SupportCase } from "./queries.ts";

const teamOf = (data: SupportCase) => data.assignments.filter((assignment) => assignment.isInForce);

/** One line above a block of personal data: who sees it. */
export const ReadersLine = ({ data }: { readonly data: SupportCase }) => (
  <p className="flex items-start gap-2 text-solid-gray-700">
    <Icon name="lock" className="mt-1 size-5" />
    <span>
      見られる人：担当者{teamOf(data).length}名と担当部署の所属長。受入先：
      {data.receivers.length === 0 ? "なし" : `${data.receivers.join("、")}（つなぎに載せたものだけ）`}
    </span>
  </p>
);

/** 「この情報を見られる人」, by name. */
export const ReadersCard = ({ data }: { readonly data: SupportCase }) => (
  <Card
    title="この情報を見られる人"
    footer={
      <Link to="/cases/$caseId/access" params={{ caseId: data.id }} className={linkStyle}>
        これまでに見た人を確かめる
      </Link>
    }
  >
    <DescriptionList
      isDense
      items={[
        {
          term: "担当者",
          detail: (
            <ul className="flex flex-col gap-2">
              {teamOf(data).map((one) => (
                <li key={one.id}>
                  {one.name}
                  {one.duty === "lead" ? `（${caseMessages.duties.lead}）` : ""}
                  <span className="block text-solid-gray-700 text-dns-16N-130">{one.departmentName}</span>
                </li>
              ))}
            </ul>
          ),
        },
        { term: "所属長", detail: "担当部署の所属長" },
        {
          term: "受入先",
          detail: data.receivers.length === 0 ? "なし" : `${data.receivers.join("、")}（つなぎに載せたものだけ）`,
        },
      ]}
    />
  </Card>
);
