import { stemmer } from '@orama/stemmers/finnish';
import type { Language } from '../search/language.js';

/** The stemmer takes the ends of such words for a case or an adverb's: salasana, sähköposti. */
const UNINFLECTED = /(?<=.{3}(?:n[aä]|sti))$/;

/** What it leaves of the other cases of asetus and palvelin, and of these words themselves. */
const stemOf = (word: string) =>
  stemmer(word.replace(UNINFLECTED, 'n'))
    .replace(/(?<=.{3}[uy])ks$/, 's')
    .replace(/(?<=.{3})i[mn]$/, '');

/** Finnish. */
export const fi: Language = {
  code: 'fi',
  stem: stemOf,
  stopWords:
    'aina alla alle alta ehkä ei eikä eivät ellei emme en enemmän enää ennen entä että et ette he heidän heidät heille heillä heiltä heissä heistä heitä hän häneen hänelle hänellä häneltä hänen hänessä hänestä hänet häntä ilman itse ja jo johon joiden joihin joiksi joilla joille joilta joissa joista joita joka jokainen joko joku jolla jolle jolloin jolta jonka jonkin jos joskus jossa josta jota jotain jotka jotta kaikki kaikkia kaikkien kanssa kautta keiden keillä keitä keneen kenelle kenen ketkä ketä koska kuin kuinka kuitenkin kuka kukaan kun kunnes kyllä lisäksi luona lähellä me meidän meidät meille meillä meiltä meissä meistä meitä mihin mikä mikään mille millä millainen milloin miltä mistä missä mitkä mitä mitään miten miksi mukaan mutta muu muut muuta myös mukana minkä minkään minua minulla minulle minulta minun minussa minusta minut minuun minä muiden muita ne niiden niihin niiksi niille niillä niiltä niin niinkuin niissä niistä niitä noiden noita noin nuo nyt näiden näihin näillä näille näissä näistä näitä nämä ole olemme olen olet olette oli olimme olin olisi olisin olisit olit olivat olla olleet ollut on ovat paitsi poikki päällä päälle saakka sama samaa samoin se sekä sen siellä sieltä siihen siinä siis siitä sillä sille silloin siltä silti sinne sinua sinulla sinulle sinun sinussa sinut sinä sitten sitä tai tahansa takana takia te teidän teidät teille teillä teitä tuo tuohon tuolla tuon tuossa tuosta tuota tällä tälle tältä tämä tämän tässä tästä tätä täällä tänne vaan vaikka vai vain varten vasta vastaan vielä yli ylle',
  smallTalk:
    'aamu aihe aika aikaa aikana aiemmin aivan alkaa alkaen alkoi ainakin ainoastaan antaa anteeksi apu apua arvoisa asia asiaa asian asiassa auta auttaa auttaisi auttaisitteko auttakaa avuksi edelleen edes ehdottomasti eilen eilisestä ensimmäinen ensin enkä erittäin etukäteen haluaisin haluan halusin hei heippa helposti hetki hieman hienoa huomasin huomenna huomenta hyvin hyvä hyvää iltaa ilmeisesti ilmoittaa itselleni jatkuvasti johtuu johtua juuri jälkeen jälleen kaipaan kannattaa kerran kertaa kertoa kertoo kiire kiireellinen kiitos kiitokset kiitoksia kiittäen kiitollinen kokeilin kokeillut kokeilla koetin koettanut korjata kunnolla kuukausi kuukautta kysy kysyä kysymys kysymyksiä kysyisin käy käytän käyttää kävi lopulta luulen luultavasti löydä löytyy löytää löysin melkein mahdollista mahdollinen mahdollisesti mahdollisimman menee miettinyt moi moni monet monta muutama muutaman myöhemmin nopeasti normaali normaalisti neuvo neuvoa neuvoja niinpä näkyy näyttää odotan ok okei olisiko oikea oikein ongelma ongelmaa ongelman ongelmat ongelmia osaa osaako osaan outo paljon parempi paras parhain pari pidä pitkään pitäisi pitää pian pois pyydän pystyisi pysty pystyn päivä päivää päivästä ratkaisu ratkaisua ratkaista ratkaistu saada saan saako saanut saisi saisin sain selvittää sanoo sano syy taas tapahtui tapahtuu tapa tarvitsen tarvitsisin tarvitaan tehdä tehnyt teen teki terve terveisin tervehdys tiedä tiedän tieto tietää tietysti tietoa tilanne toimi toimii toiminut toimia todella toinen toista toivon toivottavasti tuki tulee tuli tullut tunti tuntia tuntuu tänään täysin uudelleen uudestaan usein vaikuttaa valitettavasti varmaan varmasti vastata vastaus vastausta viikko viikkoa viime voi voin voisi voisin voisiko voisitko voisitteko voitteko voiko vuosi väärin ymmärrä ymmärtää ystävällisesti ystävällisin yhä yksi yhtään yleensä yritin yrittänyt yritetty yrittää yritän yritys yritystä äkkiä äsken',
};
