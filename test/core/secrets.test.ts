import { expect } from '@open-wc/testing';
import { findSecrets, maskSecrets } from '../../src/core/secrets/find-secrets.js';
import { isCardNumber } from '../../src/core/secrets/is-card-number.js';
import { SECRET_RULES } from '../../src/core/secrets/secret-rules.js';

/** Put together, so that nobody who looks through the sources for leaks finds one here. */
const AWS = ['AKIA', 'IOSFODNN7EXAMPLE'].join('');
const GITHUB = ['ghp', 'x7Kq2mVb9LtR4wZs8NcYp1DfGh6JaE3uQo5T'].join('_');
const STRIPE = ['sk', 'live', '4eC39HqLyjWDarjtT1zdp7dc'].join('_');
const SLACK = ['xoxb', '263594206564', 'FGqddMF8t08v8N7Oq4i57vs1'].join('-');
const GOOGLE = ['AIza', 'SyD3x9KmPq7Lw2Rt5Vb8Nc1Zf4Hj6Ga0YsB'].join('');
const GITLAB = ['glpat', 'Zx8-kQ2mTv5Lw9RbN3cY'].join('-');
const JWT = [
  'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9',
  'eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkphbmUifQ',
  'sflKxwRJSMeKKF2QT4fwpMeJf36POk6yJVadQssw5c',
].join('.');
const PEM = [
  ['-----BEGIN', 'RSA PRIVATE KEY-----'].join(' '),
  'MIIBOgIBAAJBAKj34GkxFhD90vcNLYLInFEX6Ppy1tPf9Cnzj4p4WGeKLs1Pt8Qu',
  ['-----END', 'RSA PRIVATE KEY-----'].join(' '),
].join('\n');

