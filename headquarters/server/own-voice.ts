import type { OwnVoice } from '../store/own-acts'
import { craft } from './craft'
import type { Parts } from './parts'

export const ownVoice = ({ key, now }: Parts): OwnVoice => ({
  ...{ chain: key.chain, publicKey: key.publicKey, proof: craft, now },
  signHash: hash => key.sign(hash),
})
