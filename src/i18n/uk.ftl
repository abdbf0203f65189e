# Українська. Речення — це HTML, яким його приймає Telegram: https://core.telegram.org/bots/api#html-style
# Як улаштовано такі файли: https://projectfluent.org/fluent/guide/
#
# Речення годяться будь-де, і на сторінці, і в листі, тому в них немає ні команд, ні кнопок. Назви тих, де вони є, починаються з telegram_:
# їх показує лише Telegram, і telegram_x замінює там x. Так само назви з email_ — для листів, із sms_ — для SMS, а з form_ — для сторінок
# тих, хто не має Telegram.

### Тим, хто звертається: навіщо цей бот, що з їхнім запитом і що можна зробити

welcome = 👋 Вітаю! Я приймаю запити на доступ до спільноти <b>«{ $community }»</b> і передаю відповідь адміністраторів.
standing_pending = ⏳ Ваш запит <b>№{ $request }</b> чекає на рішення.
standing_approved = ✅ Ваш запит <b>№{ $request }</b> схвалено.
standing_rejected = ❌ Ваш запит <b>№{ $request }</b> відхилено.
standing_expired = ⌛️ Ваш запит <b>№{ $request }</b> не встигли розглянути: його термін минув.
standing_withdrawn = ↩️ Ваш запит <b>№{ $request }</b> відкликано.
standing_revoked = ❌ Ваш доступ (запит <b>№{ $request }</b>) закрито.
standing_appeal = Апеляція №{ $appeal }
submitted_at = Подано: { $submittedAt }
expires_at = Чекатиме на рішення до { $expiresAt }
decided_at = Рішення ухвалено: { $decidedAt }
client_reason = Причина: <blockquote>{ $reason }</blockquote>
next_pending = Я напишу вам, щойно буде рішення.
next_approved = Ви маєте доступ до спільноти «{ $community }». Більше нічого робити не треба.
next_again = Новий запит можна подати просто зараз.
appeal_not_open = Оскаржити рішення можна з { $opensAt }.
appeal_open = Рішення можна оскаржити.
appeal_open_until = Рішення можна оскаржити до { $closesAt }.
appeal_closed = Оскаржити рішення можна було до { $closedAt }, тож воно остаточне. Дякуємо за інтерес.
appeals_used_up = { $limit ->
        [0] Оскаржувати рішення тут не можна
        [1] Ви вже оскаржували рішення
       *[other] Ви вже оскаржували рішення стільки разів, скільки можна ({ $limit })
    }, тож воно остаточне. Дякуємо за інтерес.

### Тим, хто звертається: що сталося з їхнім запитом

news_submitted = ✅ Готово! Ваш запит <b>№{ $request }</b> передано адміністраторам спільноти «{ $community }».
news_appeal_submitted = ✅ Готово! Апеляцію щодо запиту <b>№{ $request }</b> передано адміністраторам спільноти «{ $community }».
news_withdrawn = ↩️ Ви відкликали свій запит <b>№{ $request }</b>.
news_appeal_withdrawn = ↩️ Ви відкликали апеляцію щодо запиту <b>№{ $request }</b>. Попереднє рішення лишається чинним.
news_approved = 🎉 Ваш запит <b>№{ $request }</b> схвалено. Ласкаво просимо до спільноти «{ $community }»!
news_rejected = ❌ На жаль, ваш запит <b>№{ $request }</b> відхилено.
news_decision_undone = 🔄 Рішення щодо вашого запиту <b>№{ $request }</b> скасовано. Його знову розглядають.
news_request_reopened = 🔄 Адміністратори повернули ваш запит <b>№{ $request }</b> на розгляд.
news_revoked = ❌ Ваш доступ до спільноти «{ $community }» закрито (запит <b>№{ $request }</b>).
news_expired = ⌛️ На жаль, ваш запит <b>№{ $request }</b> не встигли розглянути: його термін минув.
news_appeal_expired = ⌛️ На жаль, апеляцію щодо запиту <b>№{ $request }</b> не встигли розглянути: її термін минув. Попереднє рішення лишається чинним.
news_appeal_open = 🔔 Відтепер рішення щодо вашого запиту <b>№{ $request }</b> можна оскаржити.

### Тим, хто звертається: лише в листах. Чужих слів у темі немає

email_subject_submitted = Запит №{ $request } отримано
email_subject_appeal_submitted = Запит №{ $request }: апеляцію отримано
email_subject_withdrawn = Запит №{ $request } відкликано
email_subject_appeal_withdrawn = Запит №{ $request }: апеляцію відкликано
email_subject_approved = Запит №{ $request } схвалено
email_subject_rejected = Запит №{ $request } відхилено
email_subject_reopened = Запит №{ $request } знову розглядають
email_subject_revoked = Запит №{ $request }: доступ закрито
email_subject_expired = Запит №{ $request }: термін минув
email_subject_appeal_expired = Запит №{ $request }: термін апеляції минув
email_subject_appeal_open = Запит №{ $request }: рішення можна оскаржити
email_subject_code = Код для спільноти «{ $community }»
email_code = Щоб підтвердити цю адресу для спільноти «{ $community }», введіть код там, де ви її вказали:
email_code_how = Термін дії коду: { $validFor }.
email_code_unasked = Якщо ви нікому не вказували цієї адреси, нічого не робіть: без коду сюди більше нічого не надійде.
email_join = Тепер для вас відкрито:
email_join_on_page = Те, що вам тепер відкрито, — у Telegram. Як туди потрапити, сказано на вашій сторінці.
email_page = Що із запитом і що можна зробити
email_footer = Ви отримали цей лист, бо просили повідомляти поштою про ваш запит на доступ до спільноти «{ $community }».
email_footer_code = Цю адресу вказали спільноті «{ $community }». Доки код не введено, більше нічого сюди не надсилатимуть.

email_subject_test = Перевірка пошти спільноти «{ $community }»
email_test = ✅ Листи спільноти «{ $community }» сюди доходять.

    Це перевірка: її надіслали із сервера, коли налаштовували пошту.
email_footer_test = Надіслано один раз, щоб перевірити, чи доходить пошта.

### Тим, хто звертається: лише в SMS. Поміщається в одне (70 знаків), чужих слів там немає

sms_submitted = { $community }: запит №{ $request } отримано.
sms_appeal_submitted = { $community }: апеляцію щодо запиту №{ $request } отримано.
sms_withdrawn = { $community }: запит №{ $request } відкликано.
sms_appeal_withdrawn = { $community }: апеляцію щодо запиту №{ $request } відкликано.
sms_approved = { $community }: запит №{ $request } схвалено. Вітаємо!
sms_rejected = { $community }: запит №{ $request } відхилено.
sms_reopened = { $community }: запит №{ $request } знову розглядають.
sms_revoked = { $community }: ваш доступ закрито (запит №{ $request }).
sms_expired = { $community }: термін запиту №{ $request } минув.
sms_appeal_expired = { $community }: термін апеляції щодо запиту №{ $request } минув.
sms_can_appeal = { $community }: рішення щодо запиту №{ $request } можна оскаржити.
sms_code = { $code } — ваш код для { $community }.

### Тим, хто звертається: де їх можна знайти, крім Telegram

reached_fallback_email = ✉️ Поштою, якщо не доходить у Telegram: <b>{ $address }</b>
reached_both_email = ✉️ Завжди ще й поштою: <b>{ $address }</b>
reached_off_email = ✉️ Пошту вимкнено: <b>{ $address }</b>
reached_dead_email = ⚠️ Листи на <b>{ $address }</b> більше не доходять.
reached_fallback_sms = 📱 Через SMS, якщо не доходить у Telegram: <b>{ $address }</b>
reached_both_sms = 📱 Завжди ще й через SMS: <b>{ $address }</b>
reached_off_sms = 📱 SMS вимкнено: <b>{ $address }</b>
reached_dead_sms = ⚠️ SMS на <b>{ $address }</b> більше не доходять.

### Людям без Telegram: форма та їхня власна сторінка в інтернеті

form_language = Мова
form_title = Запит на доступ: { $community }
form_intro = Те, що ви тут напишете, прочитають адміністратори, а відповідь надійде вам електронною поштою.
form_has_telegram = Маєте Telegram? Там простіше:
form_name = Ваше ім’я
form_address = Ваша електронна адреса
form_address_hint = Спершу туди надійде код, а потім відповідь. Ні для чого іншого адреса не потрібна.
form_message = Кілька слів адміністраторам
form_message_hint = Хто ви й навіщо вам доступ. { $limit ->
        [one] Не більше { $limit } знака.
       *[other] Не більше { $limit } знаків.
    }
form_leave_empty = Залиште це поле порожнім
form_continue = Далі
form_wrong_name = Напишіть, будь ласка, ім’я, не довше за 64 знаки.
form_wrong_address = На таку адресу лист не надіслати. Перевірте її, будь ласка: вона має бути схожа на <code>name@example.com</code>.
form_no_words = Напишіть, будь ласка, кілька слів.
form_too_long = Довжина тексту — { $length }, а найбільша можлива — { $limit }.
form_too_fast = Так швидко люди не пишуть. Перегляньте, будь ласка, написане й надішліть ще раз.
form_too_old = Ця сторінка була відкрита надто довго. Написане не втрачено: надішліть його, будь ласка, ще раз.
form_too_many_to_address = За добу на цю адресу надіслано три коди, більше не можна. Спробуйте, будь ласка, завтра.
form_too_many_of_network = За годину з вашої мережі надійшло забагато запитів. Спробуйте, будь ласка, пізніше.
form_too_many_in_all = Зараз надходить забагато запитів. Спробуйте, будь ласка, за годину.
form_too_many_of_page = За годину від вас надійшло забагато, і це не надіслано. Написане не втрачено: надішліть його, будь ласка, пізніше.
form_code_title = Тепер уведіть код
form_code_sent = На вказану адресу надіслано лист із шестизначним кодом. Уведіть його тут: лише тоді запит буде надіслано.
form_code = Код із листа
form_code_hint = Код діє десять хвилин. Якщо за хвилину листа немає, загляньте у спам.
form_code_continue = Надіслати запит
form_code_missing = Нічого не надійшло чи в адресі була помилка?
form_again = Заповнити ще раз
form_wrong_code = Це не той код. { $left ->
        [one] Лишилася { $left } спроба.
        [few] Лишилося { $left } спроби.
       *[other] Лишилося { $left } спроб.
    }
