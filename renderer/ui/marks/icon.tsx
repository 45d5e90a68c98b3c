import { iconPaths, type IconName } from './icon-paths'
import './marks.css'

export interface IconProps {
  readonly name: IconName
  /** Pixels at standard type; large type scales it. */
  readonly size?: number
}

/** Always decorative: the word beside it, or the control's aria-label, carries the meaning. */
export function Icon({ name, size = 20 }: IconProps) {
  return (
    <svg
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {iconPaths[name]}
    </svg>
  )
}
