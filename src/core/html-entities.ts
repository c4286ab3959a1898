const named = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: '\u00a0',
    shy: '\u00ad',
    ensp: '\u2002',
    emsp: '\u2003',
    thinsp: '\u2009',
    zwnj: '\u200c',
    zwj: '\u200d',
    ndash: '–',
    mdash: '—',
    hellip: '…',
    bull: '•',
    middot: '·',
    lsquo: '‘',
    rsquo: '’',
    sbquo: '‚',
    ldquo: '“',
    rdquo: '”',
    bdquo: '„',
    laquo: '«',
    raquo: '»',
    lsaquo: '‹',
    rsaquo: '›',
    iexcl: '¡',
    iquest: '¿',
    sect: '§',
    para: '¶',
    copy: '©',
    reg: '®',
    trade: '™',
    deg: '°',
    plusmn: '±',
    times: '×',
    divide: '÷',
    micro: 'µ',
    frac12: '½',
    cent: '¢',
    pound: '£',
    yen: '¥',
    euro: '€',
    larr: '←',
    rarr: '→',
    uarr: '↑',
    darr: '↓',
    szlig: 'ß',
    aelig: 'æ',
    AElig: 'Æ',
    oelig: 'œ',
    OElig: 'Œ',
    oslash: 'ø',
    Oslash: 'Ø',
    eth: 'ð',
    ETH: 'Ð',
    thorn: 'þ',
    THORN: 'Þ',
    ordf: 'ª',
    ordm: 'º',
  }),
);

/** The marks of letters, whose names are made of both: `auml`, `Eacute`. */
const accents = new Map(
  Object.entries({
    grave: '\u0300',
    acute: '\u0301',
    circ: '\u0302',
    tilde: '\u0303',
    uml: '\u0308',
    ring: '\u030a',
    caron: '\u030c',
    cedil: '\u0327',
  }),
);

// Bounded, so that a text of ampersands takes no longer than any other.
const ENTITY = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z][A-Za-z\d]{1,9}));/g;

/** Replaces the character references of HTML; those of rare characters, by name, stay as they are. */
export function decodeEntities(text: string): string {
  return text.replace(ENTITY, (written, decimal?: string, hex?: string, name?: string) => {
    if (decimal ?? hex) return characterOf(decimal ? Number(decimal) : parseInt(hex ?? '', 16));
    return named.get(name ?? '') ?? accented(name ?? '') ?? written;
  });
}

function characterOf(codePoint: number): string {
  const isNone =
    codePoint === 0 || codePoint > 0x10ffff || (codePoint >= 0xd800 && codePoint < 0xe000);
  return isNone ? '\ufffd' : String.fromCodePoint(codePoint);
}

function accented(name: string): string | undefined {
  const accent = accents.get(name.slice(1));
  return accent && `${name.charAt(0)}${accent}`.normalize('NFC');
}