form_code_over = Цей код більше не діє
form_code_over_why = Минуло понад десять хвилин, або надто багато разів уведено неправильний код. Заповніть форму ще раз, і надійде новий.
form_gone = Цієї форми тут більше немає
form_gone_why = Заповнена форма чекає на код годину, і лише в тому браузері, де її заповнили, якщо він приймає куки. Заповніть її, будь ласка, ще раз.
form_page_title = Ваш запит
form_your_words = Що ви написали
form_page_keep = Нікому не показуйте адресу цієї сторінки: хто її має, може робити тут усе, що можете ви. Вона є й у листах, які вам надходять.
form_done_sent = ✅ Запит надіслано.
form_done_known = Новий текст не надіслано: ви вже зверталися раніше, і ось що з вашим запитом.
form_done_appealed = ✅ Апеляцію надіслано.
form_done_withdrawn = ✅ Відкликано.
form_answer_by_email = Відповідь надійде поштою.
form_answer_by_sms = Відповідь надійде через SMS.
form_answer_here = Надіслати відповідь нікуди, тож вона з’явиться тут.
form_news_in_telegram = Новини про нього надійдуть вам у Telegram.
form_gave_way = У вас може бути лише один запит, тому <b>№{ $request }</b> відкликано.
form_appeal_heading = Оскаржити рішення
form_appeal_message = Чому адміністраторам варто подивитися ще раз?
form_appeal = Надіслати апеляцію
form_ask_heading = Звернутися ще раз
form_ask = Надіслати запит
form_withdraw_heading = Передумали?
form_withdraw_number = Щоб відкликати запит, уведіть його номер: { $request }
form_withdraw = Відкликати
form_wrong_number = Це не номер того, що тут чекає, тому нічого не відкликано.
form_telegram_heading = Тепер маєте Telegram?
form_telegram = Відкрийте це один раз у Telegram і почніть там розмову. Запит належатиме вашому акаунту, і новини надходитимуть туди.
form_telegram_needed = Те, що відкриває схвалення, — у Telegram. Відкрийте це один раз там і почніть розмову: запит належатиме вашому акаунту, і новини надходитимуть туди.
form_approved_needs_telegram = Ви маєте доступ до спільноти «{ $community }». Усе це — в Telegram: потрапити туди можна за посиланням нижче.
form_telegram_open = Відкрити Telegram
form_not_now = Це вже або ще неможливо: ось що з вашим запитом зараз.
form_no_page = Такої сторінки немає
form_no_page_why = Перевірте, будь ласка, адресу: вона має бути точно такою, як у листі, до останнього знака.
form_sorry = Не вдалося
form_not_understood = Надіслане не вдалося прочитати. Надішліть його, будь ласка, із самої сторінки.
form_unavailable = Зараз щось не працює, і нічого не надіслано. Спробуйте, будь ласка, за кілька хвилин.

### Тим, хто звертається: відповіді на те, що вони пишуть

hint_text = Я лише бот, тому передати цього нікому не можу.
admins_ask = ❓ Адміністратори спільноти «{ $community }» мають запитання щодо вашого запиту <b>№{ $request }</b>: <blockquote>{ $message }</blockquote>
passed_on = 📨 Додано до вашого запиту <b>№{ $request }</b>. Адміністратори це бачать.
too_many_additions = До цього запиту вже додано стільки повідомлень, скільки можна ({ $limit }). Це повідомлення не передано, решта — в адміністраторів.
telegram_united = ✅ Ваш запит із сайту тепер ваш і тут. Надалі я писатиму вам сюди.
telegram_gave_way_ended = У вас може бути лише один запит, тому <b>№{ $request }</b> відкликано, а чинний <b>№{ $to }</b>.
telegram_gave_way_added = У вас може бути лише один запит, тому <b>№{ $request }</b> відкликано, а його текст додано до запиту <b>№{ $to }</b>.
telegram_gave_way_appealed = У вас може бути лише один запит, тому <b>№{ $request }</b> відкликано, а його текст став апеляцією щодо запиту <b>№{ $to }</b>.
telegram_not_united_link_used = Це посилання вже використано: ваш запит із сайту належить акаунту Telegram.
telegram_not_united_is_admin = Ви тут адміністратор, тому додати до вашого акаунта запит із сайту не можна.
telegram_not_united_two_decisions = Щодо запиту <b>№{ $here }</b> із цього акаунта й запиту <b>№{ $web }</b> із сайту рішення вже ухвалено, а скасувати рішення можуть лише адміністратори. Нічого не змінилося. Попросіть адміністратора повернути один із цих запитів на розгляд, відкличте його й відкрийте посилання ще раз.
telegram_not_united_appeal_later = У вас може бути лише один запит, але <b>№{ $waits }</b> чекає на рішення, а щодо запиту <b>№{ $decided }</b> його ухвалено не на вашу користь. Нічого не змінилося. Відкрийте посилання ще раз не раніше { $opensAt }: тоді текст запиту <b>№{ $waits }</b> стане вашою апеляцією. Або відкличте <b>№{ $waits }</b> і одразу відкрийте посилання знову.
telegram_not_united_no_appeal = У вас може бути лише один запит, але <b>№{ $waits }</b> чекає на рішення, а щодо запиту <b>№{ $decided }</b> його ухвалено не на вашу користь, і оскаржити його вже не можна. Нічого не змінилося. Відкличте <b>№{ $waits }</b> і відкрийте посилання ще раз або спершу попросіть адміністратора повернути <b>№{ $decided }</b> на розгляд.
telegram_invitation = 🚪 Спільнота «{ $community }» має чат, до якого у вас є доступ.
telegram_join_declined = 🚫 Вашу заявку на вступ до <b>{ $chat }</b> відхилено.
telegram_join_question = 👋 Ви подали заявку на вступ до спільноти «{ $community }». Напишіть, будь ласка, кілька слів про себе: адміністратори прочитають їх і вирішать.
telegram_join_question_of = 👋 Ви подали заявку на вступ до <b>{ $chat }</b>. Напишіть, будь ласка, кілька слів про себе: адміністратори спільноти «{ $community }» прочитають їх і вирішать.
telegram_too_many_chats = ⚠️ Telegram не може впустити вас до <b>{ $chat }</b>: ви у надто багатьох групах і каналах. Вийдіть із деяких і подайте заявку знову.
draft_sent = 📨 Надіслано.
draft_gone = Цього тексту в мене вже немає. Якщо його ще не надіслано, напишіть його, будь ласка, ще раз.
telegram_forget_question =
    <b>Забути вас?</b> Ваше ім’я, адреси, усе, що ви написали, і все, що я вам надсилав, буде стерто і тут, і на картках в адміністраторів.

    Залишаться лише числа: ваш Telegram ID, а також що й коли було вирішено. Скасувати це неможливо.
telegram_forget_pending = Ваш запит, що чекає на рішення, буде відкликано.
telegram_forget_approved = Ваш доступ до спільноти «{ $community }» закриється.
telegram_forget_verdict = Рішення лишиться чинним, і оскаржити його можна буде не раніше, ніж було сказано.
telegram_forget_admin = Ви адміністратор: ваше ім’я залишиться, адже воно стоїть поруч із вашими рішеннями.
telegram_forgotten = 👋 Готово. Стерто все, що ви написали, і те, хто ви. Якщо напишете мені знову, я знову знатиму ваше ім’я.
telegram_forgotten_admin = 👋 Готово. Стерто все, що ви написали, коли просили доступ. Ім’я залишиться, поки ви адміністратор.
telegram_forget_over = Це запитання більше не діє. Поставити його знову — /forget
telegram_my_data = 📄 Усе, що в мене про вас зберігається.
you_are_welcome = Будь ласка! 😊
hint_not_text = Я читаю лише текст.
left_out_photo = 📎 Текст передаю, а фото передати не можу.
left_out_video = 📎 Текст передаю, а відео передати не можу.
left_out_file = 📎 Текст передаю, а файл передати не можу.
left_out_audio = 📎 Текст передаю, а запис передати не можу.
left_out_media = 📎 Текст передаю, а решту передати не можу.
left_out_addresses = 📎 З адресами посилань текст був би задовгий, тому їх не передано.
question_dropped = Гаразд, забудьмо про це. Нічого не надіслано.
too_long_request =
    Задовго: { $length ->
        [one] { $length } знак
        [few] { $length } знаки
       *[other] { $length } знаків
    }, а можна не більше { $limit } (емодзі — це два знаки й більше). Нічого не надіслано: скоротіть, будь ласка.
too_long_reason =
    Задовго: { $length ->
        [one] { $length } знак
        [few] { $length } знаки
       *[other] { $length } знаків
    }, а в причині можна не більше { $limit } (емодзі — це два знаки й більше). Нічого не вирішено: скоротіть, будь ласка.
too_long_question =
    Задовго: { $length ->
        [one] { $length } знак
        [few] { $length } знаки
       *[other] { $length } знаків
    }, а в запитанні можна не більше { $limit } (емодзі — це два знаки й більше). Нічого не надіслано: скоротіть, будь ласка.
