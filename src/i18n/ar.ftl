# العربية. الجُمل مكتوبة بصيغة HTML كما يقبلها تيليجرام: https://core.telegram.org/bots/api#html-style
# طريقة كتابة هذه الملفات: https://projectfluent.org/fluent/guide/
#
# تصلح الجُمل لكل قناة، وللصفحات والبريد أيضًا، ولذلك لا تذكر أمرًا ولا زرًا. أما ما يذكرها فاسمه يبدأ بـ telegram_ ولا يظهر إلا في
# تيليجرام، وهناك تحلّ telegram_x محلّ x. وكذلك ما يبدأ بـ email_ في البريد، وبـ sms_ في الرسائل النصية، وبـ form_ في صفحات من ليس لديهم
# تيليجرام. لا يبدأ سطر بكلمة لاتينية كي لا ينقلب اتجاهه، ولا يتغيّر الكلام بين المذكر والمؤنث حيث أمكن. تفصل بين الكلمات فاصلة لاتينية.

### لأصحاب الطلبات: ما عمل البوت، وما حال الطلب، وما الخطوة التالية

welcome = 👋 مرحبًا! أستقبل طلبات الدخول إلى مجتمع <b>{ $community }</b> وأنقل إليك رد المشرفين.
standing_pending = ⏳ طلبك رقم <b>{ $request }</b> بانتظار القرار.
standing_approved = ✅ تم قبول طلبك رقم <b>{ $request }</b>.
standing_rejected = ❌ تم رفض طلبك رقم <b>{ $request }</b>.
standing_expired = ⌛️ انتهت مهلة طلبك رقم <b>{ $request }</b> قبل أن يبتّ فيه المشرفون.
standing_withdrawn = ↩️ تم سحب طلبك رقم <b>{ $request }</b>.
standing_revoked = ❌ انتهى حقك في الدخول (الطلب رقم <b>{ $request }</b>).
standing_appeal = الاعتراض رقم { $appeal }
submitted_at = تاريخ التقديم: { $submittedAt }
expires_at = آخر موعد: { $expiresAt }، ما لم يصدر القرار قبله.
decided_at = تاريخ القرار: { $decidedAt }
client_reason = السبب: <blockquote>{ $reason }</blockquote>
next_pending = سأراسلك فور صدور القرار.
next_approved = لديك حق الدخول إلى مجتمع { $community }. لا شيء آخر مطلوب منك.
next_again = يمكنك تقديم طلب جديد الآن.
appeal_not_open = يمكنك الاعتراض ابتداءً من { $opensAt }.
appeal_open = يمكنك الاعتراض الآن.
appeal_open_until = يمكنك الاعتراض حتى { $closesAt }.
appeal_closed = انتهت مهلة الاعتراض في { $closedAt }، فالقرار نهائي. شكرًا لاهتمامك.
appeals_used_up = { $limit ->
        [0] لا يمكن الاعتراض على القرارات هنا
        [one] سبق أن استخدمت اعتراضك الوحيد
        [two] سبق أن استخدمت اعتراضيك
        [few] سبق أن استخدمت اعتراضاتك كلها، وعددها { $limit }
        [many] سبق أن استخدمت اعتراضاتك كلها، وعددها { $limit }
       *[other] سبق أن استخدمت اعتراضاتك كلها، وعددها { $limit }
    }، فالقرار نهائي. شكرًا لاهتمامك.

### لأصحاب الطلبات: ما حدث لطلبهم

news_submitted = ✅ تم! وصل طلبك رقم <b>{ $request }</b> إلى مشرفي مجتمع { $community }.
news_appeal_submitted = ✅ تم! وصل اعتراضك بشأن الطلب رقم <b>{ $request }</b> إلى مشرفي مجتمع { $community }.
news_withdrawn = ↩️ لقد سحبت طلبك رقم <b>{ $request }</b>.
news_appeal_withdrawn = ↩️ لقد سحبت اعتراضك بشأن الطلب رقم <b>{ $request }</b>. يبقى القرار السابق ساريًا.
news_approved = 🎉 تم قبول طلبك رقم <b>{ $request }</b>. مرحبًا بك في مجتمع { $community }!
news_rejected = ❌ للأسف، تم رفض طلبك رقم <b>{ $request }</b>.
news_decision_undone = 🔄 تم التراجع عن القرار بشأن طلبك رقم <b>{ $request }</b>، وهو قيد المراجعة من جديد.
news_request_reopened = 🔄 أعاد المشرفون فتح طلبك رقم <b>{ $request }</b>، وهو قيد المراجعة من جديد.
news_revoked = ❌ انتهى حقك في الدخول إلى مجتمع { $community } (الطلب رقم <b>{ $request }</b>).
news_expired = ⌛️ للأسف، انتهت مهلة طلبك رقم <b>{ $request }</b> قبل أن يبتّ فيه المشرفون.
news_appeal_expired = ⌛️ للأسف، انتهت مهلة اعتراضك بشأن الطلب رقم <b>{ $request }</b> قبل أن يبتّ فيه المشرفون. يبقى القرار السابق ساريًا.
news_appeal_open = 🔔 انتهت مدة الانتظار: يمكنك الآن الاعتراض على القرار بشأن طلبك رقم <b>{ $request }</b>.

### لأصحاب الطلبات: ما لا يقوله إلا البريد. لا يتضمن العنوان كلامًا لأحد

email_subject_submitted = الطلب رقم { $request }: تم استلامه
email_subject_appeal_submitted = الطلب رقم { $request }: تم استلام الاعتراض
email_subject_withdrawn = الطلب رقم { $request }: تم سحبه
email_subject_appeal_withdrawn = الطلب رقم { $request }: تم سحب الاعتراض
email_subject_approved = الطلب رقم { $request }: تم قبوله
email_subject_rejected = الطلب رقم { $request }: تم رفضه
email_subject_reopened = الطلب رقم { $request }: قيد المراجعة من جديد
email_subject_revoked = الطلب رقم { $request }: انتهى حقك في الدخول
email_subject_expired = الطلب رقم { $request }: انتهت مهلته
email_subject_appeal_expired = الطلب رقم { $request }: انتهت مهلة الاعتراض
email_subject_appeal_open = الطلب رقم { $request }: يمكنك الاعتراض الآن
email_subject_code = رمزك لدى مجتمع { $community }
email_code = لتأكيد هذا العنوان لدى مجتمع { $community }، يُرجى إدخال هذا الرمز في المكان الذي كُتب فيه العنوان:
email_code_how = مدة صلاحية الرمز: { $validFor }.
email_code_unasked = إن لم يكن لك علم بهذا، فيمكنك تجاهل هذه الرسالة: لن يصل شيء آخر إلى هنا من دون الرمز.
email_join = هذه متاحة لك الآن:
email_join_on_page = ما أُتيح لك الآن موجود في تيليجرام. وفي صفحتك شرح لطريقة الدخول.
email_page = حال طلبك وما يمكنك فعله
email_footer = وصلتك هذه الرسالة لأنك طلبت متابعة طلب الدخول إلى مجتمع { $community } عبر البريد الإلكتروني.
email_footer_code = أعطى أحدهم هذا العنوان لمجتمع { $community }. لن يُرسل شيء آخر إلى هنا قبل إدخال الرمز.

email_subject_test = رسالة تجريبية من مجتمع { $community }
email_test = ✅ رسائل مجتمع { $community } تصل إلى هنا.

    أُرسلت هذه التجربة من الخادم عند إعداد البريد.
email_footer_test = أُرسلت مرة واحدة للتأكد من وصول البريد.

### لأصحاب الطلبات: ما لا تقوله إلا رسالة نصية. تتسع له رسالة واحدة (70 حرفًا)، ولا يتضمن كلامًا لأحد

sms_submitted = { $community }: وصل طلبك رقم { $request }.
sms_appeal_submitted = { $community }: وصل اعتراضك بشأن الطلب { $request }.
sms_withdrawn = { $community }: تم سحب طلبك رقم { $request }.
sms_appeal_withdrawn = { $community }: تم سحب اعتراضك بشأن الطلب { $request }.
sms_approved = { $community }: تم قبول طلبك رقم { $request }. مرحبًا بك!
sms_rejected = { $community }: تم رفض طلبك رقم { $request }.
sms_reopened = { $community }: طلبك رقم { $request } قيد المراجعة من جديد.
sms_revoked = { $community }: انتهى حقك في الدخول (الطلب { $request }).
sms_expired = { $community }: انتهت مهلة طلبك رقم { $request }.
sms_appeal_expired = { $community }: انتهت مهلة اعتراضك بشأن الطلب { $request }.
sms_can_appeal = { $community }: يمكنك الآن الاعتراض بشأن الطلب { $request }.
sms_code = رمزك لدى { $community }: { $code }

### لأصحاب الطلبات: أين يمكن الوصول إليهم خارج تيليجرام

reached_fallback_email = ✉️ بالبريد إذا تعذّر الوصول إليك في تيليجرام: <b>{ $address }</b>
reached_both_email = ✉️ بالبريد أيضًا في كل مرة: <b>{ $address }</b>
reached_off_email = ✉️ البريد متوقف: <b>{ $address }</b>
reached_dead_email = ⚠️ لم يعد البريد يصل إلى هذا العنوان: <b>{ $address }</b>
reached_fallback_sms = 📱 برسالة نصية إذا تعذّر الوصول إليك في تيليجرام: <b>{ $address }</b>
reached_both_sms = 📱 برسالة نصية أيضًا في كل مرة: <b>{ $address }</b>
reached_off_sms = 📱 الرسائل النصية متوقفة: <b>{ $address }</b>
reached_dead_sms = ⚠️ لم تعد الرسائل النصية تصل إلى هذا الرقم: <b>{ $address }</b>

### لمن ليس لديهم تيليجرام: النموذج وصفحتهم الخاصة على الويب

form_language = اللغة
form_title = طلب الدخول إلى مجتمع { $community }
form_intro = يقرأ المشرفون ما يُكتب هنا، ويصلك ردّهم بالبريد الإلكتروني.
form_has_telegram = لديك تيليجرام؟ هناك أسهل:
form_name = اسمك
form_address = عنوان بريدك الإلكتروني
form_address_hint = يصل إليه رمز أولًا ثم الرد. لا يُستخدم لأي شيء آخر.
form_message = بضع كلمات للمشرفين
form_message_hint = تعريف بنفسك وسبب رغبتك في الدخول. { $limit ->
        [one] حرف واحد على الأكثر.
        [two] حرفان على الأكثر.
        [few] { $limit } أحرف على الأكثر.
        [many] { $limit } حرفًا على الأكثر.
       *[other] { $limit } حرف على الأكثر.
    }
form_leave_empty = يُترك هذا الحقل فارغًا
form_continue = متابعة
form_wrong_name = يُرجى كتابة اسم لا يتجاوز 64 حرفًا.
form_wrong_address = لا يمكن إرسال البريد إلى هذا العنوان. يُرجى التحقق منه، وهذا مثال على شكله: <code>name@example.com</code>
form_no_words = يُرجى كتابة بضع كلمات.
form_too_long = عدد الأحرف { $length }، والحد الأقصى { $limit }.
form_too_fast = كُتب هذا أسرع مما يكتب البشر. يُرجى إلقاء نظرة أخيرة ثم الإرسال.
form_too_old = بقيت هذه الصفحة مفتوحة مدة طويلة. لم يضِع شيء مما كتبته: يُرجى الإرسال من جديد.
form_too_many_to_address = أُرسلت إلى هذا العنوان ثلاثة رموز خلال يوم واحد، وهذا هو الحد الأقصى. يُرجى المحاولة غدًا.
form_too_many_of_network = وصلت من شبكتك نماذج كثيرة خلال ساعة. يُرجى المحاولة لاحقًا.
form_too_many_in_all = تصل الآن نماذج كثيرة جدًا. يُرجى المحاولة بعد ساعة.
form_too_many_of_page = وصل منك الكثير خلال ساعة، ولذلك لم يُرسَل هذا. ما كتبته ما زال هنا: يُرجى إرساله لاحقًا.
form_code_title = الخطوة الأخيرة: إدخال الرمز
form_code_sent = رسالة فيها رمز من ستة أرقام في طريقها إلى العنوان الذي كتبته. يُرجى إدخاله هنا، فلا يُرسل طلبك قبل ذلك.
form_code = الرمز الوارد في الرسالة
form_code_hint = الرمز صالح لعشر دقائق. إن لم يصل خلال دقيقة، فقد يكون في البريد غير المرغوب فيه.
form_code_continue = إرسال الطلب
form_code_missing = لم يصل شيء، أو في العنوان خطأ؟
form_again = ملء النموذج من جديد
form_wrong_code = هذا ليس الرمز. { $left ->
        [one] بقيت لك محاولة واحدة.
        [two] بقيت لك محاولتان.
        [few] بقيت لك { $left } محاولات.
        [many] بقيت لك { $left } محاولة.
       *[other] بقيت لك { $left } محاولة.
    }
