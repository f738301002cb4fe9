import type { CueGroup } from '../types.js';

/** The verbs of speech of German, by what they take. */
export const GERMAN_CUES: readonly CueGroup[] = [
  {
    takes: ['quote', 'clause'],
    finite: `sagte sagt sagten erklärte erklärt betonte betont warnte warnt kritisierte kritisiert forderte fordert
      behauptete behauptet meinte meint berichtete berichtet schrieb schreibt bestätigte bestätigt versicherte
      versichert argumentierte argumentiert äußerte äußert ergänzte ergänzt verlangte verlangt versprach verspricht
      antwortete antwortet entgegnete entgegnet erwiderte erwidert kündigte bemängelte bemängelt mahnte mahnt`,
    base: 'sagen erklären betonen warnen fordern meinen berichten',
    participle: '',
  },
  {
    takes: ['quote'],
    finite: 'fragte fragt rief ruft flüsterte murmelte begann fuhr heißt hieß lautet lautete',
    base: 'fragen rufen',
    participle: '',
  },
  {
    takes: ['object'],
    finite: 'nannte nennt bezeichnete bezeichnet lobte lobt begrüßte begrüßt',
    base: 'nennen bezeichnen',
    participle: '',
  },
];
