import type { DiagnosticsMessages } from './en-diagnostics.js';

// The digits that the other texts of this language are written in.
const number = /* @__PURE__ */ new Intl.NumberFormat('ar-u-nu-latn');

export const arDiagnostics: DiagnosticsMessages = {
  preview: 'هذا ما سيُرسل مع الطلب',
  hint: 'عدّله أو احذف منه ما لا ينبغي أن يراه أحد. من دون هذه العلامة لا يُرسل شيء.',
  limits: (lines, characters) =>
    `الحد الأقصى ${number.format(lines)} سطر و${number.format(characters)} حرف؛ وتُخفى كلمات المرور والمفاتيح.`,
  collecting: 'جارٍ الجمع…',
  again: 'الجمع من جديد',
  collected: 'التفاصيل جاهزة. راجعها قبل إرسالها.',
  removed: 'أُزيلت التفاصيل. لن يُرسل منها شيء.',
  failed: 'تعذّر جمع التفاصيل. لن يُرسل منها شيء.',
  unavailable: '(غير متاح)',
  nothing: '(لا شيء)',
  page: 'الصفحة',
  browser: 'المتصفح',
  build: 'الإصدار',
  errors: 'آخر الأخطاء',
};
