import { arDiagnostics } from './ar-diagnostics.js';
import { arExisting } from './ar-existing.js';
import { arDesk } from './ar-desk.js';
import { arHelpful } from './ar-helpful.js';
import { arEnding } from './ar-ending.js';
import { arIdentity } from './ar-identity.js';
import { arIncidents } from './ar-incidents.js';
import { arRouting } from './ar-routing.js';
import { arLauncher } from './ar-launcher.js';
import { arMail } from './ar-mail.js';
import { arList } from './ar-list.js';
import { arView } from './ar-view.js';
import type {
  CaseFormMessages,
  CaseSolutionsMessages,
  CaseUploadMessages,
  DeliveryMessages,
  DraftMessages,
  ErrorMessages,
  FormMessages,
  Messages,
  NewCaseMessages,
  SolutionMessages,
  UploadMessages,
} from './en.js';

// Western digits, since a person has to type a number in the digits that a program reads.
const number = /* @__PURE__ */ new Intl.NumberFormat('ar-u-nu-latn', { maximumFractionDigits: 20 });
const percentage = /* @__PURE__ */ new Intl.NumberFormat('ar-u-nu-latn', { style: 'percent' });
const plural = /* @__PURE__ */ new Intl.PluralRules('ar');
const ago = /* @__PURE__ */ new Intl.RelativeTimeFormat('ar-u-nu-latn', { numeric: 'auto' });
const day = /* @__PURE__ */ new Intl.DateTimeFormat('ar-u-nu-latn-ca-gregory', {
  dateStyle: 'long',
  timeZone: 'UTC',
});

/** A phrase for each of the six forms; those without a number before them name it themselves. */
type Forms = readonly [
  zero: string,
  one: string,
  two: string,
  few: string,
  many: string,
  other: string,
];
const FORMS: readonly Intl.LDMLPluralRule[] = ['zero', 'one', 'two', 'few', 'many', 'other'];

const phrase = (n: number, forms: Forms) => forms[FORMS.indexOf(plural.select(n))] ?? '';

/** The phrase for so many, after the number where there are more than two. */
const count = (n: number, forms: Forms) =>
  `${n > 2 ? `${number.format(n)} ` : ''}${phrase(n, forms)}`;

// After a preposition the dual has another ending than as a subject.
const files = (n: number) => count(n, ['صفر ملفات', 'ملف واحد', 'ملفان', 'ملفات', 'ملفًا', 'ملف']);
const ofFiles = (n: number) => count(n, ['صفر ملفات', 'ملف واحد', 'ملفين', 'ملفات', 'ملفًا', 'ملف']);
const ofCharacters = (n: number) =>
  count(n, ['صفر أحرف', 'حرف واحد', 'حرفين', 'أحرف', 'حرفًا', 'حرف']);

/** Text in any script, kept apart, so that it does not turn what stands around it. */
const isolated = (text: string) => `\u2068${text}\u2069`;
/** The same for what is written from left to right, whatever it begins with. */
const latin = (text: string) => `\u2066${text}\u2069`;
const quoted = (text: string) => `«${isolated(text)}»`;

function size(bytes: number): string {
  const power = Math.min(Math.floor(Math.log10(bytes || 1) / 3), 3);
  return new Intl.NumberFormat('ar-u-nu-latn', {
    style: 'unit',
    unit: `${['', 'kilo', 'mega', 'giga'][power]}byte`,
    unitDisplay: 'long',
    maximumFractionDigits: 1,
  }).format(bytes / 1000 ** power);
}

const isDay = (limit: number | string) => /^\d{4}-\d\d-\d\d$/.test(String(limit));

/** A number or a day that an answer must not go beyond. */
function bound(limit: number | string): string {
  const time = isDay(limit) ? Date.parse(String(limit)) : NaN;
  if (!Number.isNaN(time)) return day.format(time);
  return typeof limit === 'number' ? number.format(limit) : limit;
}

