import { officeSteps, type OfficeStep } from '#shared/application/set-up/office-form'

export type WizardStep = OfficeStep | 'check' | 'sheet'

export const wizardSteps: readonly WizardStep[] = [...officeSteps, 'check', 'sheet']

export const isFormStep = (step: WizardStep): step is OfficeStep => step !== 'check' && step !== 'sheet'

export const isBefore = (step: WizardStep, other: WizardStep): boolean =>
  wizardSteps.indexOf(step) < wizardSteps.indexOf(other)

/** Null at the ends: before the first step, and after the sheet, where the wizard is left. */
export const stepAfter = (step: WizardStep): WizardStep | null => wizardSteps[wizardSteps.indexOf(step) + 1] ?? null
export const stepBefore = (step: WizardStep): WizardStep | null => wizardSteps[wizardSteps.indexOf(step) - 1] ?? null
