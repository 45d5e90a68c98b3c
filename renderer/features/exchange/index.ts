export { ExchangeDesk, type ExchangeDeskProps } from './exchange-desk'
