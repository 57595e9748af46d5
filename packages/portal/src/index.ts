export { AccountPanel, type AccountPanelProps } from "./account-panel.tsx";
export { AbilityButton, unavailableReason, type Ability, type AbilityButtonProps } from "./ability-button.tsx";
export { createPortalClient, quietly } from "./client.ts";
export { CommandDialog, type CommandDialogProps } from "./command-dialog.tsx";
export { ConfirmAction, type ConfirmActionProps } from "./confirm-action.tsx";
export type { Contact } from "./contact.ts";
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
export {
  ChangePasswordPanel,
  type ChangePasswordInput,
  type ChangePasswordPanelProps,
} from "./change-password-panel.tsx";
export { ForgotPasswordPanel, type ForgotPasswordPanelProps } from "./forgot-password-panel.tsx";
export { FilterForm, type FilterFormProps } from "./filter-form.tsx";
export { announce, FlashRegion, retractAnnouncement } from "./flash.tsx";
export { CommandFormShell, type CommandFormShellProps } from "./form/command-form-shell.tsx";
export { FormDateField, type FormDateFieldProps } from "./form/form-date-field.tsx";
export { UnsavedGuard } from "./form/unsaved-guard.tsx";
export {
  useCommandForm,
  type CommandForm,
  type CommandFormOptions,
  type FieldBinding,
} from "./form/use-command-form.ts";
export type { DraftApi, DraftKey, DraftSource, StoredDraft } from "./form/use-draft.ts";
export { IdleWarning, warningMinutes, type IdleWarningProps } from "./idle-warning.tsx";
export { OwnSessionsCard } from "./own-sessions-card.tsx";
export { PageTitle, SiteNameProvider } from "./page-title.tsx";
export { QueryTable, type QueryTableProps } from "./query-table.tsx";
export type { OwnAccount } from "./own-account.ts";
export { newRequestId } from "./request-id.ts";
export { returnAddress } from "./return-address.ts";
export { homeLinkStyle, RouteError, RouteNotFound, RoutePending, type RouteErrorProps } from "./route-states.tsx";
export { isRestricted, SessionProvider, useSession, type Session } from "./session.tsx";
export { SetPasswordPanel, type SetPasswordPanelProps } from "./set-password-panel.tsx";
export { ScreenHelp } from "./screen-help.tsx";
export { SiteLinks, SitePage, type SiteLinksProps, type SitePageProps } from "./site-pages.tsx";
export { SignInPanel, type SignInDoors, type SignInInput, type SignInPanelProps } from "./sign-in-panel.tsx";
export { StepUpDialog } from "./step-up-dialog.tsx";
export { useRouteFocus } from "./use-route-focus.ts";
export { isSignedOut, wireErrorOf, type WireError } from "./wire-error.ts";
export type { PartnerRouter, StaffRouter } from "@tsunagari/rpc";
