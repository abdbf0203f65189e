import { contradictsRejection, readReply } from '../../src/bot/decision-words';
import { loadTexts } from '../../src/i18n/texts';

const loaded = loadTexts({ defaultLanguage: 'en', overridesDir: null, community: 'Sosekni' });
if ('problems' in loaded) throw new Error(loaded.problems.join('\n'));
const { texts } = loaded;
const words = {
  approve: texts.words('approve'),
  reject: texts.words('reject'),
  note: texts.words('note'),
  no: texts.words('no'),
  wait: texts.words('wait'),
  doubt: texts.words('doubt'),
  noReason: texts.words('no_reason'),
};
const read = (text: string) => readReply(text, words);

describe('a reply to a card', () => {
  test.each([
    ['note: approve', 'approve'],
    ['Note reject them, or wait?', 'reject them, or wait?'],
    ['note – Anna’s sister', 'Anna’s sister'],
    ['заметка: одобрить?', 'одобрить?'],
    ['Notum: onayla?', 'onayla?'],
    ['ملاحظة: قبول؟', 'قبول؟'],
    ['note', null],
    ['Note…!', '…!'],
  ])('%p is a note, whatever it says', (text, noted) => {
    expect(read(text)).toEqual({ kind: 'note', text: noted });
  });

  test.each([
    'approve',
    'Approve!',
    'APPROVE, welcome',
    '  approve.',
    'approve 👍',
    'approve\nthanks',
    'Approve, she is my neighbour',
    'approve…',
    '\u200fapprove',
    'одобрить',
    'Одобряю, спасибо',
    'принять!',
    'Onayla, komşumuz',
    'ONAYLIYORUM',
    'Onayla, o bizim mahalleden',
    'قبول',
    'موافق، جارتنا',
    'أوافق إن شاء الله',
  ])('“%s” approves', (text) => {
    expect(read(text)).toEqual({ kind: 'approve' });
  });

  test.each([
    ['reject', null],
    ['Reject.', null],
    ['reject too young', 'too young'],
    ['Reject: too young\n<b>sorry</b>', 'too young\n<b>sorry</b>'],
    ['reject no photo', 'no photo'],
    ['reject – no photo, no name', 'no photo, no name'],
    ['reject: who are you?', 'who are you?'],
    ['reject\nwho are you?', 'who are you?'],
    ['Reject. Who are you to us?', 'Who are you to us?'],
    ['reject, not enough detail', 'not enough detail'],
    ['reject sorry, we are full', 'sorry, we are full'],
    ['reject who is this? Tell us more', 'who is this? Tell us more'],
    ['reject: wait a month', 'wait a month'],
    ['отклонить мало слов', 'мало слов'],
    ['отклонить: кто вы?', 'кто вы?'],
    ['отклоняю, не хватает имени', 'не хватает имени'],
    ['Отклонить нет фото', 'нет фото'],
    ['reject We don’t know you. Who invited you?', 'We don’t know you. Who invited you?'],
    ['отклонить мы вас не знаем. Кто вас пригласил?', 'мы вас не знаем. Кто вас пригласил?'],
    ['REJECT 👎', '👎'],
    ['Reddet: fotoğraf yok', 'fotoğraf yok'],
    ['reddet o kişiyi tanımıyoruz', 'o kişiyi tanımıyoruz'],
    ['رفض: لا صورة', 'لا صورة'],
    ['رفض لا توجد صورة', 'لا توجد صورة'],
    ['أرفض، المعلومات غير كافية', 'المعلومات غير كافية'],
  ])('“%s” rejects, with what follows as the reason', (text, reason) => {
    expect(read(text)).toEqual({ kind: 'reject', reason });
  });

  test.each([
    'approve?',
    'Approve ?',
    'approve!?',
    'approve？',
    'approve ❓',
    'approve or not',
    'Approve – no, wait',
    'approve, wait',
    'approve? No',
    'approve if he pays',
    'approve... hold on',
    'approve, don’t',
    'approve not',
    'approve or reject?',
    'approve/reject',
    'approve him, right?',
    'approve 🤔',
    'approve 13',
    'approve maybe later',
    'reject?',
    'Reject ??',
    'reject or wait?',
    'reject or wait',
    'reject, or approve',
    'reject - no, wait',
    'reject no!',
    'reject: no, wait',
    'reject wait',
    'reject him?',
    'reject this one?',
    'reject – right?',
    'reject him now. Or wait?',
    'reject too young... right?',
    'reject, who is he?',
    'reject too young, no wait',
    'reject 🤔',
    'reject 13',
    'одобрить?',
    'Одобрить или нет',
    'одобрить – нет, подожди',
    'Одобряю, если заплатит',
    'одобрить, стоп',
    'отклонить?',
    'отклонить или подождать?',
    'отклонить, нет, погоди',
    'отклонить нет!',
    'Отклоняю или одобряю',
    'отклонить его?',
    'onayla mı',
    'Onayla, yok dur',
    'onaylıyorum ama önce sorun',
    'onayla, İPTAL',
    'reddet, dur',
    'Reddet ya da bekle?',
    'قبول؟',
    'موافق بشرط',
    'قبول أو رفض',
    'قبول، لا، انتظر',
    'رفض، لحظة',
    'رفض؟',
  ])('“%s” starts like a decision but decides nothing', (text) => {
    expect(read(text)).toEqual({ kind: 'unclear' });
  });

  test.each([
    'don’t approve',
    'hmm',
    '👍',
    '',
    'approved?',
    'не одобрить',
    'onaylama',
    'reddetme',
    'غير موافق',
    'لا ترفض',
    '“approve”',
    'please approve',
  ])('“%s” is something else', (text) => {
    expect(read(text)).toEqual({ kind: 'other' });
  });
});

describe('an answer to “why are you rejecting?”', () => {
  test.each([
    'no',
    'No, wait!',
    'stop',
    'oops',
    'Cancel.',
    'never mind',
    'OK',
    'yes',
    'Let them in!',
    'I’ve changed my mind',
    'I don’t want to reject them',
    '?',
    '👍',
    '🤔',
    '+',
    'нет',
    'Стоп, подожди',
    'Я передумала…',
    'не надо',
    'ладно',
    'Hayır',
    'boş ver',
    'Girsin',
    'VAZGEÇTİM',
    'Yanlış kart!',
    'نعم',
    'لا ترفض',
    'غيّرت رأيي',
    'دعها تدخل',
  ])('“%s” is no reason', (text) => {
    expect(contradictsRejection(text, words)).toBe(true);
  });

  test.each([
    'No photo',
    'Wait a month',
    'Who are you?',
    'spam',
    '👎',
    'Not now',
    'sorry',
    'OK, but we are full',
    'Accept the rules first',
    'We only approve people we know',
    'approve? No: your garden is too small',
    'нет фото',
    'Подождите до весны',
    'Fotoğraf yok',
    'Yeterince bilgi vermediniz',
    'Gelecek ay yeniden deneyin',
    'لا توجد صورة',
    'لا نقبل الغرباء',
    'المعلومات غير كافية',
  ])('“%s” is a reason', (text) => {
    expect(contradictsRejection(text, words)).toBe(false);
  });
});