too_long_note =
    Задовго: { $length ->
        [one] { $length } знак
        [few] { $length } знаки
       *[other] { $length } знаків
    }, а в нотатці можна не більше { $limit } (емодзі — це два знаки й більше). Нічого не записано: скоротіть, будь ласка.
edit_changes_nothing = ✏️ Я зважаю на те, що ви надіслали спочатку, тому виправлення нічого не змінює.
flooded = ✋ Забагато повідомлень (ліміт: { $limit }, період: { $window }). Наступні я пропускатиму — напишіть, будь ласка, трохи згодом.
nobody_can_decide = ⚠️ Ви тут єдиний адміністратор, а власний запит ніхто не розглядає сам, тож термін цього запиту просто мине. Щоб випробувати бота, надішліть запит з іншого акаунта.
language_question = Якою мовою вам писати?
language_unknown = Цієї мови я не знаю. Якою з цих вам писати?
language_set = 👍 Відтепер я писатиму вам українською.
language_of_telegram = 👍 Відтепер я писатиму вам мовою вашого Telegram.

### Тим, хто звертається: відмови

not_possible = Зараз це неможливо.
no_request = У вас іще немає запиту.
already_pending = ⏳ Ваш запит <b>№{ $request }</b> (подано { $submittedAt }) ще чекає на рішення. Чекатиме до { $expiresAt }.
already_approved = ✅ Ви вже маєте доступ до спільноти «{ $community }».
nothing_to_cancel = Скасовувати нічого.
nothing_waits = Відкликати нічого.
expired_before_that = ⌛️ Термін вашого запиту <b>№{ $request }</b> на той час уже минув.
nothing_to_appeal = Немає рішення, яке можна оскаржити.

### Адміністраторам: картка

card_heading = 📨 <b>Запит №{ $request }</b>
card_appeal = <b>Апеляція №{ $appeal }</b>
card_client = Від: <b>{ $client }</b>
card_unreachable = ⚠️ Цій людині не написати: вона заблокувала мене або видалила акаунт.
card_not_on_telegram = ⚠️ Цій людині не написати: її немає в Telegram.
card_address = ✉️ { $address }
card_reached_by_email = ✉️ У Telegram цій людині не написати: рішення надійде їй поштою.
card_reached_by_sms = 📱 У Telegram цій людині не написати: рішення надійде їй через SMS.
card_only_by_email = ✉️ Цієї людини немає в Telegram: рішення надійде їй поштою.
card_only_by_sms = 📱 Цієї людини немає в Telegram: рішення надійде їй через SMS.
card_dead_email = ⚠️ Адреса пошти більше не працює: { $address }
card_dead_sms = ⚠️ Номер телефону більше не працює: { $address }
card_message = <blockquote>{ $message }</blockquote>
card_no_message = <i>Поки що без слів.</i>
card_erased = <i>Що було написано і хто це написав, стерто.</i>
text_erased = Цей текст стерто.
card_given_up = 🚫 <b>Доступ закрито</b> за бажанням людини.
telegram_erased_card = 🧹 Запит <b>№{ $request }</b> стерто: що було написано і хто це написав. В історії лишається, що й коли було вирішено.
card_question = ❓ Запитання ({ $author }), { $at }: <blockquote>{ $message }</blockquote>
card_answer = 💬 Відповідь ({ $author }), { $at }: <blockquote>{ $message }</blockquote>
card_addition = ➕ Додано ({ $author }), { $at }: <blockquote>{ $message }</blockquote>
card_talk_older = … раніше: { $count }
card_first_text = Перший запит, { $at }: <blockquote>{ $message }</blockquote>
card_appeal_text = Апеляція №{ $appeal }, { $at }: <blockquote>{ $message }</blockquote>
card_submitted = Подано: { $submittedAt }
card_expires = Чекає до: { $expiresAt }
card_approvals = 👍 За схвалення: <b>{ $given } з { $needed }</b>
card_approver = { $admin }
card_was_open_until = Вирішити можна було до: { $expiresAt }
card_approved = ✅ <b>Схвалено</b>: { $admin }, { $at }
also_approved = 👍 За схвалення також: { $admins }
card_rejected = ❌ <b>Відхилено</b>: { $admin }, { $at }
card_revoked = 🚫 <b>Доступ закрито</b>: { $admin }, { $at }
card_expired = ⌛️ <b>Термін минув</b>: запит не встигли розглянути.
card_withdrawn = ↩️ <b>Запит відкликано</b> за власним бажанням.
card_reason = Причина: <blockquote>{ $reason }</blockquote>
card_earlier_approved = Раніше — схвалено: { $admin }, { $at }
card_earlier_rejected = Раніше — відхилено: { $admin }, { $at }
card_earlier_revoked = Раніше — доступ закрито: { $admin }, { $at }
card_older = { $count ->
        [one] і до цього ще { $count } рішення
        [few] і до цього ще { $count } рішення
       *[other] і до цього ще { $count } рішень
    }

### Адміністраторам: списки

digest = 📨 { $waiting ->
        [0] Запитів, що чекають на рішення, більше немає.
        [one] Чекає на рішення <b>{ $waiting }</b> запит.
        [few] Чекають на рішення <b>{ $waiting }</b> запити.
       *[other] Чекають на рішення <b>{ $waiting }</b> запитів.
    }
pending_none = 🎉 Запитів, що чекають на рішення, немає.
pending_heading = { $total ->
        [one] <b>Чекає на рішення { $total } запит</b>
        [few] <b>Чекають на рішення { $total } запити</b>, спершу найдавніші
       *[other] <b>Чекають на рішення { $total } запитів</b>, спершу найдавніші
    }
pending_page = сторінка { $page } з { $pages }
pending_line =
    <b>№{ $request }</b> { $client }
    { $submittedAt } — чекає до { $expiresAt }
pending_waited = ⏳ Час очікування: { $waited }
pending_words = <i>{ $words }</i>
no_other_waits = Інших запитів, що чекають на рішення, немає.
pending_approvals = 👍 { $given } з { $needed }
found_none = 🔍 Нічого не знайдено: <b>{ $words }</b>.
found_heading = 🔍 Запити, де є <b>{ $words }</b>, спершу найновіші
found_line = <b>№{ $request }</b> { $client } · { $submittedAt }
found_pending = ⏳ чекає на рішення
found_approved = ✅ схвалено
found_rejected = ❌ відхилено
found_expired = ⌛️ термін минув
found_withdrawn = ↩️ відкликано
found_revoked = 🚫 доступ закрито
found_beginning = <i>{ $beginning }</i>
found_looked_through = { $count ->
        [one] Дуже короткі слова я шукаю лише серед { $count } останнього запиту.
       *[other] Дуже короткі слова я шукаю лише серед { $count } останніх запитів.
    }
reminder_heading = ⏰ { $total ->
        [one] Скоро мине термін { $total } запиту, а рішення ще немає:
       *[other] Скоро мине термін <b>{ $total }</b> запитів, а рішення ще немає:
    }
reminder_line = <b>№{ $request }</b> { $client } — { $expiresAt }
reminder_more = … і ще { $count }
history_heading = <b>Історія</b>
history_older = … раніше: { $count }
history_submit = { $at }: подано
history_appeal = { $at }: апеляція
history_withdraw = { $at }: відкликано
history_vote = { $at }: голос за схвалення
history_vote_withdrawn = { $at }: голос відкликано
history_approve = { $at }: схвалено
history_reject = { $at }: відхилено
history_undo = { $at }: рішення скасовано
history_revoke = { $at }: доступ закрито
history_reopen = { $at }: повернуто на розгляд
history_expire = { $at }: термін минув
history_ask = { $at }: запитання
history_answer = { $at }: відповідь
history_add = { $at }: доповнення
history_describe = { $at }: розповідь про себе
history_forget = { $at }: відмова від доступу
history_unite = { $at }: пов’язано з акаунтом Telegram
history_note = { $at }: 📝 нотатка
history_by = — { $actor }
history_by_system = — автоматично
history_reason = <i>{ $reason }</i>
stats_heading = 📊 <b>Запити</b>
stats_pending = чекають на рішення: { $count }
stats_approved = схвалено: { $count }
stats_rejected = відхилено: { $count }
stats_expired = термін минув: { $count }
stats_withdrawn = відкликано: { $count }
stats_revoked = доступ закрито: { $count }
stats_undeliverable = ⚠️ { $count ->
        [one] Не вдалося доставити { $count } повідомлення.
        [few] Не вдалося доставити { $count } повідомлення.
       *[other] Не вдалося доставити { $count } повідомлень.
    }
stats_chat = 👥 { $title }: долучилися { $in } зі схвалених { $wanted }
stats_oldest = ⏳ найдовше чекає <b>№{ $request }</b> { $client }: { $waited }
stats_week = <b>Цей тиждень</b>, початок: { $since }
stats_month = <b>Останні { $days ->
        [one] { $days } день
        [few] { $days } дні
       *[other] { $days } днів
    }</b>, початок: { $since }
stats_submitted = подано: { $count }
stats_waits = ⏱ час до рішення: { $median } (медіана), найдовший — { $slowest } (№{ $request })
stats_decider = 👤 { $admin }: { $count ->
        [one] { $count } рішення
        [few] { $count } рішення
       *[other] { $count } рішень
    }
stats_decider_former = 👤 { $admin } (більше не адміністратор): { $count ->
        [one] { $count } рішення
        [few] { $count } рішення
       *[other] { $count } рішень
    }
stats_deciders_others = решта: { $count }
stats_picture = 📊 <b>Запити за днями</b>, { $since } — { $until }
stats_picture_submitted = 🟦 { stats_submitted }
stats_picture_approved = 🟩 { stats_approved }
stats_picture_rejected = 🟥 { stats_rejected }
stats_picture_expired = 🟨 { stats_expired }
stats_picture_withdrawn = ⬜️ { stats_withdrawn }
stats_picture_revoked = 🟪 { stats_revoked }
stats_picture_how = Над лінією — що надійшло, під лінією — чим завершилося. Числа під днями — це понеділки.

