import { openText, sealText, type CipherPlace } from "./crypto.ts";
import type { KeyRing } from "./key-ring.ts";

/** Encrypts under the city's key: users' names and mail, drafts, queued mail (D-35). */
export const sealForCity = (keys: KeyRing, plain: string, place: CipherPlace): Buffer =>
  sealText(keys.cityKey(place.municipalityId), plain, place);

/** Opens what was encrypted under one of the city's keys. */
export const openForCity = (keys: KeyRing, envelope: Buffer, place: CipherPlace): string =>
  openText(keys.cityKeyOf(place.municipalityId, envelope), envelope, place);
