# Русский. Предложения — это HTML, каким его принимает Telegram: https://core.telegram.org/bots/api#html-style
# Как устроены такие файлы: https://projectfluent.org/fluent/guide/
#
# Предложения годятся везде, и на странице, и в письме, поэтому в них нет ни команд, ни кнопок. Имена тех, где они есть, начинаются
# с telegram_: их показывает только Telegram, и telegram_x заменяет там x. Так же устроены имена с email_: они для писем, с sms_: они для СМС,
# и с form_: они для страниц тем, у кого нет Telegram.

### Клиентам: зачем этот бот, что с их запросом и что можно сделать

welcome = 👋 Здравствуйте! Я принимаю запросы на доступ в сообщество <b>«{ $community }»</b> и передаю ответ администраторов.
standing_pending = ⏳ Ваш запрос <b>№{ $request }</b> ждёт решения.
standing_approved = ✅ Ваш запрос <b>№{ $request }</b> одобрен.
standing_rejected = ❌ Ваш запрос <b>№{ $request }</b> отклонён.
standing_expired = ⌛️ Ваш запрос <b>№{ $request }</b> не успели рассмотреть: срок истёк.
standing_withdrawn = ↩️ Ваш запрос <b>№{ $request }</b> отозван.
standing_revoked = ❌ Ваш доступ (запрос <b>№{ $request }</b>) закрыт.
standing_appeal = Апелляция №{ $appeal }
submitted_at = Подан: { $submittedAt }
expires_at = Срок рассмотрения: до { $expiresAt }
decided_at = Решение принято: { $decidedAt }
client_reason = Причина: <blockquote>{ $reason }</blockquote>
next_pending = Я напишу вам, как только будет решение.
next_approved = У вас есть доступ в сообщество «{ $community }», больше ничего делать не нужно.
next_again = Новый запрос можно подать сразу же.
appeal_not_open = Обжаловать решение можно с { $opensAt }.
appeal_open = Решение можно обжаловать.
appeal_open_until = Решение можно обжаловать до { $closesAt }.
appeal_closed = Обжаловать можно было до { $closedAt }, так что решение окончательное. Спасибо за интерес.
appeals_used_up = { $limit ->
        [0] Обжаловать решения здесь нельзя
        [1] Вы уже обжаловали решение
       *[other] Вы уже обжаловали решение столько раз, сколько можно ({ $limit })
    }, поэтому оно окончательное. Спасибо за интерес.

### Клиентам: что произошло с их запросом

news_submitted = ✅ Готово! Ваш запрос <b>№{ $request }</b> передан администраторам сообщества «{ $community }».
news_appeal_submitted = ✅ Готово! Апелляция по запросу <b>№{ $request }</b> передана администраторам сообщества «{ $community }».
news_withdrawn = ↩️ Ваш запрос <b>№{ $request }</b> отозван.
news_appeal_withdrawn = ↩️ Апелляция по запросу <b>№{ $request }</b> отозвана, прежнее решение в силе.
news_approved = 🎉 Ваш запрос <b>№{ $request }</b> одобрен. Добро пожаловать в сообщество «{ $community }»!
news_rejected = ❌ К сожалению, ваш запрос <b>№{ $request }</b> отклонён.
news_decision_undone = 🔄 Решение по вашему запросу <b>№{ $request }</b> отменено: запрос снова на рассмотрении.
news_request_reopened = 🔄 Администраторы вернули ваш запрос <b>№{ $request }</b> на рассмотрение.
news_revoked = ❌ Ваш доступ в сообщество «{ $community }» закрыт (запрос <b>№{ $request }</b>).
news_expired = ⌛️ К сожалению, ваш запрос <b>№{ $request }</b> не успели рассмотреть: срок истёк.
news_appeal_expired = ⌛️ К сожалению, апелляцию по запросу <b>№{ $request }</b> не успели рассмотреть: срок истёк. Прежнее решение остаётся в силе.
news_appeal_open = 🔔 Теперь решение по вашему запросу <b>№{ $request }</b> можно обжаловать.

### Клиентам: только в письмах. Слов других людей в теме нет

email_subject_submitted = Запрос №{ $request } получен
email_subject_appeal_submitted = Запрос №{ $request }: апелляция получена
email_subject_withdrawn = Запрос №{ $request } отозван
email_subject_appeal_withdrawn = Запрос №{ $request }: апелляция отозвана
email_subject_approved = Запрос №{ $request } одобрен
email_subject_rejected = Запрос №{ $request } отклонён
email_subject_reopened = Запрос №{ $request } снова на рассмотрении
email_subject_revoked = Запрос №{ $request }: доступ закрыт
email_subject_expired = Запрос №{ $request }: срок истёк
email_subject_appeal_expired = Запрос №{ $request }: срок апелляции истёк
email_subject_appeal_open = Запрос №{ $request }: решение можно обжаловать
email_subject_code = Код для сообщества «{ $community }»
email_code = Чтобы подтвердить этот адрес для сообщества «{ $community }», введите код там, где вы указали адрес:
email_code_how = Код действует { $validFor }.
email_code_unasked = Если вы никому не указывали этот адрес, ничего не делайте: без кода сюда больше ничего не придёт.
email_join = Теперь вам открыто:
email_join_on_page = То, что вам теперь открыто, находится в Telegram. Как туда попасть, сказано на вашей странице.
email_page = Что с запросом и что можно сделать
email_footer = Вы получили это письмо, потому что просили сообщать по почте о вашем запросе на доступ в сообщество «{ $community }».
email_footer_code = Этот адрес указали сообществу «{ $community }». Пока код не введён, сюда больше ничего не отправляется.

email_subject_test = Проверка почты сообщества «{ $community }»
email_test = ✅ Письма сообщества «{ $community }» сюда доходят.

    Это проверка: её отправил с сервера тот, кто настраивает почту.
email_footer_test = Отправлено один раз, чтобы проверить, доходит ли почта.

### Клиентам: только в СМС. Помещаются в одно (70 знаков), слов других людей в них нет

sms_submitted = { $community }: запрос №{ $request } получен.
sms_appeal_submitted = { $community }: апелляция по запросу №{ $request } получена.
sms_withdrawn = { $community }: запрос №{ $request } отозван.
sms_appeal_withdrawn = { $community }: апелляция по запросу №{ $request } отозвана.
sms_approved = { $community }: запрос №{ $request } одобрен.
sms_rejected = { $community }: запрос №{ $request } отклонён.
sms_reopened = { $community }: запрос №{ $request } снова на рассмотрении.
sms_revoked = { $community }: ваш доступ закрыт (запрос №{ $request }).
sms_expired = { $community }: срок запроса №{ $request } истёк.
sms_appeal_expired = { $community }: срок апелляции по запросу №{ $request } истёк.
sms_can_appeal = { $community }: запрос №{ $request }, решение можно обжаловать.
sms_code = { $code } — ваш код для { $community }.

### Клиентам: где до них можно дойти, кроме Telegram

reached_fallback_email = ✉️ По почте, если не доходит в Telegram: <b>{ $address }</b>
reached_both_email = ✉️ Всегда ещё и по почте: <b>{ $address }</b>
reached_off_email = ✉️ Почта выключена: <b>{ $address }</b>
reached_dead_email = ⚠️ Письма на <b>{ $address }</b> больше не доходят.
reached_fallback_sms = 📱 По СМС, если не доходит в Telegram: <b>{ $address }</b>
reached_both_sms = 📱 Всегда ещё и по СМС: <b>{ $address }</b>
reached_off_sms = 📱 СМС выключены: <b>{ $address }</b>
reached_dead_sms = ⚠️ СМС на <b>{ $address }</b> больше не доходят.

### Людям без Telegram: форма и их собственная страница в интернете

form_language = Язык
form_title = Запрос на доступ: { $community }
form_intro = Ваши слова прочитают администраторы, а ответ придёт по электронной почте.
form_has_telegram = Вы есть в Telegram? Там проще:
form_name = Ваше имя
form_address = Ваш адрес электронной почты
form_address_hint = Сначала туда придёт код, потом ответ. Ни для чего другого адрес не нужен.
form_message = Несколько слов администраторам
form_message_hint = Кто вы и зачем вам доступ. { $limit ->
        [one] Не больше { $limit } символа.
       *[other] Не больше { $limit } символов.
    }
form_leave_empty = Оставьте это поле пустым
form_continue = Дальше
form_wrong_name = Напишите, пожалуйста, имя, не длиннее 64 символов.
form_wrong_address = На такой адрес письмо не отправить. Проверьте его: он должен быть похож на <code>name@example.com</code>.
form_no_words = Напишите, пожалуйста, несколько слов.
form_too_long = Длина текста — { $length }, а наибольшая длина — { $limit }.
form_too_fast = Так быстро люди не пишут. Просмотрите, пожалуйста, написанное и отправьте ещё раз.
form_too_old = Эта страница была открыта слишком долго. Написанное не потеряно: отправьте, пожалуйста, ещё раз.
form_too_many_to_address = За сутки на этот адрес ушло три кода, больше нельзя. Попробуйте, пожалуйста, завтра.
form_too_many_of_network = За час из вашей сети пришло слишком много запросов. Попробуйте, пожалуйста, позже.
form_too_many_in_all = Сейчас приходит слишком много запросов. Попробуйте, пожалуйста, через час.
form_too_many_of_page = За час от вас пришло слишком много, и это не отправлено. Написанное не потеряно: отправьте его, пожалуйста, позже.
form_code_title = Теперь введите код
form_code_sent = На указанный адрес идёт письмо с кодом из шести цифр. Введите его здесь: только тогда запрос будет отправлен.
form_code = Код из письма
form_code_hint = Код действует десять минут. Если через минуту письма нет, посмотрите в спаме.
form_code_continue = Отправить запрос
form_code_missing = Ничего не пришло или адрес был с ошибкой?
form_again = Заполнить ещё раз
form_wrong_code = Это не тот код. { $left ->
        [one] Осталась { $left } попытка.
        [few] Осталось { $left } попытки.
       *[other] Осталось { $left } попыток.
    }