form_code_over = لم يعد هذا الرمز صالحًا
form_code_over_why = مضت عليه أكثر من عشر دقائق، أو أُدخل رمز خاطئ مرات كثيرة. يصلك رمز جديد بعد ملء النموذج من جديد.
form_gone = لم يعد هذا النموذج هنا
form_gone_why = ينتظر النموذج رمزه ساعة واحدة، في المتصفح الذي مُلئ فيه، إن كان يقبل ملفات تعريف الارتباط. يُرجى ملؤه من جديد.
form_page_title = طلبك
form_your_words = ما كتبته
form_page_keep = يُرجى عدم إعطاء عنوان هذه الصفحة لأحد: من يعرفه يستطيع أن يفعل هنا كل ما هو متاح لك. العنوان موجود أيضًا في الرسائل التي تصلك.
form_done_sent = ✅ تم إرسال طلبك.
form_done_known = لم يُرسل ما كتبته الآن: سبق أن قدّمت طلبًا، وهذه حاله.
form_done_appealed = ✅ تم إرسال اعتراضك.
form_done_withdrawn = ✅ تم السحب.
form_answer_by_email = سيصلك الرد بالبريد الإلكتروني.
form_answer_by_sms = سيصلك الرد برسالة نصية.
form_answer_here = لا يوجد عنوان يمكن إرسال الرد إليه. يُرجى متابعة الرد هنا.
form_news_in_telegram = ستصلك أخباره في تيليجرام.
form_gave_way = لا يمكن أن يكون لك إلا طلب واحد، لذلك سُحب الطلب رقم <b>{ $request }</b>.
form_appeal_heading = الاعتراض على القرار
form_appeal_message = لماذا ينبغي أن يعيد المشرفون النظر؟
form_appeal = إرسال الاعتراض
form_ask_heading = تقديم طلب جديد
form_ask = إرسال الطلب
form_withdraw_heading = غيّرت رأيك؟
form_withdraw_number = لسحب الطلب، يُرجى كتابة رقمه: { $request }
form_withdraw = سحب
form_wrong_number = ليس هذا رقم الطلب المنتظر هنا، فلم يُسحب شيء.
form_telegram_heading = صار لديك تيليجرام؟
form_telegram = يكفي فتح هذا مرة واحدة في تيليجرام وبدء الحديث مع البوت هناك، فيصبح الطلب تابعًا لحسابك وتصلك الأخبار فيه.
form_telegram_needed = ما يتيحه القبول موجود في تيليجرام. يكفي فتح هذا مرة واحدة هناك وبدء الحديث مع البوت، فيصبح الطلب تابعًا لحسابك وتصلك الأخبار فيه.
form_approved_needs_telegram = لديك حق الدخول إلى مجتمع { $community }. ما يتيحه ذلك موجود في تيليجرام، والرابط أدناه يوصلك إليه.
form_telegram_open = فتح تيليجرام
form_not_now = لم يعد ذلك ممكنًا، أو ليس ممكنًا بعد، وهذه هي الحال الآن.
form_no_page = لا توجد صفحة كهذه
form_no_page_why = يُرجى التحقق من العنوان: يجب أن يطابق ما ورد في الرسالة التي وصلتك حتى آخر حرف.
form_sorry = لم ينجح ذلك
form_not_understood = تعذّرت قراءة ما وصل إلى هنا. يُرجى الإرسال من الصفحة نفسها.
form_unavailable = هناك خلل مؤقت، ولم يُرسل شيء. يُرجى المحاولة بعد بضع دقائق.

### لأصحاب الطلبات: ردود على ما يرسلونه

hint_text = لست سوى بوت، ولا أستطيع نقل هذا إلى أحد.
admins_ask = ❓ لدى مشرفي مجتمع { $community } سؤال بشأن طلبك رقم <b>{ $request }</b>: <blockquote>{ $message }</blockquote>
passed_on = 📨 أضفت هذا إلى طلبك رقم <b>{ $request }</b>، ويمكن للمشرفين رؤيته.
too_many_additions = بلغت رسائلك لهذا الطلب الحد الأقصى ({ $limit })، فلم أنقل هذه. الرسائل السابقة لدى المشرفين.
telegram_united = ✅ صار طلبك المقدَّم على الويب تابعًا لك هنا أيضًا. سأراسلك هنا من الآن فصاعدًا.
telegram_gave_way_ended = لا يمكن أن يكون لك إلا طلب واحد، لذلك سُحب الطلب رقم <b>{ $request }</b> وبقي الطلب رقم <b>{ $to }</b>.
telegram_gave_way_added = لا يمكن أن يكون لك إلا طلب واحد، لذلك سُحب الطلب رقم <b>{ $request }</b> وأُضيف نصّه إلى الطلب رقم <b>{ $to }</b>.
telegram_gave_way_appealed = لا يمكن أن يكون لك إلا طلب واحد، لذلك سُحب الطلب رقم <b>{ $request }</b> وصار نصّه اعتراضك في الطلب رقم <b>{ $to }</b>.
telegram_not_united_link_used = هذا الرابط مستخدَم: طلبك المقدَّم على الويب تابع لحساب تيليجرام بالفعل.
telegram_not_united_is_admin = أنت من المشرفين هنا، فلا أستطيع إضافة طلب الويب إلى حسابك.
telegram_not_united_two_decisions = صدر قرار في الطلب رقم <b>{ $here }</b> من هذا الحساب وفي الطلب رقم <b>{ $web }</b> من الويب، ولا يتراجع عن القرار إلا المشرفون. لم يتغيّر شيء. يُرجى الطلب من أحد المشرفين إعادة فتح أحدهما، ثم سحبه وفتح الرابط مرة أخرى.
telegram_not_united_appeal_later = لا يمكن أن يكون لك إلا طلب واحد، لكن الطلب رقم <b>{ $waits }</b> بانتظار القرار، والقرار في الطلب رقم <b>{ $decided }</b> لم يكن لصالحك. لم يتغيّر شيء. يُرجى فتح الرابط مرة أخرى ابتداءً من { $opensAt }: عندها يصير نص الطلب رقم <b>{ $waits }</b> اعتراضك. أو يمكنك سحب الطلب رقم <b>{ $waits }</b> وفتح الرابط بعد ذلك مباشرة.
telegram_not_united_no_appeal = لا يمكن أن يكون لك إلا طلب واحد، لكن الطلب رقم <b>{ $waits }</b> بانتظار القرار، والقرار في الطلب رقم <b>{ $decided }</b> لم يكن لصالحك ولم يعد الاعتراض عليه ممكنًا. لم يتغيّر شيء. يُرجى سحب الطلب رقم <b>{ $waits }</b> وفتح الرابط مرة أخرى، أو الطلب أولًا من أحد المشرفين إعادة فتح الطلب رقم <b>{ $decided }</b>.
telegram_invitation = 🚪 لمجتمع { $community } دردشة يحق لك دخولها.
telegram_join_declined = 🚫 تم رفض طلب انضمامك إلى <b>{ $chat }</b>.
telegram_join_question = 👋 طلبت الانضمام إلى مجتمع { $community }. يُرجى كتابة بضع كلمات عن نفسك: سيقرؤها المشرفون ثم يقررون.
telegram_join_question_of = 👋 طلبت الانضمام إلى <b>{ $chat }</b>. يُرجى كتابة بضع كلمات عن نفسك: سيقرؤها مشرفو مجتمع { $community } ثم يقررون.
telegram_too_many_chats = ⚠️ لا يستطيع تيليجرام إدخالك إلى <b>{ $chat }</b> لأنك في مجموعات وقنوات كثيرة جدًا. يمكنك مغادرة بعضها ثم طلب الانضمام من جديد.
draft_sent = 📨 تم الإرسال.
draft_gone = لم يعد ذلك النص لديّ. إن لم يكن قد أُرسل بعد، فيُرجى كتابته مرة أخرى.
telegram_forget_question =
    <b>هل تريد أن أنساك؟</b> سيُمحى من هنا اسمك وعناوينك وكل ما كتبته وكل ما أرسلته إليك، ومن بطاقات المشرفين أيضًا.

    لا تبقى إلا الأرقام: معرّفك في تيليجرام، وما تقرّر ومتى. لا يمكن التراجع عن ذلك.
telegram_forget_pending = سيُسحب طلبك المفتوح.
telegram_forget_approved = سينتهي حقك في الدخول إلى مجتمع { $community }.
telegram_forget_verdict = يبقى القرار ساريًا، وتبقى مهلة الاعتراض كما هي.
telegram_forget_admin = أنت من المشرفين: يبقى اسمك لأنه يظهر بجانب قراراتك.
telegram_forgotten = 👋 تم. محوت ما كتبته وما يعرّف بك. إذا راسلتني من جديد فسأعرف اسمك من جديد.
telegram_forgotten_admin = 👋 تم. محوت ما كتبته عند طلب الدخول. يبقى اسمك ما دمت من المشرفين.
telegram_forget_over = لم يعد هذا السؤال قائمًا. لطرحه من جديد: /forget
telegram_my_data = 📄 كل ما أحتفظ به عنك.
you_are_welcome = على الرحب والسعة! 😊
hint_not_text = لا أستطيع قراءة شيء غير النصوص.
left_out_photo = 📎 يمكنني نقل كلامك، لكن لا يمكنني نقل الصورة.
left_out_video = 📎 يمكنني نقل كلامك، لكن لا يمكنني نقل الفيديو.
left_out_file = 📎 يمكنني نقل كلامك، لكن لا يمكنني نقل الملف.
left_out_audio = 📎 يمكنني نقل كلامك، لكن لا يمكنني نقل التسجيل.
left_out_media = 📎 يمكنني نقل كلامك، لكن لا يمكنني نقل ما جاء معه.
left_out_addresses = 📎 كان النص سيطول كثيرًا مع عناوين الروابط، فحذفتها.
question_dropped = حسنًا، لا بأس. لم يُرسل شيء.
too_long_request = النص طويل: عدد أحرفه { $length }، والحد الأقصى { $limit } (كل إيموجي يُحسب حرفين أو أكثر). لم يُرسل شيء. يُرجى اختصاره.
too_long_reason = النص طويل: عدد أحرفه { $length }، والحد الأقصى للسبب { $limit } (كل إيموجي يُحسب حرفين أو أكثر). لم يُتخذ أي قرار. يُرجى اختصاره.
too_long_question = النص طويل: عدد أحرفه { $length }، والحد الأقصى للسؤال { $limit } (كل إيموجي يُحسب حرفين أو أكثر). لم يُرسل شيء. يُرجى اختصاره.
too_long_note = النص طويل: عدد أحرفه { $length }، والحد الأقصى للملاحظة { $limit } (كل إيموجي يُحسب حرفين أو أكثر). لم تُضف أي ملاحظة. يُرجى اختصاره.
edit_changes_nothing = ✏️ أعتمد ما أرسلته أول مرة، فتعديله لا يغيّر شيئًا.
flooded = ✋ رسائل أكثر من اللازم (الحد: { $limit }، المدة: { $window }). سأتجاهل الرسائل التالية، ويمكنك المحاولة من جديد بعد انقضاء هذه المدة.
nobody_can_decide = ⚠️ لا يوجد مشرف غيرك هنا، ولا أحد يبتّ في طلبه بنفسه، لذا ستنتهي مهلة هذا الطلب. يمكنك تجربة البوت بإرسال طلب من حساب آخر.
language_question = بأي لغة أكتب لك؟
language_unknown = لا أعرف هذه اللغة. بأي لغة من هذه أكتب لك؟
language_set = 👍 سأكتب لك بالعربية من الآن فصاعدًا.
language_of_telegram = 👍 سأكتب لك بلغة تطبيق تيليجرام لديك من الآن فصاعدًا.

