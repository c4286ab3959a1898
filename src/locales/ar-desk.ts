import type { DeskMessages } from './en.js';

export const arDesk: DeskMessages = {
  label: 'الدعم',
  new: 'طلب جديد',
  cases: 'طلباتي',
  case: 'الطلب',
  loading: 'جارٍ التحميل…',
  failed: 'تعذّر تحميل هذا الجزء من الصفحة.',
  tryAgain: 'إعادة المحاولة',
  submitted: (number) => `وصل طلبك. رقمه \u2068${number}\u2069.`,
  keepAddress: 'احتفظ بعنوان هذه الصفحة أو بالإيصال: فبدون حساب لا يعيدك إليه شيء آخر.',
};
