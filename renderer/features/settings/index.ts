export { SettingsDesk, type SettingsDeskProps } from './settings-desk'
