/** Where the name of a person who takes part stands, for its seal. */
export const participantNamePlace = (municipalityId: string, rowId: string) =>
  ({ table: "platform_participant", column: "name_ciphertext", municipalityId, rowId }) as const;
