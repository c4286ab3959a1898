import type { LauncherMessages } from './en-launcher.js';

export const arLauncher: LauncherMessages = {
  open: 'طلب المساعدة',
  title: 'فتح طلب دعم',
  close: 'إغلاق',
  loading: 'جارٍ التحميل…',
  failed: 'تعذّر التحميل. تحقّق من اتصالك ثم حاول مرة أخرى.',
};