### Адміністраторам: відповіді на те, що вони роблять

decided_pending = 🔄 Запит <b>№{ $request }</b> ({ $client }) знову чекає на рішення.
decided_approved = ✅ Запит <b>№{ $request }</b> ({ $client }) схвалено.
decided_rejected = ❌ Запит <b>№{ $request }</b> ({ $client }) відхилено.
decided_expired = ⌛️ Термін запиту <b>№{ $request }</b> ({ $client }) минув.
decided_withdrawn = ↩️ Запит <b>№{ $request }</b> ({ $client }) відкликано.
decided_revoked = 🚫 Доступ закрито: { $client }, запит <b>№{ $request }</b>.
question_sent = ❓ Запитання надіслано: { $client }, запит <b>№{ $request }</b>. Відповідь з’явиться на картці.
noted = 📝 До запиту <b>№{ $request }</b> ({ $client }) додано нотатку. Її бачать лише адміністратори.
voted = 👍 Ваш голос за схвалення враховано: запит <b>№{ $request }</b> ({ $client }).
vote_withdrawn = ↩️ Ваш голос відкликано: запит <b>№{ $request }</b> ({ $client }).
approvals_so_far = Голосів за: { $given } з { $needed }. { $more ->
        [0] Наступний вирішить.
        [one] Потрібен ще { $more }.
       *[other] Потрібно ще { $more }.
    }
approvals_impossible = ⚠️ Схвалити його не можна: вирішувати можуть { $possible }, менше, ніж <code>APPROVALS_NEEDED</code>.
no_such_request = Запиту №{ $request } немає.
admins_only = 🚫 Це можуть робити лише адміністратори.
not_own_words = ✋ Це не ваші слова, тому нічого не вирішено. Зважаю лише на те, що ви написали самі.
was_first_approved = Рішення вже є ({ $admin }): запит №{ $request } схвалено { $at }.
was_first_rejected = Рішення вже є ({ $admin }): запит №{ $request } відхилено { $at }.
was_first_revoked = Рішення вже є ({ $admin }): доступ за запитом №{ $request } закрито { $at }.
you_decided_approved = Ви вже схвалили запит №{ $request } { $at }.
you_decided_rejected = Ви вже відхилили запит №{ $request } { $at }.
you_decided_revoked = Ви вже закрили доступ за запитом №{ $request } { $at }.
request_pending = Запит №{ $request } чекає на рішення.
request_approved = Запит №{ $request } схвалено.
request_rejected = Запит №{ $request } відхилено.
request_expired = Термін запиту №{ $request } минув, вирішувати більше нічого.
request_withdrawn = Запит №{ $request } відкликано, вирішувати більше нічого.
request_revoked = Доступ за запитом №{ $request } закрито.
decided_too_late = ⌛️ Запізно: термін запиту №{ $request } минув { $expiresAt }.
own_request = Власного запиту розглядати не можна, це має зробити інший адміністратор.
already_voted = Ви вже проголосували за схвалення запиту №{ $request }.
no_vote = Ви не голосували за схвалення запиту №{ $request }, тож відкликати нічого.
nothing_to_undo = Щодо запиту №{ $request } немає рішення, яке можна скасувати.
not_your_decision = Скасувати рішення може лише той, хто вирішив: { $admin }.
undo_too_late = Скасовувати рішення щодо запиту №{ $request } вже пізно.
not_approved = Запит №{ $request } не схвалено, тож закривати нічого.
nothing_to_reopen = Запит №{ $request } повернути на розгляд не можна: це можливо, лише якщо його відхилено, його термін минув або доступ за ним закрито.

### Адміністраторам: що варто знати про самого бота

update_parked = ⚠️ Мені не вдалося опрацювати одне з оновлень ({ $attempts ->
        [one] { $attempts } спроба
        [few] { $attempts } спроби
       *[other] { $attempts } спроб
    }), його відкладено (оновлення { $update }). Причина — в журналі.
channel_away_email = ⚠️ Листи не надсилаються. Що відповів поштовий сервер або що не вдалося: <blockquote>{ $reason }</blockquote>
    Усі листи чекають, нічого не втрачено: надсилання продовжиться само, щойно сервер їх прийме. <code>check --mail</code> на сервері покаже, на чому все зупиняється.
channel_away_sms = ⚠️ SMS не надсилаються. Що відповів шлюз або що не вдалося: <blockquote>{ $reason }</blockquote>
    Усі SMS чекають, нічого не втрачено: надсилання продовжиться само, щойно шлюз їх прийме.
channel_back_email = ✅ Листи знову надсилаються. Усе, що чекало, вже в дорозі.
channel_back_sms = ✅ SMS знову надсилаються. Усе, що чекало, вже в дорозі.
backup_failed = ⚠️ Не вдалося зробити резервну копію моїх даних. Причина — в журналі.
backup_missing = ⚠️ Резервної копії моїх даних давно не було. Перевірте, будь ласка, чи працює таймер або служба, що її робить.
backup_newest = Остання справна копія — від { $lastBackup }.
backup_none = Справної копії немає.
backups_work_again = ✅ Резервне копіювання знову працює. Остання копія — від { $lastBackup }.
webhook_given_up = ⚠️ Три дні поспіль не вдавалося повідомити { $host } про зміну доступу (запит №{ $request }); більше не пробую. Причина — в журналі. Попереджу знову, лише якщо до того туди дійде хоча б один вебхук.
webhook_gone = ⚠️ { $host } більше не приймає вебхуків (відповідь 410), тож я їх більше не надсилаю. Нові чекають, доки не зміниться WEBHOOK_URL.
admins_heading = 🛡 { $count ->
        [one] Вирішує { $count } адміністратор:
        [few] Вирішують { $count } адміністратори:
       *[other] Вирішують { $count } адміністраторів:
    }
admins_more = … і ще { $count }
admins_too_few = ⚠️ Адміністраторів лишилося: { $left }. Це менше, ніж <code>APPROVALS_NEEDED</code> ({ $needed }), тому схвалити нічого не можна.
admin_joined = 🛡 Тепер ви адміністратор спільноти «{ $community }» (хто призначив: { $admin }). Ви вирішуєте, хто отримає доступ.
admin_left = Ви більше не адміністратор спільноти «{ $community }».
expired_digest = ⌛️ { $count ->
        [one] Минув термін { $count } запиту: його не встигли розглянути.
       *[other] Минув термін <b>{ $count }</b> запитів: їх не встигли розглянути.
    }

### Telegram, тим, хто звертається: що можна зробити

telegram_welcome_email = ✉️ /email — дізнатися рішення поштою, якщо не доходить у Telegram
telegram_welcome_sms = 📱 /sms — дізнатися рішення через SMS, якщо не доходить у Telegram
telegram_welcome_admin =
    🛡 Ви тут адміністратор. { $waiting ->
        [0] Запитів, що чекають на рішення, немає.
        [one] Чекає на рішення { $waiting } запит.
        [few] Чекають на рішення { $waiting } запити.
       *[other] Чекають на рішення { $waiting } запитів.
    }

    { telegram_admin_commands }
telegram_welcome_admin_uncounted =
    🛡 Ви тут адміністратор.

    { telegram_admin_commands }
telegram_admin_commands =
    /pending — що чекає на рішення, спершу найдавніше
    <code>/find анна</code> — запити за ім’ям, @username, ID, адресою або словами
    <code>/show 12</code> — один запит і його історія
    <code>/approve 12 13</code>, <code>/reject 12 причина</code> — вирішити
    <code>/revoke 12 причина</code> — закрити доступ
    <code>/reopen 12</code> — повернути запит на розгляд
    <code>нотатка</code> і текст у відповідь на картку — нотатка, яку бачать лише адміністратори
    /stats — статистика
    /admins — список адміністраторів
telegram_welcome_desk = /desk — панель: рішення у браузері
telegram_next_none =
    Щоб попросити доступ, надішліть /request і кілька слів про себе, наприклад:
    <code>/request Я Анна, подруга Бориса</code>
telegram_next_pending = { next_pending } Перевірити — /status, відкликати запит — /cancel.
telegram_next_again = Новий запит можна подати просто зараз: /request
telegram_next_admin = /pending — що чекає на рішення, /help — як вирішувати.
telegram_appeal_open = Рішення можна оскаржити: надішліть /appeal і напишіть адміністраторам, що змінилося.
telegram_appeal_open_until = Рішення можна оскаржити до { $closesAt }: надішліть /appeal і напишіть адміністраторам, що змінилося.

### Telegram, тим, хто звертається: відповіді на те, що вони пишуть

telegram_offer_request = Передати це адміністраторам спільноти «{ $community }» як ваш запит на доступ? /help — що ще я вмію.
telegram_offer_appeal = Передати це адміністраторам спільноти «{ $community }» як вашу апеляцію? /help — що ще я вмію.
telegram_offer_addition = Ваш запит чекає на рішення. Передати це адміністраторам спільноти «{ $community }» як доповнення до нього? Що з ним зараз — /status.
telegram_how_to_answer = Дайте відповідь на це повідомлення або просто напишіть її.
telegram_hint_unknown_command = Такої команди я не знаю. /help — що я вмію.
telegram_question_request = Розкажіть адміністраторам про себе наступним повідомленням (час на це: { $within }).
telegram_question_appeal = Розкажіть адміністраторам наступним повідомленням, що змінилося (час на це: { $within }).
telegram_desk_link = 🖥 Кнопка відкриває панель. Вона спрацює один раз, протягом 2 хвилин. Нікому її не пересилайте: хто відкриє, діятиме від вашого імені.
telegram_desk_link_to_copy = 🖥 Це посилання відкриває панель. Воно спрацює один раз, протягом 2 хвилин. Нікому його не пересилайте: хто відкриє, діятиме від вашого імені.
    <code>{ $url }</code>