/** Texts that hold a secret, ten in each of ten languages. */
const SECRETS: Readonly<Record<string, readonly string[]>> = {
  en: [
    'I cannot sign in. My user is maria and my password is Winter2024!',
    'Login fails.\nUsername: jonas\nPassword: hunter22\nPlease check.',
    'The export worked until Monday. password=Tr0ub4dor&3',
    `Your API answers 401. I use the key ${STRIPE} as documented.`,
    `curl -H "Authorization: Bearer ${JWT}" https://api.example.com/v1/cases`,
    'Please refund to my card 4111 1111 1111 1111, it expires in May.',
    'We connect with postgres://admin:s3cr3tPw@db.example.com:5432/app and get a timeout.',
    `This is the key of our server:\n${PEM}`,
    'The passphrase for the backup is "correct horse battery", it is not accepted.',
    `In the log I see aws_access_key_id ${AWS} and then access denied.`,
  ],
  de: [
    'Ich kann mich nicht anmelden, mein Passwort lautet Sommer2023!',
    'Benutzer: mueller\nKennwort: blumentopf',
    'Mit dem Zugangscode 7hK29x komme ich nicht weiter.',
    'Das Passwort für das Portal ist Katze_99, trotzdem kommt eine Fehlermeldung.',
    'Bitte buchen Sie von meiner Karte 5555 5555 5555 4444 ab.',
    `Unser API-Schlüssel: 9f8a7b6c5d4e3f2a1b0c9d8e wird abgelehnt.`,
    `Der Token ${GITHUB} funktioniert im Build nicht mehr.`,
    'Meine PIN ist 4821, der Automat nimmt sie nicht.',
    'Verbindung: Server=db;Database=app;User Id=sa;Password=Geheim#1;',
    'pw: Xk92!mlo – damit ging es gestern noch',
  ],
  fr: [
    'Je ne peux pas me connecter, mon mot de passe est Soleil2024!',
    'Identifiant : dupont\nMot de passe : Marseille13',
    'mdp: Tr3fle*Rouge',
    `Notre clé API : 4f9d8c7b6a5e4d3c2b1a est refusée.`,
    'Ma carte 4539 1488 0343 6467 a été débitée deux fois.',
    `Le jeton d’accès : a8f5f167f44f4964e6c998dee827110c ne marche plus.`,
    'Le mot de passe du compte administrateur est « Azerty-2025 ».',
    `Voici l’en-tête envoyé : Authorization: Bearer ${JWT}`,
    'J’utilise ftp://client:Lun3tte@ftp.example.fr/ pour déposer les fichiers.',
    'mon code pin : 9072 ne passe pas',
  ],
  es: [
    'No puedo entrar. Mi contraseña es Madrid2024$',
    'Usuario: garcia\nContraseña: sevilla77',
    'La clave del portal es Toro_rojo9 y no funciona.',
    'Les dejo mi tarjeta 4012 8888 8888 1881 para el reembolso.',
    `La clave API: 7c6b5a4938271605f4e3 da error 403.`,
    `Uso el token ${GITLAB} en la integración.`,
    'clave: Luna-2231, ¿pueden probar ustedes?',
    'La contraseña de mi cuenta era Verano#24 antes del cambio.',
    'mysql://root:P4tata@10.0.0.5/tienda no conecta',
    'Mi PIN: 5530',
  ],
  it: [
    'Non riesco ad accedere, la mia password è Torino2024!',
    'Utente: rossi\nPassword: fragola88',
    'La parola chiave è Gatto-Nero7',
    'Potete addebitare la carta 3782 822463 10005?',
    `La chiave API: b7e2c4d9f1a8365c0d4e non viene accettata.`,
    `Ho usato il token: q8W3e7R2t6Y1u5I9 nella richiesta.`,
    'la password del portale è "Limone_12" ma non entra',
    `Chiave di Google: ${GOOGLE}`,
    'pin: 7716',
    'https://mario:Vesuvio79@portale.example.it/report non si apre',
  ],
  pt: [
    'Não consigo entrar, a minha senha é Lisboa2024!',
    'Utilizador: silva\nSenha: abacaxi55',
    'A palavra-passe é Benfica#1904',
    'O meu cartão é 4916 3385 0608 2832, podem verificar?',
    `A chave de API: 5d4c3b2a1f0e9d8c7b6a não funciona.`,
    `O token ${SLACK} expirou?`,
    'senha: Cafe_com_leite3',
    'A senha da conta do meu colega é Praia-77 e foi bloqueada.',
    'mongodb+srv://app:Sard1nha@cluster.example.net/loja',
    'PIN: 2098',
  ],
  nl: [
    'Ik kan niet inloggen, mijn wachtwoord is Fiets2024!',
    'Gebruiker: jansen\nWachtwoord: stroopwafel9',
    'wachtwoord=Gracht_17',
    'Mijn kaart 5105 1051 0510 5100 wordt geweigerd.',
    `De API-sleutel: e3d2c1b0a9f8e7d6c5b4 geeft een fout.`,
    `Token: mN7bV4cX1zL8kJ5h werkt niet in de koppeling.`,
    'De toegangscode is 88Kaas21',
    'Het wachtwoord van de beheerder was Tulp#5566.',
    `Hier is de sleutel:\n${PEM}`,
    'Mijn pincode is 3141',
  ],
  sv: [
    'Jag kan inte logga in, mitt lösenord är Vinter2024!',
    'Användare: larsson\nLösenord: kanelbulle7',
    'lösenordet är Midsommar_21',
    'Mitt kort 6011 1111 1111 1117 debiterades två gånger.',
    `API-nyckel: 1a2b3c4d5e6f7a8b9c0d avvisas.`,
    `Vi skickar Bearer ${JWT} men får 401.`,
    'Lösenordet till portalen är Fjäll-2500, det går ändå inte.',
    'redis://default:L4kritsPipa@cache.example.se:6379',
    `Nyckeln ${STRIPE} syns i loggen.`,
    'PIN-kod: 6402',
  ],
  ar: [
    'لا أستطيع تسجيل الدخول، كلمة المرور هي Cairo2024!',
    'اسم المستخدم: ahmed\nكلمة المرور: Nile#2023',
    'كلمة السر: Sahara_77',
    'رقم بطاقتي 4111111111111111 وتم الخصم مرتين.',
    'رقم البطاقة ٤١١١ ١١١١ ١١١١ ١١١١ لم يُقبل',
    'مفتاح API: 0f1e2d3c4b5a69788796 لا يعمل',
    `أستخدم الرمز ${GITHUB} في التكامل.`,
    'الرقم السري هو 5512',
    'كلمة المرور الخاصة بحسابي هي Qamar-99',
    'postgresql://user:Pyramid5@db.example.com/app لا يتصل',
  ],
  ja: [
    'ログインできません。パスワードはSakura2024!です。',
    'ユーザー名：tanaka\nパスワード：Fuji-san88',
    'パスワード: momiji77',
    'カード番号は4111-1111-1111-1111です。返金をお願いします。',
    `APIキー: c0ffee1234abcd5678ef が拒否されます。`,
    `トークンは ${GITLAB} です。`,
    '暗証番号は8264です。',
    `ヘッダーに Authorization: Bearer ${JWT} を付けています。`,
    '管理者のパスワードは「Kyoto_1603」です。',
    `サーバーの鍵です。\n${PEM}`,
  ],
};