### لأصحاب الطلبات: ما لا يمكن

not_possible = هذا غير ممكن الآن.
no_request = ليس لديك طلب بعد.
already_pending = ⏳ لديك طلب بالفعل رقمه <b>{ $request }</b>، أُرسل في { $submittedAt }. الطلب بانتظار القرار، وآخر موعد له { $expiresAt }.
already_approved = ✅ لديك بالفعل حق الدخول إلى مجتمع { $community }.
nothing_to_cancel = لا يوجد ما يمكن إلغاؤه.
nothing_waits = لا يوجد ما يمكن سحبه.
expired_before_that = ⌛️ كانت مهلة طلبك رقم <b>{ $request }</b> قد انتهت.
nothing_to_appeal = لا يوجد قرار يمكن الاعتراض عليه.

### للمشرفين: البطاقة

card_heading = 📨 <b>الطلب رقم { $request }</b>
card_appeal = <b>الاعتراض رقم { $appeal }</b>
card_client = من <b>{ $client }</b>
card_unreachable = ⚠️ لا أستطيع مراسلة هذا الشخص: حظرني أو حذف حسابه.
card_not_on_telegram = ⚠️ لا أستطيع مراسلة هذا الشخص: ليس في تيليجرام.
card_address = ✉️ { $address }
card_reached_by_email = ✉️ لا أستطيع الوصول إلى هذا الشخص في تيليجرام، فستصله النتيجة بالبريد.
card_reached_by_sms = 📱 لا أستطيع الوصول إلى هذا الشخص في تيليجرام، فستصله النتيجة برسالة نصية.
card_only_by_email = ✉️ هذا الشخص ليس في تيليجرام، فستصله النتيجة بالبريد.
card_only_by_sms = 📱 هذا الشخص ليس في تيليجرام، فستصله النتيجة برسالة نصية.
card_dead_email = ⚠️ لم يعد عنوان البريد يعمل: { $address }
card_dead_sms = ⚠️ لم يعد رقم الهاتف يعمل: { $address }
card_message = <blockquote>{ $message }</blockquote>
card_no_message = <i>لا كلام بعد.</i>
card_erased = <i>مُحي ما كُتب ومن كتبه.</i>
text_erased = مُحي هذا النص.
card_given_up = 🚫 <b>تم التخلي عن حق الدخول</b> بطلب من صاحبه.
telegram_erased_card = 🧹 مُحي الطلب رقم <b>{ $request }</b>: ما كُتب ومن كتبه. يحتفظ السجل بما تقرّر ومتى.
card_question = ❓ سؤال من { $author }، { $at }: <blockquote>{ $message }</blockquote>
card_answer = 💬 جواب من { $author }، { $at }: <blockquote>{ $message }</blockquote>
card_addition = ➕ إضافة من { $author }، { $at }: <blockquote>{ $message }</blockquote>
card_talk_older = … قبل ذلك: { $count }
card_first_text = الطلب الأول، { $at }: <blockquote>{ $message }</blockquote>
card_appeal_text = الاعتراض رقم { $appeal }، { $at }: <blockquote>{ $message }</blockquote>
card_submitted = تاريخ التقديم: { $submittedAt }
card_expires = آخر موعد: { $expiresAt }
card_approvals = 👍 الموافقات: <b>{ $given } من { $needed }</b>
card_approver = { $admin }
card_was_open_until = كان مفتوحًا حتى: { $expiresAt }
card_approved = ✅ <b>تم القبول</b>: { $admin }، { $at }
also_approved = 👍 ووافق أيضًا: { $admins }
card_rejected = ❌ <b>تم الرفض</b>: { $admin }، { $at }
card_revoked = 🚫 <b>تم إنهاء حق الدخول</b>: { $admin }، { $at }
card_expired = ⌛️ <b>انتهت المهلة</b> من دون قرار.
card_withdrawn = ↩️ <b>تم سحبه</b> بطلب من صاحبه.
card_reason = السبب: <blockquote>{ $reason }</blockquote>
card_earlier_approved = سابقًا: تم القبول، { $admin }، { $at }
card_earlier_rejected = سابقًا: تم الرفض، { $admin }، { $at }
card_earlier_revoked = سابقًا: تم إنهاء حق الدخول، { $admin }، { $at }
card_older = { $count ->
        [one] وقبله قرار واحد
        [two] وقبله قراران
        [few] وقبله { $count } قرارات
        [many] وقبله { $count } قرارًا
       *[other] وقبله { $count } قرار
    }

### للمشرفين: القوائم

digest = 📨 { $waiting ->
        [0] لم يبقَ أي طلب بانتظار القرار.
        [one] طلب واحد بانتظار القرار.
        [two] طلبان بانتظار القرار.
        [few] <b>{ $waiting }</b> طلبات بانتظار القرار.
        [many] <b>{ $waiting }</b> طلبًا بانتظار القرار.
       *[other] <b>{ $waiting }</b> طلب بانتظار القرار.
    }
pending_none = 🎉 لا توجد طلبات بانتظار القرار.
pending_heading = { $total ->
        [one] <b>طلب مفتوح واحد</b>
        [two] <b>طلبان مفتوحان</b>، الأقدم أولًا
        [few] <b>{ $total } طلبات مفتوحة</b>، الأقدم أولًا
        [many] <b>{ $total } طلبًا مفتوحًا</b>، الأقدم أولًا
       *[other] <b>{ $total } طلب مفتوح</b>، الأقدم أولًا
    }
pending_page = صفحة { $page } من { $pages }
pending_line =
    <b>رقم { $request }</b> { $client }
    التقديم: { $submittedAt } – آخر موعد: { $expiresAt }
pending_waited = ⏳ مدة الانتظار: { $waited }
pending_words = <i>{ $words }</i>
no_other_waits = لا يوجد طلب آخر بانتظار القرار.
pending_approvals = 👍 { $given } من { $needed }
found_none = 🔍 لا توجد طلبات تطابق <b>{ $words }</b>.
found_heading = 🔍 الطلبات التي تطابق <b>{ $words }</b>، الأحدث أولًا
found_line = <b>رقم { $request }</b> { $client } · { $submittedAt }
found_pending = ⏳ بانتظار القرار
found_approved = ✅ مقبول
found_rejected = ❌ مرفوض
found_expired = ⌛️ انتهت مهلته
found_withdrawn = ↩️ مسحوب
found_revoked = 🚫 انتهى حق الدخول
found_beginning = <i>{ $beginning }</i>
found_looked_through = الكلمات القصيرة جدًا لا يُبحث عنها إلا في أحدث الطلبات، وعددها { $count }.
reminder_heading = ⏰ { $total ->
        [one] طلب واحد تنتهي مهلته قريبًا وما زال بانتظار القرار:
        [two] طلبان تنتهي مهلتهما قريبًا وما زالا بانتظار القرار:
        [few] <b>{ $total }</b> طلبات تنتهي مهلتها قريبًا وما زالت بانتظار القرار:
        [many] <b>{ $total }</b> طلبًا تنتهي مهلتها قريبًا وما زالت بانتظار القرار:
       *[other] <b>{ $total }</b> طلب تنتهي مهلتها قريبًا وما زالت بانتظار القرار:
    }
reminder_line = <b>رقم { $request }</b> { $client } – { $expiresAt }
reminder_more = … وغيرها: { $count }
history_heading = <b>السجل</b>
history_older = … قبل ذلك: { $count }
history_submit = { $at }: تم التقديم
history_appeal = { $at }: تم تقديم اعتراض
history_withdraw = { $at }: تم السحب
history_vote = { $at }: موافقة
history_vote_withdrawn = { $at }: سحب موافقة
history_approve = { $at }: تم القبول
history_reject = { $at }: تم الرفض
history_undo = { $at }: تم التراجع عن القرار
history_revoke = { $at }: تم إنهاء حق الدخول
history_reopen = { $at }: أُعيد فتحه
history_expire = { $at }: انتهت المهلة
history_ask = { $at }: سؤال لصاحب الطلب
history_answer = { $at }: جواب
history_add = { $at }: إضافة نص
history_describe = { $at }: تعريف بالنفس
history_forget = { $at }: التخلي عن حق الدخول
history_unite = { $at }: الربط بحساب تيليجرام
history_note = { $at }: 📝 ملاحظة
history_by = – { $actor }
history_by_system = – تلقائيًا
history_reason = <i>{ $reason }</i>
stats_heading = 📊 <b>الطلبات</b>
stats_pending = بانتظار القرار: { $count }
stats_approved = مقبولة: { $count }
stats_rejected = مرفوضة: { $count }
stats_expired = انتهت مهلتها: { $count }
stats_withdrawn = مسحوبة: { $count }
stats_revoked = انتهى حق الدخول: { $count }
stats_undeliverable = ⚠️ { $count ->
        [one] تعذّر تسليم رسالة واحدة.
        [two] تعذّر تسليم رسالتين.
        [few] تعذّر تسليم { $count } رسائل.
        [many] تعذّر تسليم { $count } رسالة.
       *[other] تعذّر تسليم { $count } رسالة.
    }
stats_chat = 👥 في { $title }: دخل { $in } من المقبولين وعددهم { $wanted }
stats_oldest = ⏳ الأطول انتظارًا: <b>رقم { $request }</b> { $client }، { $waited }
stats_week = <b>هذا الأسبوع</b>، منذ { $since }
stats_month = <b>{ $days ->
        [one] اليوم الأخير
        [two] اليومان الأخيران
        [few] آخر { $days } أيام
        [many] آخر { $days } يومًا
       *[other] آخر { $days } يوم
    }</b>، منذ { $since }
stats_submitted = مقدَّمة: { $count }
stats_waits = ⏱ المدة حتى القرار: { $median } (الوسيط)، { $slowest } (الأطول، رقم { $request })
stats_decider = 👤 المشرف { $admin }: { $count ->
        [zero] لا قرارات
        [one] قرار واحد
        [two] قراران
        [few] { $count } قرارات
        [many] { $count } قرارًا
       *[other] { $count } قرار
    }
stats_decider_former = 👤 المشرف السابق { $admin }: { $count ->
        [zero] لا قرارات
        [one] قرار واحد
        [two] قراران
        [few] { $count } قرارات
        [many] { $count } قرارًا
       *[other] { $count } قرار
    }
stats_deciders_others = الآخرون: { $count }
stats_picture = 📊 <b>الطلبات حسب الأيام</b>، { $since } – { $until }
stats_picture_submitted = 🟦 { stats_submitted }
stats_picture_approved = 🟩 { stats_approved }
stats_picture_rejected = 🟥 { stats_rejected }
stats_picture_expired = 🟨 { stats_expired }
stats_picture_withdrawn = ⬜️ { stats_withdrawn }
stats_picture_revoked = 🟪 { stats_revoked }
stats_picture_how = فوق الخط: ما وصل. تحته: ما آل إليه. الأرقام تحت الأيام هي أيام الاثنين.

### للمشرفين: ردود على ما يفعلونه

