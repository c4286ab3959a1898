import type { IncidentMessages } from './en-incidents.js';

// The digits that the other texts of this language are written in.
const moment = /* @__PURE__ */ new Intl.DateTimeFormat('ar-u-nu-latn-ca-gregory', {
  dateStyle: 'medium',
  timeStyle: 'short',
});
const plural = /* @__PURE__ */ new Intl.PluralRules('ar');

/** Titles and addresses come in any script, and turn nothing around them. */
const isolated = (text: string) => `\u2068${text}\u2069`;

/** The noun by its number, without a word for “other” and with it. One problem is named instead. */
const PROBLEMS: Partial<Record<Intl.LDMLPluralRule, readonly [all: string, others: string]>> = {
  two: ['مشكلتان معروفتان', 'مشكلتان أخريان معروفتان'],
  few: ['# مشكلات معروفة', '# مشكلات أخرى معروفة'],
  other: ['# مشكلة معروفة', '# مشكلة أخرى معروفة'],
};

export const arIncidents: IncidentMessages = {
  heading: 'مشكلات معروفة',
  relevant: 'قد يكون هذا هو السبب',
  states: {
    investigating: 'قيد البحث',
    identified: 'عُرف السبب',
    monitoring: 'أُصلحت وهي تحت المراقبة',
    resolved: 'انتهت',
    maintenance: 'أعمال صيانة مخطط لها',
  },
  since: (date) => `منذ ${moment.format(date)}`,
  touches: 'تشمل',
  more: 'المزيد عنها',
  newTab: '(علامة تبويب جديدة)',
  closed(n, title, which) {
    if (n === 1) return `مشكلة معروفة: ${isolated(title)}`;
    const [all = '', others = ''] = PROBLEMS[plural.select(n)] ?? PROBLEMS.other ?? [];
    return (which === 'all' ? all : others).replace('#', String(n));
  },
  known: (title) => `مشكلة معروفة: ${isolated(title)}.`,
  maybe: (title) => `قد يكون السبب مشكلة معروفة: ${isolated(title)}.`,
  notify: 'أبلغوني عند حدوث تغيير',
  subscribe: 'اطلب الإشعارات هناك',
  email: 'عنوان البريد الإلكتروني',
  send: 'أبلغوني',
  cancel: 'إلغاء',
  emailInvalid: 'أدخل عنوان بريد إلكتروني مثل \u2066name@example.com\u2069.',
  failed: 'ربما لم تنجح العملية. حاول مرة أخرى.',
  notified: (email) => (email ? `سنبلغك على ${isolated(email)}.` : 'سنبلغك عند حدوث تغيير.'),
  enough: 'هل ما زلت بحاجة إلى إرسال طلبك؟ ما كتبته باقٍ هنا.',
  end: 'لا، تجاهله',
  keepWriting: 'متابعة الكتابة',
  ended: 'حُذف طلبك. لم يُرسل شيء.',
  undo: 'استعادته',
};
