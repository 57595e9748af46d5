export { recordRefusal, writeAudit, type AuditKind } from "./audit.ts";
export { openForCity, sealForCity } from "./city-text.ts";
export {
  asPartner,
  asStaff,
  userIdOf,
  type Command,
  type Context,
  type Endpoint,
  type LoadStep,
  type Log,
  type Query,
  type RunStep,
  type Subject,
  type System,
} from "./context.ts";
export { openBytes, openText, sealBytes, sealText, type CipherPlace, type DataKey } from "./crypto.ts";
export { defineCommand, type Outcome } from "./define-command.ts";
export { defineQuery } from "./define-query.ts";
export { defineStatementQuery } from "./define-statement-query.ts";
export { demandFound, demandOne, demandVersion, fail } from "./fail.ts";
export { createKeyFile, readKeyFile, temporaryKeyRing, type KeyRing } from "./key-ring.ts";
export { literalOf } from "./literal.ts";
export { layOutMail, openMail, sealMail, type MailText } from "./outbox.ts";
export { openSystem, type OpenSystem } from "./open-system.ts";
export { parseInput } from "./parse.ts";
export { findCaseKey, findPersonKeys, getPersonKey, newCaseKey, newPersonKey, openCaseKey } from "./person-text.ts";
export { createSecretFile, readSecretFile, replaceSecretFile } from "./secret-file.ts";
export { asDomainError, databaseCode, inTransaction, readClock } from "./transaction.ts";
export { newId } from "./uuid.ts";