form_code_over = Этот код больше не действует
form_code_over_why = Прошло больше десяти минут, или слишком много раз был введён неверный код. Заполните форму ещё раз, и придёт новый.
form_gone = Этого запроса здесь больше нет
form_gone_why = Заполненная форма ждёт кода час, и только в том браузере, где её заполнили, если он принимает куки. Заполните её, пожалуйста, ещё раз.
form_page_title = Ваш запрос
form_your_words = Что вы написали
form_page_keep = Никому не показывайте адрес этой страницы: с ним можно сделать здесь всё, что можете вы. Он есть и в письмах, которые к вам приходят.
form_done_sent = ✅ Запрос отправлен.
form_done_known = Новый текст не отправлен: вы уже обращались раньше, и вот что с вашим запросом.
form_done_appealed = ✅ Апелляция отправлена.
form_done_withdrawn = ✅ Отозвано.
form_answer_by_email = Ответ придёт по почте.
form_answer_by_sms = Ответ придёт по СМС.
form_answer_here = Отправить ответ некуда — он появится здесь.
form_news_in_telegram = Новости о нём придут вам в Telegram.
form_gave_way = У вас может быть только один запрос, поэтому <b>№{ $request }</b> отозван.
form_appeal_heading = Обжаловать решение
form_appeal_message = Почему администраторам стоит посмотреть ещё раз?
form_appeal = Отправить апелляцию
form_ask_heading = Попросить ещё раз
form_ask = Отправить запрос
form_withdraw_heading = Передумали?
form_withdraw_number = Чтобы отозвать запрос, введите его номер: { $request }
form_withdraw = Отозвать
form_wrong_number = Это не номер того, что здесь ждёт, поэтому ничего не отозвано.
form_telegram_heading = У вас появился Telegram?
form_telegram = Откройте это один раз в Telegram и начните там разговор. Запрос станет запросом вашего аккаунта, и новости будут приходить туда.
form_telegram_needed = То, что открывает одобрение, находится в Telegram. Откройте это один раз там и начните разговор: запрос станет запросом вашего аккаунта, и новости будут приходить туда.
form_approved_needs_telegram = У вас есть доступ в сообщество «{ $community }». Всё находится в Telegram: попасть туда можно по ссылке ниже.
form_telegram_open = Открыть Telegram
form_not_now = Это уже или пока невозможно: вот что с вашим запросом сейчас.
form_no_page = Такой страницы нет
form_no_page_why = Проверьте, пожалуйста, адрес: он должен быть точно таким, как в письме, до последней буквы.
form_sorry = Не получилось
form_not_understood = Присланное не удалось прочитать. Отправьте его, пожалуйста, с самой страницы.
form_unavailable = Сейчас что-то не работает, и ничего не отправлено. Попробуйте, пожалуйста, через несколько минут.

### Клиентам: ответы на то, что они пишут

hint_text = Я всего лишь бот, поэтому передать это никому не могу.
admins_ask = ❓ У администраторов сообщества «{ $community }» есть вопрос о вашем запросе <b>№{ $request }</b>: <blockquote>{ $message }</blockquote>
passed_on = 📨 Добавлено к вашему запросу <b>№{ $request }</b>. Администраторы это видят.
too_many_additions = К этому запросу уже добавлено сообщений: { $limit }, больше нельзя. Это сообщение не передано.
telegram_united = ✅ Ваш запрос с сайта теперь и здесь ваш. Дальше я буду писать вам сюда.
telegram_gave_way_ended = У вас может быть только один запрос, поэтому <b>№{ $request }</b> отозван, а действует <b>№{ $to }</b>.
telegram_gave_way_added = У вас может быть только один запрос, поэтому <b>№{ $request }</b> отозван, а его текст добавлен к запросу <b>№{ $to }</b>.
telegram_gave_way_appealed = У вас может быть только один запрос, поэтому <b>№{ $request }</b> отозван, а его текст стал апелляцией по запросу <b>№{ $to }</b>.
telegram_not_united_link_used = Эта ссылка уже использована: ваш запрос с сайта принадлежит аккаунту Telegram.
telegram_not_united_is_admin = Вы здесь администратор, поэтому добавить к вашему аккаунту запрос с сайта нельзя.
telegram_not_united_two_decisions = По запросу <b>№{ $here }</b> из этого аккаунта и по запросу <b>№{ $web }</b> с сайта решения уже приняты, а отменить решение могут только администраторы. Ничего не изменилось. Попросите администратора вернуть один из этих запросов на рассмотрение, отзовите его и откройте ссылку ещё раз.
telegram_not_united_appeal_later = У вас может быть только один запрос, но <b>№{ $waits }</b> ждёт решения, а по запросу <b>№{ $decided }</b> оно принято не в вашу пользу. Ничего не изменилось. Откройте ссылку ещё раз не раньше { $opensAt }: тогда текст запроса <b>№{ $waits }</b> станет вашей апелляцией. Или отзовите <b>№{ $waits }</b> и сразу откройте ссылку снова.
telegram_not_united_no_appeal = У вас может быть только один запрос, но <b>№{ $waits }</b> ждёт решения, а по запросу <b>№{ $decided }</b> оно принято не в вашу пользу и обжаловать его уже нельзя. Ничего не изменилось. Отзовите <b>№{ $waits }</b> и откройте ссылку ещё раз или сначала попросите администратора вернуть <b>№{ $decided }</b> на рассмотрение.
telegram_invitation = 🚪 У сообщества «{ $community }» есть чат, в который у вас есть доступ.
telegram_join_declined = 🚫 Ваша заявка на вступление в <b>{ $chat }</b> отклонена.
telegram_join_question = 👋 Вы подали заявку на вступление в сообщество «{ $community }». Напишите, пожалуйста, несколько слов о себе: администраторы прочтут их и решат.
telegram_join_question_of = 👋 Вы подали заявку на вступление в <b>{ $chat }</b>. Напишите, пожалуйста, несколько слов о себе: администраторы сообщества «{ $community }» прочтут их и решат.
telegram_too_many_chats = ⚠️ Telegram не может впустить вас в <b>{ $chat }</b>: вы состоите в слишком многих группах и каналах. Выйдите из некоторых и подайте заявку снова.
draft_sent = 📨 Отправлено.
draft_gone = Этого текста у меня больше нет. Если он ещё не отправлен, напишите его, пожалуйста, ещё раз.
telegram_forget_question =
    <b>Забыть вас?</b> Ваше имя, адреса, всё, что вы написали, и всё, что я вам присылал, будет стёрто и здесь, и на карточках у администраторов.

    Останутся только числа: ваш Telegram ID, а также что и когда было решено. Отменить это нельзя.
telegram_forget_pending = Ваш нерассмотренный запрос будет отозван.
telegram_forget_approved = Ваш доступ в сообщество «{ $community }» закроется.
telegram_forget_verdict = Решение останется в силе, и обжаловать его можно будет не раньше прежнего срока.
telegram_forget_admin = Вы администратор: ваше имя останется, ведь оно стоит рядом с вашими решениями.
telegram_forgotten = 👋 Готово. Стёрто всё, что вы написали, и то, кто вы. Если напишете мне снова, я снова узнаю ваше имя.
telegram_forgotten_admin = 👋 Готово. Стёрто всё, что вы написали, когда просили доступ. Имя останется, пока вы администратор.
telegram_forget_over = Этот вопрос больше не действует. Задать его снова — /forget
telegram_my_data = 📄 Всё, что у меня о вас хранится.
you_are_welcome = Пожалуйста! 😊
hint_not_text = Я читаю только текст.
left_out_photo = 📎 Текст передаю, а фото передать не могу.
left_out_video = 📎 Текст передаю, а видео передать не могу.
left_out_file = 📎 Текст передаю, а файл передать не могу.
left_out_audio = 📎 Текст передаю, а запись передать не могу.
left_out_media = 📎 Текст передаю, а остальное передать не могу.
left_out_addresses = 📎 С адресами ссылок текст получился бы слишком длинным, поэтому они не переданы.
question_dropped = Хорошо, забудем об этом. Ничего не отправлено.
too_long_request =
    Слишком длинно: { $length ->
        [one] { $length } знак
        [few] { $length } знака
       *[other] { $length } знаков
    }, а можно не больше { $limit } (эмодзи — это два знака и больше). Ничего не отправлено: сократите, пожалуйста.
too_long_reason =
    Слишком длинно: { $length ->
        [one] { $length } знак
        [few] { $length } знака
       *[other] { $length } знаков
    }, а в причине можно не больше { $limit } (эмодзи — это два знака и больше). Ничего не решено: сократите, пожалуйста.
too_long_question =
    Слишком длинно: { $length ->
        [one] { $length } знак
        [few] { $length } знака
       *[other] { $length } знаков
    }, а в вопросе можно не больше { $limit } (эмодзи — это два знака и больше). Ничего не отправлено: сократите, пожалуйста.