decided_pending = 🔄 الطلب رقم <b>{ $request }</b> من { $client } مفتوح من جديد.
decided_approved = ✅ تم قبول الطلب رقم <b>{ $request }</b> من { $client }.
decided_rejected = ❌ تم رفض الطلب رقم <b>{ $request }</b> من { $client }.
decided_expired = ⌛️ انتهت مهلة الطلب رقم <b>{ $request }</b> من { $client }.
decided_withdrawn = ↩️ تم سحب الطلب رقم <b>{ $request }</b> من { $client }.
decided_revoked = 🚫 تم إنهاء حق الدخول: { $client } (الطلب رقم <b>{ $request }</b>).
question_sent = ❓ تم إرسال السؤال إلى { $client }، الطلب رقم <b>{ $request }</b>. سيظهر الجواب على البطاقة.
noted = 📝 أُضيفت ملاحظة إلى الطلب رقم <b>{ $request }</b> ({ $client }). لا يراها إلا المشرفون.
voted = 👍 وافقت على الطلب رقم <b>{ $request }</b> من { $client }.
vote_withdrawn = ↩️ سحبت موافقتك على الطلب رقم <b>{ $request }</b> من { $client }.
approvals_so_far = الموافقات: { $given } من { $needed }. { $more ->
        [0] الموافقة التالية تحسم القرار.
        [one] تلزم موافقة أخرى.
        [two] تلزم موافقتان أخريان.
        [few] تلزم { $more } موافقات أخرى.
        [many] تلزم { $more } موافقة أخرى.
       *[other] تلزم { $more } موافقة أخرى.
    }
approvals_impossible = ⚠️ { $possible ->
        [zero] لا يستطيع أي مشرف
        [one] لا يستطيع سوى مشرف واحد
        [two] لا يستطيع سوى مشرفَين
        [few] لا يستطيع سوى { $possible } مشرفين
        [many] لا يستطيع سوى { $possible } مشرفًا
       *[other] لا يستطيع سوى { $possible } مشرف
    } البتّ فيه، وهذا أقل من <code>APPROVALS_NEEDED</code>، فلا يمكن قبوله.
no_such_request = لا يوجد طلب رقم { $request }.
admins_only = 🚫 هذا متاح للمشرفين فقط.
not_own_words = ✋ هذه ليست رسالتك، فلم يُتخذ أي قرار. لا يُعتدّ إلا بما كتبته بنفسك.
was_first_approved = سبق قبول الطلب رقم { $request }: { $admin }، { $at }.
was_first_rejected = سبق رفض الطلب رقم { $request }: { $admin }، { $at }.
was_first_revoked = سبق إنهاء حق الدخول بموجب الطلب رقم { $request }: { $admin }، { $at }.
you_decided_approved = سبق أن قبلت الطلب رقم { $request } في { $at }.
you_decided_rejected = سبق أن رفضت الطلب رقم { $request } في { $at }.
you_decided_revoked = سبق أن أنهيت حق الدخول بموجب الطلب رقم { $request } في { $at }.
request_pending = الطلب رقم { $request } بانتظار القرار.
request_approved = الطلب رقم { $request } مقبول.
request_rejected = الطلب رقم { $request } مرفوض.
request_expired = انتهت مهلة الطلب رقم { $request }، فلم يبقَ ما يُبتّ فيه.
request_withdrawn = سحب صاحب الطلب طلبه رقم { $request }، فلم يبقَ ما يُبتّ فيه.
request_revoked = انتهى حق الدخول بموجب الطلب رقم { $request }.
decided_too_late = ⌛️ فات الأوان: انتهت مهلة الطلب رقم { $request } في { $expiresAt }.
own_request = لا يمكنك البتّ في طلبك. القرار لمشرف آخر.
already_voted = سبق أن وافقت على الطلب رقم { $request }.
no_vote = ليست لك موافقة على الطلب رقم { $request } يمكن سحبها.
nothing_to_undo = لا يوجد قرار بشأن الطلب رقم { $request } يمكن التراجع عنه.
not_your_decision = لا يستطيع التراجع عن القرار إلا من اتخذه: { $admin }.
undo_too_late = فات أوان التراجع عن القرار بشأن الطلب رقم { $request }.
not_approved = الطلب رقم { $request } غير مقبول، فلا يوجد حق دخول يمكن إنهاؤه.
nothing_to_reopen = لا يمكن إعادة فتح الطلب رقم { $request }. يُعاد فتح الطلبات المرفوضة والتي انتهت مهلتها والتي انتهى حق الدخول بموجبها فقط.

### للمشرفين: ما ينبغي معرفته عن البوت نفسه

update_parked = ⚠️ لم أستطع معالجة تحديث وارد رغم المحاولة ({ $attempts ->
        [one] مرة واحدة
        [two] مرتين
        [few] { $attempts } مرات
        [many] { $attempts } مرة
       *[other] { $attempts } مرة
    })، فوضعته جانبًا (التحديث { $update }). السبب مكتوب في سجل التشغيل.
channel_away_email = ⚠️ يتعذّر إرسال البريد. ما قاله خادم البريد أو ما تعطّل: <blockquote>{ $reason }</blockquote>
    كل الرسائل تنتظر ولم يضِع شيء، وسيُستأنف الإرسال تلقائيًا حين يقبلها الخادم. لمعرفة موضع الخلل، يُشغَّل على الخادم: <code>check --mail</code>
channel_away_sms = ⚠️ يتعذّر إرسال الرسائل النصية. ما قالته البوابة أو ما تعطّل: <blockquote>{ $reason }</blockquote>
    كل الرسائل تنتظر ولم يضِع شيء، وسيُستأنف الإرسال تلقائيًا حين تقبلها البوابة.
channel_back_email = ✅ عاد إرسال البريد إلى العمل. يجري إرسال ما كان ينتظر.
channel_back_sms = ✅ عاد إرسال الرسائل النصية إلى العمل. يجري إرسال ما كان ينتظر.
backup_failed = ⚠️ فشل النسخ الاحتياطي لبياناتي. السبب مكتوب في سجل التشغيل.
backup_missing = ⚠️ لم تُنسخ بياناتي احتياطيًا منذ مدة طويلة. يُرجى التحقق من أن المؤقِّت أو الخدمة التي تنسخها تعمل.
backup_newest = أحدث نسخة سليمة بتاريخ { $lastBackup }.
backup_none = لا توجد نسخة سليمة.
backups_work_again = ✅ عاد النسخ الاحتياطي إلى العمل. أحدث نسخة بتاريخ { $lastBackup }.
webhook_given_up = ⚠️ حاولت طوال ثلاثة أيام إبلاغ { $host } بتغيير في حق الدخول (الطلب رقم { $request }) ثم توقفت عن المحاولة. السبب مكتوب في سجل التشغيل. لن أنبّهك من جديد إلا بعد أن يقبل إشعارًا آخر.
webhook_gone = ⚠️ لم يعد { $host } يقبل الإشعارات (الرد 410)، فتوقفت عن إرسالها. ستنتظر حتى يتغيّر الإعداد WEBHOOK_URL.
admins_heading = 🛡 { $count ->
        [one] المشرف الوحيد:
        [two] المشرفان:
        [few] المشرفون (<b>{ $count }</b>):
        [many] المشرفون (<b>{ $count }</b>):
       *[other] المشرفون (<b>{ $count }</b>):
    }
admins_more = … وغيرهم: { $count }
admins_too_few = ⚠️ { $left ->
        [zero] لم يبقَ أي مشرف
        [one] بقي مشرف واحد
        [two] بقي مشرفان
        [few] بقي { $left } مشرفين
        [many] بقي { $left } مشرفًا
       *[other] بقي { $left } مشرف
    }، وهذا أقل من <code>APPROVALS_NEEDED</code> (قيمته { $needed })، فلا يمكن قبول أي طلب.
admin_joined = 🛡 أصبحت من مشرفي مجتمع { $community }، وصاحب الإضافة: { $admin }. يمكنك الآن البتّ في طلبات الدخول.
admin_left = لم يعد اسمك بين مشرفي مجتمع { $community }.
expired_digest = ⌛️ { $count ->
        [one] طلب واحد انتهت مهلته من دون قرار.
        [two] طلبان انتهت مهلتهما من دون قرار.
        [few] <b>{ $count }</b> طلبات انتهت مهلتها من دون قرار.
        [many] <b>{ $count }</b> طلبًا انتهت مهلتها من دون قرار.
       *[other] <b>{ $count }</b> طلب انتهت مهلتها من دون قرار.
    }

### تيليجرام، لأصحاب الطلبات: ما الخطوة التالية

telegram_welcome_email = ✉️ لتصلك النتيجة بالبريد إذا تعذّر الوصول إليك في تيليجرام: /email
telegram_welcome_sms = 📱 لتصلك النتيجة برسالة نصية إذا تعذّر الوصول إليك في تيليجرام: /sms
telegram_welcome_admin =
    🛡 أنت من المشرفين هنا. { $waiting ->
        [0] لا توجد طلبات بانتظار القرار.
        [one] طلب واحد بانتظار القرار.
        [two] طلبان بانتظار القرار.
        [few] { $waiting } طلبات بانتظار القرار.
        [many] { $waiting } طلبًا بانتظار القرار.
       *[other] { $waiting } طلب بانتظار القرار.
    }

    { telegram_admin_commands }
telegram_welcome_admin_uncounted =
    🛡 أنت من المشرفين هنا.

    { telegram_admin_commands }
telegram_admin_commands =
    الطلبات المفتوحة، الأقدم أولًا: /pending
    البحث بالاسم أو @username أو المعرّف أو العنوان أو الكلمات: <code>/find سارة</code>
    عرض طلب وسجله: <code>/show 12</code>
    البتّ في الطلبات: <code>/approve 12 13</code> أو <code>/reject 12 السبب</code>
    إنهاء حق الدخول: <code>/revoke 12 السبب</code>
    إعادة فتح طلب: <code>/reopen 12</code>
    ملاحظة لا يراها إلا المشرفون: رد على البطاقة بكلمة <code>ملاحظة</code> ثم النص
    الإحصاءات: /stats
    قائمة المشرفين: /admins
telegram_welcome_desk = لوحة المشرفين، للبتّ في الطلبات من المتصفح: /desk
telegram_next_none =
    لطلب الدخول، يُرجى إرسال /request مع بضع كلمات عن نفسك، مثل:
    <code>/request أنا سارة، صديقة ليلى</code>
telegram_next_pending = { next_pending } لمعرفة حال الطلب: /status، ولسحبه: /cancel
telegram_next_again = يمكنك تقديم طلب جديد الآن: /request
telegram_next_admin = قائمة الطلبات المفتوحة: /pending، وشرح طريقة البتّ فيها: /help
telegram_appeal_open = يمكنك الاعتراض الآن: يُرجى إرسال /appeal مع توضيح ما تغيّر للمشرفين.
telegram_appeal_open_until = يمكنك الاعتراض حتى { $closesAt }: يُرجى إرسال /appeal مع توضيح ما تغيّر للمشرفين.

### تيليجرام، لأصحاب الطلبات: ردود على ما يرسلونه

telegram_offer_request = هل أرسل هذا إلى مشرفي مجتمع { $community } على أنه طلب الدخول؟ لمعرفة ما أستطيع فعله غير ذلك: /help
telegram_offer_appeal = هل أرسل هذا إلى مشرفي مجتمع { $community } على أنه اعتراضك؟ لمعرفة ما أستطيع فعله غير ذلك: /help
telegram_offer_addition = طلبك بانتظار القرار. هل أضيف هذا إليه ليراه مشرفو مجتمع { $community }؟ لمعرفة حال الطلب: /status
telegram_how_to_answer = يمكنك الرد على هذه الرسالة أو كتابة جوابك مباشرة.
telegram_hint_unknown_command = لا أعرف هذا الأمر. لمعرفة ما أستطيع فعله: /help
telegram_question_request = يُرجى التعريف بنفسك للمشرفين في رسالتك التالية (المهلة: { $within }).
telegram_question_appeal = يُرجى توضيح ما تغيّر للمشرفين في رسالتك التالية (المهلة: { $within }).
telegram_desk_link = 🖥 يفتح الزر لوحة المشرفين. يعمل مرة واحدة خلال دقيقتين. يُرجى عدم تمريره لأحد: من يفتحه يدخل باسمك.
telegram_desk_link_to_copy = 🖥 يفتح هذا الرابط لوحة المشرفين. يعمل مرة واحدة خلال دقيقتين. يُرجى عدم تمريره لأحد: من يفتحه يدخل باسمك.
    <code>{ $url }</code>