telegram_desk_signed_in = 🖥 Ви ввійшли до панелі, { $at }.
telegram_desk_signed_out = 🖥 Ви вийшли з панелі. Увійти знову: /desk.
telegram_desk_off = Панелі немає: там, де я працюю, не задано <code>WEB_LISTEN</code>.
telegram_private_chat_only = Напишіть мені в особисті повідомлення: https://t.me/{ $bot }
telegram_address_none_email = ✉️ Якщо не доходить у Telegram, можу повідомити рішення поштою. Надішліть мені адресу: <code>/email you@example.com</code>
telegram_address_none_sms = 📱 Якщо не доходить у Telegram, можу повідомити рішення через SMS. Надішліть мені номер із кодом країни: <code>/sms +380 67 123 45 67</code>
telegram_address_waits_email = ✉️ На <b>{ $address }</b> надіслано код. Уведіть його тут, щоб підтвердити адресу.
telegram_address_waits_sms = 📱 На <b>{ $address }</b> надіслано код. Уведіть його тут, щоб підтвердити номер.
telegram_address_how_email =
    <code>/email on</code> — лише якщо не доходить у Telegram
    <code>/email both</code> — завжди
    <code>/email off</code> — ніколи
telegram_address_how_sms =
    <code>/sms on</code> — лише якщо не доходить у Telegram
    <code>/sms both</code> — завжди
    <code>/sms off</code> — ніколи
telegram_address_again_email = Надішліть іншу адресу або ту саму ще раз, якщо вона знову працює: <code>/email you@example.com</code>
telegram_address_again_sms = Надішліть інший номер або той самий ще раз, якщо він знову працює: <code>/sms +380 67 123 45 67</code>
telegram_address_code_sent_email = ✉️ Надсилаю код на <b>{ $address }</b>. Уведіть його тут; код діє { $within }. Якщо листа немає, загляньте у спам.
telegram_address_code_sent_sms = 📱 Надсилаю код на <b>{ $address }</b>. Уведіть його тут; код діє { $within }.
telegram_address_proved_email = ✅ Адресу <b>{ $address }</b> підтверджено.
telegram_address_proved_sms = ✅ Номер <b>{ $address }</b> підтверджено.
telegram_address_moved = Раніше цей контакт підтвердив інший акаунт. Тепер він ваш, і тому акаунту сюди більше нічого не надходить.
telegram_address_wrong_code = Це не той код. { $tries ->
        [one] Лишилася { $tries } спроба.
        [few] Лишилося { $tries } спроби.
       *[other] Лишилося { $tries } спроб.
    }
telegram_address_code_over_email = Цей код більше не діє. Щоб отримати новий, надішліть адресу ще раз: <code>/email you@example.com</code>
telegram_address_code_over_sms = Цей код більше не діє. Щоб отримати новий, надішліть номер ще раз: <code>/sms +380 67 123 45 67</code>
telegram_address_not_an_address_email = Сюди лист надіслати не можна. Адреса має такий вигляд: <code>/email you@example.com</code>
telegram_address_not_an_address_sms = Сюди SMS надіслати не можна. Напишіть номер із плюсом і кодом країни: <code>/sms +380 67 123 45 67</code>
telegram_address_not_allowed_sms = До цієї країни SMS не надсилаються. Номери мають починатися з { $prefixes }.
telegram_address_no_address_email = Я не маю вашої адреси. Надішліть її: <code>/email you@example.com</code>
telegram_address_no_address_sms = Я не маю вашого номера. Надішліть його: <code>/sms +380 67 123 45 67</code>
telegram_address_dead_email = Листи на вашу адресу більше не доходять. Надішліть іншу або ту саму ще раз, якщо вона знову працює: <code>/email you@example.com</code>
telegram_address_dead_sms = SMS на ваш номер більше не доходять. Надішліть інший або той самий ще раз, якщо він знову працює: <code>/sms +380 67 123 45 67</code>
telegram_address_too_many_email = За день надіслано стільки кодів, скільки можна. Спробуйте, будь ласка, завтра.
telegram_address_too_many_sms = За день надіслано стільки кодів, скільки можна. Спробуйте, будь ласка, завтра.
telegram_address_no_more_today_sms = Сьогодні кодів через SMS більше не надсилаю. Спробуйте, будь ласка, завтра.
telegram_address_of_form_email = Запит, надісланий на сайті з цією адресою, зараз не можна додати до вашого акаунта. Нічого не змінилося: новини про нього й надалі надходитимуть поштою. У кожному такому листі є посилання на сторінку запиту. Відкрийте Telegram звідти, і я підкажу, що можна зробити.
telegram_address_undeliverable_email = ⚠️ Код на <b>{ $address }</b> доставити не вдалося. Перевірте адресу й надішліть її ще раз: <code>/email you@example.com</code>
telegram_address_undeliverable_sms = ⚠️ Код на <b>{ $address }</b> доставити не вдалося. Перевірте номер і надішліть його ще раз: <code>/sms +380 67 123 45 67</code>
telegram_your_id = Ваш Telegram ID: <code>{ $id }</code>
telegram_chat_id = Щоб картки надходили сюди, задайте <code>ADMIN_CHAT_ID={ $chat }</code> і перезапустіть мене.
telegram_chat_id_set = Картки вже надходять сюди (<code>ADMIN_CHAT_ID={ $chat }</code>).
telegram_not_possible = { not_possible } /help — що можна зробити.
telegram_already_pending =
    { already_pending }
    Щоб написати новий, спершу відкличте цей: /cancel

### Telegram, адміністраторам: хто вирішує

telegram_admins_owner = 👑 <a href="tg://user?id={ $adminId }">{ $admin }</a> (ID <code>{ $adminId }</code>), власник
telegram_admins_added = 🛡 <a href="tg://user?id={ $adminId }">{ $admin }</a> (ID <code>{ $adminId }</code>), хто додав: { $by }, { $at }
telegram_admins_unreachable = ⚠️ Не можу написати цій людині: їй треба відкрити чат зі мною й натиснути «Почати».
telegram_admins_unknown = Ця людина мені ще не писала. Якщо до неї нічого не надходить, їй треба відкрити чат зі мною й натиснути «Почати».
telegram_admins_how =
    <code>/admins add ID</code> — зробити людину адміністратором. Або дайте відповідь <code>/admins add</code> на її повідомлення, у групі чи переслане мені.
    <code>/admins remove ID</code> — вилучити з адміністраторів.
    Власників указано в <code>ADMIN_TELEGRAM_ID</code>, тут їх вилучити не можна.
telegram_admin_added = ✅ Тепер адміністратор: <a href="tg://user?id={ $adminId }">{ $admin }</a> (ID <code>{ $adminId }</code>).
telegram_admin_unknown = ⚠️ Цей ID мені не знайомий: людина з таким ID ніколи мені не писала. Якщо в ньому помилка, скасуйте: <code>/admins remove { $adminId }</code>. Якщо він правильний, цій людині треба відкрити чат зі мною й натиснути «Почати».
telegram_admin_removed = ✅ Більше не адміністратор: <a href="tg://user?id={ $adminId }">{ $admin }</a> (ID <code>{ $adminId }</code>).
telegram_admins_changed_added = 👤 Новий адміністратор: <a href="tg://user?id={ $adminId }">{ $admin }</a> (ID <code>{ $adminId }</code>). Хто додав: { $by }. Усі, хто вирішує, — /admins
telegram_admins_changed_removed = 👤 Більше не адміністратор: <a href="tg://user?id={ $adminId }">{ $admin }</a> (ID <code>{ $adminId }</code>). Хто вилучив: { $by }. Усі, хто вирішує, — /admins
telegram_admins_already_admin = { $admin } — уже адміністратор.
telegram_admins_is_owner = { $admin } — власник із <code>ADMIN_TELEGRAM_ID</code>, тут його вилучити не можна. Змініть налаштування й перезапустіть мене.
telegram_admins_not_added = { $admin } — не адміністратор. Хто вирішує, показує /admins
telegram_admins_owners_only = 🔒 Змінювати адміністраторів можуть лише власники, указані в <code>ADMIN_TELEGRAM_ID</code>. Їх показує /admins
telegram_admins_hidden = 🎭 Ця людина приховує свій акаунт у пересланих повідомленнях, і я не бачу, хто це. Попросіть її надіслати мені /id, а тоді надішліть <code>/admins add</code> і цей номер.
telegram_admins_no_person = 🤔 Це повідомлення не від людини, тому нічого не змінилося. Надішліть <code>/admins add</code> і Telegram ID: людина дізнається його, надіславши мені /id.
telegram_admins_no_persons_id = 🤔 Це ID не людини, а групи, каналу, бота чи самого Telegram, а вирішують лише люди. Нічого не змінилося. Свій ID можна дізнатися, надіславши мені /id.
telegram_admins_not_an_id = 🤔 Це не Telegram ID, тому нічого не змінилося. Потрібне число, наприклад <code>/admins add 123456789</code>: свій ID можна дізнатися, надіславши мені /id.
telegram_admins_remove_whom = Кого? Додайте Telegram ID: <code>/admins remove 123456789</code>. Його показує /admins
telegram_admins_unclear = 🤔 Нічого не змінилося. /admins показує, хто вирішує; <code>/admins add 123456789</code> і <code>/admins remove 123456789</code> це змінюють.
telegram_new_admin_question = <a href="tg://user?id={ $adminId }">{ $admin }</a>, хто стане адміністратором? Перешліть мені повідомлення цієї людини або дайте відповідь її Telegram ID. Передумали? /cancel