too_long_note =
    Слишком длинно: { $length ->
        [one] { $length } знак
        [few] { $length } знака
       *[other] { $length } знаков
    }, а в заметке можно не больше { $limit } (эмодзи — это два знака и больше). Ничего не записано: сократите, пожалуйста.
edit_changes_nothing = ✏️ Я учитываю то, что вы отправили сначала, поэтому правка ничего не меняет.
flooded = ✋ Слишком много сообщений (лимит: { $limit }, период: { $window }). Пока я их пропускаю — напишите чуть позже.
nobody_can_decide = ⚠️ Вы здесь единственный администратор, а свой запрос решать нельзя, поэтому срок этого запроса просто истечёт. Чтобы попробовать бота, отправьте запрос с другого аккаунта.
language_question = На каком языке вам писать?
language_unknown = Этого языка я не знаю. На каком из этих вам писать?
language_set = 👍 Теперь я буду писать вам по-русски.
language_of_telegram = 👍 Теперь я буду писать вам на языке вашего Telegram.

### Клиентам: отказы

not_possible = Сейчас это невозможно.
no_request = У вас пока нет запроса.
already_pending = ⏳ Ваш запрос <b>№{ $request }</b> (подан { $submittedAt }) ещё ждёт решения. Срок — до { $expiresAt }.
already_approved = ✅ У вас уже есть доступ в сообщество «{ $community }».
nothing_to_cancel = Отменять нечего.
nothing_waits = Отзывать нечего.
expired_before_that = ⌛️ Срок вашего запроса <b>№{ $request }</b> к тому времени уже истёк.
nothing_to_appeal = Обжаловать пока нечего.

### Администраторам: карточка

card_heading = 📨 <b>Запрос №{ $request }</b>
card_appeal = <b>Апелляция №{ $appeal }</b>
card_client = От: <b>{ $client }</b>
card_unreachable = ⚠️ Этому человеку нельзя написать: бот заблокирован или аккаунт удалён.
card_not_on_telegram = ⚠️ Этому человеку нельзя написать: его нет в Telegram.
card_address = ✉️ { $address }
card_reached_by_email = ✉️ В Telegram этому человеку не написать: решение придёт ему по почте.
card_reached_by_sms = 📱 В Telegram этому человеку не написать: решение придёт ему по СМС.
card_only_by_email = ✉️ Этого человека нет в Telegram: решение придёт ему по почте.
card_only_by_sms = 📱 Этого человека нет в Telegram: решение придёт ему по СМС.
card_dead_email = ⚠️ Адрес почты больше не работает: { $address }
card_dead_sms = ⚠️ Номер телефона больше не работает: { $address }
card_message = <blockquote>{ $message }</blockquote>
card_no_message = <i>Пока без слов.</i>
card_erased = <i>Что было написано и кто это написал, стёрто.</i>
text_erased = Этот текст стёрт.
card_given_up = 🚫 <b>Доступ закрыт</b> по желанию клиента.
telegram_erased_card = 🧹 Запрос <b>№{ $request }</b> стёрт: что было написано и кто это написал. В истории остаётся, что и когда было решено.
card_question = ❓ Вопрос ({ $author }), { $at }: <blockquote>{ $message }</blockquote>
card_answer = 💬 Ответ ({ $author }), { $at }: <blockquote>{ $message }</blockquote>
card_addition = ➕ Добавлено ({ $author }), { $at }: <blockquote>{ $message }</blockquote>
card_talk_older = … раньше: { $count }
card_first_text = Первый запрос, { $at }: <blockquote>{ $message }</blockquote>
card_appeal_text = Апелляция №{ $appeal }, { $at }: <blockquote>{ $message }</blockquote>
card_submitted = Подан: { $submittedAt }
card_expires = Срок: до { $expiresAt }
card_approvals = 👍 За одобрение: <b>{ $given } из { $needed }</b>
card_approver = { $admin }
card_was_open_until = Решить можно было до: { $expiresAt }
card_approved = ✅ <b>Одобрено</b>: { $admin }, { $at }
also_approved = 👍 За одобрение также: { $admins }
card_rejected = ❌ <b>Отклонено</b>: { $admin }, { $at }
card_revoked = 🚫 <b>Доступ закрыт</b>: { $admin }, { $at }
card_expired = ⌛️ <b>Срок истёк</b>: запрос не успели рассмотреть.
card_withdrawn = ↩️ <b>Запрос отозван</b> клиентом.
card_reason = Причина: <blockquote>{ $reason }</blockquote>
card_earlier_approved = Раньше — одобрено: { $admin }, { $at }
card_earlier_rejected = Раньше — отклонено: { $admin }, { $at }
card_earlier_revoked = Раньше — доступ закрыт: { $admin }, { $at }
card_older = { $count ->
        [one] и до этого ещё { $count } решение
        [few] и до этого ещё { $count } решения
       *[other] и до этого ещё { $count } решений
    }

### Администраторам: списки

digest = 📨 { $waiting ->
        [0] Нерассмотренных запросов больше нет.
        [one] Ждёт решения <b>{ $waiting }</b> запрос.
        [few] Ждут решения <b>{ $waiting }</b> запроса.
       *[other] Ждут решения <b>{ $waiting }</b> запросов.
    }
pending_none = 🎉 Нерассмотренных запросов нет.
pending_heading = { $total ->
        [one] <b>Ждёт решения { $total } запрос</b>
        [few] <b>Ждут решения { $total } запроса</b>, сначала самые старые
       *[other] <b>Ждут решения { $total } запросов</b>, сначала самые старые
    }
pending_page = страница { $page } из { $pages }
pending_line =
    <b>№{ $request }</b> { $client }
    { $submittedAt } — срок до { $expiresAt }
pending_waited = ⏳ Время ожидания: { $waited }
pending_words = <i>{ $words }</i>
no_other_waits = Других нерассмотренных запросов нет.
pending_approvals = 👍 { $given } из { $needed }
found_none = 🔍 Ничего не найдено: <b>{ $words }</b>.
found_heading = 🔍 Запросы, где есть <b>{ $words }</b>, сначала новые
found_line = <b>№{ $request }</b> { $client } · { $submittedAt }
found_pending = ⏳ ждёт решения
found_approved = ✅ одобрен
found_rejected = ❌ отклонён
found_expired = ⌛️ срок истёк
found_withdrawn = ↩️ отозван
found_revoked = 🚫 доступ закрыт
found_beginning = <i>{ $beginning }</i>
found_looked_through = { $count ->
        [one] Очень короткие слова я ищу только среди { $count } последнего запроса.
       *[other] Очень короткие слова я ищу только среди { $count } последних запросов.
    }
reminder_heading = ⏰ { $total ->
        [one] Скоро истечёт срок { $total } запроса, решения ещё нет:
       *[other] Скоро истечёт срок <b>{ $total }</b> запросов, решения ещё нет:
    }
reminder_line = <b>№{ $request }</b> { $client } — { $expiresAt }
reminder_more = … и ещё { $count }
history_heading = <b>История</b>
history_older = … раньше: { $count }
history_submit = { $at }: подан
history_appeal = { $at }: апелляция
history_withdraw = { $at }: отозван
history_vote = { $at }: голос за одобрение
history_vote_withdrawn = { $at }: голос отозван
history_approve = { $at }: одобрен
history_reject = { $at }: отклонён
history_undo = { $at }: решение отменено
history_revoke = { $at }: доступ закрыт
history_reopen = { $at }: возвращён на рассмотрение
history_expire = { $at }: срок истёк
history_ask = { $at }: вопрос клиенту
history_answer = { $at }: ответ
history_add = { $at }: дополнение
history_describe = { $at }: рассказ о себе
history_forget = { $at }: отказ от доступа
history_unite = { $at }: связан с аккаунтом Telegram
history_note = { $at }: 📝 заметка
history_by = — { $actor }
history_by_system = — автоматически
history_reason = <i>{ $reason }</i>
stats_heading = 📊 <b>Запросы</b>
stats_pending = ждут решения: { $count }
stats_approved = одобрены: { $count }
stats_rejected = отклонены: { $count }
stats_expired = истёк срок: { $count }
stats_withdrawn = отозваны: { $count }
stats_revoked = доступ закрыт: { $count }
stats_undeliverable = ⚠️ { $count ->
        [one] Не удалось доставить { $count } сообщение.
        [few] Не удалось доставить { $count } сообщения.
       *[other] Не удалось доставить { $count } сообщений.
    }
stats_chat = 👥 { $title }: вступили { $in } из одобренных { $wanted }
stats_oldest = ⏳ дольше всех ждёт <b>№{ $request }</b> { $client }: { $waited }
stats_week = <b>Эта неделя</b>, начало: { $since }
stats_month = <b>Последние { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[other] { $days } дней
    }</b>, начало: { $since }
stats_submitted = поданы: { $count }
stats_waits = ⏱ время до решения: { $median } (медиана), самое долгое — { $slowest } (№{ $request })
stats_decider = 👤 { $admin }: { $count ->
        [one] { $count } решение
        [few] { $count } решения
       *[other] { $count } решений
    }
stats_decider_former = 👤 { $admin } (больше не администратор): { $count ->
        [one] { $count } решение
        [few] { $count } решения
       *[other] { $count } решений
    }
