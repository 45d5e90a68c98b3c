export { Nonces } from '#shared/ledger/exchange/nonces'
