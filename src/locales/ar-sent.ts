import type { SentMessages } from './en-sent.js';

const number = /* @__PURE__ */ new Intl.NumberFormat('ar-u-nu-latn');

export const sent: SentMessages = {
  ledger: ({ total, attached, again, failed }) =>
    [
      'أُرسل الطلب',
      `الملفات المرفقة: ${number.format(attached)} من ${number.format(total)}`,
      ...(again.length === 1 ? [`تُعاد محاولة الملف رقم ${number.format(again[0] ?? 0)}`] : []),
      ...(again.length > 1 ? [`ملفات تُعاد محاولتها: ${number.format(again.length)}`] : []),
      ...(failed ? [`ملفات لم تُرفع: ${number.format(failed)}`] : []),
    ].join(' · '),
  attaching: 'يستغرق الإرفاق وقتًا أطول وستُعاد المحاولة تلقائيًا',
  notAttached: 'تعذّر إرفاق الملفات',
  noFiles: 'لا تُقبل الملفات هنا.',
};
