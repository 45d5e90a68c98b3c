export { ReadingRoomPage } from './reading-room-page'
export { SignInDesk } from './sign-in-desk'
export { VisitPage } from './visit-page'
