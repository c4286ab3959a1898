import type { ExistingMessages } from './en-existing.js';

const day = /* @__PURE__ */ new Intl.DateTimeFormat('ar-u-nu-latn-ca-gregory', {
  dateStyle: 'medium',
});
const plural = /* @__PURE__ */ new Intl.PluralRules('ar');

/** The word for so many; one and two name their number themselves. */
const count = (n: number, [one, two, few, many]: readonly [string, string, string, string]) =>
  ({ zero: many, one, two, few: `${n} ${few}`, many: `${n} ${many}`, other: `${n} ${many}` })[
    plural.select(n)
  ];

export const arExisting: ExistingMessages = {
  heading: (n) =>
    n === 1 ? 'لديك بالفعل حالة مفتوحة بهذا الشأن' : 'لديك بالفعل حالات مفتوحة قد تكون بهذا الشأن',
  status: {
    open: 'لدى فريق الدعم',
    'awaiting-you': 'بانتظار ردك',
    solved: 'محلولة',
  },
  refusals: {
    notFound: 'لم تعد هذه الحالة موجودة. أرسل هذا حالةً جديدة.',
    identity: 'لم نعد نعرف من أنت. سجّل الدخول مرة أخرى: ما كتبته باقٍ هنا.',
    notAllowed: 'لا يمكنك الإضافة إلى هذه الحالة. أرسل هذا حالةً جديدة.',
  },
  number: 'الحالة',
  changed: (date) => `آخر تغيير ${day.format(date)}`,
  read: 'قراءتها',
  add: 'إضافة هذا إليها',
  adding: 'جارٍ الإضافة…',
  goes: (n) =>
    n === 0
      ? 'يُضاف ما كتبته تعليقًا إلى الحالة. لا تُفتح حالة جديدة.'
      : `يُضاف ما كتبته مع ${count(n, ['ملفك', 'ملفيك', 'ملفات', 'ملفًا'])} تعليقًا إلى الحالة. لا تُفتح حالة جديدة.`,
  filesStay: 'لا يمكن إضافة ملفاتك من هنا: افتح الحالة وأضفها هناك.',
  filesFailed: (n) =>
    `تعذّر رفع ${count(n, ['ملف واحد', 'ملفين', 'ملفات', 'ملفًا'])}. حاول مرة أخرى أو أزل ما تعذّر رفعه.`,
  failed: 'ربما لم يصل هذا. ما كتبته باقٍ هنا: حاول مرة أخرى، فهو لا يصل إلا مرة واحدة.',
  busy: 'طلبك قيد الإرسال بالفعل.',
  other: 'هذا أمر آخر',
  added: 'أُضيف ما كتبته إلى حالتك',
  addedFiles: (n) => `ومعه ${count(n, ['ملف واحد', 'ملفان', 'ملفات', 'ملفًا'])}.`,
  open: 'فتح الحالة',
  yes: 'نعم',
};