stats_deciders_others = остальные: { $count }
stats_picture = 📊 <b>Запросы по дням</b>, { $since } — { $until }
stats_picture_submitted = 🟦 { stats_submitted }
stats_picture_approved = 🟩 { stats_approved }
stats_picture_rejected = 🟥 { stats_rejected }
stats_picture_expired = 🟨 { stats_expired }
stats_picture_withdrawn = ⬜️ { stats_withdrawn }
stats_picture_revoked = 🟪 { stats_revoked }
stats_picture_how = Над чертой — что поступило, под чертой — чем закончилось. Числа под днями — понедельники.

### Администраторам: ответы на то, что они делают

decided_pending = 🔄 Запрос <b>№{ $request }</b> ({ $client }) снова ждёт решения.
decided_approved = ✅ Запрос <b>№{ $request }</b> ({ $client }) одобрен.
decided_rejected = ❌ Запрос <b>№{ $request }</b> ({ $client }) отклонён.
decided_expired = ⌛️ Срок запроса <b>№{ $request }</b> ({ $client }) истёк.
decided_withdrawn = ↩️ Запрос <b>№{ $request }</b> ({ $client }) отозван.
decided_revoked = 🚫 Доступ закрыт: { $client }, запрос <b>№{ $request }</b>.
question_sent = ❓ Вопрос отправлен: { $client }, запрос <b>№{ $request }</b>. Ответ появится на карточке.
noted = 📝 Заметка добавлена к запросу <b>№{ $request }</b> ({ $client }). Её видят только администраторы.
voted = 👍 Ваш голос за одобрение учтён: запрос <b>№{ $request }</b> ({ $client }).
vote_withdrawn = ↩️ Ваш голос отозван: запрос <b>№{ $request }</b> ({ $client }).
approvals_so_far = Голосов за: { $given } из { $needed }. { $more ->
        [0] Следующий решит.
        [one] Нужен ещё { $more }.
       *[other] Нужно ещё { $more }.
    }
approvals_impossible = ⚠️ Одобрить его нельзя: решать могут { $possible }, меньше, чем <code>APPROVALS_NEEDED</code>.
no_such_request = Запроса №{ $request } нет.
admins_only = 🚫 Это могут делать только администраторы.
not_own_words = ✋ Это не ваши слова, поэтому ничего не решено. Учитывается только то, что вы написали сами.
was_first_approved = Решение уже есть ({ $admin }): запрос №{ $request } одобрен { $at }.
was_first_rejected = Решение уже есть ({ $admin }): запрос №{ $request } отклонён { $at }.
was_first_revoked = Решение уже есть ({ $admin }): доступ по запросу №{ $request } закрыт { $at }.
you_decided_approved = Вы уже одобрили запрос №{ $request } { $at }.
you_decided_rejected = Вы уже отклонили запрос №{ $request } { $at }.
you_decided_revoked = Вы уже закрыли доступ по запросу №{ $request } { $at }.
request_pending = Запрос №{ $request } ждёт решения.
request_approved = Запрос №{ $request } одобрен.
request_rejected = Запрос №{ $request } отклонён.
request_expired = Срок запроса №{ $request } истёк, решать больше нечего.
request_withdrawn = Запрос №{ $request } отозван клиентом, решать больше нечего.
request_revoked = Доступ по запросу №{ $request } закрыт.
decided_too_late = ⌛️ Поздно: срок запроса №{ $request } истёк { $expiresAt }.
own_request = Свой запрос рассматривать нельзя, это должен сделать другой администратор.
already_voted = Вы уже проголосовали за одобрение запроса №{ $request }.
no_vote = Вы не голосовали за одобрение запроса №{ $request }, отзывать нечего.
nothing_to_undo = По запросу №{ $request } нет решения, которое можно отменить.
not_your_decision = Отменить решение может только { $admin }.
undo_too_late = Отменить решение по запросу №{ $request } уже поздно.
not_approved = Запрос №{ $request } не одобрен: закрывать нечего.
nothing_to_reopen = Запрос №{ $request } вернуть на рассмотрение нельзя: это можно, только если запрос отклонён, его срок истёк или доступ по нему закрыт.

### Администраторам: что нужно знать о самом боте

update_parked = ⚠️ Мне не удалось обработать одно из сообщений ({ $attempts ->
        [one] { $attempts } попытка
        [few] { $attempts } попытки
       *[other] { $attempts } попыток
    }), оно отложено (обновление { $update }). Причина — в журнале.
channel_away_email = ⚠️ Письма не уходят. Что ответил почтовый сервер или что не удалось: <blockquote>{ $reason }</blockquote>
    Все письма ждут, ничего не потеряно: отправка продолжится сама, когда сервер их примет. <code>check --mail</code> на сервере покажет, на чём всё останавливается.
channel_away_sms = ⚠️ СМС не уходят. Что ответил шлюз или что не удалось: <blockquote>{ $reason }</blockquote>
    Все СМС ждут, ничего не потеряно: отправка продолжится сама, когда шлюз их примет.
channel_back_email = ✅ Письма снова уходят. Всё, что ждало, отправляется.
channel_back_sms = ✅ СМС снова уходят. Всё, что ждало, отправляется.
backup_failed = ⚠️ Не удалось сделать резервную копию моих данных. Причина — в журнале.
backup_missing = ⚠️ Резервная копия моих данных давно не делалась. Проверьте, пожалуйста, работает ли таймер или служба, которая её делает.
backup_newest = Последняя исправная копия — от { $lastBackup }.
backup_none = Исправной копии нет.
backups_work_again = ✅ Резервное копирование снова работает. Последняя копия — от { $lastBackup }.
webhook_given_up = ⚠️ Три дня подряд не удавалось сообщить на { $host } об изменении доступа (запрос №{ $request }); больше не пытаюсь. Причина — в журнале. Предупрежу снова, только если до этого туда дойдёт хотя бы одно уведомление.
webhook_gone = ⚠️ { $host } больше не принимает уведомления о доступе (ответ 410), и я их больше не отправляю. Новые ждут, пока не изменится WEBHOOK_URL.
admins_heading = 🛡 { $count ->
        [one] Решает { $count } администратор:
        [few] Решают { $count } администратора:
       *[other] Решают { $count } администраторов:
    }
admins_more = … и ещё { $count }
admins_too_few = ⚠️ Администраторов осталось: { $left }. Это меньше, чем <code>APPROVALS_NEEDED</code> ({ $needed }), поэтому одобрить ничего нельзя.
admin_joined = 🛡 Вас назначили администратором сообщества «{ $community }» ({ $admin }). Теперь вы решаете, кто получит доступ.
admin_left = Вы больше не администратор сообщества «{ $community }».
expired_digest = ⌛️ { $count ->
        [one] Истёк срок { $count } запроса: его не успели рассмотреть.
       *[other] Истёк срок <b>{ $count }</b> запросов: их не успели рассмотреть.
    }

### Telegram, клиентам: что можно сделать

telegram_welcome_email = ✉️ /email — узнать решение по почте, если в Telegram до вас не дойти
telegram_welcome_sms = 📱 /sms — узнать решение по СМС, если в Telegram до вас не дойти
telegram_welcome_admin =
    🛡 Вы здесь администратор. { $waiting ->
        [0] Нерассмотренных запросов нет.
        [one] Ждёт решения { $waiting } запрос.
        [few] Ждут решения { $waiting } запроса.
       *[other] Ждут решения { $waiting } запросов.
    }

    { telegram_admin_commands }
telegram_welcome_admin_uncounted =
    🛡 Вы здесь администратор.

    { telegram_admin_commands }
telegram_admin_commands =
    /pending — что ждёт решения, сначала самые старые
    <code>/find анна</code> — запросы по имени, @username, ID, адресу или словам
    <code>/show 12</code> — один запрос и его история
    <code>/approve 12 13</code>, <code>/reject 12 причина</code> — решить
    <code>/revoke 12 причина</code> — закрыть доступ
    <code>/reopen 12</code> — вернуть запрос на рассмотрение
    <code>заметка</code> и текст в ответ на карточку — заметка, которую видят только администраторы
    /stats — статистика
    /admins — список администраторов
telegram_welcome_desk = /desk — рабочий стол: решения в браузере
telegram_next_none =
    Чтобы запросить доступ, отправьте /request и несколько слов о себе, например:
    <code>/request Я Анна, подруга Бориса</code>
telegram_next_pending = { next_pending } Проверить статус — /status, отозвать запрос — /cancel.
telegram_next_again = Новый запрос можно подать сразу же: /request
telegram_next_admin = /pending — что ждёт решения, /help — как решать.
telegram_appeal_open = Решение можно обжаловать: отправьте /appeal и напишите, что изменилось.
telegram_appeal_open_until = Решение можно обжаловать до { $closesAt }: отправьте /appeal и напишите, что изменилось.

### Telegram, клиентам: ответы на то, что они пишут

telegram_offer_request = Передать это администраторам сообщества «{ $community }» как ваш запрос на доступ? /help — что ещё я умею.
telegram_offer_appeal = Передать это администраторам сообщества «{ $community }» как вашу апелляцию? /help — что ещё я умею.
telegram_offer_addition = Ваш запрос ждёт решения. Передать это администраторам сообщества «{ $community }» как дополнение к нему? Проверить статус — /status.
telegram_how_to_answer = Ответьте на это сообщение или просто напишите ответ.
telegram_hint_unknown_command = Такой команды я не знаю; /help — что я умею.
telegram_question_request = Расскажите администраторам о себе следующим сообщением. Времени на ответ: { $within }.
telegram_question_appeal = Расскажите администраторам следующим сообщением, что изменилось. Времени на ответ: { $within }.
telegram_desk_link = 🖥 Кнопка открывает рабочий стол. Она сработает один раз, в течение 2 минут. Никому её не пересылайте: кто откроет, войдёт под вашим именем.
telegram_desk_link_to_copy = 🖥 Эта ссылка открывает рабочий стол. Она сработает один раз, в течение 2 минут. Никому её не пересылайте: кто откроет, войдёт под вашим именем.
    <code>{ $url }</code>
