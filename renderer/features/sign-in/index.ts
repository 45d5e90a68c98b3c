export { SignInScreen, type SignInScreenProps } from './sign-in-screen'
export { SessionNotices } from './session-notices'
export { ClockDialog, type ClockDialogProps } from './clock-dialog'