const errors: ErrorMessages = {
  required: (label) => `يُرجى الإجابة عن ${quoted(label)}.`,
  tooShort: (label, limit) => `يجب ألّا يقلّ نص ${quoted(label)} عن ${ofCharacters(limit)}.`,
  tooLong: (label, limit) => `يجب ألّا يزيد نص ${quoted(label)} على ${ofCharacters(limit)}.`,
  tooSmall: (label, limit) =>
    isDay(limit)
      ? `يجب ألّا يكون التاريخ في ${quoted(label)} قبل ${bound(limit)}.`
      : `يجب ألّا تقلّ قيمة ${quoted(label)} عن ${bound(limit)}.`,
  tooBig: (label, limit) =>
    isDay(limit)
      ? `يجب ألّا يكون التاريخ في ${quoted(label)} بعد ${bound(limit)}.`
      : `يجب ألّا تزيد قيمة ${quoted(label)} على ${bound(limit)}.`,
  email: `يُرجى إدخال عنوان بريد إلكتروني مثل ${latin('name@example.com')}.`,
  phone: `يُرجى إدخال رقم هاتف، مثل ${latin('+1 555 010 0199')}.`,
  url: `يُرجى إدخال عنوان ويب يبدأ بـ ${latin('https://')} أو ${latin('http://')}.`,
  number: 'يُرجى إدخال رقم.',
  step: (label, step) => `تتغيّر قيمة ${quoted(label)} بخطوات مقدارها ${number.format(step)}.`,
  date: 'يُرجى إدخال تاريخ.',
  option: (label) => `يُرجى اختيار إحدى الإجابات المعروضة في ${quoted(label)}.`,
  pattern: (label) => `صيغة ${quoted(label)} غير مطابقة للمطلوب.`,
  consent: (label) => `موافقتك مطلوبة: ${quoted(label)}`,
  invalid: (label) => `تعذّر فهم الإجابة عن ${quoted(label)}.`,
  filesFailed: (n) => {
    const remove = phrase(n, ['إزالتها', 'إزالته', 'إزالتهما', 'إزالتها', 'إزالتها', 'إزالتها']);
    return `تعذّر رفع ${ofFiles(n)}. يُرجى إعادة المحاولة أو ${remove}.`;
  },
};

const form: FormMessages = {
  submit: 'إرسال',
  sending: 'جارٍ الإرسال…',
  waitingForFiles: 'في انتظار اكتمال رفع ملفاتك…',
  cancel: 'إلغاء',
  tryAgain: 'إعادة المحاولة',
  optional: 'اختياري',
  choose: 'يُرجى الاختيار…',
  summary: (n) =>
    count(n, [
      'لا إجابات تحتاج إلى مراجعة',
      'إجابة واحدة تحتاج إلى مراجعة',
      'إجابتان تحتاجان إلى مراجعة',
      'إجابات تحتاج إلى مراجعة',
      'إجابةً تحتاج إلى مراجعة',
      'إجابة تحتاج إلى مراجعة',
    ]),
  failed: 'ربما لم يصل طلبك',
  failedHint: 'كل ما كتبته ما زال هنا.',
  submitted: 'وصل طلبك',
  solved: 'يسعدنا أن ذلك كان مفيدًا',
  characters: (used, limit) => `${number.format(used)} من ${ofCharacters(limit)}`,
};

const newCase: NewCaseMessages = {
  requester: 'من يواجه المشكلة؟',
  requesterHelp: 'المؤسسة أو الشخص.',
  contact: 'ما طريقة التواصل المناسبة؟',
  contactEmail: 'البريد الإلكتروني',
  contactPhone: 'الهاتف',
  contactCase: 'تعليق على الطلب',
  email: 'عنوان البريد الإلكتروني',
  phone: 'رقم الهاتف',
  product: 'ما المنتج الذي يتعلق به طلبك؟',
  topic: 'هل يتعلق الأمر بأحد المواضيع التالية؟',
  subject: 'الموضوع',
  subjectHelp: 'سطر واحد يصف المشكلة.',
  description: 'الوصف',
  descriptionHelp: 'ما الذي فعلته، وما الذي توقعته، وما الذي حدث بدلًا من ذلك.',
  products: {
    account: 'الحساب والوصول',
    system: 'إدارة النظام',
    data: 'البيانات والتقارير',
    billing: 'الفوترة',
  },
  topics: {
    account: { 'sign-in': 'تسجيل الدخول', access: 'الصلاحيات' },
    system: { availability: 'توفّر النظام', performance: 'الأداء' },
    data: { reports: 'التقارير', import: 'الاستيراد والتصدير' },
    billing: { invoices: 'الفواتير', plan: 'خطة الاشتراك' },
  },
};

