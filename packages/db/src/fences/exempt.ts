/**
 * Tables without row security, each with its reason. The catalog test fails on any other and on an entry that is no
 * longer needed.
 */
export const exemptTables: Readonly<Record<string, { readonly reason: string; readonly grants: string }>> = {
  municipality: {
    reason: "The register of cities itself: names and codes that are public, read by every role and the chooser.",
    grants:
      "grant select on municipality to tsunagari_staff, tsunagari_partner, tsunagari_public, tsunagari_worker, tsunagari_definer; grant insert on municipality to tsunagari_worker;",
  },
  auth_challenge: {
    reason:
      "One-use challenges, most of them made before any actor is known; hashes only, reached by the definer's functions.",
    grants: "grant select, insert, delete on auth_challenge to tsunagari_definer;",
  },
  rate_limit: {
    reason: "Counters that exist before any actor does; keys are HMACs; only the definer's functions reach them.",
    grants: "grant select, insert, update, delete on rate_limit to tsunagari_definer;",
  },
};
