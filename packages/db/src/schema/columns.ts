import { customType, foreignKey, integer, primaryKey, timestamp, uuid, type AnyPgColumn } from "drizzle-orm/pg-core";

/** Binary column; values are Node buffers. */
export const bytea = customType<{ data: Buffer; driverData: Buffer }>({
  dataType: () => "bytea",
});

/** A full transaction id, which never wraps around; kept as text, for it passes what a number holds. */
export const xid8 = customType<{ data: string; driverData: string }>({
  dataType: () => "xid8",
});

/** An instant, `timestamptz`. */
export const instant = () => timestamp({ withTimezone: true, mode: "date" });

/** The two columns every tenant table begins with; `id` is a UUIDv7 made by the application. */
export const tenantColumns = () => ({
  municipalityId: uuid().notNull(),
  id: uuid().notNull(),
});

/** Optimistic lock, raised by one with every change. */
export const version = () => integer().notNull().default(1);

type TenantColumns = { municipalityId: AnyPgColumn; id: AnyPgColumn };

/** Primary key `(municipality_id, id)`; it makes the municipality the distribution key. */
export const tenantKey = (table: TenantColumns) => primaryKey({ columns: [table.municipalityId, table.id] });

/** Composite foreign key that carries the tenant: a row cannot refer to another city's row. */
export const tenantReference = (
  name: string,
  from: { municipalityId: AnyPgColumn; column: AnyPgColumn },
  to: TenantColumns,
) =>
  foreignKey({
    name: `${name}_fk`,
    columns: [from.municipalityId, from.column],
    foreignColumns: [to.municipalityId, to.id],
  });
