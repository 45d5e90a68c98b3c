export { MediaExchangeDesk, type MediaExchangeDeskProps } from './media-exchange-desk'