### Telegram, адміністраторам: картка

telegram_card_username = @{ $username }
telegram_card_notes = 📝 Нотаток: { $count } — <code>/show { $request }</code>
telegram_card_id = ID <a href="tg://user?id={ $id }">{ $id }</a>

### Telegram, адміністраторам: відповіді на те, що вони роблять

telegram_ask_question = <a href="tg://user?id={ $adminId }">{ $admin }</a>, що запитати щодо запиту <b>№{ $request }</b> ({ $client })? Дайте відповідь на це повідомлення: ваші слова буде передано дослівно, без вашого імені. Передумали? /cancel
telegram_reply_with_question = Незрозуміло, якого запиту стосується це запитання, тому нічого не надіслано. Надішліть його, будь ласка, як відповідь на моє повідомлення про цей запит.
telegram_question_as_reply = Якщо це запитання до людини, надішліть його як відповідь на моє повідомлення. Поки що нічого не надіслано.
telegram_client_answered = 💬 <a href="tg://user?id={ $adminId }">{ $admin }</a>, на ваше запитання щодо запиту <b>№{ $request }</b> є відповідь ({ $client }): <blockquote>{ $message }</blockquote>
telegram_question_undelivered = ⚠️ <a href="tg://user?id={ $adminId }">{ $admin }</a>, ваше запитання щодо запиту <b>№{ $request }</b> не доставлено: я не можу написати цій людині ({ $client }). Надішлю, якщо вона знову відкриє чат зі мною, поки запит чекає на рішення.
telegram_own_reason = ✍️ { $admin } пише причину відмови щодо запиту <b>№{ $request }</b>.
telegram_reason_question = <a href="tg://user?id={ $adminId }">{ $admin }</a>, чому ви відхиляєте запит <b>№{ $request }</b> ({ $client })? Дайте відповідь на це повідомлення: ваші слова буде передано дослівно. Передумали? /cancel
telegram_reason_choice = 💬 Чому ви відхиляєте запит <b>№{ $request }</b> ({ $client })? Виберіть причину (людина прочитає її своєю мовою) або дайте свою у відповідь. Передумали? /cancel
telegram_no_such_request = { no_such_request } /pending — що чекає на рішення.
telegram_unclear_reply = 🤔 Нічого не вирішено. Натисніть кнопку на картці або дайте на неї відповідь: <code>схвалити</code> чи <code>відхилити</code> і причина.
telegram_not_a_card = 🤔 Це не картка запиту, тому нічого не вирішено. Скористайтеся самою карткою або командою: <code>/approve 12</code> чи <code>/reject 12 причина</code>.
telegram_how_to_find = 🔍 Що знайти? Надішліть ім’я, @username, Telegram ID, адресу, номер запиту або слова з повідомлення, не більше { $limit } слів: <code>/find анна київ</code>
telegram_search_gone = Цей список застарів. Надішліть /find ще раз.
telegram_which_one_approve = Який запит? Додайте його номер: <code>/approve 12</code>
telegram_which_one_reject = Який запит? Додайте його номер і, якщо хочете, причину: <code>/reject 12 причина</code>
telegram_which_one_revoke = Чий доступ? Додайте номер запиту і, якщо хочете, причину: <code>/revoke 12 причина</code>
telegram_which_one_reopen = Який запит? Додайте його номер: <code>/reopen 12</code>
telegram_which_one_show = Який запит? Додайте його номер: <code>/show 12</code>
telegram_how_several_approve = 🤔 Нічого не вирішено. Надішліть лише номери: <code>/approve 12</code> або <code>/approve 12 13</code>
telegram_how_several_reject = 🤔 Нічого не вирішено. Напишіть причину після двокрапки: <code>/reject 12: причина</code> або <code>/reject 12 13: причина</code>
telegram_how_several_revoke = 🤔 Нічого не вирішено. Напишіть причину після двокрапки: <code>/revoke 12: причина</code> або <code>/revoke 12 13: причина</code>
telegram_how_several_reopen = 🤔 Нічого не змінилося. Надішліть лише номери: <code>/reopen 12</code> або <code>/reopen 12 13</code>
telegram_how_several_show = 🤔 Надішліть лише номери: <code>/show 12</code> або <code>/show 12 13</code>
telegram_too_many_at_once = Нічого не зроблено: в одній команді може бути не більше { $limit ->
        [one] { $limit } запиту
       *[other] { $limit } запитів
    }.
telegram_reason_or_approval = 🤔 Запитання було про те, чому ви відхиляєте запит <b>№{ $request }</b>, а це не схоже на причину, тому нічого не вирішено. Схвалити: <code>/approve { $request }</code>. Щоб відхилити, дайте відповідь і назвіть причину. /cancel скасує запитання.
telegram_which_reason = 🤔 Запитань про причину кілька ({ $requests }). Дайте відповідь саме на те, яке маєте на увазі. Поки що нічого не вирішено.
telegram_reply_with_reason = Якщо це причина, про яку йшлося, надішліть її як відповідь на моє запитання. Поки що нічого не вирішено.
telegram_empty_note = 📝 У нотатці має бути хоча б кілька слів: дайте відповідь на картку словом <code>нотатка</code> і допишіть після нього те, що варто знати іншим адміністраторам. Ті, хто звертається, нотаток не бачать.
telegram_question_over = Відповідати на це запитання вже пізно, тому нічого не вирішено. Запит №{ $request } ще чекає на рішення: <code>/show { $request }</code>
telegram_anonymous_sender = 🎭 Telegram приховує авторів анонімних повідомлень, тому нічого не вирішено. Натисніть кнопку на картці або напишіть від свого імені.
telegram_earlier_round = Ця кнопка чи картка з’явилася до апеляції або скасування рішення й більше нічого не вирішує. Що зараз із запитом №{ $request }: <code>/show { $request }</code>
telegram_open_instead = Повернути запит №{ $request } на розгляд не можна: людина має новіший запит, №{ $openInstead }, і чинний саме він. <code>/show { $openInstead }</code>

### Telegram, адміністраторам: що варто знати про самого бота

telegram_card_access_in = 🚪 { $chat }: уже в чаті
telegram_card_access_invited = 🚪 { $chat }: запрошення надіслано
telegram_card_access_not_on_telegram = 🚪 { $chat }: запрошення ще немає — потрібні Telegram і посилання з особистої сторінки
telegram_card_access_left = 🚪 { $chat }: більше не в чаті
telegram_card_access_banned = 🚪 { $chat }: там заблоковано
telegram_card_access_by_hand = ⚠️ { $chat }: адміністратор чату, вилучити можна лише вручну
telegram_access_removals = ⚠️ Мене не було понад добу. Зараз у чаті <b>{ $chat }</b> є люди, чий доступ закінчився: { $count }. Стількох я без дозволу не вилучаю.
telegram_removals_allowed = Вилучаю людей: { $count }.
telegram_nothing_to_remove = Вилучати там більше нікого; можливо, інший адміністратор був швидшим.
telegram_unheard_join_requests = ℹ️ Мене не було понад добу. У чаті <b>{ $chat }</b> чекають заявки, про які я не знаю: { $count }. Дайте на них, будь ласка, відповідь у Telegram.
telegram_button_remove_them = 🚪 Вилучити їх
telegram_access_chat_gone = ℹ️ Чату <b>{ $chat }</b> більше немає в <code>ACCESS_CHATS</code>. Його учасників я не чіпаю.
telegram_access_chat_moved = ℹ️ Чат <b>{ $chat }</b> має новий ID, надалі я працюю з ним. Замініть в <code>ACCESS_CHATS</code> <code>{ $oldId }</code> на <code>{ $newId }</code>.
telegram_card_joining = 🚪 Заявку на вступ подано в Telegram; ваше рішення стосується і її.
telegram_how_to_join = { $count ->
    [1] Натисніть кнопку нижче й подайте заявку на вступ: вас одразу впустять.
   *[other] Натискайте кнопки нижче по черзі й подавайте заявки на вступ: вас одразу впустять.
}
telegram_access_outage = ⚠️ Я не можу керувати чатом <b>{ $chat }</b>: { $reason }. Зробіть мене там адміністратором із правами додавати й блокувати учасників, і все, що чекає, буде зроблено.
telegram_outage_no_administrator = я там не адміністратор
telegram_outage_may_not_add = я не маю там права додавати учасників
telegram_outage_may_not_ban = я не маю там права блокувати учасників
telegram_outage_may_neither = я не маю там прав додавати й блокувати учасників
telegram_outage_lacks_rights = мені там бракує прав
telegram_outage_not_there = мене в ньому немає або цього чату більше немає
telegram_outage_no_supergroup = це звичайна група, а керувати я можу лише супергрупами й каналами
telegram_outage_refused = Telegram відмовляє, причина — в журналі
telegram_stranger = 👤 <a href="tg://user?id={ $clientId }">{ $client }</a> (ID <code>{ $clientId }</code>) є в чаті <b>{ $chat }</b>, хоча доступу тут ніхто не схвалював.
telegram_admin_unreachable = ⚠️ Я не можу написати адміністратору <a href="tg://user?id={ $adminId }">{ $admin }</a> (ID { $adminId }): треба відкрити чат зі мною й натиснути «Почати».
telegram_admin_is_bot = ⚠️ Адміністратор з ID { $adminId } — бот, а вирішують лише люди. Вилучіть його: <code>/admins remove { $adminId }</code>, а якщо його вказано в <code>ADMIN_TELEGRAM_ID</code>, то звідти.
telegram_group_unreachable = ⚠️ Я не можу писати до групи адміністраторів. Додайте мене туди знову й дозвольте писати. Налаштування — <code>ADMIN_CHAT_ID</code>.
telegram_topic_unreachable = ⚠️ Тему { $topic } в групі адміністраторів закрито або видалено, тому пишу там у «General». Відкрийте її знову або вкажіть в <code>ADMIN_CHAT_ID</code> іншу.
telegram_presses_lost = ⚠️ Telegram був недоступний із { $from } до { $to }. Натискання кнопок за цей час могли до мене не дійти: перегляньте, будь ласка, що чекає на рішення, і натисніть знову.
telegram_no_pictures = 🖼 У цьому чаті мені не можна надсилати зображень. Це можна змінити в його дозволах, або надішліть мені /stats в особистому чаті.
telegram_foreign_poller = ⚠️ Токеном цього бота користується ще одна програма, і частина повідомлень може до мене не дійти. Зупиніть її або отримайте новий токен у @BotFather.

