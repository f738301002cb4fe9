import type { Language } from '../types.js';

/** What German calls people and organisations. */
export const GERMAN_ACTORS: Language['words'] = {
  title: 'herr frau dr prof professor professorin',
  role: `minister ministerin präsident präsidentin vorsitzender vorsitzende vorsitzenden sprecher sprecherin kanzler
    kanzlerin bürgermeister bürgermeisterin direktor direktorin leiter leiterin geschäftsführer geschäftsführerin
    staatssekretär staatssekretärin abgeordneter abgeordnete senator senatorin landrat landrätin chef chefin`,
  spokesperson: 'sprecher sprecherin',
  personNoun:
    'mann frau experte expertin experten kritiker mitarbeiter lehrer eltern wissenschaftler forscherin forscher',
  organisationHead: `verband bundesverband gewerkschaft ministerium bundesministerium stiftung verein universität
    hochschule institut partei behörde agentur rat landtag bundestag bundesrat amt jugendamt gmbh ag kirche`,
  organisationNoun: `gewerkschaft verband verbands ministerium ministeriums stiftung partei behörde regierung verein vereins
    rat`,
  documentNoun: 'bericht brief stellungnahme erklärung studie gutachten mitteilung papier',
  cueNoun: 'erklärung aussage forderung kritik brief stellungnahme',
  titling: 'titel film buch roman sendung',
  givenMale:
    'hans peter thomas michael andreas stefan klaus jürgen wolfgang martin frank markus jan lukas felix paul max karl',
  givenFemale:
    'anna maria petra sabine claudia andrea monika julia katrin susanne ursula angela eva lena laura sophie marie',
  abbreviation: 'dr prof hr fr nr st bzw usw',
  sayWord: 'sagte sagt',
  maleWord: 'herr minister präsident sprecher kanzler bürgermeister direktor er ihn ihm sein',
  femaleWord: 'frau ministerin präsidentin sprecherin kanzlerin bürgermeisterin direktorin sie',
  unique: 'regierung bundesregierung bundestag bundesrat',
};
