export { AccountPage } from "./account/account-page.tsx";
export { PasswordPage } from "./account/password-page.tsx";
export { StepUpDialog } from "./account/step-up-dialog.tsx";
export { PublicPreview } from "./activity/public-preview.tsx";
export { createPortalClient, quietly } from "./client/client.ts";
export type { Contact } from "./client/contact.ts";
export { isSignedOut, wireErrorOf, type WireError } from "./client/wire-error.ts";
export {
  dateText,
  dueText,
  eraDateText,
  instantText,
  periodText,
  shortDateText,
  timeText,
  type DueText,
} from "./date-text.ts";
export { AbilityButton, unavailableReason, type Ability } from "./form/ability-button.tsx";
export { AbilityLink } from "./form/ability-link.tsx";
export { CommandDialog } from "./form/command-dialog.tsx";
export { CommandFormShell } from "./form/command-form-shell.tsx";
export { ConfirmAction } from "./form/confirm-action.tsx";
export { DialogForm, FormDialog, GiveUpButton, type FormDialogProps } from "./form/form-dialog.tsx";
export { FormDateField } from "./form/form-date-field.tsx";
export { newRequestId } from "./form/request-id.ts";
export { UnsavedGuard } from "./form/unsaved-guard.tsx";
export {
  useCommandForm,
  type CommandForm,
  type CommandFormOptions,
  type FieldBinding,
} from "./form/use-command-form.ts";
export type { DraftApi } from "./form/use-draft.ts";
export { announce, retractAnnouncement } from "./frame/flash.tsx";
export type { NavigationItem } from "./frame/navigation.tsx";
export { PortalFrame } from "./frame/portal-frame.tsx";
export { PageTitle, PortalProvider, type Portal } from "./frame/portal.tsx";
export { requireSession } from "./frame/require-session.ts";
export { OutsideError, OutsideNotFound, RouteNotFound } from "./frame/route-states.tsx";
export { leaveForSignIn, lookAgainOnSamePage, routerDefaults } from "./frame/router-defaults.ts";
export { ScreenHelp } from "./frame/screen-help.tsx";
export { useSession } from "./frame/session.tsx";
export { AboutPage, SitePage } from "./frame/site-page.tsx";
export { sitePageKind } from "./frame/site-page-kind.ts";
export { AsOfForm } from "./list/as-of-form.tsx";
export { FilterForm } from "./list/filter-form.tsx";
export { LoadFailure } from "./list/load-failure.tsx";
export { QueryTable } from "./list/query-table.tsx";
export { ForgotPasswordPage } from "./sign-in/forgot-password-page.tsx";
export { SetPasswordPage } from "./sign-in/set-password-page.tsx";
export { SignInPage } from "./sign-in/sign-in-page.tsx";
export type { PartnerRouter, StaffRouter } from "@tsunagari/rpc";
