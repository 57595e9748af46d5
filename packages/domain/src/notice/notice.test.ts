import { describe, expect, it } from "vitest";
import type { Actor, UserId } from "../kernel/index.ts";
import { asId, civilDateOf } from "../kernel/index.ts";
import { isNoticeKind, noticeKinds, noticePath, noticeShapes, portalOf } from "./notice.ts";
import { noticePolicy } from "./policy.ts";

const id = "01932f5c-0000-7000-8000-000000000001";
const userId: UserId = asId<"user">(id);
const staff = (code: "platformAdministrator" | "auditor" | "caseCoordinator", who = userId): Actor => ({
  kind: "staff",
  municipalityId: asId<"municipality">(id),
  userId: who,
  departmentId: null,
  assurance: 1,
  freshUntil: new Date("2100-01-01T00:00:00Z"),
  roles: [{ code, scopeKind: "municipality", scopeId: null }],
});
const question = (actor: Actor) => ({ actor, now: new Date("2026-11-24T01:00:00Z"), today: civilDateOf("2026-11-24") });
const stranger: UserId = asId<"user">("01932f5c-0000-7000-8000-000000000002");

describe("notices", () => {
  it.each(noticeKinds)("%s leads into its own portal by an id alone", (kind) => {
    expect(noticePath(kind, id)).toMatch(new RegExp(`^/${portalOf(kind)}/([a-z]+/${id}|audits|retention)$`, "u"));
    expect(kind.startsWith(`${noticeShapes[kind].subject}.`)).toBe(true);
  });

  it("asks for the destruction of copies only where access has ended", () => {
    expect(noticeKinds.filter((kind) => noticeShapes[kind].asksConfirmation)).toEqual(["referral.ended"]);
  });

  it("does not take an inherited name for a kind", () => {
    expect(isNoticeKind("toString")).toBe(false);
    expect(isNoticeKind("referral.received")).toBe(true);
  });

  it("are the addressee's alone, whatever the role", () => {
    expect(noticePolicy.rules.read({ ...question(staff("platformAdministrator")), facts: { userId } })).toBe(true);
    expect(noticePolicy.rules.read({ ...question(staff("platformAdministrator", stranger)), facts: { userId } })).toBe(
      "notice.not_yours",
    );
  });

  it("show the outbox to the administration only", () => {
    const outbox = (actor: Actor) => noticePolicy.entries.listOutbox({ ...question(actor), facts: null });
    expect(outbox(staff("platformAdministrator"))).toBe(true);
    expect(outbox(staff("auditor"))).toBe(true);
    expect(outbox(staff("caseCoordinator"))).toBe("notice.administrator_only");
  });
});
