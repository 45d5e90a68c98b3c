import type { HardeningRule } from './read-sources'
import { channelRules } from './rules/channels'
import { machineRules } from './rules/machine'
import { pageRules } from './rules/pages'
import { windowRules } from './rules/windows'

/** One rule a danger; each part of one is shown to catch a sample, and holds for every source of the product. */
export const hardeningRules: readonly HardeningRule[] = [...windowRules, ...channelRules, ...pageRules, ...machineRules]
