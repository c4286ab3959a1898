import type { EndingMessages } from './en-ending.js';

export const arEnding: EndingMessages = {
  discardQuestion: 'حذف ما كتبته؟',
  discardHint: 'ستفقد إجاباتك وملفاتك.',
  discard: 'حذف',
  keepWriting: 'متابعة الكتابة',
  caseNumber: 'رقم الطلب',
  openCase: 'عرض الطلب',
  receipt: 'تنزيل إيصال',
  addFiles: 'هل من شيء آخر؟ الملفات المضافة الآن تُرفق بالطلب.',
  newCase: 'كتابة طلب آخر',
  solvedHint: 'لم يُفتح أي طلب.',
  notSolved: 'لم تُحلّ المشكلة بعد',
};
