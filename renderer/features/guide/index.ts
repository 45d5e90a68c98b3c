export { GuideSheet, type GuideSheetProps } from './guide-sheet'