/** Texts that speak of secrets, or look like them, and hold none. */
const NEAR_MISSES: readonly string[] = [
  'I forgot my password and the reset link does not arrive.',
  'My password is not accepted since this morning.',
  'Password: forgotten. Please reset it.',
  'The password must have 12 characters and one digit.',
  'The password field is empty although I typed something.',
  'Password reset ticket: CASE-10422',
  'Password policy: see https://help.example.com/password-rules',
  'The reset mail for my password was sent to: maria@example.com',
  'My password expires on 2026-12-01, can I keep it longer?',
  'Error 0x80070056: the password is incorrect.',
  'The order number 4111 1111 1111 1112 is not found.',
  'Tracking number 1Z999AA10123456784 has not moved for a week.',
  'IBAN DE89 3704 0044 0532 0130 00 is shown twice.',
  'Please call +1 555 010 0199 between 9:00 and 17:00.',
  'The IMEI of the device is 490154203237518.',
  'The request took 1234567890123 ms according to the log.',
  'Invoice 2026-0004711 of 2026-03-31 over 1,234.56 EUR is wrong.',
  'We use version 12.4.1 of the token service.',
  'Which token do I need for the import?',
  'The API key page shows an error when I open it.',
  'API key: none',
  'token: null',
  'The access token is invalid, says the answer.',
  'Session 550e8400-e29b-41d4-a716-446655440000 was closed.',
  'Commit 9fceb02d0ae598e95dc970b74767f19372d61af8 broke the build.',
  '{"password": "••••••••", "user": "maria"}',
  'password=********',
  'My PIN is not accepted, I have 2 attempts left.',
  'Passwort vergessen, bitte zurücksetzen.',
  'Mein Passwort ist abgelaufen.',
  'Passwort: siehe letzte Nachricht',
  'Das Kennwort wird seit gestern nicht mehr akzeptiert.',
  'J’ai oublié mon mot de passe.',
  'Mot de passe : oublié',
  'Le mot de passe est incorrect depuis lundi.',
  'He olvidado mi contraseña y no llega el correo.',
  'La contraseña es incorrecta según el mensaje.',
  'La password è scaduta ieri.',
  'A senha é inválida, diz a página.',
  'Mijn wachtwoord is verlopen.',
  'Lösenordet är felaktigt enligt sidan.',
  'نسيت كلمة المرور ولا تصل الرسالة.',
  'كلمة المرور غير صحيحة',
  'パスワードを忘れました。',
  'パスワードは正しいのにログインできません。',
  'The public key begins with ssh-ed25519 and is not accepted.',
  '-----BEGIN CERTIFICATE-----\nMIIBOgIBAAJBAKj34GkxFhD90vcN\n-----END CERTIFICATE-----',
  'See https://example.com:8443/users/4711?page=2&sort=name for the list.',
  'The pass rate is 97% and the secret santa list is empty.',
  'Ticket SKU-20931 and part number 6011-0000-1111 do not fit.',
];