telegram_desk_signed_in = 🖥 Вы вошли на рабочий стол, { $at }.
telegram_desk_signed_out = 🖥 Вы вышли с рабочего стола. Войти снова: /desk.
telegram_desk_off = Рабочего стола нет: там, где я работаю, не задан <code>WEB_LISTEN</code>.
telegram_private_chat_only = Напишите мне в личные сообщения: https://t.me/{ $bot }
telegram_address_none_email = ✉️ Если в Telegram до вас не дойти, могу сообщить о решении по почте. Отправьте адрес: <code>/email you@example.com</code>
telegram_address_none_sms = 📱 Если в Telegram до вас не дойти, могу сообщить о решении по СМС. Отправьте номер с кодом страны: <code>/sms +7 912 345-67-89</code>
telegram_address_waits_email = ✉️ На <b>{ $address }</b> отправлен код. Введите его здесь, чтобы подтвердить адрес.
telegram_address_waits_sms = 📱 На <b>{ $address }</b> отправлен код. Введите его здесь, чтобы подтвердить номер.
telegram_address_how_email =
    <code>/email on</code> — только если не доходит в Telegram
    <code>/email both</code> — всегда
    <code>/email off</code> — никогда
telegram_address_how_sms =
    <code>/sms on</code> — только если не доходит в Telegram
    <code>/sms both</code> — всегда
    <code>/sms off</code> — никогда
telegram_address_again_email = Отправьте другой адрес или тот же ещё раз, если он снова работает: <code>/email you@example.com</code>
telegram_address_again_sms = Отправьте другой номер или тот же ещё раз, если он снова работает: <code>/sms +7 912 345-67-89</code>
telegram_address_code_sent_email = ✉️ Отправляю код на <b>{ $address }</b>. Введите его здесь; он действует { $within }. Если письма нет, загляните в спам.
telegram_address_code_sent_sms = 📱 Отправляю код на <b>{ $address }</b>. Введите его здесь; он действует { $within }.
telegram_address_proved_email = ✅ Адрес <b>{ $address }</b> подтверждён.
telegram_address_proved_sms = ✅ Номер <b>{ $address }</b> подтверждён.
telegram_address_moved = Раньше его подтвердил другой аккаунт. Теперь он ваш, и тому больше ничего сюда не приходит.
telegram_address_wrong_code = Это не тот код. { $tries ->
        [one] Осталась { $tries } попытка.
        [few] Осталось { $tries } попытки.
       *[other] Осталось { $tries } попыток.
    }
telegram_address_code_over_email = Этот код больше не действует. Чтобы получить новый, отправьте адрес ещё раз: <code>/email you@example.com</code>
telegram_address_code_over_sms = Этот код больше не действует. Чтобы получить новый, отправьте номер ещё раз: <code>/sms +7 912 345-67-89</code>
telegram_address_not_an_address_email = Сюда письмо отправить нельзя. Адрес выглядит так: <code>/email you@example.com</code>
telegram_address_not_an_address_sms = Сюда СМС отправить нельзя. Напишите номер с плюсом и кодом страны: <code>/sms +7 912 345-67-89</code>
telegram_address_not_allowed_sms = В эту страну СМС не отправляются. Номера должны начинаться с { $prefixes }.
telegram_address_no_address_email = У меня нет вашего адреса. Отправьте его: <code>/email you@example.com</code>
telegram_address_no_address_sms = У меня нет вашего номера. Отправьте его: <code>/sms +7 912 345-67-89</code>
telegram_address_dead_email = Письма на ваш адрес больше не доходят. Отправьте другой или тот же ещё раз, если он снова работает: <code>/email you@example.com</code>
telegram_address_dead_sms = СМС на ваш номер больше не доходят. Отправьте другой или тот же ещё раз, если он снова работает: <code>/sms +7 912 345-67-89</code>
telegram_address_too_many_email = За день отправлено столько кодов, сколько можно. Попробуйте завтра.
telegram_address_too_many_sms = За день отправлено столько кодов, сколько можно. Попробуйте завтра.
telegram_address_no_more_today_sms = Сегодня коды по СМС больше не отправляются. Попробуйте завтра.
telegram_address_of_form_email = Запрос, отправленный на сайте с этим адресом, сейчас нельзя добавить к вашему аккаунту. Ничего не изменилось: новости о нём и дальше будут приходить по почте. В каждом таком письме есть ссылка на страницу запроса. Откройте Telegram оттуда, и я подскажу, что можно сделать.
telegram_address_undeliverable_email = ⚠️ Код на <b>{ $address }</b> доставить нельзя. Проверьте адрес и отправьте его ещё раз: <code>/email you@example.com</code>
telegram_address_undeliverable_sms = ⚠️ Код на <b>{ $address }</b> доставить нельзя. Проверьте номер и отправьте его ещё раз: <code>/sms +7 912 345-67-89</code>
telegram_your_id = Ваш Telegram ID: <code>{ $id }</code>
telegram_chat_id = Чтобы карточки приходили сюда, задайте <code>ADMIN_CHAT_ID={ $chat }</code> и перезапустите меня.
telegram_chat_id_set = Карточки уже приходят сюда (<code>ADMIN_CHAT_ID={ $chat }</code>).
telegram_not_possible = { not_possible } /help — что можно сделать.
telegram_already_pending =
    { already_pending }
    Чтобы написать новый, сначала отзовите этот: /cancel

### Telegram, администраторам: кто решает

telegram_admins_owner = 👑 <a href="tg://user?id={ $adminId }">{ $admin }</a> (ID <code>{ $adminId }</code>), владелец
telegram_admins_added = 🛡 <a href="tg://user?id={ $adminId }">{ $admin }</a> (ID <code>{ $adminId }</code>), кем добавлен: { $by }, { $at }
telegram_admins_unreachable = ⚠️ Не могу написать этому человеку: нужно открыть чат со мной и нажать «Старт».
telegram_admins_unknown = Этот человек мне ещё не писал. Если к нему ничего не приходит, нужно открыть чат со мной и нажать «Старт».
telegram_admins_how =
    <code>/admins add ID</code> — сделать администратором. Или ответьте <code>/admins add</code> на сообщение этого человека, в группе или пересланное мне.
    <code>/admins remove ID</code> — исключить из администраторов.
    Владельцы перечислены в <code>ADMIN_TELEGRAM_ID</code>, здесь их удалить нельзя.
telegram_admin_added = ✅ Теперь администратор: <a href="tg://user?id={ $adminId }">{ $admin }</a> (ID <code>{ $adminId }</code>).
telegram_admin_unknown = ⚠️ Этот ID мне незнаком: человек с таким ID мне ещё не писал. Если в нём опечатка, отмените: <code>/admins remove { $adminId }</code>. Если он верный, этому человеку нужно открыть чат со мной и нажать «Старт».
telegram_admin_removed = ✅ Больше не администратор: <a href="tg://user?id={ $adminId }">{ $admin }</a> (ID <code>{ $adminId }</code>).
telegram_admins_changed_added = 👤 Новый администратор: <a href="tg://user?id={ $adminId }">{ $admin }</a> (ID <code>{ $adminId }</code>). Кто добавил: { $by }. Все, кто решает, — /admins
telegram_admins_changed_removed = 👤 Больше не администратор: <a href="tg://user?id={ $adminId }">{ $admin }</a> (ID <code>{ $adminId }</code>). Кто удалил: { $by }. Все, кто решает, — /admins
telegram_admins_already_admin = { $admin } — уже администратор.
telegram_admins_is_owner = { $admin } — владелец из <code>ADMIN_TELEGRAM_ID</code>, здесь его удалить нельзя. Измените настройку и перезапустите меня.
telegram_admins_not_added = { $admin } — не администратор. Кто решает, показывает /admins
telegram_admins_owners_only = 🔒 Менять администраторов могут только владельцы, перечисленные в <code>ADMIN_TELEGRAM_ID</code>. Их показывает /admins
telegram_admins_hidden = 🎭 Этот человек скрывает свой аккаунт в пересланных сообщениях, и я не вижу, кто это. Попросите его отправить мне /id, а затем пришлите <code>/admins add</code> и этот номер.
telegram_admins_no_person = 🤔 Это сообщение написал не человек, ничего не изменилось. Пришлите <code>/admins add</code> и Telegram ID: человек узнает его, отправив мне /id.
telegram_admins_no_persons_id = 🤔 Это ID не человека, а группы, канала, бота или самого Telegram, а решают только люди. Ничего не изменилось. Свой ID можно узнать, отправив мне /id.
telegram_admins_not_an_id = 🤔 Это не Telegram ID, ничего не изменилось. Нужно число, например <code>/admins add 123456789</code>: свой ID можно узнать, отправив мне /id.
telegram_admins_remove_whom = Кого? Добавьте Telegram ID: <code>/admins remove 123456789</code>. Его показывает /admins
telegram_admins_unclear = 🤔 Ничего не изменилось. /admins показывает, кто решает; <code>/admins add 123456789</code> и <code>/admins remove 123456789</code> меняют это.
telegram_new_admin_question = <a href="tg://user?id={ $adminId }">{ $admin }</a>, кто станет администратором? Перешлите мне сообщение этого человека или ответьте его Telegram ID. Передумали? /cancel

