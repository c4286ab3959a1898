import { arStatus } from './ar-view.js';
import type { ListMessages } from './en.js';

const number = /* @__PURE__ */ new Intl.NumberFormat('ar-u-nu-latn');
const day = /* @__PURE__ */ new Intl.DateTimeFormat('ar-u-nu-latn-ca-gregory', {
  dateStyle: 'long',
});

export const arList: ListMessages = {
  status: arStatus,
  filters: { all: 'الكل', open: 'مفتوحة', 'awaiting-you': 'في انتظار ردك', solved: 'تم حلها' },
  scopes: {
    mine: 'طلباتي',
    copied: 'طلبات أُضفت إلى نسختها',
    organisation: 'طلبات مؤسستي',
  },
  refusals: {
    notFound: 'لا توجد طلبات كهذه هنا.',
    identity: 'انتهت صلاحية تسجيل دخولك. سجّل الدخول مرة أخرى ثم أعد المحاولة.',
    notAllowed: 'لا يمكنك الاطلاع على هذه الطلبات. اختر غيرها أو اسأل مؤسستك.',
  },
  heading: 'الطلبات',
  whose: 'لمن',
  which: 'الحالة',
  search: 'البحث في الطلبات',
  newCase: 'طلب جديد',
  columns: {
    number: 'الرقم',
    subject: 'الموضوع',
    requester: 'من',
    status: 'الحالة',
    severity: 'مستوى الخطورة',
    owner: 'المسؤول',
    created: 'تاريخ الفتح',
    updated: 'آخر تغيير',
  },
  day: (date) => day.format(date),
  count: (n) => number.format(n),
  isNew: 'جديد',
  loading: 'جارٍ تحميل الطلبات…',
  failed: 'تعذّر تحميل الطلبات.',
  tryAgain: 'إعادة المحاولة',
  none: 'لا توجد طلبات بعد.',
  noneFound: 'لا يوجد طلب مناسب. غيّر الاختيار أو البحث.',
  // A range of Latin digits would be read from the wrong end.
  range: (from, to, total) =>
    `من ${number.format(from)} إلى ${number.format(to)}${total === undefined ? '' : ` من أصل ${number.format(total)}`}`,
  previous: 'الصفحة السابقة',
  next: 'الصفحة التالية',
  recent: 'آخر ما اطلعت عليه',
};
