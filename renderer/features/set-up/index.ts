export { SetUpWizard, type SetUpWizardProps } from './set-up-wizard'