telegram_desk_signed_in = 🖥 تم تسجيل الدخول إلى اللوحة، { $at }.
telegram_desk_signed_out = 🖥 تم تسجيل الخروج من اللوحة. للدخول من جديد: /desk
telegram_desk_off = لا توجد لوحة: الإعداد <code>WEB_LISTEN</code> غير محدد حيث أعمل.
telegram_private_chat_only = يُرجى مراسلتي على الخاص: https://t.me/{ $bot }
telegram_address_none_email = ✉️ يمكنني إبلاغك بنتيجة طلبك بالبريد إذا تعذّر الوصول إليك في تيليجرام. يُرجى إرسال عنوانك: <code>/email you@example.com</code>
telegram_address_none_sms = 📱 يمكنني إبلاغك بنتيجة طلبك برسالة نصية إذا تعذّر الوصول إليك في تيليجرام. يُرجى إرسال رقمك مع رمز البلد: <code>/sms +966 50 123 4567</code>
telegram_address_waits_email = ✉️ أرسلت رمزًا إلى <b>{ $address }</b>. يُرجى كتابته هنا لتأكيد العنوان.
telegram_address_waits_sms = 📱 أرسلت رمزًا إلى <b>{ $address }</b>. يُرجى كتابته هنا لتأكيد الرقم.
telegram_address_how_email =
    فقط إذا تعذّر الوصول إليك في تيليجرام: <code>/email on</code>
    في كل مرة، مع تيليجرام: <code>/email both</code>
    أبدًا: <code>/email off</code>
telegram_address_how_sms =
    فقط إذا تعذّر الوصول إليك في تيليجرام: <code>/sms on</code>
    في كل مرة، مع تيليجرام: <code>/sms both</code>
    أبدًا: <code>/sms off</code>
telegram_address_again_email = يُرجى إرسال عنوان آخر، أو العنوان نفسه إن عاد إلى العمل: <code>/email you@example.com</code>
telegram_address_again_sms = يُرجى إرسال رقم آخر، أو الرقم نفسه إن عاد إلى العمل: <code>/sms +966 50 123 4567</code>
telegram_address_code_sent_email = ✉️ أرسل الآن رمزًا إلى <b>{ $address }</b>. يُرجى كتابته هنا (مدة صلاحيته: { $within }). إن لم تظهر الرسالة، فقد تكون في البريد غير المرغوب فيه.
telegram_address_code_sent_sms = 📱 أرسل الآن رمزًا إلى <b>{ $address }</b>. يُرجى كتابته هنا (مدة صلاحيته: { $within }).
telegram_address_proved_email = ✅ تم تأكيد العنوان <b>{ $address }</b>.
telegram_address_proved_sms = ✅ تم تأكيد الرقم <b>{ $address }</b>.
telegram_address_moved = كان حساب آخر قد أكّده من قبل. صار الآن لك، ولن يصل ذلك الحساب شيء هنا بعد اليوم.
telegram_address_wrong_code = هذا ليس الرمز. { $tries ->
        [one] بقيت لك محاولة واحدة.
        [two] بقيت لك محاولتان.
        [few] بقيت لك { $tries } محاولات.
        [many] بقيت لك { $tries } محاولة.
       *[other] بقيت لك { $tries } محاولة.
    }
telegram_address_code_over_email = لم يعد هذا الرمز صالحًا. للحصول على رمز جديد، يُرجى إرسال العنوان من جديد: <code>/email you@example.com</code>
telegram_address_code_over_sms = لم يعد هذا الرمز صالحًا. للحصول على رمز جديد، يُرجى إرسال الرقم من جديد: <code>/sms +966 50 123 4567</code>
telegram_address_not_an_address_email = لا أستطيع إرسال البريد إلى هذا. يُكتب العنوان هكذا: <code>/email you@example.com</code>
telegram_address_not_an_address_sms = لا أستطيع إرسال رسالة نصية إلى هذا. يُكتب الرقم مع علامة الزائد ورمز البلد: <code>/sms +966 50 123 4567</code>
telegram_address_not_allowed_sms = لا أستطيع إرسال رسائل نصية إلى ذلك البلد. يجب أن يبدأ الرقم بـ { $prefixes }.
telegram_address_no_address_email = ليس لديّ عنوان بريدك. يُرجى إرساله: <code>/email you@example.com</code>
telegram_address_no_address_sms = ليس لديّ رقم هاتفك. يُرجى إرساله: <code>/sms +966 50 123 4567</code>
telegram_address_dead_email = لم يعد البريد يصل إلى عنوانك. يُرجى إرسال عنوان آخر، أو العنوان نفسه إن عاد إلى العمل: <code>/email you@example.com</code>
telegram_address_dead_sms = لم تعد الرسائل النصية تصل إلى رقمك. يُرجى إرسال رقم آخر، أو الرقم نفسه إن عاد إلى العمل: <code>/sms +966 50 123 4567</code>
telegram_address_too_many_email = أرسلت كل ما يُسمح لي بإرساله من الرموز في يوم واحد. يُرجى المحاولة غدًا.
telegram_address_too_many_sms = أرسلت كل ما يُسمح لي بإرساله من الرموز في يوم واحد. يُرجى المحاولة غدًا.
telegram_address_no_more_today_sms = لا أستطيع إرسال مزيد من الرموز برسائل نصية اليوم. يُرجى المحاولة غدًا.
telegram_address_of_form_email = لا يمكن الآن إضافة الطلب المقدَّم على الويب بهذا العنوان إلى حسابك. لم يتغيّر شيء: ستستمر أخباره في الوصول بالبريد الإلكتروني. في كل رسالة منها رابط إلى صفحة الطلب. يُرجى فتح تيليجرام من هناك، وسأوضّح لك ما يمكنك فعله.
telegram_address_undeliverable_email = ⚠️ تعذّر تسليم الرمز إلى <b>{ $address }</b>. يُرجى التحقق من العنوان وإرساله من جديد: <code>/email you@example.com</code>
telegram_address_undeliverable_sms = ⚠️ تعذّر تسليم الرمز إلى <b>{ $address }</b>. يُرجى التحقق من الرقم وإرساله من جديد: <code>/sms +966 50 123 4567</code>
telegram_your_id = معرّفك في تيليجرام: <code>{ $id }</code>
telegram_chat_id = لتصل البطاقات إلى هنا، يُضبط <code>ADMIN_CHAT_ID={ $chat }</code> ثم يُعاد تشغيلي.
telegram_chat_id_set = البطاقات تصل إلى هنا بالفعل (<code>ADMIN_CHAT_ID={ $chat }</code>).
telegram_not_possible = { not_possible } لمعرفة الممكن: /help
telegram_already_pending =
    { already_pending }
    لكتابة طلب جديد، يُسحب هذا أولًا: /cancel

### تيليجرام، للمشرفين: من هم المشرفون

telegram_admins_owner = 👑 المالك <a href="tg://user?id={ $adminId }">{ $admin }</a> (المعرّف <code>{ $adminId }</code>)
telegram_admins_added = 🛡 المشرف <a href="tg://user?id={ $adminId }">{ $admin }</a> (المعرّف <code>{ $adminId }</code>)، صاحب الإضافة: { $by }، { $at }
telegram_admins_unreachable = ⚠️ لا أستطيع مراسلة هذا الشخص. عليه فتح محادثة معي والضغط على «ابدأ».
telegram_admins_unknown = لم يصلني شيء من هذا الشخص بعد. إن لم يصله شيء، فعليه فتح محادثة معي والضغط على «ابدأ».
telegram_admins_how =
    لإضافة مشرف: <code>/admins add ID</code>، أو الرد بالأمر <code>/admins add</code> على إحدى رسائله، في مجموعة أو بعد إعادة توجيهها إليّ.
    لإزالة مشرف: <code>/admins remove ID</code>
    المالكون مذكورون في <code>ADMIN_TELEGRAM_ID</code> ولا يمكن إزالتهم من هنا.
telegram_admin_added = ✅ مشرف جديد: <a href="tg://user?id={ $adminId }">{ $admin }</a> (المعرّف <code>{ $adminId }</code>).
telegram_admin_unknown = ⚠️ لا أعرف هذا المعرّف: لم يراسلني صاحبه قط. إن كان فيه خطأ، فيمكن التراجع: <code>/admins remove { $adminId }</code>. وإن كان صحيحًا، فعلى صاحبه فتح محادثة معي والضغط على «ابدأ».
telegram_admin_removed = ✅ لم يعد من المشرفين: <a href="tg://user?id={ $adminId }">{ $admin }</a> (المعرّف <code>{ $adminId }</code>).
telegram_admins_changed_added = 👤 مشرف جديد: <a href="tg://user?id={ $adminId }">{ $admin }</a> (المعرّف <code>{ $adminId }</code>). صاحب الإضافة: { $by }. لعرض كل من يقرر: /admins
telegram_admins_changed_removed = 👤 لم يعد من المشرفين: <a href="tg://user?id={ $adminId }">{ $admin }</a> (المعرّف <code>{ $adminId }</code>). صاحب الإزالة: { $by }. لعرض كل من يقرر: /admins
telegram_admins_already_admin = الحساب { $admin } من المشرفين بالفعل.
telegram_admins_is_owner = الحساب { $admin } من المالكين المذكورين في <code>ADMIN_TELEGRAM_ID</code>، فلا تمكن إزالته من هنا. يُغيَّر الإعداد ثم يُعاد تشغيلي.
telegram_admins_not_added = الحساب { $admin } ليس من المشرفين. لعرض المشرفين: /admins
telegram_admins_owners_only = 🔒 لا يغيّر من يقرر إلا المالكون، وهم المشرفون المذكورون في <code>ADMIN_TELEGRAM_ID</code>. لعرضهم: /admins
telegram_admins_hidden = 🎭 يخفي هذا الشخص حسابه في الرسائل المعاد توجيهها، فلا أعرف من هو. يُطلب منه إرسال /id إليّ، ثم يُرسل <code>/admins add</code> مع الرقم.
telegram_admins_no_person = 🤔 هذه الرسالة ليست من شخص، فلم يتغيّر شيء. يُرسل <code>/admins add</code> مع معرّف الشخص في تيليجرام، وهو يعرفه بإرسال /id إليّ.
telegram_admins_no_persons_id = 🤔 هذا ليس معرّف شخص، بل مجموعة أو قناة أو بوت أو تيليجرام نفسه، ولا يقرر إلا الأشخاص. لم يتغيّر شيء. يعرف كل شخص معرّفه بإرسال /id إليّ.
telegram_admins_not_an_id = 🤔 هذا ليس معرّف تيليجرام، فلم يتغيّر شيء. المعرّف رقم، مثل <code>/admins add 123456789</code>، ويعرفه صاحبه بإرسال /id إليّ.
telegram_admins_remove_whom = من؟ يُضاف المعرّف في تيليجرام: <code>/admins remove 123456789</code>. لعرض المعرّفات: /admins
telegram_admins_unclear = 🤔 لم يتغيّر شيء. لعرض من يقرر: /admins، وللتغيير: <code>/admins add 123456789</code> و<code>/admins remove 123456789</code>
telegram_new_admin_question = من المشرف الجديد يا <a href="tg://user?id={ $adminId }">{ $admin }</a>؟ يمكنك إعادة توجيه إحدى رسائله إليّ، أو الرد بمعرّفه في تيليجرام. للعدول عن ذلك: /cancel

### تيليجرام، للمشرفين: البطاقة

telegram_card_username = @{ $username }
telegram_card_notes = 📝 الملاحظات: { $count } – <code>/show { $request }</code>
telegram_card_id = المعرّف: <a href="tg://user?id={ $id }">{ $id }</a>

### تيليجرام، للمشرفين: ردود على ما يفعلونه