const solutions: SolutionMessages = {
  heading: 'حلول مقترحة',
  intro: 'تظهر هنا أثناء الكتابة مقالات قد تفيدك.',
  found: (n) =>
    count(n, [
      'لا يوجد مقال مناسب. سيصل طلبك إلى أحد الموظفين.',
      'مقال واحد قد يفيدك',
      'مقالان قد يفيدانك',
      'مقالات قد تفيدك',
      'مقالًا قد يفيدك',
      'مقال قد يفيدك',
    ]),
  failed: 'تعذّر تحميل المقالات.',
  tryAgain: 'إعادة المحاولة',
  updated: (n, unit) => `آخر تحديث: ${ago.format(-n, unit)}`,
  date: (date) => day.format(date),
  back: 'العودة إلى كل الحلول',
  openArticle: 'فتح المقال',
  newTab: '(علامة تبويب جديدة)',
  outline: 'في هذا المقال',
  solved: 'هذا حلّ مشكلتي',
  refuse: 'ليس هذا ما أحتاجه',
  newer: 'عرض اقتراحات أحدث',
  thanks: 'يسعدنا أن ذلك كان مفيدًا.',
};

const upload: UploadMessages = {
  label: 'المرفقات',
  choose: 'اختيار ملفات',
  drop: 'أو إفلاتها هنا، أو لصق لقطة شاشة',
  limits: ({ maxFiles, maxSize, accept }) => {
    const each = maxFiles === 1 ? '' : ' لكل ملف';
    const kinds = accept.length ? `: ${accept.map(latin).join('، ')}` : '';
    return `${maxFiles === 1 ? '' : 'حتى '}${ofFiles(maxFiles)}، بحجم أقصاه ${size(maxSize)}${each}${kinds}.`;
  },
  size,
  waiting: 'في الانتظار',
  uploading: (percent) => `جارٍ الرفع، ${percentage.format(percent / 100)}`,
  uploaded: 'تم الرفع',
  kept: 'ما زال موجودًا: تعذّرت إزالته',
  enclosed: 'سيُرسل مع النموذج',
  failed: 'لم يُرفع',
  cancel: (name) => `إلغاء رفع ${isolated(name)}`,
  retry: (name) => `إعادة محاولة رفع ${isolated(name)}`,
  remove: (name) => `إزالة ${isolated(name)}`,
  rejected: (reason, { maxFiles, maxSize }) =>
    ({
      type: 'لم يُضف: هذا النوع من الملفات غير مقبول.',
      size: `لم يُضف: حجم الملف أكبر من ${size(maxSize)}.`,
      count: `لم يُضف: الحد الأقصى ${files(maxFiles)}.`,
      empty: 'لم يُضف: الملف فارغ.',
      content: 'لم يُضف: محتوى الملف ليس كما يدل عليه اسمه.',
      folder: 'أُضيف جزئيًا: يحتوي على ملفات كثيرة جدًا، أو على ملفات تتعذّر قراءتها.',
    })[reason],
  rejectedMore: (n) =>
    phrase(n, [
      'أُضيفت الملفات الأخرى كلها.',
      'لم يُضف ملف آخر.',
      'لم يُضف ملفان آخران.',
      `لم تُضف ${files(n)} أخرى.`,
      `لم يُضف ${files(n)} آخر.`,
      `لم يُضف ${files(n)} آخر.`,
    ]),
  progress: (ready, total) => `أصبح جاهزًا ${number.format(ready)} من ${ofFiles(total)}`,
  required: 'يُرجى إضافة ملف واحد على الأقل.',
  pastedName: 'لقطة شاشة',
  private: 'يُزال الموقع واسم صاحب الصورة من الصور.',
  screenshot: 'التقاط صورة للشاشة',
  photo: 'التقاط صورة بالكاميرا',
  more: async () => (await import('./ar-files.js')).files,
};

