import { civilDateOf } from "@tsunagari/domain";
import { ActivityContentInput } from "@tsunagari/domain/activity";
import { NewPassword, scopesOfRole } from "@tsunagari/domain/identity";
import { readCityFile } from "@tsunagari/domain/municipality";
import { AddPlace, GrantReferralPermission, RecordTrait, RegisterOrganization } from "@tsunagari/domain/organization";
import { OpenCase } from "@tsunagari/domain/case";
import { describe, expect, it } from "vitest";
import { personOn } from "./cases.ts";
import { citySlugs, readCityData, readJson } from "./data.ts";
import { lastSetting } from "./municipality.ts";
import { demoPassword } from "./sign-ins.ts";
import { areaIdOf } from "./seeding.ts";
import { stableId } from "./stable-id.ts";

const requestId = stableId<"request">("test");
const anyId = stableId("any");
/** Numbers that nobody has: no exchange begins with 00. */
const unused = /^(0568-00|048-000)-\d{4}$/u;

/** The issues a schema finds; none is what every file must give. */
const issuesIn = (schema: { safeParse: (value: unknown) => { success: boolean; error?: unknown } }, value: unknown) =>
  schema.safeParse(value).error;

describe.each(citySlugs)("the files of %s", (slug) => {
  const data = readCityData(slug);
  const { organizations, groups, activities, personas, cases } = data;

  it("found a city by the rules of the domain", () => {
    expect(readCityFile(readJson(slug, "city")).errors).toBeNull();
  });

  it("name areas, departments and organizations by codes that exist", () => {
    const areas = data.city.areas.map(({ code }) => code);
    const departments = data.city.departments.map(({ code }) => code);
    for (const { place } of organizations) expect(areas).toEqual(expect.arrayContaining(place.areas));
    expect(departments).toEqual(expect.arrayContaining(personas.flatMap(({ department }) => department ?? [])));
    const bodies = organizations.map(({ code }) => code);
    expect(bodies).toEqual(expect.arrayContaining(personas.flatMap(({ organization }) => organization ?? [])));
    expect(bodies).toEqual(expect.arrayContaining(activities.map(({ organization }) => organization)));
  });

  it("leave the mark of a finished seeding to the seeding", () => {
    expect(Object.keys(data.city.settings)).not.toContain(lastSetting);
  });

  it("register the groups that the plan counts, as of days that have a record before them", () => {
    for (const { name, nameKana, description, registeredOn, traits } of groups) {
      const registered = { requestId, name, nameKana, description, kind: "voluntaryGroup", phone: null };
      expect(issuesIn(RegisterOrganization, registered)).toBeUndefined();
      for (const { trait, sinceOn } of traits) {
        expect(sinceOn <= registeredOn || trait === "crossAttribute").toBe(true);
        expect(issuesIn(RecordTrait, { requestId, organizationId: anyId, trait, sinceOn })).toBeUndefined();
      }
    }
  });

  it.each(organizations.map((organization) => [organization.name, organization] as const))(
    "register %s",
    (_name, one) => {
      const { name, nameKana, kind, description, phone, mail, website, place, referralPermission } = one;
      const registered = { requestId, name, nameKana, kind, description, phone, mail, website };
      expect(issuesIn(RegisterOrganization, registered)).toBeUndefined();
      const { areas, ...where } = place;
      const added = {
        requestId,
        organizationId: anyId,
        ...where,
        areaIds: areas.map((area) => areaIdOf({ data }, area)),
      };
      expect(issuesIn(AddPlace, added)).toBeUndefined();
      if (referralPermission === undefined) return;
      const granted = { requestId, organizationId: anyId, ...referralPermission };
      expect(issuesIn(GrantReferralPermission, granted)).toBeUndefined();
    },
  );

  it.each(activities.map((activity) => [activity.content.title, activity] as const))(
    "describe %s",
    (_title, activity) => {
      const content = {
        ...activity.content,
        schedule: { kind: "byAppointment" },
        placeId: anyId,
        contactName: activity.contactName,
        contactPhone: "0568-00-1001",
      };
      expect(issuesIn(ActivityContentInput, content)).toBeUndefined();
    },
  );

  it("take every case in by the rules of the domain", () => {
    const receivedOn = civilDateOf("2026-04-01");
    for (const { summary, source, lifeIssues, urgency, isProtected, ...file } of cases) {
      const person = personOn(receivedOn, file.person);
      const opened = { requestId, summary, person, source, lifeIssues, urgency, isProtected, receivedOn };
      expect(issuesIn(OpenCase, opened)).toBeUndefined();
    }
  });

  it("give roles only over what they can be given for", () => {
    for (const { roles } of personas) {
      for (const role of roles) expect(scopesOfRole[role.code]).toContain(role.scopeKind);
    }
  });

  it("use no code, name or mail twice", () => {
    const mails = [...personas.map(({ mail }) => mail), ...organizations.flatMap(({ owner }) => owner?.mail ?? [])];
    const lists = [
      mails,
      [...organizations, ...groups].map(({ code }) => code),
      [...organizations, ...groups].map(({ name }) => name),
      organizations.map(({ description }) => description),
      activities.map(({ code }) => code),
      cases.map(({ code }) => code),
    ];
    for (const list of lists) expect(new Set(list).size).toBe(list.length);
  });

  it("name nobody who exists: private bodies say so, numbers and addresses are not in use", () => {
    for (const { name, phone, mail, website, place } of organizations) {
      expect(name).toMatch(/（架空）$/u);
      expect(place.address).toContain("（架空）");
      expect(phone).toMatch(unused);
      expect(mail).toMatch(/\.example\.jp$/u);
      if (website !== null) expect(website).toMatch(/^https:\/\/[a-z-]+\.example\.jp\/$/u);
    }
    for (const { name } of groups) expect(name).toMatch(/（架空）$/u);
    for (const { mail } of personas) expect(mail).toMatch(/\.example\.jp$/u);
    for (const { person, members } of cases) {
      for (const { contact } of [person, ...members.map((member) => member.person)]) {
        if (contact?.phone) expect(contact.phone).toMatch(unused);
        if (contact?.address) expect(contact.address).toContain("（架空）");
      }
    }
  });
});

describe("the five cities", () => {
  const cities = citySlugs.map(readCityData);

  it("bear the codes of their local governments", () => {
    expect(cities.map(({ city }) => [city.name, city.localGovernmentCode])).toEqual([
      ["春日井市", "232068"],
      ["朝霞市", "112275"],
      ["戸田市", "112241"],
      ["越谷市", "112224"],
      ["入間市", "112259"],
    ]);
  });

  it("share no mail, so that a sign-in never asks for the city", () => {
    const mails = cities.flatMap(({ personas }) => personas.map(({ mail }) => mail));
    expect(new Set(mails).size).toBe(mails.length);
  });

  it("seed no case where the city runs no multi-agency cooperation", () => {
    const running = cities.filter(({ city }) =>
      city.programs.some(({ program, status }) => program === "multiAgency" && status === "inOperation"),
    );
    expect(cities.filter(({ cases }) => cases.length > 0)).toEqual(running);
  });
});

it("the password of the demo is one the program would accept", () => {
  expect(NewPassword.safeParse(demoPassword).success).toBe(true);
});
