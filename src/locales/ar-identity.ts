import type { IdentityMessages } from './en-identity.js';

export const arIdentity: IdentityMessages = {
  expired: 'انتهت صلاحية تسجيل دخولك. سجّل الدخول مرة أخرى: ما كتبته باقٍ هنا.',
  unknown: 'عنوان البريد الإلكتروني هذا غير معروف. تحقّق منه أو سجّل الدخول: ما كتبته باقٍ هنا.',
  signIn: 'تسجيل الدخول',
  form: 'ما موضوع طلبك؟',
};