telegram_ask_question = ما سؤالك يا <a href="tg://user?id={ $adminId }">{ $admin }</a> إلى { $client } بشأن الطلب رقم <b>{ $request }</b>؟ يُكتب ردًا على هذه الرسالة، ويصل كلامك كما هو من دون اسمك. للعدول عن ذلك: /cancel
telegram_reply_with_question = لا أعرف إلى أي طلب يعود هذا السؤال، فلم يُرسل شيء. يُرجى إرساله ردًا على رسالتي بشأن ذلك الطلب.
telegram_question_as_reply = إن كان هذا هو السؤال لصاحب الطلب، فيُرجى إرساله ردًا على رسالتي. لم يُرسل شيء بعد.
telegram_client_answered = 💬 وصل جواب سؤالك يا <a href="tg://user?id={ $adminId }">{ $admin }</a> بشأن الطلب رقم <b>{ $request }</b> من { $client }: <blockquote>{ $message }</blockquote>
telegram_question_undelivered = ⚠️ لم يصل سؤالك يا <a href="tg://user?id={ $adminId }">{ $admin }</a> بشأن الطلب رقم <b>{ $request }</b> إلى { $client } لأنني لا أستطيع مراسلته. سأرسله إن فُتحت المحادثة معي من جديد والطلب بانتظار القرار.
telegram_own_reason = ✍️ يكتب { $admin } سبب رفض الطلب رقم <b>{ $request }</b>.
telegram_reason_question = ما سبب رفض الطلب رقم <b>{ $request }</b> من { $client } يا <a href="tg://user?id={ $adminId }">{ $admin }</a>؟ يُكتب ردًا على هذه الرسالة، ويصل كلامك كما هو. للعدول عن ذلك: /cancel
telegram_reason_choice = 💬 ما سبب رفض الطلب رقم <b>{ $request }</b> من { $client }؟ يمكن اختيار سبب يقرؤه صاحب الطلب بلغته، أو كتابة سبب آخر ردًا على هذه الرسالة. للعدول عن ذلك: /cancel
telegram_no_such_request = { no_such_request } لعرض الطلبات المفتوحة: /pending
telegram_unclear_reply = 🤔 لم يُتخذ أي قرار. يمكنك الضغط على زر في البطاقة، أو الرد عليها بكلمة <code>قبول</code>، أو بكلمة <code>رفض</code> مع السبب.
telegram_not_a_card = 🤔 هذه ليست بطاقة طلب، فلم يُتخذ أي قرار. يُرجى استخدام بطاقة الطلب نفسه، أو إرسال <code>/approve 12</code> أو <code>/reject 12 السبب</code>.
telegram_how_to_find = 🔍 عمّ أبحث؟ يُرجى إرسال اسم أو @username أو معرّف تيليجرام أو عنوان أو رقم طلب أو كلمات من الرسالة، وعدد الكلمات { $limit } على الأكثر: <code>/find سارة جدة</code>
telegram_search_gone = انتهت صلاحية هذه القائمة. للبحث من جديد: /find
telegram_which_one_approve = أي طلب؟ يُضاف رقمه: <code>/approve 12</code>
telegram_which_one_reject = أي طلب؟ يُضاف رقمه، مع السبب عند الرغبة: <code>/reject 12 السبب</code>
telegram_which_one_revoke = حق من في الدخول؟ يُضاف رقم الطلب، مع السبب عند الرغبة: <code>/revoke 12 السبب</code>
telegram_which_one_reopen = أي طلب؟ يُضاف رقمه: <code>/reopen 12</code>
telegram_which_one_show = أي طلب؟ يُضاف رقمه: <code>/show 12</code>
telegram_how_several_approve = 🤔 لم يُتخذ أي قرار. يُرجى إرسال الأرقام وحدها: <code>/approve 12</code> أو <code>/approve 12 13</code>
telegram_how_several_reject = 🤔 لم يُتخذ أي قرار. يُكتب السبب بعد نقطتين: <code>/reject 12: السبب</code> أو <code>/reject 12 13: السبب</code>
telegram_how_several_revoke = 🤔 لم يُتخذ أي قرار. يُكتب السبب بعد نقطتين: <code>/revoke 12: السبب</code> أو <code>/revoke 12 13: السبب</code>
telegram_how_several_reopen = 🤔 لم يُفتح شيء من جديد. يُرجى إرسال الأرقام وحدها: <code>/reopen 12</code> أو <code>/reopen 12 13</code>
telegram_how_several_show = 🤔 يُرجى إرسال الأرقام وحدها: <code>/show 12</code> أو <code>/show 12 13</code>
telegram_too_many_at_once = لم يُنفَّذ شيء: الحد الأقصى في الأمر الواحد { $limit ->
        [one] طلب واحد
        [two] طلبان
        [few] { $limit } طلبات
        [many] { $limit } طلبًا
       *[other] { $limit } طلب
    }.
telegram_reason_or_approval = 🤔 سألت عن سبب رفض الطلب رقم <b>{ $request }</b>، ولا يبدو هذا سببًا، فلم يُتخذ أي قرار. للقبول: <code>/approve { $request }</code>. وللرفض يُرسل السبب ردًا على السؤال. لإلغاء السؤال: /cancel
telegram_which_reason = 🤔 سألتك عن عدة أسباب ({ $requests }). يُرجى الرد على السؤال المقصود. لم يُتخذ أي قرار بعد.
telegram_reply_with_reason = إن كان هذا هو السبب الذي سألت عنه، فيُرجى إرساله ردًا على سؤالي. لم يُتخذ أي قرار بعد.
telegram_empty_note = 📝 تحتاج الملاحظة إلى بضع كلمات: يُرد على البطاقة بكلمة <code>ملاحظة</code> ثم بما ينبغي أن يعرفه بقية المشرفين. لا يرى أصحاب الطلبات الملاحظات أبدًا.
telegram_question_over = فات أوان الرد على هذا السؤال، فلم يُتخذ أي قرار. الطلب رقم { $request } ما زال مفتوحًا: <code>/show { $request }</code>
telegram_anonymous_sender = 🎭 يخفي تيليجرام كاتب الرسائل المجهولة، فلم يُتخذ أي قرار. يمكنك الضغط على الزر في البطاقة أو الكتابة باسمك.
telegram_earlier_round = هذا الزر أو البطاقة من قبل اعتراض أو تراجع، فلم يعد يحسم شيئًا. لمعرفة حال الطلب رقم { $request }: <code>/show { $request }</code>
telegram_open_instead = لا يمكن إعادة فتح الطلب رقم { $request }: لصاحبه طلب أحدث رقمه { $openInstead }، وهو المعتمد. <code>/show { $openInstead }</code>

### تيليجرام، للمشرفين: ما ينبغي معرفته عن البوت نفسه

telegram_card_access_in = 🚪 موجود في { $chat }
telegram_card_access_invited = 🚪 أُرسلت دعوة إلى { $chat }
telegram_card_access_not_on_telegram = 🚪 لم تُرسل بعدُ دعوة إلى { $chat }: يلزم تيليجرام والرابط الذي في صفحته
telegram_card_access_left = 🚪 غادر { $chat }
telegram_card_access_banned = 🚪 محظور في { $chat }
telegram_card_access_by_hand = ⚠️ مشرف في { $chat }، فلا بد من إزالته يدويًا
telegram_access_removals = ⚠️ غبت أكثر من يوم. في <b>{ $chat }</b> الآن أشخاص انتهى حقهم في الدخول، وعددهم { $count }. لا أزيل هذا العدد من دون سؤال.
telegram_removals_allowed = تجري الإزالة. عدد الأشخاص: { $count }.
telegram_nothing_to_remove = لم يبقَ هناك من يُزال، وربما سبقك مشرف آخر.
telegram_unheard_join_requests = ℹ️ غبت أكثر من يوم. في <b>{ $chat }</b> طلبات انضمام تنتظر ولم أعلم بها، وعددها { $count }. يُرجى الرد عليها في تيليجرام.
telegram_button_remove_them = 🚪 إزالتهم
telegram_access_chat_gone = ℹ️ لم تعد <b>{ $chat }</b> في <code>ACCESS_CHATS</code>، ولن أتدخل في شأن أعضائها.
telegram_access_chat_moved = ℹ️ صار لدردشة <b>{ $chat }</b> معرّف جديد، وسأستخدمه من الآن فصاعدًا. يُكتب في <code>ACCESS_CHATS</code> المعرّف <code>{ $newId }</code> بدلًا من <code>{ $oldId }</code>.
telegram_card_joining = 🚪 طلب الانضمام مقدَّم في تيليجرام، وقرارك يجيب عنه أيضًا.
telegram_how_to_join = { $count ->
    [one] يكفي الضغط على الزر أدناه وطلب الانضمام ليتم إدخالك فورًا.
    [two] يكفي الضغط على الزرين أدناه واحدًا بعد الآخر وطلب الانضمام ليتم إدخالك فورًا.
   *[other] يكفي الضغط على الأزرار أدناه واحدًا بعد الآخر وطلب الانضمام ليتم إدخالك فورًا.
}
telegram_access_outage = ⚠️ لا أستطيع إدارة <b>{ $chat }</b>: { $reason }. أحتاج إلى أن أكون مشرفًا هناك مع صلاحيتي إضافة المستخدمين وحظرهم، وسأنجز بعدها ما ينتظر.
telegram_outage_no_administrator = لست مشرفًا هناك
telegram_outage_may_not_add = ليست لي صلاحية إضافة المستخدمين هناك
telegram_outage_may_not_ban = ليست لي صلاحية حظر المستخدمين هناك
telegram_outage_may_neither = ليست لي صلاحية إضافة المستخدمين هناك ولا حظرهم
telegram_outage_lacks_rights = تنقصني الصلاحيات اللازمة
telegram_outage_not_there = لست فيها أو لم تعد موجودة
telegram_outage_no_supergroup = هي مجموعة عادية، وأنا لا أدير إلا المجموعات الخارقة والقنوات
telegram_outage_refused = تيليجرام يرفض، والسبب مكتوب في سجل التشغيل
telegram_stranger = 👤 في <b>{ $chat }</b> شخص لم يقبله أحد هنا: <a href="tg://user?id={ $clientId }">{ $client }</a> (المعرّف <code>{ $clientId }</code>)
telegram_admin_unreachable = ⚠️ لا أستطيع مراسلة المشرف <a href="tg://user?id={ $adminId }">{ $admin }</a> (المعرّف { $adminId }). عليه فتح محادثة معي والضغط على «ابدأ».
telegram_admin_is_bot = ⚠️ المشرف صاحب المعرّف { $adminId } بوت، ولا يقرر إلا الأشخاص. تتم إزالته بالأمر <code>/admins remove { $adminId }</code>، أو من <code>ADMIN_TELEGRAM_ID</code> إن كان مذكورًا هناك.
telegram_group_unreachable = ⚠️ لا أستطيع الكتابة في مجموعة المشرفين. يُرجى إضافتي من جديد والسماح لي بالكتابة هناك. اسم الإعداد: <code>ADMIN_CHAT_ID</code>
telegram_topic_unreachable = ⚠️ الموضوع رقم { $topic } في مجموعة المشرفين مغلق أو محذوف، فتذهب رسائلي إلى الموضوع «General». يُرجى فتحه من جديد، أو تحديد موضوع آخر في <code>ADMIN_CHAT_ID</code>.
telegram_presses_lost = ⚠️ لم أستطع الوصول إلى تيليجرام من { $from } إلى { $to }. ربما لم تصلني الأزرار التي ضُغطت في تلك المدة. يُرجى مراجعة الطلبات المفتوحة والضغط من جديد.
telegram_no_pictures = 🖼 لا يُسمح لي بإرسال الصور هنا. يستطيع من يدير الدردشة تغيير ذلك في أذوناتها، ويمكنك بدلًا من ذلك إرسال /stats إليّ على الخاص.
telegram_foreign_poller = ⚠️ يستخدم برنامج آخر الرمز السري لهذا البوت، فقد لا تصلني بعض الرسائل. يُرجى إيقافه أو الحصول على رمز سري جديد من @BotFather.

