import { stemmer } from '@orama/stemmers/norwegian';
import type { Language } from '../search/language.js';

/** What is definite or plural may end in what another step takes away: fakturaen, faktura. */
const stemOf = (word: string) => stemmer(stemmer(word));

/** Norwegian. */
export const no: Language = {
  code: 'no',
  stem: stemOf,
  stopWords:
    'alle alt altså andre annen annet at av bak bare begge ble blei bli blir blitt både da de deg dei deira dem den denne der dere deres derfor det dette di din dine disse ditt dit du då eg ein eit ei eller elles en enn ennå er et ett etter for fordi foran fra før gjennom ha hadde han hans har hatt henne hennes her hit hjå ho hos hun hva hvem hver hvilke hvilken hvilket hvis hvor hvordan hvorfor hvorvidt i ikke ikkje ingen inn inne innen ja jeg kan kom korleis kunne kva kvar kven kvifor man med meg mellom men mens mer mest mi min mine mitt mot mykje mye må måtte ned nei noe noen nokon noko nok nå når og også om opp oss over på rundt samme seg selv sidan siden sin sine sitt sjøl skal skulle slik slike slikt som så til tross under ut uten utenfor vart var vera vere vi vil ville vore vår våre vårt være vært ved via',
  smallTalk:
    'akkurat aldri allerede alltid angående ber beklager beste bedre behov behøver bruker bruke bra bør burde dag dager dessuten dessverre direkte dårlig egentlig eneste enkelt enda ene faktisk fant fikk finne finner finnes flere flott fint forklare forrige forstå forstår forsøk forsøke forsøker forsøkt fortsatt fortelle fram fremdeles få får fått fungere fungerer fungerte fungert første først ganske gang ganger gi gir gikk gitt gjerne gjør gjøre gjort gjorde god gode går gå gått gjelder greit hallo hei heisann hele helst helt heldigvis hilsen hilsener hjelp hjelpe hjelper hjulpet hjelpsom hører håper håpe ide idag igjen imidlertid informasjon ingenting istedenfor jobber kanskje kjære klare klarer klart klarte kommer komme kort kveld kunde lang lenge lenger lett ligger like litt lite løse løser løst løsning løsninger løsningen mange melde mener mulig muligens mulighet muligheter måte måned måneder morgen nettopp neste nesten normalt noensinne noensteds nylig nødt nødvendig ofte ok okei opplever oppdaget oppsto ordne par person plutselig problem problemer problemet problemene prøv prøve prøver prøvd prøvde prøvet raskt rett riktig råd sak se ser sett sendte si sier siste sikkert skjer skjedd skjedde skjønner slutt snart snakke snill spesielt spørre spør spørsmål spørsmålet stadig stor straks support svar svare svært synes sånn takk takke takknemlig tar ta tatt team tenker tid tidligere tilbake time timer tips to trenger trodde tror tro trolig typisk uke uker umulig unnskyld vanlig vanligvis vanskelig vennlig vennligst vet vite venter vente videre virkelig virker virket visst ønsker år',
};
