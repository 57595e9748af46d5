import { roleCodes, scopeKinds } from "@tsunagari/domain";
import { portals } from "@tsunagari/domain/identity";
import { z } from "zod";

const Role = z.strictObject({
  code: z.enum(roleCodes),
  scopeKind: z.enum(scopeKinds),
  /** Code of the department or organization; null over the city. */
  scope: z.string().nullable(),
});

/** Somebody who can sign in to the demo. */
export const Persona = z.strictObject({
  code: z.string(),
  portal: z.enum(portals),
  label: z.string(),
  name: z.string(),
  mail: z.string(),
  department: z.string().nullable(),
  organization: z.string().nullable(),
  roles: z.array(Role).min(1),
  note: z.string(),
});
export type Persona = z.output<typeof Persona>;
export type PersonaRole = z.output<typeof Role>;
export const Personas = z.array(Persona);