### Telegram: кнопки, підказки в полях уведення та меню команд; показуються без розмітки

telegram_button_ask = ✍️ Попросити доступ
telegram_button_appeal = ✍️ Оскаржити
telegram_button_approve = ✅ Схвалити
telegram_button_reject = ❌ Відхилити
telegram_button_reject_with_reason = 💬 Відхилити з причиною…
telegram_button_ask_client = ❓ Запитати…
telegram_button_own_reason = ✍️ Написати свою…
telegram_button_undo = ↩️ Скасувати рішення
telegram_button_undo_approval = ↩️ Відкликати голос
telegram_button_send_request = 📨 Надіслати як запит
telegram_button_send_appeal = 📨 Надіслати як апеляцію
telegram_button_add_to_request = ➕ Додати до запиту
telegram_button_language_of_telegram = Як у Telegram
telegram_button_show = №{ $request }
telegram_button_pending = 📋 Що чекає на рішення
telegram_button_previous = ◀️
telegram_button_next = ▶️
telegram_button_list_in_place = ◀️ До списку
telegram_button_next_in_place = Наступний ▶️
telegram_button_stats_picture = 📊 Зображенням
telegram_button_desk_open = 🖥 Відкрити панель
telegram_button_desk_copy = 📋 Скопіювати посилання
telegram_button_forget = 🗑 Стерти все
telegram_button_desk_sign_out = 🚪 Вийти
telegram_button_desk_request = 🖥 Відкрити на панелі
# Поруч із полем уведення: одне слово, щонайбільше два
telegram_button_desk_menu = Панель
telegram_placeholder_request = Кілька слів про себе
telegram_placeholder_appeal = Що змінилося?
telegram_placeholder_question = Ваше запитання
telegram_placeholder_answer = Ваша відповідь
telegram_placeholder_reason = Причина
telegram_placeholder_admin = Telegram ID
telegram_menu_request = Попросити доступ
telegram_menu_status = Що з моїм запитом
telegram_menu_appeal = Оскаржити рішення
telegram_menu_cancel = Відкликати запит
telegram_menu_language = Вибрати мову
telegram_menu_mydata = Що про мене зберігається
telegram_menu_forget = Стерти все про мене
telegram_menu_help = Що вміє цей бот
telegram_menu_email = Дізнатися рішення ще й поштою
telegram_menu_sms = Дізнатися рішення ще й через SMS
telegram_menu_pending = Що чекає на рішення
telegram_menu_find = Знайти запити: /find анна
telegram_menu_show = Один запит і його історія: /show 12
telegram_menu_approve = Схвалити запит: /approve 12
telegram_menu_reject = Відхилити запит: /reject 12 причина
telegram_menu_revoke = Закрити доступ: /revoke 12 причина
telegram_menu_reopen = Повернути запит на розгляд: /reopen 12
telegram_menu_stats = Статистика
telegram_menu_admins = Список адміністраторів
telegram_menu_desk = Посилання на панель, у браузері

### Telegram: що він показує про бота, у чаті до натискання «Почати» (не більше 512 знаків) і в профілі (120); без розмітки

telegram_bot_description = Я приймаю запити на доступ до спільноти «{ $community }» і повідомляю рішення адміністраторів. Натисніть «Почати» й розкажіть трохи про себе.
telegram_bot_short_description = Запити на доступ до спільноти «{ $community }».

### Перші слова відповіді, яка вирішує; через кому. Без «схвалено»: так можуть запитати або сказати про чуже рішення

words_approve = схвалити, схвалюю, прийняти
words_reject = відхилити, відхиляю, відмовити
words_note = нотатка, нотатку

### Слова, що беруть таку відповідь назад: заперечення, зупинки й те, що після «схвалити» робить із неї умову або сумнів

words_no = ні, не, нє, нема
words_wait = або, чи, стоп, зачекай, зачекайте, почекай, почекайте, чекай, чекайте, стривай, стривайте, скасувати, скасуй, скасуйте, відбій, хм, ой, упс, передумав, передумала
words_doubt = якщо, але, крім, окрім, хіба, може, можливо, мабуть, напевно, певно, ймовірно, поки, доки, згодом, пізніше, потім, завтра, рано, зарано, замість, помилка, помилився, помилилася, помилилась, вибач, вибачте, пробач, пробачте, думаю, гадаю, сумніваюся, сумніваюсь

### Відповіді на запитання про причину відмови, які причиною не бувають, цілком і без розділових знаків; через кому

words_no_reason = так, ок, окей, добре, гаразд, авжеж, прийняти, прийми, прийміть, приймаємо, впустити, впусти, впустіть, пустити, пусти, пустіть, не треба, не потрібно, не варто, забудь, забудьте, неважливо, секунду, хвилинку, одну хвилинку, я передумав, я передумала, помилка, помилився, помилилася, помилково, я помилився, я помилилася, не той, не та, не та кнопка, не той запит, не та картка, скасуй, скасуйте

### Слова подяки, будь-де в повідомленні; через кому

words_thanks = дякую, дякуємо, дяка, дяки, спасибі, вдячний, вдячна, вдячні

### Панель адміністраторів, сторінка у браузері: простий текст без розмітки

desk_title = Запити · { $community }
desk_requests = Запити
desk_stats = Статистика
desk_menu = Меню
desk_views = Розділи
desk_skip = До запитів
desk_signed_in_as = Ви ввійшли як { $admin }
desk_sign_out = Вийти
desk_language = Мова
desk_shortcuts = Гарячі клавіші
desk_shortcuts_use = Увімкнено
desk_csv = Завантажити CSV
desk_csv_to_me = Надіслати мені CSV
desk_csv_sent = Бот надіслав файл у ваш чат із ним.
desk_csv_too_large = Файл був би більший за 20 МБ. Звузьте список фільтрами або відкрийте панель у браузері.
desk_csv_no_chat = Бот не може вам написати. Відкрийте чат із ним і натисніть «Почати».
desk_csv_unanswered = Відповіді немає. Перш ніж пробувати знову, перегляньте чат із ботом: можливо, файл уже там.
desk_csv_failed = Не вдалося підготувати файл. Спробуйте трохи згодом.
desk_close = Закрити
desk_loading = Завантажується …

desk_sign_in = Увійти
desk_sign_in_link = Це посилання відкриє панель { $community } у цьому браузері.
desk_sign_in_needed = Тут працюють адміністратори { $community }. Як увійти:
desk_sign_in_telegram = У Telegram: відкрийте особистий чат із ботом і натисніть кнопку поруч із полем уведення.
desk_sign_in_browser = У будь-якому іншому браузері: надішліть боту в цьому чаті /desk і відкрийте посилання з відповіді. Воно спрацює один раз протягом двох хвилин.
desk_sign_in_by_link = Надішліть боту /desk в особистому чаті й відкрийте посилання з відповіді. Воно спрацює один раз протягом двох хвилин.
desk_sign_in_refused = Це посилання більше не працює: кожне діє один раз, дві хвилини й лише для адміністраторів. Щоб отримати нове, надішліть боту /desk.
desk_sign_in_stale = Telegram відкрив стару копію сторінки. Закрийте її й відкрийте знову з чату або надішліть боту /desk, щоб отримати посилання.
desk_sign_in_too_often = Забагато спроб увійти. Зачекайте хвилину й спробуйте знову.
desk_wrong_address = Цю сторінку відкрито не за її адресою, тому тут нічого не вдіяти. Надішліть боту /desk і відкрийте посилання, яке він пришле.
desk_session_over = Сеанс завершено.
desk_signed_out = Ви вийшли.
desk_maybe_signed_in = Можливо, ви ще не вийшли: бот не підтвердив вихід. Спробуйте знову трохи згодом.
desk_signed_in_again = Сеанс завершився раніше, ніж усе це було зроблено. Ви знову ввійшли: перегляньте, що лишилося, і повторіть.

desk_offline = Немає зв’язку. Дані на екрані могли застаріти; вони оновляться, щойно зв’язок з’явиться.
desk_not_ready = Бот запускається, або працює інша його копія. Сторінка спробує ще раз сама.
desk_not_live = Відкрито забагато таких сторінок, тому тут нічого не оновлюється само. Закрийте зайві й перезавантажте цю.
desk_no_answer = Відповіді немає, тож нічого не зроблено. Перевірте зв’язок і спробуйте знову.
desk_unknown = Підтвердження немає, і поки що невідомо, чи це виконано. Тут стане видно, щойно бот знову відповість.
desk_not_done_yet = Підтвердження немає, і поки що це не зроблено. Спробуйте знову: двічі це не виконається.
desk_unclear = Зв’язок перервався, але все було зроблено: ось як усе є зараз.
desk_busy = Зараз із цим запитом виконується інша дія. Погляньте ще раз трохи згодом.
desk_failed = Не вдалося: { $detail }
desk_too_often = Забагато звернень одразу. Трохи зачекайте й спробуйте знову.
desk_broken = У боті щось зламалося. Причина — у його журналі.
desk_unusable_words = Такий текст не підходить: у ньому нічого не видно або він задовгий.
desk_unclear_search = Тут нема чого шукати або слів забагато. Вистачить імені, @username, ID чи кількох слів.
desk_gone = Цього більше немає.
desk_try_again = Спробувати ще раз
desk_no_such_page = Такої сторінки немає.
desk_no_such_request = Запиту №{ $request } немає.
desk_no_such_person = Такої людини немає.