### Telegram, администраторам: карточка

telegram_card_username = @{ $username }
telegram_card_notes = 📝 Заметок: { $count } — <code>/show { $request }</code>
telegram_card_id = ID <a href="tg://user?id={ $id }">{ $id }</a>

### Telegram, администраторам: ответы на то, что они делают

telegram_ask_question = <a href="tg://user?id={ $adminId }">{ $admin }</a>, что спросить по запросу <b>№{ $request }</b> ({ $client })? Ответьте на это сообщение: ваши слова будут переданы дословно, без вашего имени. Передумали? /cancel
telegram_reply_with_question = Непонятно, к какому запросу этот вопрос, поэтому ничего не отправлено. Отправьте его, пожалуйста, ответом на моё сообщение об этом запросе.
telegram_question_as_reply = Если это вопрос клиенту, отправьте его ответом на моё сообщение. Пока ничего не отправлено.
telegram_client_answered = 💬 <a href="tg://user?id={ $adminId }">{ $admin }</a>, на ваш вопрос по запросу <b>№{ $request }</b> есть ответ ({ $client }): <blockquote>{ $message }</blockquote>
telegram_question_undelivered = ⚠️ <a href="tg://user?id={ $adminId }">{ $admin }</a>, ваш вопрос по запросу <b>№{ $request }</b> не доставлен: я не могу написать этому человеку ({ $client }). Отправлю, если он снова откроет чат со мной, пока запрос ждёт решения.
telegram_own_reason = ✍️ { $admin } пишет причину отказа по запросу <b>№{ $request }</b>.
telegram_reason_question = <a href="tg://user?id={ $adminId }">{ $admin }</a>, по какой причине отклонить запрос <b>№{ $request }</b> ({ $client })? Ответьте на это сообщение: ваши слова будут переданы дословно. Передумали? /cancel
telegram_reason_choice = 💬 Почему вы отклоняете запрос <b>№{ $request }</b> ({ $client })? Выберите причину (клиент прочитает её на своём языке) или ответьте своей. Передумали? /cancel
telegram_no_such_request = { no_such_request } /pending — что ждёт решения.
telegram_unclear_reply = 🤔 Ничего не решено. Нажмите кнопку на карточке или ответьте на неё: <code>одобрить</code> или <code>отклонить</code> и причина.
telegram_not_a_card = 🤔 Это не карточка запроса, поэтому ничего не решено. Решайте на самой карточке или командой: <code>/approve 12</code>, <code>/reject 12 причина</code>.
telegram_how_to_find = 🔍 Что найти? Напишите имя, @username, Telegram ID, адрес, номер запроса или слова из сообщения, не больше { $limit } слов: <code>/find анна берлин</code>
telegram_search_gone = Этот список устарел. Отправьте /find ещё раз.
telegram_which_one_approve = Какой запрос? Добавьте номер: <code>/approve 12</code>
telegram_which_one_reject = Какой запрос? Добавьте номер и, если хотите, причину: <code>/reject 12 причина</code>
telegram_which_one_revoke = Чей доступ? Добавьте номер запроса и, если хотите, причину: <code>/revoke 12 причина</code>
telegram_which_one_reopen = Какой запрос? Добавьте его номер: <code>/reopen 12</code>
telegram_which_one_show = Какой запрос? Добавьте номер: <code>/show 12</code>
telegram_how_several_approve = 🤔 Ничего не решено. Отправьте только номера: <code>/approve 12</code> или <code>/approve 12 13</code>
telegram_how_several_reject = 🤔 Ничего не решено. Напишите причину после двоеточия: <code>/reject 12: причина</code> или <code>/reject 12 13: причина</code>
telegram_how_several_revoke = 🤔 Ничего не решено. Напишите причину после двоеточия: <code>/revoke 12: причина</code> или <code>/revoke 12 13: причина</code>
telegram_how_several_reopen = 🤔 Ничего не изменилось. Пришлите только номера: <code>/reopen 12</code> или <code>/reopen 12 13</code>
telegram_how_several_show = 🤔 Отправьте только номера: <code>/show 12</code> или <code>/show 12 13</code>
telegram_too_many_at_once = Ничего не сделано: в одной команде может быть не больше { $limit ->
        [one] { $limit } запроса
       *[other] { $limit } запросов
    }.
telegram_reason_or_approval = 🤔 Вопрос был о причине отказа по запросу <b>№{ $request }</b>, а это на причину не похоже, поэтому ничего не решено. Одобрить: <code>/approve { $request }</code>. Чтобы отклонить, ответьте на вопрос и назовите причину; /cancel отменит вопрос.
telegram_which_reason = 🤔 Вопросов о причине несколько ({ $requests }). Ответьте именно на тот, который имеете в виду; пока ничего не решено.
telegram_reply_with_reason = Если это причина, о которой я спросил, отправьте её ответом на мой вопрос. Пока ничего не решено.
telegram_empty_note = 📝 В заметке должно быть хоть несколько слов: ответьте на карточку словом <code>заметка</code> и допишите после него, что нужно знать другим администраторам. Клиенты заметок не видят.
telegram_question_over = Этот вопрос больше не действует, ничего не решено. Запрос №{ $request } ещё ждёт решения: <code>/show { $request }</code>
telegram_anonymous_sender = 🎭 Я не вижу, кто это написал: вы пишете от имени группы или канала. Нажмите кнопку на карточке или напишите от своего имени.
telegram_earlier_round = Эта кнопка или карточка появилась до апелляции или отмены решения и больше ничего не решает. Что сейчас с запросом №{ $request }: <code>/show { $request }</code>
telegram_open_instead = Вернуть запрос №{ $request } на рассмотрение нельзя: у клиента есть более новый запрос, №{ $openInstead }, и действует он. <code>/show { $openInstead }</code>

### Telegram, администраторам: что нужно знать о самом боте

telegram_card_access_in = 🚪 { $chat }: уже в чате
telegram_card_access_invited = 🚪 { $chat }: приглашение отправлено
telegram_card_access_not_on_telegram = 🚪 { $chat }: приглашения ещё нет — нужны Telegram и ссылка с личной страницы
telegram_card_access_left = 🚪 { $chat }: больше не в чате
telegram_card_access_banned = 🚪 { $chat }: заблокирован там
telegram_card_access_by_hand = ⚠️ { $chat }: администратор чата, удалить можно только вручную
telegram_access_removals = ⚠️ Меня не было больше суток. Сейчас в чате <b>{ $chat }</b> состоят люди, чей доступ закончился: { $count }. Столько сразу я без разрешения не удаляю.
telegram_removals_allowed = Удаляю людей: { $count }.
telegram_nothing_to_remove = Удалять там больше некого; возможно, другой администратор уже ответил.
telegram_unheard_join_requests = ℹ️ Меня не было больше суток. В чате <b>{ $chat }</b> ждут заявки, о которых я не знаю: { $count }. Ответьте на них, пожалуйста, в Telegram.
telegram_button_remove_them = 🚪 Удалить их
telegram_access_chat_gone = ℹ️ Чата <b>{ $chat }</b> больше нет в <code>ACCESS_CHATS</code>. Его участников я не трогаю.
telegram_access_chat_moved = ℹ️ У чата <b>{ $chat }</b> новый ID, дальше я работаю с ним. Замените в <code>ACCESS_CHATS</code> <code>{ $oldId }</code> на <code>{ $newId }</code>.
telegram_card_joining = 🚪 Заявка на вступление подана в Telegram; ваше решение относится и к ней.
telegram_how_to_join = { $count ->
    [1] Нажмите кнопку ниже и подайте заявку на вступление: вас сразу впустят.
   *[other] Нажимайте кнопки ниже по очереди и подавайте заявки на вступление: вас сразу впустят.
}
telegram_access_outage = ⚠️ Я не могу управлять чатом <b>{ $chat }</b>: { $reason }. Сделайте меня там администратором с правами добавлять и блокировать участников, и всё, что ждёт, будет сделано.
telegram_outage_no_administrator = я там не администратор
telegram_outage_may_not_add = у меня там нет права добавлять участников
telegram_outage_may_not_ban = у меня там нет права блокировать участников
telegram_outage_may_neither = у меня там нет прав добавлять и блокировать участников
telegram_outage_lacks_rights = у меня там не хватает прав
telegram_outage_not_there = меня в нём нет или этого чата больше нет
telegram_outage_no_supergroup = это обычная группа, а управлять я могу только супергруппами и каналами
telegram_outage_refused = Telegram отказывает, причина — в журнале
telegram_stranger = 👤 <a href="tg://user?id={ $clientId }">{ $client }</a> (ID <code>{ $clientId }</code>) состоит в чате <b>{ $chat }</b>, хотя доступ здесь никто не одобрял.
telegram_admin_unreachable = ⚠️ Я не могу написать администратору <a href="tg://user?id={ $adminId }">{ $admin }</a> (ID { $adminId }): нужно открыть чат со мной и нажать «Старт».
telegram_admin_is_bot = ⚠️ Администратор с ID { $adminId } — бот, а решают только люди. Уберите его: <code>/admins remove { $adminId }</code>, а если он указан в <code>ADMIN_TELEGRAM_ID</code>, то оттуда.
telegram_group_unreachable = ⚠️ Я не могу писать в группу администраторов. Добавьте меня туда снова и разрешите писать; настройка — <code>ADMIN_CHAT_ID</code>.
telegram_topic_unreachable = ⚠️ Тема { $topic } в группе администраторов закрыта или удалена, поэтому пишу там в «General». Откройте её снова или укажите в <code>ADMIN_CHAT_ID</code> другую.
telegram_presses_lost = ⚠️ Telegram был недоступен с { $from } до { $to }. Нажатия кнопок за это время могли до меня не дойти: посмотрите, пожалуйста, что ещё ждёт решения, и нажмите снова.
telegram_no_pictures = 🖼 В этом чате мне нельзя отправлять картинки. Это можно поменять в его разрешениях, или отправьте мне /stats в личном чате.
telegram_foreign_poller = ⚠️ Токеном этого бота пользуется ещё одна программа, и часть сообщений может до меня не дойти. Остановите её или получите новый токен у @BotFather.

