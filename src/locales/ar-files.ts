import type { FileMessages } from './en-files.js';

const number = /* @__PURE__ */ new Intl.NumberFormat('ar-u-nu-latn');

const seconds = /* @__PURE__ */ new Intl.NumberFormat('ar-u-nu-latn', {
  style: 'unit',
  unit: 'second',
  unitDisplay: 'long',
});

/** Names keep their own direction. */
const isolated = (text: string) => `\u2068${text}\u2069`;

export const files: FileMessages = {
  again: (n) => `لم يُرفع بعد · ستُعاد المحاولة خلال ${seconds.format(n)}`,
  held: (n) => (n === 1 ? 'سيُرسل فور فتح الطلب' : `ملفات ستُرسل فور فتح الطلب: ${number.format(n)}`),
  retrying: (n) =>
    n === 1 ? 'تُعاد محاولة رفع ملف واحد' : `تُعاد محاولة رفع ملفات عددها ${number.format(n)}`,
  stalled: 'لم يصل شيء منذ 30 ثانية · يمكنك الانتظار أو إعادة المحاولة أو الإزالة',
  edit: (name) => `تعديل ${isolated(name)}`,
  notTaken: 'لم تُلتقط أي صورة.',
  notOpened: 'لا يمكن تعديل هذه الصورة.',
  editor: 'تعديل الصورة',
  tools: 'الأداة',
  tool: { redact: 'طمس', arrow: 'سهم', box: 'إطار', crop: 'قص' },
  picture: 'الصورة',
  help: 'اسحب فوق الصورة. أو اضغط عليها مفتاح الإدخال، ثم حرّك العلامة بمفاتيح الأسهم، وغيّر حجمها بمفتاح العالي مع الأسهم، وثبّتها بمفتاح الإدخال. ما يُطمس يُحذف نهائيًا.',
  mark: (tool, { x, y, width, height }) =>
    `${tool}: ${x} من اليسار، ${y} من الأعلى، العرض ${width}، الارتفاع ${height}`,
  set: (tool) => `ثُبّتت الأداة: ${tool}`,
  undo: 'تراجع',
  undone: 'تم التراجع',
  alt: 'الوصف',
  altHelp: 'ما تعرضه الصورة، لمن لا يستطيعون رؤيتها.',
  done: 'إرفاق',
  leave: 'إلغاء',
};
