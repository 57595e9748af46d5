import { policies } from "@tsunagari/domain";
import { actionLabel } from "@tsunagari/messages";
import { describe, expect, it } from "vitest";
import { modulesWithFixtures, pageOf } from "./fixtures.ts";
import { now, personas, today } from "./personas.ts";
import { renderMatrix, type AnyPolicy } from "./render.ts";

const all = Object.values(policies) as unknown as readonly AnyPolicy[];

describe("authorization matrix", () => {
  /*
   * If this fails after a change of policy: read the difference line by line, as a city official would. Only when every
   * changed cell is meant, run `pnpm exec vitest run authz/policy -u` in `tests` and commit the page with the change.
   */
  it.each(all.map((policy) => [policy.module, policy] as const))(
    "%s grants exactly what its page states",
    async (module, policy) => {
      const rendered = renderMatrix(policy, pageOf(module), {
        personas,
        moment: { now, today },
      });
      await expect(rendered).toMatchFileSnapshot(`golden/${module}.md`);
    },
  );

  it("has a page for every module, and no fixtures are for one that is gone", () => {
    expect(modulesWithFixtures.toSorted()).toEqual(all.map(({ module }) => module).toSorted());
  });

  it("every action has a Japanese label", () => {
    const unnamed = all.flatMap((policy) =>
      [...Object.keys(policy.rules), ...Object.keys(policy.entries)]
        .map((verb) => `${policy.module}.${verb}`)
        .filter((action) => actionLabel(action) === action),
    );
    expect(unnamed).toEqual([]);
  });

  it("every verb is allowed to somebody in some situation, so no row is dead", () => {
    const dead = all.flatMap((policy) =>
      Object.entries(policy.rules)
        .filter(([, rule]) =>
          Object.values(pageOf(policy.module).fixtures).every((facts) =>
            personas.every(({ actor }) => rule({ actor, facts, now, today }) !== true),
          ),
        )
        .map(([verb]) => `${policy.module}.${verb}`),
    );
    expect(dead).toEqual([]);
  });

  it("nobody of another city may do anything with a row of this one", () => {
    const others = personas.filter(({ label }) => label.startsWith("別の市"));
    expect(others).toHaveLength(2);
    const allowed = all.flatMap((policy) =>
      Object.entries(policy.rules).flatMap(([verb, rule]) =>
        Object.values(pageOf(policy.module).fixtures).flatMap((facts) =>
          others
            .filter(({ actor }) => rule({ actor, facts, now, today }) === true)
            .map(({ label }) => `${label} ${policy.module}.${verb}`),
        ),
      ),
    );
    expect([...new Set(allowed)]).toEqual([]);
  });
});