### Telegram: кнопки, подсказки в полях ввода и меню команд; показываются без разметки

telegram_button_ask = ✍️ Запросить доступ
telegram_button_appeal = ✍️ Обжаловать
telegram_button_approve = ✅ Одобрить
telegram_button_reject = ❌ Отклонить
telegram_button_reject_with_reason = 💬 Отклонить с причиной…
telegram_button_ask_client = ❓ Спросить…
telegram_button_own_reason = ✍️ Написать свою…
telegram_button_undo = ↩️ Отменить решение
telegram_button_undo_approval = ↩️ Отозвать голос
telegram_button_send_request = 📨 Отправить как запрос
telegram_button_send_appeal = 📨 Отправить как апелляцию
telegram_button_add_to_request = ➕ Добавить к запросу
telegram_button_language_of_telegram = Как в Telegram
telegram_button_show = №{ $request }
telegram_button_pending = 📋 Что ждёт решения
telegram_button_previous = ◀️
telegram_button_next = ▶️
telegram_button_list_in_place = ◀️ К списку
telegram_button_next_in_place = Следующий ▶️
telegram_button_stats_picture = 📊 Картинкой
telegram_button_desk_open = 🖥 Открыть рабочий стол
telegram_button_desk_copy = 📋 Скопировать ссылку
telegram_button_forget = 🗑 Стереть всё
telegram_button_desk_sign_out = 🚪 Выйти
telegram_button_desk_request = 🖥 На рабочем столе
# Рядом с полем ввода: одно слово, самое большее два
telegram_button_desk_menu = Стол
telegram_placeholder_request = Несколько слов о себе
telegram_placeholder_appeal = Что изменилось?
telegram_placeholder_question = Ваш вопрос
telegram_placeholder_answer = Ваш ответ
telegram_placeholder_reason = Причина
telegram_placeholder_admin = Telegram ID
telegram_menu_request = Запросить доступ
telegram_menu_status = Что с моим запросом
telegram_menu_appeal = Обжаловать решение
telegram_menu_cancel = Отозвать запрос
telegram_menu_language = Выбрать язык
telegram_menu_mydata = Что обо мне хранится
telegram_menu_forget = Стереть всё обо мне
telegram_menu_help = Что умеет этот бот
telegram_menu_email = Узнать решение и по почте
telegram_menu_sms = Узнать решение и по СМС
telegram_menu_pending = Что ждёт решения
telegram_menu_find = Найти запросы: /find анна
telegram_menu_show = Один запрос и его история: /show 12
telegram_menu_approve = Одобрить запрос: /approve 12
telegram_menu_reject = Отклонить запрос: /reject 12 причина
telegram_menu_revoke = Закрыть доступ: /revoke 12 причина
telegram_menu_reopen = Вернуть запрос на рассмотрение: /reopen 12
telegram_menu_stats = Статистика
telegram_menu_admins = Список администраторов
telegram_menu_desk = Ссылка на рабочий стол в браузере

### Telegram: что он показывает о боте, в чате до нажатия «Старт» (не больше 512 знаков) и в профиле (120); без разметки

telegram_bot_description = Я принимаю запросы на доступ в сообщество «{ $community }» и сообщаю решение администраторов. Нажмите «Старт» и расскажите немного о себе.
telegram_bot_short_description = Запросы на доступ в сообщество «{ $community }».

### Первые слова ответа, который решает; через запятую. Без «одобрено»: так могут спросить или сказать о чужом решении

words_approve = одобрить, одобряю, принять, принимаю
words_reject = отклонить, отклоняю, отказать
words_note = заметка, заметку

### Слова, которые берут такой ответ назад: отрицания, остановки и то, что после «одобрить» превращает его в условие или сомнение

words_no = нет, не, ни, неа
words_wait = или, либо, стоп, подожди, подождите, подождать, подождём, погоди, погодите, погодим, постой, постойте, отмена, отменить, отбой, хм, ой, упс, передумал, передумала
words_doubt = если, но, кроме, разве, может, можно, возможно, наверное, вероятно, пока, позже, потом, завтра, рано, нельзя, вместо, ошибка, ошибся, ошиблась, извини, извините, думаю, думать, сомневаюсь, ли

### Ответы на вопрос о причине отказа, которые причиной не бывают, целиком и без знаков препинания; через запятую

words_no_reason = да, ок, окей, ладно, хорошо, принять, принимаем, впустить, впустите, пустить, пусти, пустите, не надо, не нужно, не стоит, забудь, забудьте, неважно, секунду, минутку, одну минуту, я передумал, я передумала, ошибка, ошибся, ошиблась, по ошибке, я ошибся, я ошиблась, не тот, не та, не та кнопка, не тот запрос, не та карточка, отмени, отмените

### Слова благодарности, где угодно в сообщении; через запятую

words_thanks = спасибо, спасибки, пасибо, пасиб, спс, благодарю, благодарим, благодарен, благодарна, признателен, признательна

### Рабочее место администраторов, страница в браузере: простой текст без разметки

desk_title = Запросы · { $community }
desk_requests = Запросы
desk_stats = Статистика
desk_menu = Меню
desk_views = Разделы
desk_skip = К запросам
desk_signed_in_as = Вы вошли как { $admin }
desk_sign_out = Выйти
desk_language = Язык
desk_shortcuts = Горячие клавиши
desk_shortcuts_use = Включены
desk_csv = Скачать CSV
desk_csv_to_me = Прислать мне CSV
desk_csv_sent = Бот прислал файл в ваш чат с ним.
desk_csv_too_large = Файл получился бы больше 20 МБ. Сузьте список фильтрами или откройте эту страницу в браузере.
desk_csv_no_chat = Бот не может вам написать. Откройте чат с ним и нажмите «Старт».
desk_csv_unanswered = Ответа нет. Прежде чем пробовать снова, посмотрите в чате с ботом, нет ли там файла.
desk_csv_failed = Не удалось подготовить файл. Попробуйте чуть позже.
desk_close = Закрыть
desk_loading = Загружается …

desk_sign_in = Войти
desk_sign_in_link = Эта ссылка откроет рабочий стол { $community } в этом браузере.
desk_sign_in_needed = Здесь работают администраторы { $community }. Как войти:
desk_sign_in_telegram = В Telegram: откройте личный чат с ботом и нажмите кнопку рядом с полем ввода.
desk_sign_in_browser = В любом другом браузере: отправьте боту в этом чате /desk и откройте ссылку из ответа. Она сработает один раз в течение двух минут.
desk_sign_in_by_link = Отправьте боту /desk в личном чате и откройте ссылку из ответа. Она сработает один раз в течение двух минут.
desk_sign_in_refused = Эта ссылка больше не работает: каждая действует один раз, две минуты и только для администраторов. Чтобы получить новую, отправьте боту /desk.
desk_sign_in_stale = Telegram открыл старую копию страницы. Закройте её и откройте снова из чата или отправьте боту /desk, чтобы получить ссылку.
desk_sign_in_too_often = Слишком много попыток входа. Подождите минуту и попробуйте снова.
desk_wrong_address = Эта страница открыта не по своему адресу, поэтому сделать здесь ничего нельзя. Отправьте боту /desk и откройте ссылку, которую он пришлёт.
desk_session_over = Сеанс закончился.
desk_signed_out = Вы вышли.
desk_maybe_signed_in = Возможно, вы ещё не вышли: бот не подтвердил выход. Попробуйте снова чуть позже.
desk_signed_in_again = Сеанс закончился раньше, чем всё это было сделано. Вы снова вошли: посмотрите, что осталось, и повторите.

desk_offline = Нет связи. Данные на экране могли устареть; они обновятся, как только связь появится.
desk_not_ready = Бот запускается, или работает другая его копия. Страница повторит попытку сама.
desk_not_live = Открыто слишком много таких страниц, поэтому здесь ничего не обновляется само. Закройте лишние и перезагрузите эту.
desk_no_answer = Ответа нет, поэтому ничего не сделано. Проверьте связь и попробуйте снова.
desk_unknown = Подтверждения нет, и пока неизвестно, выполнено ли это. Здесь станет видно, как только бот снова ответит.
desk_not_done_yet = Подтверждения нет, и пока это не сделано. Попробуйте снова: дважды это не выполнится.
desk_unclear = Связь прервалась, но всё было сделано: так обстоят дела сейчас.
desk_busy = Сейчас с этим запросом выполняется другое действие. Посмотрите ещё раз чуть позже.
desk_failed = Не получилось: { $detail }
desk_too_often = Слишком много обращений сразу. Подождите немного и попробуйте снова.
desk_broken = В боте что-то сломалось. Причина — в его журнале.
desk_unusable_words = Такой текст не годится: в нём ничего не видно или он слишком длинный.
desk_unclear_search = Здесь нечего искать или слов слишком много. Хватит имени, @ника, ID или нескольких слов.
desk_gone = Этого больше нет.
desk_try_again = Повторить
desk_no_such_page = Такой страницы нет.
desk_no_such_request = Запроса №{ $request } нет.
desk_no_such_person = Такого человека нет.

