export { ReceiptDialog, type ReceiptDialogProps } from './receipt-dialog'
export { RegistrationDesk, type RegistrationDeskProps } from './registration-desk'