const clock = /* @__PURE__ */ new Intl.DateTimeFormat('ar-u-nu-latn', {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const date = /* @__PURE__ */ new Intl.DateTimeFormat('ar-u-nu-latn', {
  day: 'numeric',
  month: 'long',
});
const list = /* @__PURE__ */ new Intl.ListFormat('ar');
const KINDS = {
  password: 'كلمة مرور',
  key: 'مفتاح سري',
  token: 'رمز وصول',
  card: 'رقم بطاقة',
} as const;

const second = /* @__PURE__ */ new Intl.DateTimeFormat('ar-u-nu-latn', { timeStyle: 'medium' });

const delivery: DeliveryMessages = {
  slow: 'لم يصل رد بعد. كل ما كتبته ما زال هنا.',
  offline: 'أنت غير متصل بالإنترنت. سيُرسل طلبك فور عودة الاتصال.',
  failing: 'لم يصل طلبك بعد. سيُعاد إرساله تلقائيًا.',
  busy: (until) => `الخدمة مشغولة. سيُعاد إرسال طلبك في الساعة ${second.format(until)}.`,
  tryNow: 'أرسل الآن',
  stop: 'أوقف الإرسال',
  interrupted: 'أُغلقت الصفحة أثناء إرسال طلبك.',
  repeat: 'حاول مرة أخرى، ولن يُفتح الطلب مرتين.',
  unknown: 'لا يُعرف إن كان طلبك قد وصل. إن أرسلته مرة أخرى فقد يُفتح مرتين، فتحقق من بريدك أولًا.',
  sent: async () => (await import('./ar-sent.js')).sent,
};

const drafts: DraftMessages = {
  heading: 'مسودتك',
  saved: 'محفوظة على هذا الجهاز',
  savedInTab: 'محفوظة حتى تغلق علامة التبويب هذه',
  keep: 'الاحتفاظ بها على هذا الجهاز',
  restored: (at, isToday) =>
    `استُعيدت من ${isToday ? '' : `${date.format(at)}، `}الساعة ${clock.format(at)}`,
  startOver: 'البدء من جديد',
  changedElsewhere: 'تغيّرت هذه المسودة في علامة تبويب أخرى.',
  droppedElsewhere: 'انتهت هذه المسودة في علامة تبويب أخرى. هذه مسودة جديدة.',
  beingSent: 'يجري إرسال هذه المسودة بالفعل، ربما من علامة تبويب أخرى…',
  sentElsewhere: (number) =>
    `أُرسلت هذه المسودة من علامة تبويب أخرى${number && `: الحالة رقم ${isolated(number)}`}. هذه مسودة جديدة.`,
  leftovers: 'ما لم يعد له مكان في النموذج:',
  dismiss: 'أخذت ما أحتاجه',
  unsaved: (problem) =>
    ({
      blocked: 'لا يسمح هذا المتصفح بحفظ المسودات. يمكنك الكتابة والإرسال، لكن لا تغادر الصفحة.',
      full: 'لا توجد مساحة على هذا الجهاز لحفظ المسودة. يمكنك الكتابة والإرسال، لكن لا تغادر الصفحة.',
      slow: 'تعذّر حفظ المسودة حتى الآن. يمكنك الكتابة والإرسال مع ذلك.',
      files: 'لا يمكن حفظ كل الملفات. يمكنك الإرسال؛ وإذا غادرت الصفحة فأضف ملفاتك مرة أخرى.',
    })[problem],
  secret: (label, kinds) =>
    `يبدو أن «${isolated(label)}» يتضمن ${list.format(kinds.map((kind) => KINDS[kind]))}.`,
  secretHint: 'لا يحتاج أحد إليه لمساعدتك.',
  mask: 'إخفاؤه',
  sendAsIs: 'الإرسال كما هو',
};

const language = 'ar';
const direction = 'rtl';

export const arForm: CaseFormMessages = {
  language,
  direction,
  errors,
  form,
  newCase,
  drafts,
  delivery,
  mail: arMail,
  diagnostics: arDiagnostics,
  ending: arEnding,
  identity: arIdentity,
  routing: arRouting,
};
export const arSolutions: CaseSolutionsMessages = { language, direction, solutions };
export const arUpload: CaseUploadMessages = { language, direction, upload };

/** Arabic. */
export const ar: Messages = {
  language,
  direction,
  errors,
  form,
  newCase,
  solutions,
  upload,
  drafts,
  delivery,
  mail: arMail,
  diagnostics: arDiagnostics,
  incidents: arIncidents,
  existing: arExisting,
  view: arView,
  list: arList,
  desk: arDesk,
  launcher: arLauncher,
  helpful: arHelpful,
  ending: arEnding,
  identity: arIdentity,
  routing: arRouting,
};
