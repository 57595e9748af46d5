import { Link } from "@tanstack/react-router";
import { noticeMessages } from "@tsunagari/messages";
import { linkStyle } from "@tsunagari/ui";
import type { Notice } from "./queries.ts";

type NoticeLinkProps = { readonly notice: Notice; readonly onOpen: () => void };

/** The sentence of a notice, as the link to what it speaks of. */
export const NoticeLink = ({ notice: { kind, subjectKind, subjectId }, onOpen }: NoticeLinkProps) => {
  const shared = { className: `${linkStyle} text-std-16B-170`, onClick: onOpen, children: noticeMessages.kinds[kind] };
  switch (subjectKind) {
    case "referral":
      return <Link to="/referrals/$referralId" params={{ referralId: subjectId }} search={{}} {...shared} />;
    case "case":
      return kind === "case.consent_ends_soon" ? (
        <Link to="/cases/$caseId/consents" params={{ caseId: subjectId }} {...shared} />
      ) : (
        <Link to="/cases/$caseId" params={{ caseId: subjectId }} {...shared} />
      );
    case "meeting":
      return <Link to="/meetings/$meetingId" params={{ meetingId: subjectId }} {...shared} />;
    case "activity":
      return <Link to="/approvals/$activityId" params={{ activityId: subjectId }} search={{}} {...shared} />;
    case "audit":
      return <Link to="/audits" {...shared} />;
    case "retention":
      return <Link to="/retention" search={{}} {...shared} />;
    case "organization":
      return <Link to="/organizations/$organizationId" params={{ organizationId: subjectId }} {...shared} />;
    case "platform":
      return kind === "platform.applied" ? (
        <Link to="/platforms/applications" search={{}} {...shared} />
      ) : (
        <Link to="/platforms/$platformId" params={{ platformId: subjectId }} search={{}} {...shared} />
      );
  }
};
