import { CreateUser, type Portal } from "@tsunagari/domain/identity";
import { z } from "zod";

/** Stands in the form for a partner who acts for no organization (民生委員, D-29). */
export const noOrganization = "none";

/** How a new user comes to a password: by a link in a mail, or handed over on paper. */
export const handovers = ["mail", "paper"] as const;
export type Handover = (typeof handovers)[number];

/** A new user as the screen shows it: both belongings are there, one of them is asked. */
export type NewUserValues = {
  requestId: string;
  handover: Handover;
  portal: Portal;
  name: string;
  mail: string;
  departmentId: string;
  organizationId: string;
};

export const newUserCommand = ({ handover: _handover, departmentId, organizationId, ...values }: NewUserValues) => ({
  ...values,
  departmentId: values.portal === "staff" ? departmentId : null,
  organizationId: values.portal === "partner" && organizationId !== noOrganization ? organizationId : null,
});

/** Where the user belongs must be said, also where the answer is "nowhere". */
export const NewUserForm: z.ZodType<unknown, NewUserValues> = z
  .custom<NewUserValues>()
  .superRefine((values, context) => {
    const asked = values.portal === "staff" ? "departmentId" : "organizationId";
    if (values[asked] === "") context.addIssue({ code: "custom", message: "not_chosen", path: [asked] });
  })
  .transform(newUserCommand)
  .pipe(CreateUser);