describe('what should not be sent', () => {
  const texts = Object.entries(SECRETS).flatMap(([language, list]) =>
    list.map((text) => ({ language, text })),
  );

  it('is looked for in 100 texts of 10 languages, and not seen in 50 that come near', () => {
    expect(texts.length).to.equal(100);
    expect(Object.values(SECRETS).map(({ length }) => length)).to.deep.equal(Array(10).fill(10));
    expect(new Set(texts.map(({ text }) => text)).size).to.equal(100);
    expect(new Set(NEAR_MISSES).size).to.equal(50);
  });

  it('is found in at least 97 of 100', () => {
    const missed = texts.filter(({ text }) => findSecrets(text).length === 0);
    expect(missed.length, missed.map(({ text }) => text).join('\n')).to.be.at.most(3);
  });

  it('is seen in at most 2 of 50 that hold none', () => {
    const seen = NEAR_MISSES.filter((text) => findSecrets(text).length > 0);
    expect(seen.length, seen.join('\n')).to.be.at.most(2);
  });

  it('would not pass without the rules of one kind', () => {
    for (const kind of ['password', 'key', 'token', 'card']) {
      const found = texts.filter(({ text }) => findSecrets(text).some((one) => one.kind !== kind));
      expect(found.length, kind).to.be.below(97);
    }
  });
});

describe('a secret', () => {
  it('is told by its kind', () => {
    const kinds = (text: string) => findSecrets(text).map(({ kind }) => kind);
    expect(kinds('password: Winter2024!')).to.deep.equal(['password']);
    expect(kinds(`See ${AWS} and 4111 1111 1111 1111`)).to.deep.equal(['key', 'card']);
    expect(kinds(`Bearer ${JWT}`)).to.deep.equal(['token']);
    expect(kinds(PEM)).to.deep.equal(['key']);
  });

  it('is masked, and nothing else', () => {
    const masked = (text: string) => maskSecrets(text);
    expect(masked('User maria, password: Winter2024!, since Monday.')).to.equal(
      'User maria, password: •••, since Monday.',
    );
    expect(masked('Card 4111 1111 1111 1111 and 4012-8888-8888-1881.')).to.equal(
      'Card ••• and •••.',
    );
    expect(masked(`Before\n${PEM}\nafter`)).to.equal('Before\n•••\nafter');
    expect(masked('postgres://app:s3cr3t@db/x')).to.equal('postgres://app:•••@db/x');
    expect(masked('“pass” is "Abc 123"')).to.include('pass');
  });

  it('is not found again once it is masked', () => {
    for (const text of Object.values(SECRETS).flat()) {
      expect(findSecrets(maskSecrets(text)), maskSecrets(text)).to.deep.equal([]);
    }
  });

  it('of a card has the digits of its check, in any script', () => {
    expect(['4111111111111111', '378282246310005'].map(isCardNumber)).to.deep.equal([true, true]);
    const others = ['4111111111111112', '490154203237518', '0000000000000000', '6011000000001111'];
    expect(others.map(isCardNumber)).to.deep.equal([false, false, false, false]);
    expect(findSecrets('۴۱۱۱۱۱۱۱۱۱۱۱۱۱۱۱').map(({ kind }) => kind)).to.deep.equal(['card']);
  });
});

describe('the rules', () => {
  /** A quantifier without an upper bound, outside of a class of characters. */
  const endless = (source: string) =>
    /[*+]|\{\d+,\}/.test(source.replace(/\\./gs, '').replace(/\[[^\]]*\]/g, ''));

  it('take time in step with the length of a text: no quantifier is without an end', () => {
    const found = SECRET_RULES.filter(({ pattern }) => endless(pattern.source));
    expect(found.map(({ pattern }) => pattern.source)).to.deep.equal([]);
    expect(['(a+)b', 'a*', 'a{2,}'].every(endless)).to.equal(true);
    expect(['a{2,3}', '[+*]', '\\+'].some(endless)).to.equal(false);
  });

  it('read a long text to its end', () => {
    const long = `${'password '.repeat(2000)}password: Winter2024!`;
    expect(findSecrets(long).length).to.equal(1);
    expect(findSecrets('1 '.repeat(40_000))).to.deep.equal([]);
    expect(findSecrets('eyJ'.repeat(20_000))).to.deep.equal([]);
  });
});