### تيليجرام: الأزرار، وتلميحات حقول الكتابة، وقائمة الأوامر؛ تظهر من دون تنسيق

telegram_button_ask = ✍️ طلب الدخول
telegram_button_appeal = ✍️ اعتراض
telegram_button_approve = ✅ قبول
telegram_button_reject = ❌ رفض
telegram_button_reject_with_reason = 💬 رفض مع السبب…
telegram_button_ask_client = ❓ سؤال…
telegram_button_own_reason = ✍️ كتابة سبب آخر…
telegram_button_undo = ↩️ تراجع
telegram_button_undo_approval = ↩️ سحب موافقتي
telegram_button_send_request = 📨 إرسال كطلب
telegram_button_send_appeal = 📨 إرسال كاعتراض
telegram_button_add_to_request = ➕ إضافة إلى طلبي
telegram_button_language_of_telegram = كما في تيليجرام
telegram_button_show = رقم { $request }
telegram_button_pending = 📋 الطلبات المفتوحة
telegram_button_previous = ▶️ السابق
telegram_button_next = التالي ◀️
telegram_button_list_in_place = ▶️ عودة إلى القائمة
telegram_button_next_in_place = التالي ◀️
telegram_button_stats_picture = 📊 عرض كصورة
telegram_button_desk_open = 🖥 فتح اللوحة
telegram_button_desk_copy = 📋 نسخ الرابط
telegram_button_forget = 🗑 محو كل شيء
telegram_button_desk_sign_out = 🚪 تسجيل الخروج
telegram_button_desk_request = 🖥 فتح في اللوحة
# بجانب حقل الرسالة: كلمة واحدة أو كلمتان
telegram_button_desk_menu = اللوحة
telegram_placeholder_request = بضع كلمات عن نفسك
telegram_placeholder_appeal = ما الذي تغيّر؟
telegram_placeholder_question = سؤالك
telegram_placeholder_answer = جوابك
telegram_placeholder_reason = السبب
telegram_placeholder_admin = معرّف تيليجرام
telegram_menu_request = طلب الدخول
telegram_menu_status = حال طلبي
telegram_menu_appeal = الاعتراض على قرار
telegram_menu_cancel = سحب طلبي
telegram_menu_language = اختيار اللغة
telegram_menu_mydata = ما هو محفوظ عني
telegram_menu_forget = محو كل شيء عني
telegram_menu_help = ما يستطيع البوت فعله
telegram_menu_email = استلام النتائج بالبريد أيضًا
telegram_menu_sms = استلام النتائج برسائل نصية أيضًا
telegram_menu_pending = الطلبات المفتوحة
telegram_menu_find = البحث عن طلبات: /find سارة
telegram_menu_show = عرض طلب وسجله: /show 12
telegram_menu_approve = قبول طلب: /approve 12
telegram_menu_reject = رفض طلب: /reject 12 السبب
telegram_menu_revoke = إنهاء حق الدخول: /revoke 12 السبب
telegram_menu_reopen = إعادة فتح طلب: /reopen 12
telegram_menu_stats = الإحصاءات
telegram_menu_admins = قائمة المشرفين
telegram_menu_desk = رابط اللوحة، للمتصفح

### تيليجرام: ما يعرضه عن البوت، في المحادثة قبل الضغط على «ابدأ» (512 حرفًا على الأكثر) وفي ملفه (120)؛ من دون تنسيق

telegram_bot_description = أستقبل طلبات الدخول إلى مجتمع { $community } وأنقل إليك قرار المشرفين. للبدء: الضغط على «ابدأ» ثم كتابة شيء عن نفسك.
telegram_bot_short_description = هنا تُقدَّم طلبات الدخول إلى مجتمع { $community }.

### أول كلمة في الرد الذي يحسم القرار؛ تفصل بينها فواصل. من دون «مقبول»: فقد تكون سؤالًا أو خبرًا عن قرار غيره

words_approve = قبول, موافق, موافقة, موافقه, أوافق, اوافق, أقبل, اقبل, اقبله, اقبلها
words_reject = رفض, أرفض, ارفض, ارفضه, ارفضها, نرفض
words_note = ملاحظة, ملاحظه

### كلمات تسحب مثل هذا الرد: ما ينفي، وما يوقف، وما يجعل «قبول» بعده شرطًا أو شكًا

words_no = لا, ليس, ليست, كلا, لن, لم, غير, مو, مش
words_wait = أو, او, انتظر, انتظري, انتظروا, لنتظر, لننتظر, مهلا, مهلاً, مهلًا, لحظة, لحظه, توقف, قف, تمهل, إلغاء, الغاء, ألغ, الغ, تراجع, تراجعت, عفوا, عفواً, عفوًا, همم
words_doubt = إذا, اذا, لو, لكن, ولكن, إلا, الا, ربما, لعل, لعله, لعلها, أظن, اظن, أعتقد, اعتقد, هل, يمكن, محتمل, بشرط, شرط, شريطة, بعد, عندما, حين, حالما, حتى, لاحقا, لاحقاً, لاحقًا, غدا, غداً, غدًا, بدلا, بدلاً, بدلًا, عوضا, متردد, مترددة, أشك, اشك, خطأ, خطا, بالخطأ, بالغلط, آسف, اسف, آسفة, اسفة, عذرا, عذراً, عذرًا, سوى

### أجوبة كاملة عن «ما سبب الرفض؟» ليست سببًا، من دون علامات ترقيم؛ تفصل بينها فواصل

words_no_reason = نعم, أجل, اجل, إي, اي, حسنا, حسناً, حسنًا, تمام, أوكي, اوكي, أوك, اوك, طيب, ماشي, بالتأكيد, بالطبع, مقبول, مقبولة, يدخل, تدخل, دعه يدخل, دعها تدخل, دعهم يدخلون, أدخله, ادخله, أدخلها, ادخلها, أدخلهم, ادخلهم, لا يهم, لا بأس, لا داعي, بلا سبب, بدون سبب, من دون سبب, لا سبب, انس الأمر, انس الامر, انسى الأمر, انسى الامر, لحظة واحدة, لحظه واحده, دقيقة, دقيقه, دقيقة واحدة, ثانية, ثانية واحدة, غيرت رأيي, غيّرت رأيي, غيرت رايي, لقد غيرت رأيي, ألغه, الغه, ألغها, الغها, ألغ هذا, خطأ, خطا, خطأ مني, بالخطأ, عن طريق الخطأ, غلط, بالغلط, أخطأت, اخطأت, لقد أخطأت, زر خاطئ, الزر الخطأ, الزر الخاطئ, طلب خاطئ, الطلب الخطأ, الطلب الخاطئ, بطاقة خاطئة, البطاقة الخطأ, البطاقة الخاطئة, ليس هذا, ليس هذا الطلب, ليست هذه, لا تفعل, لا تفعل ذلك, لا ترفض, لا ترفضه, لا ترفضها, لا ترفضوا, لا ترفض الطلب, لا أريد الرفض, لا أريد رفضه, لا أريد رفضها

### كلمات الشكر في أي موضع مما يُكتب؛ تفصل بينها فواصل

words_thanks = شكرا, شكراً, شكرًا, مشكور, مشكورة, مشكورين, مشكورون, أشكرك, اشكرك, أشكركم, اشكركم, نشكركم, ممتن, ممتنة, ممنون, ممنونة, تسلم, تسلمي, تسلمون, يسلمو, جزاك, جزاكم

### لوحة المشرفين، صفحة في المتصفح: نص عادي من دون تنسيق

desk_title = الطلبات · { $community }
desk_requests = الطلبات
desk_stats = الإحصاءات
desk_menu = القائمة
desk_views = الأقسام
desk_skip = الانتقال إلى الطلبات
desk_signed_in_as = الدخول باسم { $admin }
desk_sign_out = تسجيل الخروج
desk_language = اللغة
desk_shortcuts = اختصارات لوحة المفاتيح
desk_shortcuts_use = تفعيلها
desk_csv = تنزيل بصيغة CSV
desk_csv_to_me = إرسال CSV إليّ
desk_csv_sent = أرسل البوت الملف إليك في محادثتك معه.
desk_csv_too_large = سيكون الملف أكبر من 20 ميجابايت. يمكنك تضييق القائمة بعوامل التصفية، أو فتح اللوحة في متصفح.
desk_csv_no_chat = لا يستطيع البوت مراسلتك. يُرجى فتح محادثتك معه والضغط على «ابدأ».
desk_csv_unanswered = لم يصل رد. قبل المحاولة من جديد، يُرجى النظر في المحادثة مع البوت، فربما وصل الملف.
desk_csv_failed = تعذّر إعداد الملف. يُرجى المحاولة بعد قليل.
desk_close = إغلاق
desk_loading = جارٍ التحميل …

desk_sign_in = تسجيل الدخول
desk_sign_in_link = يدخلك هذا الرابط إلى لوحة مجتمع { $community } في هذا المتصفح.
desk_sign_in_needed = هذه لوحة مشرفي مجتمع { $community }. طريقة الدخول:
desk_sign_in_telegram = في تيليجرام: فتح المحادثة الخاصة مع البوت والضغط على الزر بجانب حقل الرسالة.
desk_sign_in_browser = في أي متصفح آخر: إرسال /desk إلى البوت في تلك المحادثة وفتح الرابط الذي يرد به. يعمل مرة واحدة خلال دقيقتين.
desk_sign_in_by_link = يُرجى إرسال /desk إلى البوت في محادثتك الخاصة معه وفتح الرابط الذي يرد به. يعمل مرة واحدة خلال دقيقتين.
desk_sign_in_refused = لم يعد هذا الرابط يعمل: كل رابط يعمل مرة واحدة خلال دقيقتين، وللمشرفين فقط. للحصول على رابط جديد، يُرجى إرسال /desk إلى البوت.
desk_sign_in_stale = فتح تيليجرام نسخة قديمة من هذه الصفحة. يُرجى إغلاقها وفتحها من المحادثة من جديد، أو إرسال /desk إلى البوت للحصول على رابط.
desk_sign_in_too_often = محاولات دخول كثيرة. يُرجى الانتظار دقيقة ثم المحاولة من جديد.
desk_wrong_address = لم تُفتح هذه الصفحة من عنوان اللوحة، فلا يمكن فعل شيء هنا. يُرجى إرسال /desk إلى البوت وفتح الرابط الذي يرد به.
desk_session_over = انتهت جلستك.
desk_signed_out = تم تسجيل خروجك.
desk_maybe_signed_in = ربما ما زالت جلستك مفتوحة: لم يؤكد البوت تسجيل خروجك. يُرجى المحاولة من جديد بعد لحظة.
desk_signed_in_again = انتهت جلستك قبل أن يتم كل ذلك. تم تسجيل دخولك من جديد: يُرجى التحقق مما بقي وإعادة تنفيذه.

desk_offline = لا يوجد اتصال. قد لا يكون المعروض محدَّثًا، وسيُحدَّث فور عودة الاتصال.
desk_not_ready = البوت قيد التشغيل، أو تعمل نسخة أخرى منه. تعيد هذه الصفحة المحاولة تلقائيًا.
desk_not_live = لوحات كثيرة مفتوحة، فلن يظهر شيء هنا تلقائيًا. يُرجى إغلاق بعضها ثم إعادة تحميل هذه الصفحة.
desk_no_answer = لم يصل رد، فلم يُنفَّذ شيء. يُرجى التحقق من الاتصال والمحاولة من جديد.
desk_unknown = لم يصل تأكيد، فلا يُعرف هل تمّ ذلك. ستظهر النتيجة هنا فور أن يرد البوت من جديد.
desk_not_done_yet = لم يصل تأكيد، ولم يتم ذلك حتى الآن. يُرجى المحاولة من جديد: لا يمكن أن يتم مرتين.
desk_unclear = انقطع الاتصال، لكن الأمر كان قد تم: هذه هي الحال الآن.
desk_busy = يُنفَّذ الآن إجراء آخر على هذا الطلب. يُرجى النظر من جديد بعد لحظة.
desk_failed = لم يكن ذلك ممكنًا: { $detail }
desk_too_often = طلبات كثيرة دفعة واحدة. يُرجى الانتظار لحظة ثم المحاولة من جديد.
desk_broken = حدث خطأ في البوت. السبب مكتوب في سجل التشغيل.
desk_unusable_words = لا يمكن قبول هذا النص كما هو: لا شيء ظاهر فيه، أو أنه طويل جدًا.
desk_unclear_search = لا كلمة هنا يمكن البحث عنها، أو أن النص طويل جدًا. يكفي اسم أو @username أو معرّف أو بضع كلمات.
desk_gone = لم يعد هذا موجودًا.
desk_try_again = محاولة جديدة
desk_no_such_page = لا توجد صفحة كهذه.
desk_no_such_request = لا يوجد طلب رقم { $request }.
desk_no_such_person = لا يوجد شخص كهذا.

