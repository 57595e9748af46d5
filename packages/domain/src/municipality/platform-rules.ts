/** 市と地域福祉コーディネーターによる共同運営 (S-072). */
export const operatorRoles = ["city", "coordinator"] as const;
export type OperatorRole = (typeof operatorRoles)[number];

/** Who can be a member of an area platform (D-20, C-12). */
export const memberTypes = ["organization", "consultationAgency", "individual"] as const;
export type MemberType = (typeof memberTypes)[number];
