/** What a password is called, in the languages that people write to a desk in. Each is part of a pattern. */
export const PASSWORD_WORDS: readonly string[] = [
  // English
  'pass ?word',
  'pass ?phrase',
  'pass ?code',
  'passwd',
  'pass',
  'pwd',
  'pw',
  'log-?in code',
  // German
  'passwort',
  'kennwort',
  'zugangscode',
  'losung',
  // French
  'mot de passe',
  'mdp',
  // Spanish
  'contraseña',
  'clave',
  // Italian
  "parola d['’]ordine",
  'parola chiave',
  // Portuguese
  'senha',
  'palavra-passe',
  // Dutch
  'wachtwoord',
  'toegangscode',
  // Swedish, Danish, Norwegian
  'lösenord(?:et)?',
  'adgangskode',
  'passord',
  // Polish, Turkish
  'hasło',
  'şifre(?:m|si)?',
  'parola(?:m|sı)?',
  // Russian
  'пароль',
  // Arabic
  'كلمة المرور',
  'كلمة السر',
  'الرقم السري',
  // Chinese, Japanese, Korean
  '密码',
  '密碼',
  '口令',
  'パスワード',
  '暗証番号',
  '비밀번호',
];

/** What a password of several words is called; it stands in quotation marks. */
export const PHRASE_WORDS: readonly string[] = [
  'pass ?phrase',
  'phrase de passe',
  'frase de (?:acceso|contraseña)',
];

/** What a number is called that opens something. */
export const PIN_WORDS: readonly string[] = [
  'pin(?:[ -]?[ck]ode?)?',
  'geheimzahl',
  'пин-?код',
  '暗証番号',
];

/** What a key or a token of a program is called. */
export const TOKEN_WORDS: readonly string[] = [
  'api[ _-]?key',
  'access[ _-]?key',
  'secret(?:[ _-]?key)?',
  'client[ _-]?secret',
  '(?:access |auth |api )?token',
  'api[ -]?schlüssel',
  'zugriffsschlüssel',
  "clé (?:d['’])?api",
  "jeton(?: d['’]accès)?",
  'clave (?:de )?(?:la )?api',
  'chiave api',
  'chave (?:de |da )?api',
  'api[ -]?sleutel',
  'api[ -]?nyckel',
  'klucz api',
  'ключ api',
  'api[ -]?ключ',
  'токен',
  'مفتاح (?:واجهة )?(?:ال)?api',
  'رمز الوصول',
  'api ?キー',
  'トークン',
  'api ?密钥',
  '令牌',
  'api ?키',
  '토큰',
];

/** What stands between the name of a secret and the secret, beside a colon. Each is part of a pattern. */
export const SAYING: readonly string[] = [
  'is',
  'was',
  'ist',
  'lautet',
  'war',
  'est',
  'es',
  'era',
  'è',
  'é',
  'är',
  'er',
  'to',
  'это',
  'هي',
  'هو',
];

/** The same where words are not written apart. */
export const SAYING_TOGETHER: readonly string[] = ['は', '是', '为', '為', '는', '은', 'が'];

/** What is said of a secret instead of saying it. */
export const NO_SECRETS: ReadonlySet<string> = new Set(
  `forgotten forgot unknown wrong incorrect invalid required missing expired none null undefined true false empty
  blank reset changed hidden removed redacted correct rejected accepted secret string protected masked failed
  password username email please default optional disabled enabled locked different yes
  vergessen falsch unbekannt abgelaufen ungültig geändert leer erforderlich keines gesperrt zurückgesetzt
  oublié incorrect inconnu expiré invalide vide requis modifié aucun bloqué réinitialisé
  olvidada olvidado incorrecta incorrecto desconocida caducada inválida vacía cambiada obligatoria ninguna bloqueada
  dimenticata errata sbagliata scaduta sconosciuta vuota cambiata nessuna bloccata
  esquecida incorreta errada expirada desconhecida vazia alterada nenhuma bloqueada
  vergeten onjuist verkeerd verlopen onbekend leeg gewijzigd geblokkeerd
  glömt felaktigt ogiltigt saknas ändrat spärrat
  забыл забыла неверный неизвестен истёк
  zapomniane nieprawidłowe wygasło`.split(/\s+/),
);

/** What between the word and a colon says that something else than the secret comes. */
export const OTHER_MATTERS = [
  'reset|link|policy|rules?|expir|chang|manager|field|page|error|ticket|case|number|attempt|email|e-mail|mail',
  'help|article|since|until|date|version|hash|length|minimum|maximum|recover|forg[eo]t|request|button|screen',
  'richtlinie|abgelaufen|fehler|änder|zurück|seite|feld|expir|oubli|erreur|olvid|restablec|cambi|scad|reimpost',
  'esquec|redefin|alterar|verlop|vergeten|wijzig|återställ|glömt|ändr|сброс|забыл|смен|إعادة|نسيت|تغيير|リセット|変更|忘|重置|修改',
].join('|');
