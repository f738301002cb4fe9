import type { Language } from '../types.js';

/** The small words of German. */
export const GERMAN_GRAMMAR: Language['words'] = {
  determiner: `der die das den dem des ein eine einer eines einem einen dieser diese dieses jeder jede kein keine viele
    einige mehrere alle zwei drei vier`,
  preposition: `von vom in im an am auf bei beim mit nach aus für über unter vor zu zum zur durch gegen ohne um seit
    während wegen trotz`,
  coordinator: 'und oder aber sondern denn',
  subordinator: 'weil obwohl während wenn als ob nachdem bevor damit',
  relative: 'welcher welche welches',
  subjectPronoun: 'ich er sie es wir ihr man',
  objectPronoun: 'mich ihn ihm uns euch ihnen sich',
  possessivePronoun: 'sein seine seiner ihre ihrer unser unsere mein meine',
  auxiliary: `hat haben hatte hatten ist sind war waren wird werden wurde wurden kann können muss müssen soll sollen
    will wollen würde würden sei seien habe`,
  copula: 'ist sind war waren wird werden wurde wurden sei seien',
  negation: 'nicht nie kein keine niemals',
  adverb:
    'auch noch schon nur dann jetzt heute gestern bereits erneut zudem außerdem jedoch dagegen dort hier',
  that: 'dass',
  nameLink: 'von der des für und',
  groupLink: 'der des für und',
  male: 'er ihn ihm sein seine seiner',
  female: 'sie ihre ihrer',
  neuter: 'es',
  plural: 'wir',
  firstPerson: 'ich mich mein meine wir uns unser unsere',
  time: `montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz april mai juni juli august
    september oktober november dezember heute gestern morgen woche monat jahr jahre tag tage`,
  whether: 'ob wie warum',
  contrast: 'aber obwohl während',
  according: 'laut',
  accordingNext: 'laut',
  common: `das der die ein eine es er sie wir ich in im am bei nach mit für auf von zu wenn weil dass doch aber und
    auch nun jetzt heute gestern diese dieser dieses`,
};
