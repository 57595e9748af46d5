/*
 * All Japanese text that answers a literal of the domain. What stands in a file of its own is loaded only by the pages that
 * show it: a bundler takes or leaves a file as a whole.
 */
export { actionLabel } from "./look-up/action-label.ts";
export { doorReasonText } from "./look-up/door-reason-text.ts";
export { fieldText } from "./look-up/field-text.ts";
export { cityPageMessages } from "./municipality-city-page.ts";
export { defaultPageText } from "./municipality-page-text.ts";
export { cityFileErrorText } from "./municipality-city-file.ts";
export { labelText } from "./municipality.ts";
export { frequencyText, programEffectText, programStateText, structureMessages } from "./municipality-structure.ts";
export { kernelMessages } from "./kernel.ts";
export * from "./modules.ts";
export { reasonText } from "./look-up/reason-text.ts";
export { secondFactorMessages } from "./identity-second-factor.ts";