desk_status_pending = Ждёт решения
desk_status_approved = Одобрен
desk_status_rejected = Отклонён
desk_status_expired = Срок истёк
desk_status_withdrawn = Отозван
desk_status_revoked = Доступ закрыт
desk_many_pending = Ждут
desk_many_approved = Одобрены
desk_many_rejected = Отклонены
desk_many_expired = Срок истёк
desk_many_withdrawn = Отозваны
desk_many_revoked = Доступ закрыт

desk_search = Поиск
desk_search_hint = Имя, @ник, ID или слова
desk_status = Состояние
desk_status_any = Все
desk_filters = Фильтры
desk_reviewer = Кто решил
desk_reviewer_any = Любой
desk_client_only = Только { $client }
desk_from = Поданы с
desk_to = Поданы по
desk_clear_filters = Сбросить фильтры
desk_waits = ждёт { $waited }
desk_expires_in = осталось: { $left }
desk_appeal = { $appeal ->
        [1] Апелляция
       *[other] Апелляция { $appeal }
    }
desk_approvals = за одобрение: { $given } из { $needed }
desk_no_words = Пока без слов
desk_text_erased = Этот текст стёрт
desk_tick = Отметить №{ $request }, { $client }
desk_new = { $count ->
        [one] { $count } новый запрос. Показать
        [few] { $count } новых запроса. Показать
       *[other] { $count } новых запросов. Показать
    }
desk_more = Показать ещё
desk_end_of_list = Это всё.
desk_empty = Запросов пока не было. Как только кто-нибудь попросит доступ, запрос появится здесь сам.
desk_empty_pending = Никто не ждёт. Новые запросы появятся здесь сами.
desk_empty_filtered = Под эти фильтры не подходит ни один запрос.

desk_ticked = Отмечено: { $count }
desk_tick_group = Отмеченные запросы
desk_untick = Снять отметки
desk_deciding = Рассмотрено { $done } из { $total } …
desk_all_decided = { $count ->
        [one] Решение принято по { $count } запросу.
       *[other] Решение принято по { $count } запросам.
    }
desk_some_decided = Решение принято по { $done } из { $total }. Не рассмотрены:
desk_not_decided = №{ $request }: { $why }

desk_request = Запрос №{ $request }
desk_choose = Выберите запрос, и здесь будет всё о нём.
desk_choose_keys = j — следующий запрос, ? — все клавиши.
desk_open_request = Открытый запрос
desk_back = К списку
desk_submitted = Подан
desk_expires = Срок
desk_waiting_since = Ожидание: { $waited }
desk_approved_by = Одобрен: { $admins }
desk_rejected_by = Отклонён: { $admin }
desk_revoked_by = Доступ закрыт: { $admin }
desk_given_up = Человек сам отказался от доступа
desk_reason = Причина
desk_source = Поступил
desk_source_chat = в чате
desk_source_form = через форму
desk_source_join = заявкой на вступление в чат
desk_telegram = Telegram
desk_not_on_telegram = не в Telegram
desk_address = Адрес
desk_all_requests = Все запросы: { $client }
desk_approved_so_far = За одобрение
desk_own_request = Это ваш собственный запрос, решить его должен другой администратор.
desk_undelivered = Сообщение этому человеку не доставлено. Ответ сервера: { $error }
desk_access = Чаты
desk_access_in = участвует
desk_access_invited = есть приглашение
desk_access_not_on_telegram = пока не в Telegram
desk_access_left = не участвует
desk_access_banned = заблокирован
desk_access_by_hand = нужно удалить вручную

desk_approve = Одобрить
desk_reject = Отклонить
desk_reject_with_reason = Отклонить с причиной
desk_undo = Отменить
desk_revoke = Закрыть доступ
desk_reopen = Вернуть на рассмотрение
desk_note = Заметка
desk_note_hint = Заметка для администраторов
desk_add_note = Добавить заметку
desk_why_reject = Почему вы отклоняете запрос?
desk_why_reject_ticked = { $count ->
        [one] Почему вы отклоняете { $count } запрос?
        [few] Почему вы отклоняете { $count } запроса?
       *[other] Почему вы отклоняете { $count } запросов?
    }
desk_why_revoke = Почему вы закрываете доступ?
desk_reason_is_read = Этот человек увидит причину.
desk_own_words = Своими словами
desk_without_reason = Без причины
desk_cancel = Отмена

desk_did_approved = Одобрен №{ $request }, { $client }
desk_did_rejected = Отклонён №{ $request }, { $client }
desk_did_revoked = Доступ закрыт: { $client } (№{ $request })
desk_did_reopened = Снова на рассмотрении: №{ $request }, { $client }
desk_did_undone = Решение отменено: №{ $request }, { $client }, снова ждёт
desk_did_voted = Ваш голос за №{ $request } учтён: { $given } из { $needed }
desk_did_note = Заметка к №{ $request } добавлена
desk_nothing_to_undo = Вашего решения, которое можно отменить, здесь нет.
desk_undone_several = { $count ->
        [one] Отменено: { $count } запрос снова ждёт
        [few] Отменено: { $count } запроса снова ждут
       *[other] Отменено: { $count } запросов снова ждут
    }
desk_undo_too_late = Отменить это решение уже поздно.
desk_not_your_decision = Отменить решение может только { $admin }.
desk_already_voted = Вы уже проголосовали за одобрение. Нужны голоса и других администраторов.
desk_open_instead = У этого человека есть более новый открытый запрос. Рассмотрите его.
desk_approved_meanwhile = Запрос уже одобрен: { $admin }, { $at }.
desk_rejected_meanwhile = Запрос уже отклонён: { $admin }, { $at }.
desk_revoked_meanwhile = Доступ уже закрыт: { $admin }, { $at }.
desk_given_up_meanwhile = Человек сам отказался от этого доступа.
desk_nothing_sent = Ваше решение не отправлено.
desk_expired_meanwhile = Срок запроса истёк, решить его уже нельзя.
desk_withdrawn_meanwhile = Запрос отозван, решать больше нечего.
desk_changed_meanwhile = Запрос изменился, пока вы смотрели, поэтому решение не принято. Прочитайте его ещё раз и решите.

desk_timeline = История
desk_event_submit = Подан
desk_event_appeal = Апелляция
desk_event_withdraw = Отозван
desk_event_vote = Голос за одобрение
desk_event_vote_withdrawn = Голос отозван
desk_event_approve = Одобрен
desk_event_reject = Отклонён
desk_event_undo = Решение отменено
desk_event_revoke = Доступ закрыт
desk_event_reopen = Возвращён на рассмотрение
desk_event_expire = Срок истёк
desk_event_ask = Вопрос
desk_event_answer = Ответ
desk_event_add = Дополнение
desk_event_describe = Рассказ о себе
desk_event_forget = Отказ от доступа
desk_event_unite = Связан с аккаунтом Telegram
desk_event_note = Заметка
desk_event_other = Изменение
desk_via_chat = в чате
desk_via_desk = за рабочим столом
desk_via_form = через форму
desk_via_system = автоматически
desk_message_client_news = Сообщение «{ $news }»
desk_message_asked = Вопрос
desk_message_appeal_open = «Решение можно обжаловать»
desk_message_invitation = Ссылки на чаты
desk_message_other = Сообщение
desk_message_owed = отправляется
desk_message_sent = отправлено
desk_message_undeliverable = не доставлено

desk_person_requests = Запросы
desk_person_no_requests = Запросов нет.
desk_person_older = { $count ->
        [one] Не показан { $count } более ранний запрос.
        [few] Не показаны { $count } более ранних запроса.
       *[other] Не показаны { $count } более ранних запросов.
    }
desk_person_admin = Администратор
desk_person_unreachable = Бот не может написать этому человеку
desk_person_id = Telegram ID

desk_last_days = { $count ->
        [365] Год
        [one] { $count } день
        [few] { $count } дня
       *[other] { $count } дней
    }
desk_period = Период
desk_plot_outcomes = Запросы по дням
desk_plot_outcomes_how = Над чертой — что поступило, под чертой — чем закончилось.
desk_plot_time = Время до решения
desk_plot_time_how = От подачи запроса до одобрения или отказа, по дням решений.
desk_plot_queue = Очередь
desk_plot_queue_how = Сколько запросов ждало в конце каждого дня.
desk_reviewers = Кто решает
desk_reviewer_name = Администратор
desk_reviewer_former = больше не администратор
desk_no_decisions = За это время решений не было.
desk_came_in = Поданы
desk_decisions = Решения
desk_median = Медиана
desk_ninetieth = 9 из 10 — не дольше
desk_median_time = Медиана времени до решения
desk_ninetieth_time = 9 из 10 решений — не дольше
desk_day = День
desk_as_table = Таблицей
desk_time_zone = Сутки начинаются в полночь, { $zone }.

desk_key_next = Следующий запрос
desk_key_previous = Предыдущий запрос
desk_key_tick = Отметить или снять отметку
desk_key_approve = Одобрить
desk_key_reject = Отклонить
desk_key_reject_with_reason = Отклонить с причиной
desk_key_undo = Отменить своё решение
desk_key_note = Написать заметку
desk_key_search = Поиск
desk_key_help = Показать эти клавиши
desk_key_back = Закрыть или вернуться к списку
