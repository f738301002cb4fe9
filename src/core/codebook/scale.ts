import type { Codebook, Stance } from './types.js';

/** The scale of a codebook that has none of its own. */
export const defaultScale: readonly Stance[] = [
  { id: 'support', label: 'Supports', value: 1, key: '1' },
  { id: 'mixed', label: 'Mixed', value: 0, key: '2' },
  { id: 'neutral', label: 'Neutral', value: 0, key: '3' },
  { id: 'oppose', label: 'Opposes', value: -1, key: '4' },
  { id: 'unclear', label: 'Unclear', value: null, key: '5' },
];

/** What holds where there is no codebook. */
export const emptyCodebook: Codebook = { stances: defaultScale, issues: [], organisations: [], people: [] };