desk_status_pending = Чекає на рішення
desk_status_approved = Схвалено
desk_status_rejected = Відхилено
desk_status_expired = Термін минув
desk_status_withdrawn = Відкликано
desk_status_revoked = Доступ закрито
desk_many_pending = Чекають
desk_many_approved = Схвалено
desk_many_rejected = Відхилено
desk_many_expired = Термін минув
desk_many_withdrawn = Відкликано
desk_many_revoked = Доступ закрито

desk_search = Пошук
desk_search_hint = Ім’я, @username, ID або слова
desk_status = Стан
desk_status_any = Усі
desk_filters = Фільтри
desk_reviewer = Хто вирішив
desk_reviewer_any = Будь-хто
desk_client_only = Лише { $client }
desk_from = Подано від
desk_to = Подано до
desk_clear_filters = Скинути фільтри
desk_waits = чекає { $waited }
desk_expires_in = лишилося: { $left }
desk_appeal = { $appeal ->
        [1] Апеляція
       *[other] Апеляція { $appeal }
    }
desk_approvals = за схвалення: { $given } з { $needed }
desk_no_words = Поки що без слів
desk_text_erased = Цей текст стерто
desk_tick = Позначити №{ $request }, { $client }
desk_new = { $count ->
        [one] { $count } новий запит. Показати
        [few] { $count } нові запити. Показати
       *[other] { $count } нових запитів. Показати
    }
desk_more = Показати ще
desk_end_of_list = Це все.
desk_empty = Запитів іще не було. Щойно хтось попросить доступ, запит з’явиться тут сам.
desk_empty_pending = Ніхто не чекає. Нові запити з’являться тут самі.
desk_empty_filtered = Під ці фільтри не підходить жоден запит.

desk_ticked = Позначено: { $count }
desk_tick_group = Позначені запити
desk_untick = Зняти позначки
desk_deciding = Розглянуто { $done } з { $total } …
desk_all_decided = { $count ->
        [one] Рішення ухвалено щодо { $count } запиту.
       *[other] Рішення ухвалено щодо { $count } запитів.
    }
desk_some_decided = Рішення ухвалено щодо { $done } з { $total }. Не розглянуто:
desk_not_decided = №{ $request }: { $why }

desk_request = Запит №{ $request }
desk_choose = Виберіть запит, і тут буде все про нього.
desk_choose_keys = j — наступний запит, ? — усі клавіші.
desk_open_request = Відкритий запит
desk_back = До списку
desk_submitted = Подано
desk_expires = Чекає до
desk_waiting_since = Очікування: { $waited }
desk_approved_by = Схвалено: { $admins }
desk_rejected_by = Відхилено: { $admin }
desk_revoked_by = Доступ закрито: { $admin }
desk_given_up = Людина сама відмовилася від доступу
desk_reason = Причина
desk_source = Надійшов
desk_source_chat = у чаті
desk_source_form = через форму
desk_source_join = заявкою на вступ до чату
desk_telegram = Telegram
desk_not_on_telegram = не в Telegram
desk_address = Адреса
desk_all_requests = Усі запити: { $client }
desk_approved_so_far = За схвалення
desk_own_request = Це ваш власний запит, його має розглянути інший адміністратор.
desk_undelivered = Повідомлення цій людині не доставлено. Відповідь сервера: { $error }
desk_access = Чати
desk_access_in = у чаті
desk_access_invited = запрошено
desk_access_not_on_telegram = поки що не в Telegram
desk_access_left = більше не в чаті
desk_access_banned = заблоковано
desk_access_by_hand = треба вилучити вручну

desk_approve = Схвалити
desk_reject = Відхилити
desk_reject_with_reason = Відхилити з причиною
desk_undo = Скасувати
desk_revoke = Закрити доступ
desk_reopen = Повернути на розгляд
desk_note = Нотатка
desk_note_hint = Нотатка лише для адміністраторів
desk_add_note = Додати нотатку
desk_why_reject = Чому ви відхиляєте запит?
desk_why_reject_ticked = { $count ->
        [one] Чому ви відхиляєте { $count } запит?
        [few] Чому ви відхиляєте { $count } запити?
       *[other] Чому ви відхиляєте { $count } запитів?
    }
desk_why_revoke = Чому ви закриваєте доступ?
desk_reason_is_read = Ця людина побачить причину.
desk_own_words = Своїми словами
desk_without_reason = Без причини
desk_cancel = Скасувати

desk_did_approved = Схвалено №{ $request }, { $client }
desk_did_rejected = Відхилено №{ $request }, { $client }
desk_did_revoked = Доступ закрито: { $client } (№{ $request })
desk_did_reopened = Знову на розгляді: №{ $request }, { $client }
desk_did_undone = Рішення скасовано: №{ $request }, { $client }, знову чекає
desk_did_voted = Ваш голос за №{ $request } враховано: { $given } з { $needed }
desk_did_note = Нотатку до №{ $request } додано
desk_nothing_to_undo = Вашого рішення, яке можна скасувати, тут немає.
desk_undone_several = { $count ->
        [one] Скасовано: { $count } запит знову чекає
        [few] Скасовано: { $count } запити знову чекають
       *[other] Скасовано: { $count } запитів знову чекають
    }
desk_undo_too_late = Скасовувати це рішення вже пізно.
desk_not_your_decision = Скасувати рішення може лише той, хто вирішив: { $admin }.
desk_already_voted = Ви вже проголосували за схвалення. Потрібні голоси й інших адміністраторів.
desk_open_instead = Ця людина має новіший запит, що чекає на рішення. Розгляньте його.
desk_approved_meanwhile = Запит уже схвалено: { $admin }, { $at }.
desk_rejected_meanwhile = Запит уже відхилено: { $admin }, { $at }.
desk_revoked_meanwhile = Доступ уже закрито: { $admin }, { $at }.
desk_given_up_meanwhile = Людина сама відмовилася від цього доступу.
desk_nothing_sent = Ваше рішення не надіслано.
desk_expired_meanwhile = Термін запиту минув, вирішити його вже не можна.
desk_withdrawn_meanwhile = Запит відкликано, вирішувати більше нічого.
desk_changed_meanwhile = Запит змінився, поки ви дивилися, тому рішення не ухвалено. Прочитайте його ще раз і вирішіть.

desk_timeline = Історія
desk_event_submit = Подано
desk_event_appeal = Апеляція
desk_event_withdraw = Відкликано
desk_event_vote = Голос за схвалення
desk_event_vote_withdrawn = Голос відкликано
desk_event_approve = Схвалено
desk_event_reject = Відхилено
desk_event_undo = Рішення скасовано
desk_event_revoke = Доступ закрито
desk_event_reopen = Повернуто на розгляд
desk_event_expire = Термін минув
desk_event_ask = Запитання
desk_event_answer = Відповідь
desk_event_add = Доповнення
desk_event_describe = Розповідь про себе
desk_event_forget = Відмова від доступу
desk_event_unite = Пов’язано з акаунтом Telegram
desk_event_note = Нотатка
desk_event_other = Зміна
desk_via_chat = у чаті
desk_via_desk = на панелі
desk_via_form = через форму
desk_via_system = автоматично
desk_message_client_news = Повідомлення «{ $news }»
desk_message_asked = Запитання
desk_message_appeal_open = «Рішення можна оскаржити»
desk_message_invitation = Посилання на чати
desk_message_other = Повідомлення
desk_message_owed = надсилається
desk_message_sent = надіслано
desk_message_undeliverable = не доставлено

desk_person_requests = Запити
desk_person_no_requests = Запитів немає.
desk_person_older = { $count ->
        [one] Не показано { $count } давніший запит.
        [few] Не показано { $count } давніші запити.
       *[other] Не показано { $count } давніших запитів.
    }
desk_person_admin = Адміністратор
desk_person_unreachable = Бот не може написати цій людині
desk_person_id = Telegram ID

desk_last_days = { $count ->
        [365] Рік
        [one] { $count } день
        [few] { $count } дні
       *[other] { $count } днів
    }
desk_period = Період
desk_plot_outcomes = Запити за днями
desk_plot_outcomes_how = Над лінією — що надійшло, під лінією — чим завершилося.
desk_plot_time = Час до рішення
desk_plot_time_how = Від подання запиту до схвалення або відмови, за днями рішень.
desk_plot_queue = Черга
desk_plot_queue_how = Скільки запитів чекало наприкінці кожного дня.
desk_reviewers = Хто вирішує
desk_reviewer_name = Адміністратор
desk_reviewer_former = більше не адміністратор
desk_no_decisions = За цей час рішень не було.
desk_came_in = Подано
desk_decisions = Рішення
desk_median = Медіана
desk_ninetieth = 9 із 10 — не довше
desk_median_time = Медіана часу до рішення
desk_ninetieth_time = 9 із 10 рішень — не довше
desk_day = День
desk_as_table = Таблицею
desk_time_zone = Доба починається опівночі, { $zone }.

desk_key_next = Наступний запит
desk_key_previous = Попередній запит
desk_key_tick = Позначити або зняти позначку
desk_key_approve = Схвалити
desk_key_reject = Відхилити
desk_key_reject_with_reason = Відхилити з причиною
desk_key_undo = Скасувати своє рішення
desk_key_note = Написати нотатку
desk_key_search = Пошук
desk_key_help = Показати ці клавіші
desk_key_back = Закрити або повернутися до списку
