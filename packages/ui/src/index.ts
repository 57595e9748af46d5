export { AppShell, Brand, Columns, PlainShell, Stack, type AppShellProps, type ShellAccent } from "./app-shell.tsx";
export { Breadcrumbs } from "./breadcrumbs.tsx";
export { Button, ButtonRow, buttonStyle, type ButtonProps, type ButtonSize, type ButtonVariant } from "./button.tsx";
export { Card, type CardProps } from "./card.tsx";
export { ChipLabel, ChipList } from "./chip-label.tsx";
export {
  Checkbox,
  CheckboxGroup,
  RadioGroup,
  type CheckboxGroupProps,
  type CheckboxProps,
  type ChoiceOption,
  type RadioGroupProps,
} from "./choice.tsx";
export { classNames } from "./class-names.ts";
export { isComposing } from "./composition.ts";
export { ConfirmDialog, type ConfirmDialogProps } from "./confirm-dialog.tsx";
export { DateField, type DateFieldProps } from "./date-field.tsx";
export { eraHint } from "./date-parts.ts";
export { DescriptionList, type DescriptionItem } from "./description-list.tsx";
export { Dialog, type DialogProps } from "./dialog.tsx";
export { Disclosure } from "./disclosure.tsx";
export { Drawer } from "./drawer.tsx";
export { EmptyState } from "./empty-state.tsx";
export {
  ErrorText,
  RequirementBadge,
  SupportText,
  type FieldFrameProps,
  type FieldWidth,
  type Requirement,
} from "./field-frame.tsx";
export { Fieldset } from "./fieldset.tsx";
export { FormErrorSummary, type FormError } from "./form-error-summary.tsx";
export { Form, FormActions } from "./form.tsx";
export { Icon, type IconName } from "./icon.tsx";
export { itemLinkStyle, linkStyle, TextLink } from "./link.tsx";
export { LoadingState } from "./loading-state.tsx";
export { BottomNavigation, SideNavigation, type NavigationEntry, type NavigationLinkProps } from "./navigation.tsx";
export { NotificationBanner, type BannerTone, type NotificationBannerProps } from "./notification-banner.tsx";
export { PageHeader, type PageHeaderProps } from "./page-header.tsx";
export { Pagination, type PageLinkProps, type PaginationProps } from "./pagination.tsx";
export { Prose, type ProseBlock, type ProseLine, type ProseProps } from "./prose.tsx";
export { Select, type SelectOption, type SelectProps } from "./select.tsx";
export { StatusBadge, type StatusTone } from "./status-badge.tsx";
export { Steps } from "./steps.tsx";
export { Table, type TableColumn, type TableProps } from "./table.tsx";
export { Tabs, type TabItem, type TabsProps } from "./tabs.tsx";
export { TextArea, type TextAreaProps } from "./text-area.tsx";
export { TextField, type TextFieldProps } from "./text-field.tsx";
export { TimeField } from "./time-field.tsx";
export { Timeline, type TimelineItem } from "./timeline.tsx";
export { SkipLink, VisuallyHidden } from "./visually-hidden.tsx";
