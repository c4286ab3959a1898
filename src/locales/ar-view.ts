import type { StatusMessages, ViewMessages } from './en.js';

// The digits that the other texts of this language are written in.
const number = /* @__PURE__ */ new Intl.NumberFormat('ar-u-nu-latn');
const plural = /* @__PURE__ */ new Intl.PluralRules('ar');
const moment = /* @__PURE__ */ new Intl.DateTimeFormat('ar-u-nu-latn-ca-gregory', {
  dateStyle: 'long',
  timeStyle: 'short',
});

/** A phrase for each of the six forms; those of none, one and two name the number themselves. */
type Forms = Readonly<Record<Intl.LDMLPluralRule, string>>;

/** The phrase for so many, after the number where there are more than two. */
const count = (n: number, forms: Forms) =>
  `${n > 2 ? `${number.format(n)} ` : ''}${forms[plural.select(n)]}`;

/** Names and numbers of cases keep their own direction. */
const isolated = (text: string) => `\u2068${text}\u2069`;

export const arStatus: StatusMessages = {
  open: 'لدى فريق الدعم',
  'awaiting-you': 'في انتظار ردك',
  solved: 'تم الحل',
};

export const arView: ViewMessages = {
  status: arStatus,
  refusals: {
    notFound: 'لا يوجد طلب كهذا هنا. تحقّق من العنوان أو سجّل الدخول بحساب يحق له الاطلاع عليه.',
    identity: 'انتهت صلاحية تسجيل دخولك. سجّل الدخول مرة أخرى ثم أعد المحاولة.',
    notAllowed: 'لا يمكنك فعل ذلك، أو لا يمكنك فعله الآن. اسأل من فتح الطلب.',
  },
  number: 'الطلب',
  statusLabel: 'الحالة',
  severity: 'مستوى الخطورة',
  owner: 'المسؤول',
  nobody: 'لا أحد بعد',
  requester: 'لصالح',
  organisation: 'المؤسسة',
  contact: 'بيانات التواصل',
  created: 'تاريخ الفتح',
  updated: 'آخر تغيير',
  description: 'الوصف',
  moment: (date) => moment.format(date),
  size(bytes) {
    const power = Math.min(Math.floor(Math.log10(bytes || 1) / 3), 3);
    return new Intl.NumberFormat('ar-u-nu-latn', {
      style: 'unit',
      unit: `${['', 'kilo', 'mega', 'giga'][power]}byte`,
      unitDisplay: 'long',
      maximumFractionDigits: 1,
    }).format(bytes / 1000 ** power);
  },
  loading: 'جارٍ تحميل الطلب…',
  failed: 'تعذّر تحميل الطلب.',
  tryAgain: 'إعادة المحاولة',
  stale: 'قد لا يكون هذا أحدث ما لدينا: تعذّر الاتصال.',
  attachments: 'المرفقات',
  noAttachments: 'لا توجد ملفات بعد.',
  fileName: 'اسم الملف',
  addedBy: 'أضافه',
  added: 'التاريخ',
  fileSize: 'الحجم',
  addFiles: 'إضافة ملفات إلى الطلب',
  conversation: 'المحادثة',
  noComments: 'لم يكتب أحد شيئًا بعد.',
  newestFirst: 'عرض الأحدث أولًا',
  oldestFirst: 'عرض الأقدم أولًا',
  staff: 'فريق الدعم',
  isNew: 'جديد',
  reply: 'ردك',
  replyFiles: 'إضافة ملفات إلى الرد',
  send: 'إرسال الرد',
  sending: 'جارٍ الإرسال…',
  replyEmpty: 'اكتب شيئًا أولًا أو أضف ملفًا.',
  replyFailed: 'ربما لم يصل ردك. ما زال هنا: أعد المحاولة، ولن يصل إلا مرة واحدة.',
  filesFailed: (n) => failedFiles(n),
  replied: 'أُضيف ردك إلى الطلب.',
  showWaiting: 'وصل شيء جديد: اعرضه',
  follow: 'متابعة',
  resolve: 'وضع علامة «تم الحل»',
  reopen: 'إعادة الفتح',
  receipt: 'تنزيل إيصال',
  done: {
    attach: 'أُضيفت الملفات إلى الطلب.',
    resolve: 'تم حل الطلب.',
    reopen: 'أُعيد فتح الطلب.',
    follow: 'أنت تتابع الطلب الآن.',
    unfollow: 'لم تعد تتابع الطلب.',
  },
  actFailed: 'ربما لم ينجح ذلك.',
  arrived: ({ comments, author, attachments }) =>
    [comments && newReplies(comments, author), attachments && newFiles(attachments)]
      .filter(Boolean)
      .join(' '),
  statusIs: (status) => `الحالة: ${status}.`,
};

function failedFiles(n: number): string {
  const files = count(n, {
    zero: 'صفر ملفات',
    one: 'ملف واحد',
    two: 'ملفين',
    few: 'ملفات',
    many: 'ملفًا',
    other: 'ملف',
  });
  const remove = { one: 'إزالته', two: 'إزالتهما' }[plural.select(n) as string] ?? 'إزالتها';
  return `تعذّر رفع ${files}. يُرجى إعادة المحاولة أو ${remove}.`;
}

const newReplies = (n: number, author: string) =>
  count(n, {
    zero: 'لا ردود جديدة.',
    one: `رد جديد من ${isolated(author)}.`,
    two: 'ردّان جديدان.',
    few: 'ردود جديدة.',
    many: 'ردًّا جديدًا.',
    other: 'رد جديد.',
  });

const newFiles = (n: number) =>
  count(n, {
    zero: 'لا ملفات جديدة.',
    one: 'ملف جديد.',
    two: 'ملفان جديدان.',
    few: 'ملفات جديدة.',
    many: 'ملفًا جديدًا.',
    other: 'ملف جديد.',
  });
