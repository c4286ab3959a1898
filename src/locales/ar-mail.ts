import type { MailMessages } from './en-mail.js';

const plural = /* @__PURE__ */ new Intl.PluralRules('ar');

/** The numbers that have a form of their own. */
const FILES: Partial<Record<Intl.LDMLPluralRule, string>> = {
  zero: 'لا تُرسل الملفات مع الرسالة: أرفقها بها بنفسك.',
  one: 'لن يُرسل ملفك مع الرسالة: أرفقه بها بنفسك.',
  two: 'لن يُرسل ملفاك مع الرسالة: أرفقهما بها بنفسك.',
};

export const arMail: MailMessages = {
  write: 'كتابة رسالة بريد إلكتروني بدلًا من ذلك',
  files: (n) => FILES[plural.select(n)] ?? `لن تُرسل ملفاتك الـ${n} مع الرسالة: أرفقها بها بنفسك.`,
  cut: 'لا تتسع بداية الرسالة لكل هذا النص. انسخه كله ثم ألصقه فيها.',
  copy: 'نسخ النص',
  copied: 'نُسخ النص. ألصقه في الرسالة.',
  copyFailed: 'تعذّر نسخ النص تلقائيًا. إليك النص كاملًا:',
  yes: 'نعم',
};
