import type { City, PersonName } from "./city.ts";

export type MatrixActor = {
  readonly label: string;
  readonly role: string;
  readonly city: string;
  readonly user: string;
  readonly organization: string;
};

const staffLabels: Readonly<Partial<Record<PersonName, string>>> = {
  coordinator: "coordinator with a duty on the case",
  colleague: "coordinator without a duty",
  roleEnded: "duty, but the role ended today",
  dutyEnded: "role, but the duty ended today",
  deactivated: "duty and role, but deactivated",
  supervisor: "supervisor of the coordinator's department",
  administrator: "platform administrator",
  auditor: "auditor, in the staff portal",
};
const partnerLabels: Readonly<Partial<Record<PersonName, string>>> = {
  receiver: "receiver of the organization",
  owner: "owner without the receiver's role",
  receiverEnded: "receiver whose role ended today",
  otherReceiver: "receiver of another organization",
};

/** Everybody who asks the home city; each is a line of the matrix. */
export const actorsOf = (home: City, abroad: City): readonly MatrixActor[] => {
  const as = (label: string, kind: string, given: Partial<MatrixActor> = {}): MatrixActor => ({
    label,
    role: `tsunagari_${kind}`,
    city: home.id,
    user: "",
    organization: "",
    ...given,
  });
  const partner = (name: PersonName, city: City): Partial<MatrixActor> => ({
    city: city.id,
    user: city.users[name],
    organization: name === "otherReceiver" ? city.organizations.other : city.organizations.receiving,
  });
  const named = (labels: typeof staffLabels) => Object.entries(labels) as (readonly [PersonName, string])[];
  return [
    ...named(staffLabels).map(([name, label]) => as(label, "staff", { user: home.users[name] })),
    as("coordinator of another city", "staff", { city: abroad.id, user: abroad.users.coordinator }),
    as("administrator of another city", "staff", { city: abroad.id, user: abroad.users.administrator }),
    ...named(partnerLabels).map(([name, label]) => as(label, "partner", partner(name, home))),
    as("receiver of another city", "partner", partner("receiver", abroad)),
    as("visitor of the public pages", "public"),
    as("job of the city", "worker"),
    as("the auditors' own role", "auditor"),
    as("look-up role before sign-in", "auth"),
    as("staff role without an actor", "staff", { city: "" }),
    as("partner role without an actor", "partner", { city: "" }),
  ];
};
