import type { HelpfulMessages } from './en-helpful.js';

// The digits that the other texts of this language are written in.
const number = /* @__PURE__ */ new Intl.NumberFormat('ar-u-nu-latn');

export const arHelpful: HelpfulMessages = {
  question: 'هل كان هذا مفيدًا؟',
  yes: 'نعم',
  no: 'لا',
  count: (yes, total) => `وجد ${number.format(yes)} من أصل ${number.format(total)} هذا مفيدًا`,
  thanks: 'شكرًا على إجابتك.',
  failed: 'لم تُرسل إجابتك. حاول مرة أخرى.',
  why: 'ما المشكلة؟',
  reasons: {
    unclear: 'يصعب فهمه',
    incomplete: 'ينقصه شيء',
    outdated: 'معلوماته قديمة',
    failed: 'جرّبته ولم يساعدني',
    other: 'يتحدث عن شيء آخر',
  },
  comment: 'أخبرنا بالمزيد',
  send: 'إرسال',
  reasonSent: 'شكرًا لك. هكذا تتحسن المقالات.',
  more: 'هل لديك أسئلة أخرى؟',
  request: 'إرسال طلب',
  related: 'مقالات في هذا القسم',
};
