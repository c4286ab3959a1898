/** What a language has to do, in a support desk's words. */
export interface LanguageSample {
  /** Forms that mean the same, in each row. */
  readonly forms: readonly string[];
  /** Words that are not indexed. */
  readonly stopWords: string;
  /** Words that say nothing of the problem. */
  readonly smallTalk: string;
  /** Articles on the password, the invoice, the printer and the subscription: title and text. */
  readonly articles: readonly (readonly [title: string, text: string])[];
  /** A question about the article at a place of that list. */
  readonly question: readonly [place: number, subject: string, description: string];
}

export const samples: Readonly<Record<string, LanguageSample>> = {
  ar: {
    forms: ['حساب الحساب حسابي والحساب حسابات', 'كلمة الكلمة كلمات', 'إلغاء الغاء الإلغاء للإلغاء'],
    stopWords: 'في من على التي هذا',
    smallTalk: 'مرحبا شكرا مشكلة أرجو',
    articles: [
      [
        'إعادة تعيين كلمة المرور',
        'إذا نسيت كلمة المرور فافتح صفحة الدخول واطلب رابطا جديدا بالبريد.',
      ],
      ['تنزيل الفاتورة', 'تجد كل الفواتير في صفحة الدفع، ويمكن حفظ الفاتورة ملفا.'],
      ['الطابعة لا تطبع', 'تحقق من الورق والحبر وأعد تشغيل الطابعة.'],
      ['إلغاء الاشتراك', 'ينتهي الاشتراك في آخر الشهر بعد الإلغاء من إعدادات الحساب.'],
    ],
    question: [
      2,
      'الطابعات لا تطبع',
      'مرحبا، منذ أمس الطابعات في المكتب لا تعمل رغم أن الورق موجود، أرجو المساعدة وشكرا',
    ],
  },
  da: {
    forms: [
      'adgangskode adgangskoden adgangskoder',
      'printer printeren printere',
      'faktura fakturaen',
    ],
    stopWords: 'og det ikke jeg på',
    smallTalk: 'hej tak problem prøvet',
    articles: [
      [
        'Nulstil din adgangskode',
        'Har du glemt adgangskoden, så bed om et nyt link på siden hvor du logger ind.',
      ],
      ['Hent en faktura', 'Alle fakturaer ligger under Betaling og kan gemmes som fil.'],
      ['Printeren udskriver ikke', 'Se efter papir og blæk, og genstart printeren.'],
      ['Opsig abonnementet', 'Abonnementet slutter ved månedens udgang, når det er opsagt.'],
    ],
    question: [
      1,
      'Fakturaen for marts',
      'Hej, jeg har prøvet hele dagen, men kan ikke hente fakturaerne nogen steder. På forhånd tak!',
    ],
  },
  de: {
    forms: ['passwort passwörter passwörtern', 'rechnung rechnungen', 'kündigen kündigung'],
    stopWords: 'und nicht ich auf für',
    smallTalk: 'hallo danke problem versucht',
    articles: [
      [
        'Passwort zurücksetzen',
        'Wer sein Passwort vergessen hat, fordert auf der Seite für die Anmeldung einen neuen Link an.',
      ],
      [
        'Rechnung herunterladen',
        'Alle Rechnungen liegen unter Zahlung und lassen sich als Datei sichern.',
      ],
      ['Der Drucker druckt nicht', 'Papier und Tinte prüfen, dann den Drucker neu starten.'],
      ['Abonnement kündigen', 'Das Abonnement endet nach der Kündigung zum Ende des Monats.'],
    ],
    question: [
      3,
      'Kündigung',
      'Guten Tag, ich habe seit gestern mehrfach versucht, unsere beiden Abonnements zu kündigen, leider ohne Erfolg. Vielen Dank!',
    ],
  },
  en: {
    forms: ['password passwords', 'printer printers', 'cancel cancelled cancelling'],
    stopWords: 'and not the with of',
    smallTalk: 'hello thanks problem tried',
    articles: [
      [
        'Reset your password',
        'If you forgot your password, ask for a new link on the page where you sign in.',
      ],
      ['Download an invoice', 'All invoices are under Payment and can be saved as a file.'],
      ['The printer does not print', 'Check paper and ink, then restart the printer.'],
      ['Cancel the subscription', 'The subscription ends with the month after it was cancelled.'],
    ],
    question: [
      0,
      'Forgotten password',
      'Hello, I have tried everything since yesterday: none of my passwords is taken any more. Please help!',
    ],
  },
  es: {
    forms: [
      'contraseña contraseñas contrasena',
      'conexión conexiones',
      'instalar instalación instalado',
    ],
    stopWords: 'y no el para está',
    smallTalk: 'hola gracias problema intentado',
    articles: [
      [
        'Restablecer la contraseña',
        'Si olvidó su contraseña, pida un enlace nuevo en la página donde inicia sesión.',
      ],
      ['Descargar una factura', 'Todas las facturas están en Pagos y se guardan como archivo.'],
      ['La impresora no imprime', 'Revise el papel y la tinta y reinicie la impresora.'],
      ['Cancelar la suscripción', 'La suscripción termina a fin de mes cuando se ha cancelado.'],
    ],
    question: [
      3,
      'Suscripciones',
      'Buenos días, desde ayer he intentado cancelar nuestras dos suscripciones y no lo consigo. Muchas gracias por su ayuda.',
    ],
  },
  fi: {
    forms: [
      'salasana salasanan salasanat',
      'asetus asetukset asetuksen',
      'sähköposti sähköpostin',
      'tulostin tulostimen',
    ],
    stopWords: 'ja ei minä on että',
    smallTalk: 'hei kiitos ongelma yrittänyt',
    articles: [
      [
        'Salasanan vaihtaminen',
        'Jos olet unohtanut salasanan, pyydä uusi linkki kirjautumissivulta.',
      ],
      ['Laskun lataaminen', 'Kaikki laskut löytyvät maksuista ja ne voi tallentaa tiedostona.'],
      ['Tulostin ei tulosta', 'Tarkista paperi ja muste ja käynnistä tulostin uudelleen.'],
      ['Tilauksen peruuttaminen', 'Tilaus päättyy kuukauden lopussa, kun se on peruutettu.'],
    ],
    question: [
      0,
      'Unohdin salasanani',
      'Hei, olen yrittänyt eilisestä asti vaihtaa salasanaa mutta se ei onnistu. Kiitos avusta!',
    ],
  },
  fr: {
    forms: ['connexion connexions', 'télécharger téléchargement téléchargé', 'journal journaux'],
    stopWords: 'et pas le nous est',
    smallTalk: 'bonjour merci problème essayé',
    articles: [
      [
        'Réinitialiser le mot de passe',
        "En cas d'oubli du mot de passe, demandez un nouveau lien sur la page de connexion.",
      ],
      [
        'Télécharger une facture',
        'Toutes les factures sont dans Paiements et se gardent en fichier.',
      ],
      [
        "L'imprimante n'imprime pas",
        "Vérifiez le papier et l'encre, puis redémarrez l'imprimante.",
      ],
      ["Résilier l'abonnement", "L'abonnement se termine à la fin du mois de la résiliation."],
    ],
    question: [
      1,
      'Factures de mars',
      "Bonjour, depuis hier j'ai essayé plusieurs fois, mais le téléchargement de nos factures s'arrête. Merci d'avance pour votre aide.",
    ],
  },
  it: {
    forms: ['fattura fatture', 'connessione connessioni', 'installare installazione installato'],
    stopWords: 'e non il dell per',
    smallTalk: 'buongiorno grazie problema provato',
    articles: [
      [
        'Reimpostare la password',
        'Chi ha dimenticato la password chiede un nuovo link nella pagina di accesso.',
      ],
      [
        'Scaricare una fattura',
        'Tutte le fatture sono nei pagamenti e si possono salvare in un file.',
      ],
      ['La stampante non stampa', "Controllare la carta e l'inchiostro e riavviare la stampante."],
      ["Disdire l'abbonamento", "L'abbonamento termina alla fine del mese della disdetta."],
    ],
    question: [
      2,
      'Stampanti ferme',
      "Buongiorno, da ieri ho provato di tutto ma le stampanti dell'ufficio non stampano più. Grazie mille!",
    ],
  },
  ja: {
    forms: [],
    stopWords: 'の は を です',
    smallTalk: '問題 昨日 お願い',
    articles: [
      [
        'パスワードの再設定',
        'パスワードを忘れた場合は、ログイン画面から新しいリンクを請求します。',
      ],
      [
        '請求書のダウンロード',
        'すべての請求書は支払いのページにあり、ファイルとして保存できます。',
      ],
      ['プリンターで印刷できない', '用紙とインクを確認し、プリンターを再起動します。'],
      ['定期購読の解約', '解約すると、定期購読は月末に終了します。'],
    ],
    question: [
      2,
      '印刷ができません',
      'お世話になっております。昨日から何度試してもプリンターが動きません。よろしくお願いいたします。',
    ],
  },
  ko: {
    forms: [],
    stopWords: '그리고 있습니다 저는',
    smallTalk: '안녕하세요 감사합니다 문제',
    articles: [
      ['비밀번호 재설정', '비밀번호를 잊은 경우 로그인 화면에서 새 링크를 요청합니다.'],
      ['청구서 내려받기', '모든 청구서는 결제 화면에 있으며 파일로 저장할 수 있습니다.'],
      ['프린터가 인쇄하지 않음', '용지와 잉크를 확인하고 프린터를 재시작합니다.'],
      ['구독 해지', '구독을 해지하면 이달 말에 끝납니다.'],
    ],
    question: [
      0,
      '로그인이 안됩니다',
      '안녕하세요, 어제부터 비밀번호가 맞지 않는다고 나옵니다. 도와주세요. 감사합니다.',
    ],
  },
  nl: {
    forms: ['wachtwoord wachtwoorden', 'factuur facturen', 'instelling instellingen'],
    stopWords: 'en niet ik het voor',
    smallTalk: 'hallo bedankt probleem geprobeerd',
    articles: [
      [
        'Wachtwoord herstellen',
        'Wie het wachtwoord vergeten is, vraagt een nieuwe link aan op de pagina waar je inlogt.',
      ],
      ['Factuur downloaden', 'Alle facturen staan onder Betaling en zijn als bestand te bewaren.'],
      ['De printer print niet', 'Controleer papier en inkt en herstart de printer.'],
      ['Abonnement opzeggen', 'Na het opzeggen loopt het abonnement tot het einde van de maand.'],
    ],
    question: [
      1,
      'Facturen van maart',
      'Hallo, ik heb sinds gisteren van alles geprobeerd, maar kan onze facturen nergens downloaden. Alvast bedankt!',
    ],
  },
  no: {
    forms: [
      'passord passordet passordene',
      'faktura fakturaen fakturaer',
      'skriver skriveren skrivere',
    ],
    stopWords: 'og ikke jeg det på',
    smallTalk: 'hei takk problem prøvd',
    articles: [
      [
        'Tilbakestill passordet',
        'Har du glemt passordet, be om en ny lenke på siden der du logger inn.',
      ],
      ['Last ned en faktura', 'Alle fakturaer ligger under Betaling og kan lagres som fil.'],
      ['Skriveren skriver ikke ut', 'Se etter papir og blekk, og start skriveren på nytt.'],
      ['Si opp abonnementet', 'Abonnementet slutter ved utgangen av måneden når det er sagt opp.'],
    ],
    question: [
      3,
      'Oppsigelse',
      'Hei, jeg har prøvd siden i går å si opp abonnementene våre, men får det ikke til. Takk for hjelpen!',
    ],
  },
  pt: {
    forms: [
      'cartão cartões',
      'mensagem mensagens',
      'senha senhas',
      'instalar instalação instalado',
    ],
    stopWords: 'e não o para está',
    smallTalk: 'olá obrigado problema tentei',
    articles: [
      ['Redefinir a senha', 'Quem esqueceu a senha pede um novo link na página de acesso.'],
      [
        'Baixar uma fatura',
        'Todas as faturas ficam em Pagamentos e podem ser guardadas como arquivo.',
      ],
      ['A impressora não imprime', 'Verifique o papel e a tinta e reinicie a impressora.'],
      ['Cancelar a assinatura', 'A assinatura termina no fim do mês em que foi cancelada.'],
    ],
    question: [
      2,
      'Impressoras paradas',
      'Olá, desde ontem já tentei de tudo, mas as impressoras do escritório não imprimem. Muito obrigado!',
    ],
  },
  ru: {
    forms: ['пароль пароля пароли паролей', 'ошибка ошибки ошибку', 'счёт счет счета'],
    stopWords: 'и не я на что',
    smallTalk: 'здравствуйте спасибо проблема пробовал',
    articles: [
      ['Сброс пароля', 'Если вы забыли пароль, запросите новую ссылку на странице входа.'],
      ['Как скачать счёт', 'Все счета находятся в разделе оплаты, их можно сохранить файлом.'],
      ['Принтер не печатает', 'Проверьте бумагу и чернила и перезапустите принтер.'],
      ['Отмена подписки', 'После отмены подписка действует до конца месяца.'],
    ],
    question: [
      3,
      'Хочу отменить подписку',
      'Здравствуйте! Со вчерашнего дня пробовал отключить подписки, ничего не получается. Спасибо за помощь.',
    ],
  },
  sv: {
    forms: [
      'lösenord lösenordet',
      'faktura fakturan fakturor',
      'konto kontot',
      'skrivare skrivaren skrivarna',
    ],
    stopWords: 'och inte jag det på',
    smallTalk: 'hej tack problem försökt',
    articles: [
      [
        'Återställ lösenordet',
        'Den som har glömt sitt lösenord ber om en ny länk på sidan där man loggar in.',
      ],
      ['Ladda ner en faktura', 'Alla fakturor finns under Betalning och kan sparas som fil.'],
      ['Skrivaren skriver inte ut', 'Se efter papper och bläck och starta om skrivaren.'],
      ['Säg upp prenumerationen', 'Prenumerationen upphör vid månadens slut när den är uppsagd.'],
    ],
    question: [
      1,
      'Fakturan för mars',
      'Hej, jag har försökt sedan igår men kan inte ladda ner våra fakturor. Tack på förhand!',
    ],
  },
  th: {
    forms: [],
    stopWords: 'ที่ และ ของ เป็น',
    smallTalk: 'สวัสดี ขอบคุณ ปัญหา',
    articles: [
      ['การรีเซ็ตรหัสผ่าน', 'หากลืมรหัสผ่าน ให้ขอลิงก์ใหม่จากหน้าเข้าสู่ระบบ'],
      ['ดาวน์โหลดใบแจ้งหนี้', 'ใบแจ้งหนี้ทั้งหมดอยู่ในหน้าการชำระเงินและบันทึกเป็นไฟล์ได้'],
      ['เครื่องพิมพ์ไม่พิมพ์', 'ตรวจสอบกระดาษและหมึก แล้วเปิดเครื่องพิมพ์ใหม่'],
      ['ยกเลิกการสมัครสมาชิก', 'สมาชิกจะสิ้นสุดในปลายเดือนหลังจากยกเลิก'],
    ],
    question: [0, 'ลืมรหัสผ่าน', 'สวัสดีครับ ตั้งแต่เมื่อวานลองหลายครั้งแล้วยังเข้าสู่ระบบไม่ได้ ขอบคุณครับ'],
  },
  zh: {
    forms: [],
    stopWords: '的 我们 但是 如何',
    smallTalk: '你好 谢谢 问题 昨天',
    articles: [
      ['重置密码', '如果忘记密码，请在登录页面申请新的链接。'],
      ['下载发票', '所有发票都在付款页面，可以保存为文件。'],
      ['打印机不能打印', '检查纸张和墨水，然后重新启动打印机。'],
      ['取消订阅', '取消之后，订阅在月底结束。'],
    ],
    question: [
      3,
      '我想取消订阅',
      '你好，我从昨天开始试了很多次，一直没有成功，请帮忙解决一下，谢谢！',
    ],
  },
};