desk_status_pending = بانتظار القرار
desk_status_approved = مقبول
desk_status_rejected = مرفوض
desk_status_expired = انتهت مهلته
desk_status_withdrawn = مسحوب
desk_status_revoked = انتهى حق الدخول
desk_many_pending = بانتظار القرار
desk_many_approved = مقبولة
desk_many_rejected = مرفوضة
desk_many_expired = انتهت مهلتها
desk_many_withdrawn = مسحوبة
desk_many_revoked = انتهى حق الدخول

desk_search = بحث
desk_search_hint = اسم أو @username أو معرّف أو كلمات
desk_status = الحالة
desk_status_any = الكل
desk_filters = تصفية
desk_reviewer = صاحب القرار
desk_reviewer_any = أي مشرف
desk_client_only = { $client } فقط
desk_from = التقديم من
desk_to = التقديم حتى
desk_clear_filters = مسح كل عوامل التصفية
desk_waits = الانتظار: { $waited }
desk_expires_in = المتبقي: { $left }
desk_appeal = { $appeal ->
        [1] اعتراض
       *[other] الاعتراض رقم { $appeal }
    }
desk_approvals = الموافقات: { $given } من { $needed }
desk_no_words = لا كلام بعد
desk_text_erased = مُحي هذا النص
desk_tick = تحديد الطلب رقم { $request }، { $client }
desk_new = { $count ->
        [one] طلب جديد. عرضه
        [two] طلبان جديدان. عرضهما
        [few] { $count } طلبات جديدة. عرضها
        [many] { $count } طلبًا جديدًا. عرضها
       *[other] { $count } طلب جديد. عرضها
    }
desk_more = عرض المزيد
desk_end_of_list = هذا كل شيء.
desk_empty = لا طلبات بعد. تظهر هنا تلقائيًا حين يطلب أحد الدخول.
desk_empty_pending = لا شيء بانتظار القرار. تظهر الطلبات الجديدة هنا تلقائيًا.
desk_empty_filtered = لا يوجد طلب يطابق عوامل التصفية هذه.

desk_ticked = المحدد: { $count }
desk_tick_group = الطلبات المحددة
desk_untick = إلغاء التحديد
desk_deciding = يجري البتّ: { $done } من { $total } …
desk_all_decided = { $count ->
        [one] تم البتّ في طلب واحد.
        [two] تم البتّ في طلبين.
        [few] تم البتّ في { $count } طلبات.
        [many] تم البتّ في { $count } طلبًا.
       *[other] تم البتّ في { $count } طلب.
    }
desk_some_decided = تم البتّ في { $done } من { $total }. ما لم يُبتّ فيه:
desk_not_decided = رقم { $request }: { $why }

desk_request = الطلب رقم { $request }
desk_choose = عند اختيار طلب يظهر كل شيء عنه هنا.
desk_choose_keys = المفتاح j يفتح الطلب التالي، و ? يعرض كل المفاتيح.
desk_open_request = الطلب المفتوح
desk_back = عودة إلى القائمة
desk_submitted = تاريخ التقديم
desk_expires = آخر موعد
desk_waiting_since = مدة الانتظار: { $waited }
desk_approved_by = مقبول، القرار من { $admins }
desk_rejected_by = مرفوض، القرار من { $admin }
desk_revoked_by = انتهى حق الدخول، القرار من { $admin }
desk_given_up = تخلّى صاحبه عن حق الدخول
desk_reason = السبب
desk_source = المصدر
desk_source_chat = المحادثة
desk_source_form = النموذج
desk_source_join = طلب انضمام إلى دردشة
desk_telegram = تيليجرام
desk_not_on_telegram = ليس في تيليجرام
desk_address = العنوان
desk_all_requests = كل طلبات { $client }
desk_approved_so_far = الموافقات
desk_own_request = هذا طلبك، فلا بد أن يبتّ فيه مشرف آخر.
desk_undelivered = تعذّر تسليم رسالة إلى هذا الشخص. رد الخادم: { $error }
desk_access = الدردشات
desk_access_in = موجود فيها
desk_access_invited = أُرسلت دعوة
desk_access_not_on_telegram = ليس في تيليجرام بعد
desk_access_left = غادر
desk_access_banned = محظور
desk_access_by_hand = لا بد من إزالته يدويًا

desk_approve = قبول
desk_reject = رفض
desk_reject_with_reason = رفض مع السبب
desk_undo = تراجع
desk_revoke = إنهاء حق الدخول
desk_reopen = إعادة فتح
desk_note = ملاحظة
desk_note_hint = ملاحظة لا يراها إلا المشرفون
desk_add_note = إضافة ملاحظة
desk_why_reject = ما سبب الرفض؟
desk_why_reject_ticked = { $count ->
        [one] ما سبب الرفض؟
        [two] ما سبب رفض هذين الطلبين؟
        [few] ما سبب رفض هذه الطلبات ({ $count })؟
        [many] ما سبب رفض هذه الطلبات ({ $count })؟
       *[other] ما سبب رفض هذه الطلبات ({ $count })؟
    }
desk_why_revoke = ما سبب إنهاء حق الدخول؟
desk_reason_is_read = سيقرأ صاحب الطلب السبب.
desk_own_words = بكلماتك
desk_without_reason = من دون سبب
desk_cancel = إلغاء

desk_did_approved = تم القبول: رقم { $request }، { $client }
desk_did_rejected = تم الرفض: رقم { $request }، { $client }
desk_did_revoked = تم إنهاء حق الدخول: { $client } (رقم { $request })
desk_did_reopened = أُعيد فتحه: رقم { $request }، { $client }
desk_did_undone = تم التراجع: رقم { $request }، { $client }، بانتظار القرار من جديد
desk_did_voted = احتُسبت موافقتك على رقم { $request }: { $given } من { $needed }
desk_did_note = أُضيفت ملاحظة إلى رقم { $request }
desk_nothing_to_undo = ليس لديك قرار يمكن التراجع عنه.
desk_undone_several = { $count ->
        [one] تم التراجع: طلب واحد بانتظار القرار من جديد
        [two] تم التراجع: طلبان بانتظار القرار من جديد
        [few] تم التراجع: { $count } طلبات بانتظار القرار من جديد
        [many] تم التراجع: { $count } طلبًا بانتظار القرار من جديد
       *[other] تم التراجع: { $count } طلب بانتظار القرار من جديد
    }
desk_undo_too_late = فات أوان التراجع عن هذا القرار.
desk_not_your_decision = لا يستطيع التراجع عن القرار إلا من اتخذه: { $admin }.
desk_already_voted = سبق أن وافقت عليه. تلزم موافقة مشرفين آخرين أيضًا.
desk_open_instead = لهذا الشخص طلب أحدث مفتوح. يُرجى البتّ فيه بدلًا من هذا.
desk_approved_meanwhile = سبق قبوله: { $admin } ({ $at }).
desk_rejected_meanwhile = سبق رفضه: { $admin } ({ $at }).
desk_revoked_meanwhile = سبق إنهاء حق الدخول: { $admin } ({ $at }).
desk_given_up_meanwhile = تخلّى صاحب الطلب عن حق الدخول بنفسه.
desk_nothing_sent = لم يُرسل منك شيء.
desk_expired_meanwhile = انتهت مهلته، فلم يعد البتّ فيه ممكنًا.
desk_withdrawn_meanwhile = تم سحبه، فلم يبقَ ما يُبتّ فيه.
desk_changed_meanwhile = تغيّر الطلب منذ أن اطّلعت عليه، فلم يُتخذ أي قرار. يُرجى قراءته من جديد ثم البتّ فيه.

desk_timeline = السجل
desk_event_submit = تم التقديم
desk_event_appeal = تم تقديم اعتراض
desk_event_withdraw = تم السحب
desk_event_vote = موافقة
desk_event_vote_withdrawn = سحب موافقة
desk_event_approve = تم القبول
desk_event_reject = تم الرفض
desk_event_undo = تم التراجع عن القرار
desk_event_revoke = تم إنهاء حق الدخول
desk_event_reopen = أُعيد فتحه
desk_event_expire = انتهت المهلة
desk_event_ask = سؤال
desk_event_answer = جواب
desk_event_add = إضافة
desk_event_describe = تعريف بالنفس
desk_event_forget = التخلي عن حق الدخول
desk_event_unite = الربط بحساب تيليجرام
desk_event_note = ملاحظة
desk_event_other = تغيير
desk_via_chat = في المحادثة
desk_via_desk = في اللوحة
desk_via_form = عبر النموذج
desk_via_system = تلقائيًا
desk_message_client_news = رسالة «{ $news }»
desk_message_asked = السؤال
desk_message_appeal_open = «يمكنك الاعتراض الآن»
desk_message_invitation = روابط الدردشات
desk_message_other = رسالة
desk_message_owed = قيد الإرسال
desk_message_sent = تم الإرسال
desk_message_undeliverable = تعذّر التسليم

desk_person_requests = الطلبات
desk_person_no_requests = لا طلبات.
desk_person_older = { $count ->
        [one] طلب أقدم واحد غير معروض.
        [two] طلبان أقدم غير معروضين.
        [few] { $count } طلبات أقدم غير معروضة.
        [many] { $count } طلبًا أقدم غير معروضة.
       *[other] { $count } طلب أقدم غير معروضة.
    }
desk_person_admin = مشرف
desk_person_unreachable = لا يستطيع البوت مراسلة هذا الشخص
desk_person_id = معرّف تيليجرام

desk_last_days = { $count ->
        [365] سنة
        [one] يوم واحد
        [two] يومان
        [few] { $count } أيام
        [many] { $count } يومًا
       *[other] { $count } يوم
    }
desk_period = المدة
desk_plot_outcomes = الطلبات في اليوم
desk_plot_outcomes_how = فوق الخط: ما وصل. تحته: ما آل إليه.
desk_plot_time = المدة حتى القرار
desk_plot_time_how = من الطلب إلى قبوله أو رفضه، حسب يوم القرار.
desk_plot_queue = الانتظار
desk_plot_queue_how = عدد الطلبات المنتظرة في نهاية كل يوم.
desk_reviewers = أصحاب القرار
desk_reviewer_name = المشرف
desk_reviewer_former = لم يعد من المشرفين
desk_no_decisions = لا قرارات في هذه المدة.
desk_came_in = المقدَّمة
desk_decisions = القرارات
desk_median = الوسيط
desk_ninetieth = 9 من كل 10 خلال
desk_median_time = وسيط المدة حتى القرار
desk_ninetieth_time = 9 من كل 10 قرارات خلال
desk_day = اليوم
desk_as_table = في جدول
desk_time_zone = تبدأ الأيام عند منتصف الليل، { $zone }.

desk_key_next = الطلب التالي
desk_key_previous = الطلب السابق
desk_key_tick = تحديد الطلب أو إلغاء تحديده
desk_key_approve = قبول
desk_key_reject = رفض
desk_key_reject_with_reason = رفض مع السبب
desk_key_undo = التراجع عن قرارك
desk_key_note = كتابة ملاحظة
desk_key_search = بحث
desk_key_help = عرض هذه المفاتيح
desk_key_back = إغلاق، أو عودة إلى القائمة
