export { KioskScreen, type KioskScreenParts } from './kiosk-screen'
