import { z } from "zod";

declare const brand: unique symbol;
/** A UUIDv7 made by the application; the brand keeps a person's id from being passed as a case's. */
export type Id<Name extends string> = string & { readonly [brand]: Name };

/** What a select, a radio group or a list gives before anything was chosen. */
export const isNothing = (value: unknown): boolean => value === undefined || value === null || value === "";

/** Schema of one branded id. Full-width or upper-case input is refused: ids are chosen, never typed by hand. */
export const idOf = <Name extends string>(_name: Name) =>
  z
    .uuid({ error: ({ input }) => (isNothing(input) ? "not_chosen" : "invalid") })
    .transform((value) => value.toLowerCase() as Id<Name>);

/** Brands a string that the database gave back as an id column (the runtime fact: the column is `uuid`). */
export const asId = <Name extends string>(value: string): Id<Name> => value as Id<Name>;

export type MunicipalityId = Id<"municipality">;
export type UserId = Id<"user">;
export type OrganizationId = Id<"organization">;
export type DepartmentId = Id<"department">;
export type RequestId = Id<"request">;

export const MunicipalityId = idOf("municipality");
export const UserId = idOf("user");
export const OrganizationId = idOf("organization");
export const DepartmentId = idOf("department");
/** Made by the form (D-37); a repeat of the same command is answered with the first result. */
export const RequestId = idOf("request");
