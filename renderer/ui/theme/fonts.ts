/** Two sans weights and one serif: the windows' own words in a file each, and slices for whatever else a page shows. */
import '@fontsource/noto-sans-sc/400.css'
import '@fontsource/noto-sans-sc/700.css'
import '@fontsource/noto-serif-sc/700.css'
import './own-words.css'
import './whole-han.css'
