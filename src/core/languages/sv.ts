import { stemmer } from '@orama/stemmers/swedish';
import type { Language } from '../search/language.js';

/** The stemmer leaves some definite forms as they are: lösenordet, fakturan, kontot. */
const stemOf = (word: string) => stemmer(word).replace(/(?<=.{5})(?:et|an)$|(?<=.{4}o)t$/, '');

/** Swedish. */
export const sv: Language = {
  code: 'sv',
  stem: stemOf,
  stopWords:
    'alla allt alltså än ändå andra annan annat är åt att av bakom bara bland blev bli blir blivit bort både båda där då de dem den denna dennes deras dess dessa det detta dig din dina ditt dit du efter eftersom ej eller emot en endast er era ert ett från för före förrän genom ha hade haft han hans har här hennes henne hit hon honom hos hur i ibland icke igenom in inga ingen inget innan inne inom inte ja jag ju kan kunde kunnat kring man med medan mellan men mer mest mig min mina mitt mot mycket ned nej ner ni nog nu nån någon något några när och också om omkring oss på redan samma sedan sen sig sin sina sitt själv ska skall skulle som somliga så sådan sådana sådant såväl tills till trots under upp ur ut utan utanför vad vår våra vart vårt var vara varför varit varje vars vem vems vi vid vilka vilken vilket vill ville vore över',
  smallTalk:
    'absolut aktuell alltid angående använda använder återkomma åter bäst bästa bättre behöver behövde behov ber bra börja började börjat dag dagar dessvärre direkt dock dålig eftermiddag egentligen enkelt enligt ens exakt fall fast finns finna fina fortfarande förklara försök försöka försöker försökt försökte förstå förstår fram framför fråga frågan frågor fungera fungerade fungerar fungerat funkar få får fått först första ganska ge ger gick gång gånger går gått gärna genast gett god goda gör göra gjort gjorde gott helst helt hej hejsan heter hela hitta hittar hittat hjälp hjälpa hjälper hjälpt hoppas håller händer hände hänt hälsning hälsningar höra idag idé igen igår information ingenting inlägg just kanske kl klart knappt komma kommer konstigt kollat kort kväll känns lite liten ledsen leta letat länge lösa löser löst lösning lösningar låter lätt många massor meddela mejl morgon möjligt möjlighet måste månad månader nästan någonting någonstans nämligen naturligtvis normalt nyligen nödvändigt ofta okej ok ordna ordentligt par person plötsligt prova provade provar provat problem problemet problemen råd redo riktigt rätt saken sak saker samt se ser senast senaste sett senare sidan sista skäl snabbt snart snälla snäll speciellt stor stort strax stöd support svar svara svårt säga säger säkert särskilt söka sökt tack tacka tacksam tacksamma tar ta tagit team tid tidigare tillbaka timmar tips tjena trevlig trodde tro tror två tyvärr typ undrar undrade ungefär uppskattar ursäkta vanligtvis varken vecka veckor verkar verkligen vet veta vidare visst vänlig vänliga vänligen väldigt väl värt',
};
