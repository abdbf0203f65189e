# Türkçe. Cümleler, Telegram’ın kabul ettiği HTML’dir: https://core.telegram.org/bots/api#html-style
# Bu dosyaların nasıl yazıldığı: https://projectfluent.org/fluent/guide/
#
# Cümleler her kanalda, bir sayfada ve bir e-postada da geçerlidir; bu yüzden komut ve düğme adı içermez. İçerenlerin adı telegram_ ile
# başlar ve bunlar yalnızca Telegram’da görünür; orada x yerine telegram_x kullanılır. E-postada email_, SMS’te sms_, Telegram’ı
# olmayanların sayfalarında form_ ile başlayan adlar da böyledir. Değişkenlere ek gelmez: adın ünlüsü önceden bilinmez.

### Başvuranlara: bot ne işe yarar, başvuru ne durumda, sırada ne var

welcome = 👋 Merhaba! <b>{ $community }</b> topluluğuna erişim başvurularını alıyor, yöneticilerin yanıtını size iletiyorum.
standing_pending = ⏳ <b>#{ $request }</b> numaralı başvurunuz karar bekliyor.
standing_approved = ✅ <b>#{ $request }</b> numaralı başvurunuz onaylandı.
standing_rejected = ❌ <b>#{ $request }</b> numaralı başvurunuz reddedildi.
standing_expired = ⌛️ <b>#{ $request }</b> numaralı başvurunuzun süresi, yöneticiler karar veremeden doldu.
standing_withdrawn = ↩️ <b>#{ $request }</b> numaralı başvurunuz geri çekildi.
standing_revoked = ❌ Erişiminiz sona erdi (başvuru <b>#{ $request }</b>).
standing_appeal = { $appeal }. itiraz
submitted_at = Gönderildi: { $submittedAt }
expires_at = Son tarih: { $expiresAt } (daha önce karar verilmezse)
decided_at = Karar tarihi: { $decidedAt }
client_reason = Neden: <blockquote>{ $reason }</blockquote>
next_pending = Karar çıkar çıkmaz size yazacağım.
next_approved = { $community } topluluğuna erişiminiz var. Yapmanız gereken başka bir şey yok.
next_again = Hemen yeni bir başvuru gönderebilirsiniz.
appeal_not_open = Şu tarihten itibaren itiraz edebilirsiniz: { $opensAt }.
appeal_open = Artık itiraz edebilirsiniz.
appeal_open_until = { $closesAt } tarihine kadar itiraz edebilirsiniz.
appeal_closed = İtiraz süresi { $closedAt } tarihinde doldu; karar kesinleşti. İlginiz için teşekkürler.
appeals_used_up = { $limit ->
        [0] Burada kararlara itiraz edilemiyor
        [one] Tek itiraz hakkınızı kullandınız
       *[other] { $limit } itiraz hakkınızın hepsini kullandınız
    }; bu yüzden karar kesin. İlginiz için teşekkürler.

### Başvuranlara: başvurularına ne oldu

news_submitted = ✅ Tamam! <b>#{ $request }</b> numaralı başvurunuz { $community } yöneticilerine ulaştı.
news_appeal_submitted = ✅ Tamam! <b>#{ $request }</b> numaralı başvuruyla ilgili itirazınız { $community } yöneticilerine ulaştı.
news_withdrawn = ↩️ <b>#{ $request }</b> numaralı başvurunuzu geri çektiniz.
news_appeal_withdrawn = ↩️ <b>#{ $request }</b> numaralı başvuruyla ilgili itirazınızı geri çektiniz. Önceki karar geçerli.
news_approved = 🎉 <b>#{ $request }</b> numaralı başvurunuz onaylandı. { $community } topluluğuna hoş geldiniz!
news_rejected = ❌ Üzgünüm, <b>#{ $request }</b> numaralı başvurunuz reddedildi.
news_decision_undone = 🔄 <b>#{ $request }</b> numaralı başvurunuzla ilgili karar geri alındı. Başvurunuz yeniden inceleniyor.
news_request_reopened = 🔄 Yöneticiler <b>#{ $request }</b> numaralı başvurunuzu yeniden açtı. Başvurunuz yeniden inceleniyor.
news_revoked = ❌ { $community } topluluğuna erişiminiz sona erdi (başvuru <b>#{ $request }</b>).
news_expired = ⌛️ Üzgünüm, <b>#{ $request }</b> numaralı başvurunuzun süresi, yöneticiler karar veremeden doldu.
news_appeal_expired = ⌛️ Üzgünüm, <b>#{ $request }</b> numaralı başvuruyla ilgili itirazınızın süresi, yöneticiler karar veremeden doldu. Önceki karar geçerli.
news_appeal_open = 🔔 Bekleme süresi bitti: <b>#{ $request }</b> numaralı başvurunuzla ilgili karara artık itiraz edebilirsiniz.

### Başvuranlara: yalnızca e-postada söylenenler. Konu satırında kimsenin sözü geçmez

email_subject_submitted = Başvuru #{ $request }: alındı
email_subject_appeal_submitted = Başvuru #{ $request }: itiraz alındı
email_subject_withdrawn = Başvuru #{ $request }: geri çekildi
email_subject_appeal_withdrawn = Başvuru #{ $request }: itiraz geri çekildi
email_subject_approved = Başvuru #{ $request }: onaylandı
email_subject_rejected = Başvuru #{ $request }: reddedildi
email_subject_reopened = Başvuru #{ $request }: yeniden inceleniyor
email_subject_revoked = Başvuru #{ $request }: erişiminiz sona erdi
email_subject_expired = Başvuru #{ $request }: süresi doldu
email_subject_appeal_expired = Başvuru #{ $request }: itirazın süresi doldu
email_subject_appeal_open = Başvuru #{ $request }: artık itiraz edebilirsiniz
email_subject_code = { $community } için kodunuz
email_code = { $community } için bu adresi doğrulamak üzere şu kodu, adresi verdiğiniz yere yazın:
email_code_how = Kodun geçerlilik süresi: { $validFor }.
email_code_unasked = Bu adresi kimseye vermediyseniz bu e-postayı dikkate almayın: kod girilmeden buraya başka bir şey gelmez.
email_join = Artık size açık olanlar:
email_join_on_page = Artık size açık olan yerler Telegram’da. Oraya nasıl gireceğiniz sayfanızda yazıyor.
email_page = Başvurunuzun durumu ve yapabilecekleriniz
email_footer = Bu e-postayı, { $community } topluluğuna erişim başvurunuzla ilgili gelişmeleri e-postayla almak istediğiniz için aldınız.
email_footer_code = Biri bu adresi { $community } topluluğuna verdi. Kod girilene kadar buraya başka bir şey gönderilmez.

email_subject_test = { $community } deneme e-postası
email_test = ✅ { $community } e-postaları buraya ulaşıyor.

    Bu deneme, e-posta kurulurken sunucudan gönderildi.
email_footer_test = E-postaların ulaşıp ulaşmadığını görmek için bir kez gönderildi.

### Başvuranlara: yalnızca SMS’te söylenenler. Bir SMS’e sığar (70 karakter) ve kimsenin sözünü içermez

sms_submitted = { $community }: #{ $request } numaralı başvurunuz alındı.
sms_appeal_submitted = { $community }: başvuru #{ $request }, itirazınız alındı.
sms_withdrawn = { $community }: #{ $request } numaralı başvuru geri çekildi.
sms_appeal_withdrawn = { $community }: başvuru #{ $request }, itiraz geri çekildi.
sms_approved = { $community }: #{ $request } numaralı başvurunuz onaylandı.
sms_rejected = { $community }: #{ $request } numaralı başvurunuz reddedildi.
sms_reopened = { $community }: başvuru #{ $request } yeniden inceleniyor.
sms_revoked = { $community }: erişiminiz sona erdi (başvuru #{ $request }).
sms_expired = { $community }: başvuru #{ $request }, süresi doldu.
sms_appeal_expired = { $community }: başvuru #{ $request }, itirazın süresi doldu.
sms_can_appeal = { $community }: başvuru #{ $request }, itiraz edebilirsiniz.
sms_code = { $community } için kodunuz: { $code }

### Başvuranlara: Telegram dışında nereden ulaşılır

reached_fallback_email = ✉️ Telegram’da size ulaşılamazsa e-postayla: <b>{ $address }</b>
reached_both_email = ✉️ Her zaman e-postayla da: <b>{ $address }</b>
reached_off_email = ✉️ E-posta kapalı: <b>{ $address }</b>
reached_dead_email = ⚠️ Şu adrese artık e-posta ulaşmıyor: <b>{ $address }</b>
reached_fallback_sms = 📱 Telegram’da size ulaşılamazsa SMS’le: <b>{ $address }</b>
reached_both_sms = 📱 Her zaman SMS’le de: <b>{ $address }</b>
reached_off_sms = 📱 SMS kapalı: <b>{ $address }</b>
reached_dead_sms = ⚠️ Şu numaraya artık SMS ulaşmıyor: <b>{ $address }</b>

### Telegram’ı olmayanlara: form ve internetteki kendi sayfaları

form_language = Dil
form_title = { $community } için erişim başvurusu
form_intro = Buraya yazdıklarınızı yöneticiler okur, karar size e-postayla gelir.
form_has_telegram = Telegram’da mısınız? Orası daha kolay:
form_name = Adınız
form_address = E-posta adresiniz
form_address_hint = Oraya önce bir kod, sonra yanıt gelir. Adres başka hiçbir şey için kullanılmaz.
form_message = Yöneticiler için birkaç cümle
form_message_hint = Kim olduğunuzu ve neden erişim istediğinizi yazın. { $limit ->
        [one] En fazla bir karakter.
       *[other] En fazla { $limit } karakter.
    }
form_leave_empty = Burayı boş bırakın
form_continue = Devam
form_wrong_name = Lütfen en fazla 64 karakterlik bir ad yazın.
form_wrong_address = Bu adrese e-posta gönderilemiyor. Lütfen kontrol edin; şuna benzemeli: <code>name@example.com</code>
form_no_words = Lütfen birkaç cümle yazın.
form_too_long = Yazdığınız { $length } karakter. En fazla { $limit } olabilir.
form_too_fast = Bu, bir insanın yazamayacağı kadar hızlıydı. Lütfen bir daha göz atıp gönderin.
form_too_old = Bu sayfa çok uzun süre açık kaldı. Yazdıklarınız kaybolmadı: lütfen yeniden gönderin.
form_too_many_to_address = Bu adrese bir gün içinde üç kod gönderildi; daha fazlası gönderilmiyor. Lütfen yarın yeniden deneyin.
form_too_many_of_network = Ağınızdan bir saat içinde çok fazla form geldi. Lütfen daha sonra yeniden deneyin.
form_too_many_in_all = Şu anda çok fazla form geliyor. Lütfen bir saat sonra yeniden deneyin.
form_too_many_of_page = Bir saat içinde çok şey gönderdiniz, bu yüzden bu gönderilmedi. Yazdıklarınız burada duruyor: lütfen daha sonra gönderin.
form_code_title = Şimdi kodu girin
form_code_sent = Verdiğiniz adrese altı haneli bir kod gönderiliyor. Kodu buraya girin: başvurunuz ancak o zaman gönderilir.
form_code = Gelen kod
form_code_hint = On dakika geçerlidir. Bir dakika içinde gelmezse spam klasörüne bakın.
form_code_continue = Başvuruyu gönder
form_code_missing = Kod gelmedi mi, adres mi yanlıştı?
form_again = Formu yeniden doldur
form_wrong_code = Kod bu değil. { $left ->
        [one] Bir deneme hakkınız kaldı.
       *[other] { $left } deneme hakkınız kaldı.
    }
form_code_over = Bu kod artık geçerli değil
form_code_over_why = Üzerinden on dakikadan fazla geçti ya da çok kez yanlış kod girildi. Formu yeniden doldurunca yeni bir kod gelir.
form_gone = Bu form artık burada değil
form_gone_why = Doldurulan form, kodunu bir saat boyunca ve yalnızca doldurulduğu tarayıcıda, bu tarayıcı çerezleri kabul ediyorsa bekler. Lütfen yeniden doldurun.
form_page_title = Başvurunuz
form_your_words = Yazdıklarınız
form_page_keep = Bu sayfanın adresini kimseyle paylaşmayın: adresi bilen, burada sizin yapabildiğiniz her şeyi yapabilir. Adres, size gelen e-postalarda da var.
form_done_sent = ✅ Başvurunuz gönderildi.
form_done_known = Şimdi yazdığınız gönderilmedi: daha önce başvurmuşsunuz, durumu aşağıda.
form_done_appealed = ✅ İtirazınız gönderildi.
form_done_withdrawn = ✅ Geri çekildi.
form_answer_by_email = Yanıt size e-postayla gelecek.
form_answer_by_sms = Yanıt size SMS’le gelecek.
form_answer_here = Yanıtın gönderilebileceği bir adres yok. Yanıt için lütfen buraya bakın.
form_news_in_telegram = Bununla ilgili haberler size Telegram’dan gelecek.
form_gave_way = Aynı anda tek başvurunuz olabilir: <b>#{ $request }</b> geri çekildi.
form_appeal_heading = Karara itiraz edin
form_appeal_message = Yöneticiler neden bir daha baksın?
form_appeal = İtirazı gönder
form_ask_heading = Yeniden başvurun
form_ask = Başvuruyu gönder
form_withdraw_heading = Vazgeçtiniz mi?
form_withdraw_number = Geri çekmek için numarasını yazın: { $request }
form_withdraw = Geri çek
form_wrong_number = Burada bekleyen başvurunun numarası bu değil; bu yüzden hiçbir şey geri çekilmedi.
form_telegram_heading = Telegram kullanmaya başladınız mı?
form_telegram = Bunu Telegram’da bir kez açıp orada botla konuşmaya başlayın. Böylece başvurunuz hesabınıza bağlanır, haberler oraya gelir.
form_telegram_needed = Onayla açılan yerler Telegram’da. Bunu orada bir kez açıp botla konuşmaya başlayın: başvurunuz hesabınıza bağlanır, haberler oraya gelir.
form_approved_needs_telegram = { $community } topluluğuna erişiminiz var. Açılan yerler Telegram’da: aşağıdaki bağlantıyla girebilirsiniz.
form_telegram_open = Telegram’ı aç
form_not_now = Bu artık mümkün değil ya da henüz değil; şu anki durum aşağıda.
form_no_page = Böyle bir sayfa yok
form_no_page_why = Lütfen adresi kontrol edin: size gelen e-postadaki adresle son harfine kadar aynı olmalı.
form_sorry = Olmadı
form_not_understood = Gelen veri okunamadı. Lütfen sayfanın kendisinden gönderin.
form_unavailable = Şu anda bir şey çalışmıyor ve hiçbir şey gönderilmedi. Lütfen birkaç dakika sonra yeniden deneyin.

### Başvuranlara: yazdıklarına yanıtlar

hint_text = Ben yalnızca bir botum, bu yüzden bunu kimseye iletemiyorum.
admins_ask = ❓ { $community } yöneticilerinin <b>#{ $request }</b> numaralı başvurunuzla ilgili bir sorusu var: <blockquote>{ $message }</blockquote>
passed_on = 📨 Bunu <b>#{ $request }</b> numaralı başvurunuza ekledim. Yöneticiler görebilir.
too_many_additions = Bu başvuru için { $limit } mesajlık sınıra ulaştınız, bu yüzden bunu iletmedim. Öncekiler yöneticilerde.
telegram_united = ✅ Web’den gönderdiğiniz başvuru artık burada da sizin. Bundan sonra size buradan yazacağım.
telegram_gave_way_ended = Aynı anda tek başvurunuz olabilir: <b>#{ $request }</b> geri çekildi, geçerli olan <b>#{ $to }</b>.
telegram_gave_way_added = Aynı anda tek başvurunuz olabilir: <b>#{ $request }</b> geri çekildi, metni <b>#{ $to }</b> numaralı başvurunuza eklendi.
telegram_gave_way_appealed = Aynı anda tek başvurunuz olabilir: <b>#{ $request }</b> geri çekildi, metni artık <b>#{ $to }</b> numaralı başvurunuzdaki itirazınız.
telegram_not_united_link_used = Bu bağlantı kullanılmış: web’den gönderdiğiniz başvuru zaten bir Telegram hesabına bağlı.
telegram_not_united_is_admin = Burada yöneticisiniz, bu yüzden web’den gelen başvuruyu hesabınıza bağlayamıyorum.
telegram_not_united_two_decisions = Bu hesabın <b>#{ $here }</b> ve web’den gelen <b>#{ $web }</b> numaralı başvuruları karara bağlandı; bir kararı ancak yöneticiler geri alabilir. Hiçbir şey değişmedi. Bir yöneticiden ikisinden birini yeniden açmasını isteyin, sonra onu geri çekip bağlantıyı bir daha açın.
telegram_not_united_appeal_later = Aynı anda tek başvurunuz olabilir; ama <b>#{ $waits }</b> karar bekliyor, <b>#{ $decided }</b> için ise aleyhinize karar verildi. Hiçbir şey değişmedi. Bağlantıyı şu tarihten sonra bir daha açın: { $opensAt }. O zaman <b>#{ $waits }</b> numaralı başvurunun metni itirazınız olur. Ya da <b>#{ $waits }</b> numaralı başvuruyu geri çekip hemen ardından bağlantıyı açın.
telegram_not_united_no_appeal = Aynı anda tek başvurunuz olabilir; ama <b>#{ $waits }</b> karar bekliyor, <b>#{ $decided }</b> için ise aleyhinize karar verildi ve artık itiraz edilemiyor. Hiçbir şey değişmedi. <b>#{ $waits }</b> numaralı başvuruyu geri çekip bağlantıyı bir daha açın ya da önce bir yöneticiden <b>#{ $decided }</b> numaralı başvuruyu yeniden açmasını isteyin.
telegram_invitation = 🚪 { $community } topluluğunun, erişiminiz olan bir sohbeti var.
telegram_join_declined = 🚫 <b>{ $chat }</b> için katılma isteğiniz reddedildi.
telegram_join_question = 👋 { $community } topluluğuna katılmak istediniz. Lütfen kendinizden birkaç cümleyle söz edin: yöneticiler okuyup karar verecek.
telegram_join_question_of = 👋 <b>{ $chat }</b> sohbetine katılmak istediniz. Lütfen kendinizden birkaç cümleyle söz edin: { $community } yöneticileri okuyup karar verecek.
telegram_too_many_chats = ⚠️ Telegram sizi <b>{ $chat }</b> sohbetine alamıyor: çok fazla grup ve kanaldasınız. Bazılarından ayrılıp yeniden katılma isteği gönderin.
draft_sent = 📨 Gönderildi.
draft_gone = O metin artık bende yok. Henüz gönderilmediyse lütfen yeniden yazın.
telegram_forget_question =
    <b>Sizi unutayım mı?</b> Adınız, adresleriniz, yazdığınız ve size gönderdiğim her şey buradan da yöneticilerin kartlarından da silinir.

    Geriye yalnızca sayılar kalır: Telegram ID’niz, neye ne zaman karar verildiği. Bu geri alınamaz.
telegram_forget_pending = Açık başvurunuz geri çekilecek.
telegram_forget_approved = { $community } topluluğuna erişiminiz sona erecek.
telegram_forget_verdict = Karar ve itiraz için bekleme süresi geçerli kalır.
telegram_forget_admin = Yöneticisiniz: adınız kalır, çünkü kararlarınızın yanında durur.
telegram_forgotten = 👋 Tamam. Yazdıklarınızı ve kim olduğunuzu sildim. Bana yeniden yazarsanız adınızı yeniden öğrenirim.
telegram_forgotten_admin = 👋 Tamam. Başvuran olarak yazdıklarınızı sildim. Yönetici olduğunuz sürece adınız kalır.
telegram_forget_over = Bu soru artık geçerli değil. Yeniden sormam için: /forget
telegram_my_data = 📄 Hakkınızda sakladığım her şey.
you_are_welcome = Rica ederim! 😊
hint_not_text = Yalnızca metin okuyabiliyorum.
left_out_photo = 📎 Yazdıklarınızı iletebilirim ama fotoğrafı iletemem.
left_out_video = 📎 Yazdıklarınızı iletebilirim ama videoyu iletemem.
left_out_file = 📎 Yazdıklarınızı iletebilirim ama dosyayı iletemem.
left_out_audio = 📎 Yazdıklarınızı iletebilirim ama ses kaydını iletemem.
left_out_media = 📎 Yazdıklarınızı iletebilirim ama yanındakileri iletemem.
left_out_addresses = 📎 Bağlantıların adresleriyle metin çok uzun olurdu, bu yüzden onları çıkardım.
question_dropped = Tamam, sorun değil. Hiçbir şey gönderilmedi.
too_long_request = Çok uzun: { $length } karakter, sınır { $limit } (bir emoji en az iki karakter sayılır). Hiçbir şey gönderilmedi. Lütfen kısaltın.
too_long_reason = Çok uzun: { $length } karakter, bir neden için sınır { $limit } (bir emoji en az iki karakter sayılır). Karar verilmedi. Lütfen kısaltın.
too_long_question = Çok uzun: { $length } karakter, bir soru için sınır { $limit } (bir emoji en az iki karakter sayılır). Hiçbir şey gönderilmedi. Lütfen kısaltın.
too_long_note = Çok uzun: { $length } karakter, bir not için sınır { $limit } (bir emoji en az iki karakter sayılır). Not eklenmedi. Lütfen kısaltın.
edit_changes_nothing = ✏️ Ben ilk gönderdiğinizi dikkate alırım; düzenlemek bir şeyi değiştirmez.
flooded = ✋ { $window } içinde { $limit ->
        [one] birden fazla mesaj
       *[other] { $limit } mesajdan fazlasını
    } gönderdiniz. Sonrakileri dikkate almayacağım. Lütfen { $window } sonra yeniden deneyin.
nobody_can_decide = ⚠️ Buradaki tek yönetici sizsiniz ve kimse kendi başvurusuna karar veremez; bu başvurunun süresi dolacak. Beni denemek için başka bir hesaptan başvurun.
language_question = Size hangi dilde yazayım?
language_unknown = Bu dili bilmiyorum. Şunlardan hangisinde yazayım?
language_set = 👍 Bundan sonra size Türkçe yazacağım.
language_of_telegram = 👍 Bundan sonra size Telegram uygulamanızın dilinde yazacağım.

### Başvuranlara: olmayan şeyler

not_possible = Bu şu anda mümkün değil.
no_request = Henüz bir başvurunuz yok.
already_pending = ⏳ Zaten bir başvurunuz var: <b>#{ $request }</b>, gönderildi: { $submittedAt }. Karar bekliyor; son tarih: { $expiresAt }.
already_approved = ✅ { $community } topluluğuna zaten erişiminiz var.
nothing_to_cancel = İptal edilecek bir şey yok.
nothing_waits = Geri çekilecek bir şey yok.
expired_before_that = ⌛️ <b>#{ $request }</b> numaralı başvurunuzun süresi zaten dolmuştu.
nothing_to_appeal = İtiraz edilecek bir karar yok.

### Yöneticilere: kart

card_heading = 📨 <b>Başvuru #{ $request }</b>
card_appeal = <b>{ $appeal }. itiraz</b>
card_client = Gönderen: <b>{ $client }</b>
card_unreachable = ⚠️ Bu kişiye yazamıyorum: beni engelledi ya da hesabını sildi.
card_not_on_telegram = ⚠️ Bu kişiye yazamıyorum: Telegram’da değil.
card_address = ✉️ { $address }
card_reached_by_email = ✉️ Bu kişiye Telegram’da ulaşamıyorum; sonuç e-postayla gidecek.
card_reached_by_sms = 📱 Bu kişiye Telegram’da ulaşamıyorum; sonuç SMS’le gidecek.
card_only_by_email = ✉️ Bu kişi Telegram’da değil; sonuç e-postayla gidecek.
card_only_by_sms = 📱 Bu kişi Telegram’da değil; sonuç SMS’le gidecek.
card_dead_email = ⚠️ E-posta adresi artık çalışmıyor: { $address }
card_dead_sms = ⚠️ Telefon numarası artık çalışmıyor: { $address }
card_message = <blockquote>{ $message }</blockquote>
card_no_message = <i>Henüz bir şey yazmadı.</i>
card_erased = <i>Yazılanlar ve yazanın kim olduğu silindi.</i>
text_erased = Bu metin silindi.
card_given_up = 🚫 Başvuran <b>erişimden vazgeçti</b>.
telegram_erased_card = 🧹 <b>#{ $request }</b> numaralı başvuru silindi: yazılanlar ve yazanın kim olduğu. Neye ne zaman karar verildiği geçmişte kalır.
card_question = ❓ { $author } sordu, { $at }: <blockquote>{ $message }</blockquote>
card_answer = 💬 { $author } yanıt verdi, { $at }: <blockquote>{ $message }</blockquote>
card_addition = ➕ { $author } ekledi, { $at }: <blockquote>{ $message }</blockquote>
card_talk_older = … daha önce: { $count }
card_first_text = İlk başvuru, { $at }: <blockquote>{ $message }</blockquote>
card_appeal_text = { $appeal }. itiraz, { $at }: <blockquote>{ $message }</blockquote>
card_submitted = Gönderildi: { $submittedAt }
card_expires = Son tarih: { $expiresAt }
card_approvals = 👍 Onaylar: <b>{ $given }/{ $needed }</b>
card_approver = { $admin }
card_was_open_until = Şu tarihe kadar açıktı: { $expiresAt }
card_approved = ✅ <b>Onaylandı</b>: { $admin }, { $at }
also_approved = 👍 Onay veren diğer yöneticiler: { $admins }
card_rejected = ❌ <b>Reddedildi</b>: { $admin }, { $at }
card_revoked = 🚫 <b>Erişim sonlandırıldı</b>: { $admin }, { $at }
card_expired = ⌛️ Karar verilmeden <b>süresi doldu</b>.
card_withdrawn = ↩️ Başvuran <b>geri çekti</b>.
card_reason = Neden: <blockquote>{ $reason }</blockquote>
card_earlier_approved = Daha önce onaylandı: { $admin }, { $at }
card_earlier_rejected = Daha önce reddedildi: { $admin }, { $at }
card_earlier_revoked = Daha önce erişim sonlandırıldı: { $admin }, { $at }
card_older = { $count ->
        [one] ve ondan önce bir karar daha
       *[other] ve ondan önce { $count } karar daha
    }

### Yöneticilere: listeler

digest = 📨 { $waiting ->
        [0] Bekleyen başvuru kalmadı.
        [one] Bir başvuru karar bekliyor.
       *[other] <b>{ $waiting }</b> başvuru karar bekliyor.
    }
pending_none = 🎉 Bekleyen başvuru yok.
pending_heading = { $total ->
        [one] <b>Bir açık başvuru</b>
       *[other] <b>{ $total } açık başvuru</b>, en eskisi başta
    }
pending_page = sayfa { $page }/{ $pages }
pending_line =
    <b>#{ $request }</b> { $client }
    { $submittedAt } – son tarih: { $expiresAt }
pending_waited = ⏳ Bekleme süresi: { $waited }
pending_words = <i>{ $words }</i>
no_other_waits = Bekleyen başka başvuru yok.
pending_approvals = 👍 { $given }/{ $needed }
found_none = 🔍 Aramanızla eşleşen başvuru yok: <b>{ $words }</b>
found_heading = 🔍 Aramanızla eşleşen başvurular, en yenisi başta: <b>{ $words }</b>
found_line = <b>#{ $request }</b> { $client } · { $submittedAt }
found_pending = ⏳ bekliyor
found_approved = ✅ onaylandı
found_rejected = ❌ reddedildi
found_expired = ⌛️ süresi doldu
found_withdrawn = ↩️ geri çekildi
found_revoked = 🚫 erişim sona erdi
found_beginning = <i>{ $beginning }</i>
found_looked_through = Çok kısa sözcükler yalnızca en yeni { $count } başvuruda aranır.
reminder_heading = ⏰ { $total ->
        [one] Bir başvurunun süresi yakında doluyor, hâlâ karar bekliyor:
       *[other] <b>{ $total }</b> başvurunun süresi yakında doluyor, hâlâ karar bekliyor:
    }
reminder_line = <b>#{ $request }</b> { $client } – { $expiresAt }
reminder_more = … ve { $count } başvuru daha
history_heading = <b>Geçmiş</b>
history_older = … daha önce: { $count }
history_submit = { $at }: gönderildi
history_appeal = { $at }: itiraz edildi
history_withdraw = { $at }: geri çekildi
history_vote = { $at }: onay verildi
history_vote_withdrawn = { $at }: onay geri alındı
history_approve = { $at }: onaylandı
history_reject = { $at }: reddedildi
history_undo = { $at }: karar geri alındı
history_revoke = { $at }: erişim sonlandırıldı
history_reopen = { $at }: yeniden açıldı
history_expire = { $at }: süresi doldu
history_ask = { $at }: başvurana soruldu
history_answer = { $at }: yanıt verildi
history_add = { $at }: metin eklendi
history_describe = { $at }: kendini tanıttı
history_forget = { $at }: erişimden vazgeçildi
history_unite = { $at }: bir Telegram hesabına bağlandı
history_note = { $at }: 📝 not
history_by = – { $actor }
history_by_system = – otomatik
history_reason = <i>{ $reason }</i>
stats_heading = 📊 <b>Başvurular</b>
stats_pending = bekleyen: { $count }
stats_approved = onaylanan: { $count }
stats_rejected = reddedilen: { $count }
stats_expired = süresi dolan: { $count }
stats_withdrawn = geri çekilen: { $count }
stats_revoked = erişimi sonlandırılan: { $count }
stats_undeliverable = ⚠️ { $count ->
        [one] Bir mesaj iletilemedi.
       *[other] { $count } mesaj iletilemedi.
    }
stats_chat = 👥 { $title }: onaylanan { $wanted } kişiden { $in } kişi içeride
stats_oldest = ⏳ en uzun süredir bekleyen: <b>#{ $request }</b> { $client }, { $waited }
stats_week = <b>Bu hafta</b>, başlangıç: { $since }
stats_month = <b>Son { $days } gün</b>, başlangıç: { $since }
stats_submitted = gönderilen: { $count }
stats_waits = ⏱ karara kadar geçen süre: { $median } (medyan), { $slowest } (en uzun, #{ $request })
stats_decider = 👤 { $admin }: { $count ->
        [one] 1 karar
       *[other] { $count } karar
    }
stats_decider_former = 👤 { $admin } (artık yönetici değil): { $count ->
        [one] 1 karar
       *[other] { $count } karar
    }
stats_deciders_others = diğerleri: { $count }
stats_picture = 📊 <b>Günlere göre başvurular</b>, { $since } – { $until }
stats_picture_submitted = 🟦 { stats_submitted }
stats_picture_approved = 🟩 { stats_approved }
stats_picture_rejected = 🟥 { stats_rejected }
stats_picture_expired = 🟨 { stats_expired }
stats_picture_withdrawn = ⬜️ { stats_withdrawn }
stats_picture_revoked = 🟪 { stats_revoked }
stats_picture_how = Çizginin üstünde gelenler, altında sonuçları. Günlerin altındaki sayılar pazartesilere ait.

### Yöneticilere: yaptıklarına yanıtlar

decided_pending = 🔄 <b>#{ $request }</b> numaralı başvuru ({ $client }) yeniden açık.
decided_approved = ✅ <b>#{ $request }</b> numaralı başvuru ({ $client }) onaylandı.
decided_rejected = ❌ <b>#{ $request }</b> numaralı başvuru ({ $client }) reddedildi.
decided_expired = ⌛️ <b>#{ $request }</b> numaralı başvurunun ({ $client }) süresi doldu.
decided_withdrawn = ↩️ <b>#{ $request }</b> numaralı başvuru ({ $client }) geri çekildi.
decided_revoked = 🚫 Erişim sonlandırıldı: { $client } (başvuru <b>#{ $request }</b>).
question_sent = ❓ Soru gönderildi: { $client }, başvuru <b>#{ $request }</b>. Yanıt kartta görünecek.
noted = 📝 <b>#{ $request }</b> numaralı başvuruya ({ $client }) not eklendi. Notu yalnızca yöneticiler görür.
voted = 👍 <b>#{ $request }</b> numaralı başvuruya ({ $client }) onay verdiniz.
vote_withdrawn = ↩️ <b>#{ $request }</b> numaralı başvuruya ({ $client }) verdiğiniz onay geri alındı.
approvals_so_far = Onay: { $given }/{ $needed }. { $more ->
        [0] Sıradaki onay karara yeter.
        [one] Bir onay daha gerekiyor.
       *[other] { $more } onay daha gerekiyor.
    }
approvals_impossible = ⚠️ Onaylanamaz: yalnızca { $possible } yönetici karar verebilir, <code>APPROVALS_NEEDED</code> bundan fazla.
no_such_request = #{ $request } numaralı bir başvuru yok.
admins_only = 🚫 Bunu yalnızca yöneticiler yapabilir.
not_own_words = ✋ Bu sizin yazdığınız bir mesaj değil, bu yüzden karar verilmedi. Yalnızca kendi yazdıklarınız sayılır.
was_first_approved = #{ $request } numaralı başvuruyu { $admin } zaten onayladı, { $at }.
was_first_rejected = #{ $request } numaralı başvuruyu { $admin } zaten reddetti, { $at }.
was_first_revoked = #{ $request } numaralı başvuruyla verilen erişimi { $admin } zaten sonlandırdı, { $at }.
you_decided_approved = #{ $request } numaralı başvuruyu zaten onayladınız, { $at }.
you_decided_rejected = #{ $request } numaralı başvuruyu zaten reddettiniz, { $at }.
you_decided_revoked = #{ $request } numaralı başvuruyla verilen erişimi zaten sonlandırdınız, { $at }.
request_pending = #{ $request } numaralı başvuru karar bekliyor.
request_approved = #{ $request } numaralı başvuru onaylandı.
request_rejected = #{ $request } numaralı başvuru reddedildi.
request_expired = #{ $request } numaralı başvurunun süresi doldu; karar verilecek bir şey kalmadı.
request_withdrawn = #{ $request } numaralı başvuruyu sahibi geri çekti; karar verilecek bir şey kalmadı.
request_revoked = #{ $request } numaralı başvuruyla verilen erişim sona erdi.
decided_too_late = ⌛️ Çok geç: #{ $request } numaralı başvurunun süresi { $expiresAt } tarihinde doldu.
own_request = Kendi başvurunuza karar veremezsiniz. Kararı başka bir yönetici vermeli.
already_voted = #{ $request } numaralı başvuruya zaten onay verdiniz.
no_vote = #{ $request } numaralı başvuruya onay vermediniz; geri alacak bir şeyiniz yok.
nothing_to_undo = #{ $request } numaralı başvuruda geri alınacak bir karar yok.
not_your_decision = Bunu yalnızca kararı veren geri alabilir: { $admin }.
undo_too_late = #{ $request } numaralı başvuruyla ilgili kararı geri almak için artık çok geç.
not_approved = #{ $request } numaralı başvuru onaylı değil; sonlandırılacak bir erişim yok.
nothing_to_reopen = #{ $request } numaralı başvuru yeniden açılamaz. Yalnızca reddedilen, süresi dolan ya da erişimi sonlandırılan başvurular yeniden açılabilir.

### Yöneticilere: botun kendisi hakkında bilmeleri gerekenler

update_parked = ⚠️ Gelen bir güncellemeyi { $attempts ->
        [one] denedim ama
       *[other] { $attempts } kez denedim ama
    } işleyemedim; bir kenara koydum (güncelleme { $update }). Nedeni günlük dosyasında.
channel_away_email = ⚠️ E-posta gönderilemiyor. Posta sunucusunun yanıtı ya da sorun: <blockquote>{ $reason }</blockquote>
    Bütün e-postalar bekliyor, hiçbiri kaybolmadı; sunucu kabul edince gönderim kendiliğinden sürer. Nerede takıldığını görmek için sunucuda <code>check --mail</code> çalıştırın.
channel_away_sms = ⚠️ SMS gönderilemiyor. SMS hizmetinin yanıtı ya da sorun: <blockquote>{ $reason }</blockquote>
    Bütün SMS’ler bekliyor, hiçbiri kaybolmadı; hizmet kabul edince gönderim kendiliğinden sürer.
channel_back_email = ✅ E-posta yeniden gönderilebiliyor. Bekleyenler gönderiliyor.
channel_back_sms = ✅ SMS yeniden gönderilebiliyor. Bekleyenler gönderiliyor.
backup_failed = ⚠️ Verilerim yedeklenemedi. Nedeni günlük dosyasında.
backup_missing = ⚠️ Verilerim uzun süredir yedeklenmedi. Lütfen yedeği alan zamanlayıcının ya da servisin çalıştığını kontrol edin.
backup_newest = Son sağlam yedeğin tarihi: { $lastBackup }.
backup_none = Sağlam bir yedek yok.
backups_work_again = ✅ Yedekleme yeniden çalışıyor. Son yedeğin tarihi: { $lastBackup }.
webhook_given_up = ⚠️ Bir erişim değişikliğini (başvuru #{ $request }) { $host } adresine üç gün boyunca bildirmeye çalıştım, sonunda vazgeçtim. Nedeni günlük dosyasında. Bu adres yeniden bir bildirim kabul edene kadar sizi bir daha uyarmayacağım.
webhook_gone = ⚠️ { $host } artık webhook istemiyor (410 Gone), bu yüzden göndermeyi bıraktım. WEBHOOK_URL değişene kadar bekleyecekler.
admins_heading = 🛡 { $count ->
        [one] Tek yönetici:
       *[other] <b>{ $count }</b> yönetici:
    }
admins_more = … ve { $count } yönetici daha
admins_too_few = ⚠️ { $left ->
        [one] Bir yönetici kaldı; bu, <code>APPROVALS_NEEDED</code> ({ $needed }) sayısından az. Bu yüzden hiçbir başvuru onaylanamaz.
       *[other] { $left } yönetici kaldı; bu, <code>APPROVALS_NEEDED</code> ({ $needed }) sayısından az. Bu yüzden hiçbir başvuru onaylanamaz.
    }
admin_joined = 🛡 Artık { $community } topluluğunun yöneticisisiniz; sizi ekleyen: { $admin }. Kime erişim verileceğine siz de karar verebilirsiniz.
admin_left = Artık { $community } topluluğunun yöneticisi değilsiniz.
expired_digest = ⌛️ { $count ->
        [one] Bir başvurunun süresi karar verilmeden doldu.
       *[other] <b>{ $count }</b> başvurunun süresi karar verilmeden doldu.
    }

### Telegram, başvuranlara: sırada ne var

telegram_welcome_email = ✉️ /email – Telegram’da size ulaşılamazsa sonucu e-postayla alın
telegram_welcome_sms = 📱 /sms – Telegram’da size ulaşılamazsa sonucu SMS’le alın
telegram_welcome_admin =
    🛡 Burada yöneticisiniz. { $waiting ->
        [0] Bekleyen başvuru yok.
        [one] Bir başvuru karar bekliyor.
       *[other] { $waiting } başvuru karar bekliyor.
    }

    { telegram_admin_commands }
telegram_welcome_admin_uncounted =
    🛡 Burada yöneticisiniz.

    { telegram_admin_commands }
telegram_admin_commands =
    /pending – açık başvurular, en eskisi başta
    <code>/find ayşe</code> – ada, @username, ID, adres ya da sözcüklere göre başvuru bulma
    <code>/show 12</code> – bir başvuru ve geçmişi
    <code>/approve 12 13</code>, <code>/reject 12 neden</code> – karar verme
    <code>/revoke 12 neden</code> – birinin erişimini sonlandırma
    <code>/reopen 12</code> – bir başvuruyu yeniden açma
    Karta yanıt olarak <code>notum</code> ve bir metin – yalnızca yöneticilerin gördüğü bir not
    /stats – istatistikler
    /admins – yönetici listesi
telegram_welcome_desk = /desk – panel: tarayıcıda karar verin
telegram_next_none =
    Erişim istemek için /request yazın ve kendinizden kısaca söz edin, örneğin:
    <code>/request Ben Ayşe, Mehmet’in arkadaşıyım</code>
telegram_next_pending = { next_pending } Durumu /status ile görebilir, başvuruyu /cancel ile geri çekebilirsiniz.
telegram_next_again = Hemen yeni bir başvuru gönderebilirsiniz: /request
telegram_next_admin = /pending açık başvuruları listeler, /help nasıl karar verildiğini anlatır.
telegram_appeal_open = Artık itiraz edebilirsiniz: /appeal yazın ve yöneticilere neyin değiştiğini anlatın.
telegram_appeal_open_until = { $closesAt } tarihine kadar itiraz edebilirsiniz: /appeal yazın ve yöneticilere neyin değiştiğini anlatın.

### Telegram, başvuranlara: yazdıklarına yanıtlar

telegram_offer_request = Bunu { $community } yöneticilerine erişim başvurunuz olarak göndereyim mi? Başka neler yapabildiğimi /help gösterir.
telegram_offer_appeal = Bunu { $community } yöneticilerine itirazınız olarak göndereyim mi? Başka neler yapabildiğimi /help gösterir.
telegram_offer_addition = Başvurunuz karar bekliyor. Bunu { $community } yöneticileri için ona ekleyeyim mi? Ne durumda olduğunu /status gösterir.
telegram_how_to_answer = Bu mesajı yanıtlayın ya da yanıtınızı doğrudan yazın.
telegram_hint_unknown_command = Bu komutu bilmiyorum. Neler yapabildiğimi /help gösterir.
telegram_question_request = Bir sonraki mesajınızda yöneticilere kendinizi tanıtın ({ $within } içinde).
telegram_question_appeal = Bir sonraki mesajınızda yöneticilere neyin değiştiğini anlatın ({ $within } içinde).
telegram_desk_link = 🖥 Düğme paneli açar. 2 dakika içinde, yalnızca bir kez çalışır. Kimseye iletmeyin: onu açan, sizin adınıza girer.
telegram_desk_link_to_copy = 🖥 Bu bağlantı paneli açar. 2 dakika içinde, yalnızca bir kez çalışır. Kimseye iletmeyin: onu açan, sizin adınıza girer.
    <code>{ $url }</code>
telegram_desk_signed_in = 🖥 Panele giriş yapıldı, { $at }.
telegram_desk_signed_out = 🖥 Panelden çıkış yapıldı. Yeniden girmek için: /desk
telegram_desk_off = Panel yok: çalıştığım yerde <code>WEB_LISTEN</code> ayarlanmamış.
telegram_private_chat_only = Bana özel mesaj gönderin: https://t.me/{ $bot }
telegram_address_none_email = ✉️ Telegram’da size ulaşamazsam başvurunuzun sonucunu e-postayla bildirebilirim. Bana adresinizi gönderin: <code>/email siz@example.com</code>
telegram_address_none_sms = 📱 Telegram’da size ulaşamazsam başvurunuzun sonucunu SMS’le bildirebilirim. Bana numaranızı ülke koduyla gönderin: <code>/sms +90 532 123 45 67</code>
telegram_address_waits_email = ✉️ Şu adrese bir kod gönderdim: <b>{ $address }</b>. Adresi doğrulamak için kodu buraya yazın.
telegram_address_waits_sms = 📱 Şu numaraya bir kod gönderdim: <b>{ $address }</b>. Numarayı doğrulamak için kodu buraya yazın.
telegram_address_how_email =
    <code>/email on</code>: yalnızca Telegram’da size ulaşılamazsa
    <code>/email both</code>: her zaman, Telegram’la birlikte
    <code>/email off</code>: hiçbir zaman
telegram_address_how_sms =
    <code>/sms on</code>: yalnızca Telegram’da size ulaşılamazsa
    <code>/sms both</code>: her zaman, Telegram’la birlikte
    <code>/sms off</code>: hiçbir zaman
telegram_address_again_email = Bana başka bir adres gönderin; bu adres yeniden çalışıyorsa aynısını da gönderebilirsiniz: <code>/email siz@example.com</code>
telegram_address_again_sms = Bana başka bir numara gönderin; bu numara yeniden çalışıyorsa aynısını da gönderebilirsiniz: <code>/sms +90 532 123 45 67</code>
telegram_address_code_sent_email = ✉️ Şu adrese bir kod gönderiyorum: <b>{ $address }</b>. Kodu { $within } içinde buraya yazın. E-postayı bulamazsanız spam klasörüne bakın.
telegram_address_code_sent_sms = 📱 Şu numaraya bir kod gönderiyorum: <b>{ $address }</b>. Kodu { $within } içinde buraya yazın.
telegram_address_proved_email = ✅ Adres doğrulandı: <b>{ $address }</b>
telegram_address_proved_sms = ✅ Numara doğrulandı: <b>{ $address }</b>
telegram_address_moved = Bunu daha önce başka bir hesap doğrulamıştı. Artık sizin; o hesabın mesajları artık buraya gelmiyor.
telegram_address_wrong_code = Kod bu değil. { $tries ->
        [one] Bir deneme hakkınız kaldı.
       *[other] { $tries } deneme hakkınız kaldı.
    }
telegram_address_code_over_email = Bu kod artık geçerli değil. Yeni bir kod için bana adresi yeniden gönderin: <code>/email siz@example.com</code>
telegram_address_code_over_sms = Bu kod artık geçerli değil. Yeni bir kod için bana numarayı yeniden gönderin: <code>/sms +90 532 123 45 67</code>
telegram_address_not_an_address_email = Buraya e-posta gönderemem. Bir adres şöyle yazılır: <code>/email siz@example.com</code>
telegram_address_not_an_address_sms = Buraya SMS gönderemem. Numarayı artı işareti ve ülke koduyla yazın: <code>/sms +90 532 123 45 67</code>
telegram_address_not_allowed_sms = O ülkeye SMS gönderemiyorum. Numara şöyle başlamalı: { $prefixes }.
telegram_address_no_address_email = Bende e-posta adresiniz yok. Bana bir adres gönderin: <code>/email siz@example.com</code>
telegram_address_no_address_sms = Bende telefon numaranız yok. Bana bir numara gönderin: <code>/sms +90 532 123 45 67</code>
telegram_address_dead_email = Adresinize artık e-posta ulaşmıyor. Bana başka bir adres gönderin; bu adres yeniden çalışıyorsa aynısını da gönderebilirsiniz: <code>/email siz@example.com</code>
telegram_address_dead_sms = Numaranıza artık SMS ulaşmıyor. Bana başka bir numara gönderin; bu numara yeniden çalışıyorsa aynısını da gönderebilirsiniz: <code>/sms +90 532 123 45 67</code>
telegram_address_too_many_email = Bir günde gönderebileceğim kadar kod gönderdim. Lütfen yarın yeniden deneyin.
telegram_address_too_many_sms = Bir günde gönderebileceğim kadar kod gönderdim. Lütfen yarın yeniden deneyin.
telegram_address_no_more_today_sms = Bugün artık SMS’le kod gönderemiyorum. Lütfen yarın yeniden deneyin.
telegram_address_of_form_email = Bu adresle web’den gönderilen başvuru şu anda hesabınıza bağlanamıyor. Hiçbir şey değişmedi: haberler e-postayla gelmeye devam edecek. Bu e-postaların her birinde başvurunun sayfasına bir bağlantı var. Telegram’ı oradan açın, ne yapabileceğinizi söyleyeyim.
telegram_address_undeliverable_email = ⚠️ Şu adrese gönderilen kod ulaşmadı: <b>{ $address }</b>. Adresi kontrol edip bana yeniden gönderin: <code>/email siz@example.com</code>
telegram_address_undeliverable_sms = ⚠️ Şu numaraya gönderilen kod ulaşmadı: <b>{ $address }</b>. Numarayı kontrol edip bana yeniden gönderin: <code>/sms +90 532 123 45 67</code>
telegram_your_id = Telegram ID’niz: <code>{ $id }</code>
telegram_chat_id = Kartların buraya gelmesi için <code>ADMIN_CHAT_ID={ $chat }</code> ayarını yapıp beni yeniden başlatın.
telegram_chat_id_set = Kartlar zaten buraya geliyor (<code>ADMIN_CHAT_ID={ $chat }</code>).
telegram_not_possible = { not_possible } Neyin mümkün olduğunu /help gösterir.
telegram_already_pending =
    { already_pending }
    Yenisini yazmak için önce bunu geri çekin: /cancel

### Telegram, yöneticilere: yöneticiler kim

telegram_admins_owner = 👑 <a href="tg://user?id={ $adminId }">{ $admin }</a> (ID <code>{ $adminId }</code>), sahip
telegram_admins_added = 🛡 <a href="tg://user?id={ $adminId }">{ $admin }</a> (ID <code>{ $adminId }</code>), ekleyen: { $by }, { $at }
telegram_admins_unreachable = ⚠️ Bu kişiye yazamıyorum. Benimle sohbeti açıp “Başlat” düğmesine dokunması gerekiyor.
telegram_admins_unknown = Bu kişi bana henüz yazmadı. Ona hiçbir şey gelmiyorsa benimle sohbeti açıp “Başlat” düğmesine dokunması gerekiyor.
telegram_admins_how =
    <code>/admins add ID</code> – birini yönetici yapar. Ya da o kişinin grupta yazdığı veya bana iletilen bir mesajını <code>/admins add</code> ile yanıtlayın.
    <code>/admins remove ID</code> – bir yöneticiyi çıkarır.
    Sahipler <code>ADMIN_TELEGRAM_ID</code> ayarında yazılıdır ve buradan çıkarılamaz.
telegram_admin_added = ✅ <a href="tg://user?id={ $adminId }">{ $admin }</a> (ID <code>{ $adminId }</code>) artık yönetici.
telegram_admin_unknown = ⚠️ Bu ID’yi tanımıyorum: bu ID’yle bana hiç kimse yazmadı. Yanlış yazıldıysa geri alın: <code>/admins remove { $adminId }</code>. Doğruysa bu kişinin benimle sohbeti açıp “Başlat” düğmesine dokunması gerekiyor.
telegram_admin_removed = ✅ <a href="tg://user?id={ $adminId }">{ $admin }</a> (ID <code>{ $adminId }</code>) artık yönetici değil.
telegram_admins_changed_added = 👤 Yeni yönetici: <a href="tg://user?id={ $adminId }">{ $admin }</a> (ID <code>{ $adminId }</code>). Ekleyen: { $by }. Karar veren herkesi /admins gösterir.
telegram_admins_changed_removed = 👤 Artık yönetici değil: <a href="tg://user?id={ $adminId }">{ $admin }</a> (ID <code>{ $adminId }</code>). Çıkaran: { $by }. Karar veren herkesi /admins gösterir.
telegram_admins_already_admin = { $admin } zaten yönetici.
telegram_admins_is_owner = { $admin }, <code>ADMIN_TELEGRAM_ID</code> ayarında yazılı bir sahip olduğu için buradan çıkarılamaz. Ayarı değiştirip beni yeniden başlatın.
telegram_admins_not_added = { $admin } yönetici değil. Yöneticileri /admins gösterir.
telegram_admins_owners_only = 🔒 Kimin karar vereceğini yalnızca sahipler, yani <code>ADMIN_TELEGRAM_ID</code> ayarında yazılı yöneticiler değiştirebilir. Onları /admins gösterir.
telegram_admins_hidden = 🎭 Bu kişi iletilen mesajlarda hesabını gizliyor, bu yüzden kim olduğunu göremiyorum. Bana /id göndermesini isteyin, sonra <code>/admins add</code> ve o numarayı gönderin.
telegram_admins_no_person = 🤔 O mesajı bir kişi yazmamış; hiçbir şey değişmedi. <code>/admins add</code> ve kişinin Telegram ID’sini gönderin; bunu bana /id göndererek öğrenebilir.
telegram_admins_no_persons_id = 🤔 Bu ID bir kişinin değil; bir grubun, kanalın, botun ya da Telegram’ın kendisinin. Yalnızca kişiler karar verir. Hiçbir şey değişmedi. Herkes kendi ID’sini bana /id göndererek öğrenebilir.
telegram_admins_not_an_id = 🤔 Bu bir Telegram ID’si değil; hiçbir şey değişmedi. ID bir sayıdır, örneğin <code>/admins add 123456789</code>; herkes kendi ID’sini bana /id göndererek öğrenebilir.
telegram_admins_remove_whom = Kimi? Telegram ID’sini ekleyin: <code>/admins remove 123456789</code>. ID’yi /admins gösterir.
telegram_admins_unclear = 🤔 Hiçbir şey değişmedi. Kimin karar verdiğini /admins gösterir; <code>/admins add 123456789</code> ve <code>/admins remove 123456789</code> değiştirir.
telegram_new_admin_question = <a href="tg://user?id={ $adminId }">{ $admin }</a>, kim yönetici olsun? Bana onun bir mesajını iletin ya da Telegram ID’siyle yanıtlayın. Vazgeçtiniz mi? /cancel

### Telegram, yöneticilere: kart

telegram_card_username = @{ $username }
telegram_card_notes = 📝 Notlar: { $count } – <code>/show { $request }</code>
telegram_card_id = ID <a href="tg://user?id={ $id }">{ $id }</a>

### Telegram, yöneticilere: yaptıklarına yanıtlar

telegram_ask_question = <a href="tg://user?id={ $adminId }">{ $admin }</a>, <b>#{ $request }</b> numaralı başvuru ({ $client }) için ne sormak istiyorsunuz? Bu mesajı yanıtlayın; sözleriniz olduğu gibi, adınız belirtilmeden iletilir. Vazgeçtiniz mi? /cancel
telegram_reply_with_question = Bu sorunun hangi başvuru için olduğunu anlayamadım, bu yüzden hiçbir şey gönderilmedi. Lütfen o başvuruyla ilgili mesajımı yanıtlayarak gönderin.
telegram_question_as_reply = Başvurana sorunuz buysa mesajımı yanıtlayarak gönderin. Henüz hiçbir şey gönderilmedi.
telegram_client_answered = 💬 <a href="tg://user?id={ $adminId }">{ $admin }</a>, <b>#{ $request }</b> numaralı başvuruyla ilgili sorunuzu { $client } yanıtladı: <blockquote>{ $message }</blockquote>
telegram_question_undelivered = ⚠️ <a href="tg://user?id={ $adminId }">{ $admin }</a>, <b>#{ $request }</b> numaralı başvuruyla ({ $client }) ilgili sorunuz ulaşmadı: bu kişiye yazamıyorum. Başvuru beklerken benimle sohbeti yeniden açarsa gönderirim.
telegram_own_reason = ✍️ { $admin }, <b>#{ $request }</b> numaralı başvuru için ret nedenini yazıyor.
telegram_reason_question = <a href="tg://user?id={ $adminId }">{ $admin }</a>, <b>#{ $request }</b> numaralı başvuruyu ({ $client }) neden reddediyorsunuz? Bu mesajı yanıtlayın; sözleriniz olduğu gibi iletilir. Vazgeçtiniz mi? /cancel
telegram_reason_choice = 💬 <b>#{ $request }</b> numaralı başvuruyu ({ $client }) neden reddediyorsunuz? Başvuranın kendi dilinde okuyacağı bir neden seçin ya da bu mesajı kendi nedeninizle yanıtlayın. Vazgeçtiniz mi? /cancel
telegram_no_such_request = { no_such_request } Açık olanları /pending listeler.
telegram_unclear_reply = 🤔 Karar verilmedi. Karttaki bir düğmeye dokunun ya da kartı <code>onayla</code> diye veya <code>reddet</code> ve bir nedenle yanıtlayın.
telegram_not_a_card = 🤔 Bu bir başvuru kartı değil, bu yüzden karar verilmedi. Başvurunun kendi kartını kullanın ya da <code>/approve 12</code> veya <code>/reject 12 neden</code> gönderin.
telegram_how_to_find = 🔍 Ne arayayım? Bir ad, @username, Telegram ID, adres, başvuru numarası ya da mesajdan sözcükler gönderin, en fazla { $limit } sözcük: <code>/find ayşe izmir</code>
telegram_search_gone = Bu liste artık güncel değil. Yeniden /find gönderin.
telegram_which_one_approve = Hangi başvuru? Numarasını ekleyin: <code>/approve 12</code>
telegram_which_one_reject = Hangi başvuru? Numarasını ve isterseniz bir neden ekleyin: <code>/reject 12 neden</code>
telegram_which_one_revoke = Kimin erişimi? Başvurunun numarasını ve isterseniz bir neden ekleyin: <code>/revoke 12 neden</code>
telegram_which_one_reopen = Hangi başvuru? Numarasını ekleyin: <code>/reopen 12</code>
telegram_which_one_show = Hangi başvuru? Numarasını ekleyin: <code>/show 12</code>
telegram_how_several_approve = 🤔 Karar verilmedi. Yalnızca numaraları gönderin: <code>/approve 12</code> ya da <code>/approve 12 13</code>
telegram_how_several_reject = 🤔 Karar verilmedi. Nedeni iki noktadan sonra yazın: <code>/reject 12: neden</code> ya da <code>/reject 12 13: neden</code>
telegram_how_several_revoke = 🤔 Karar verilmedi. Nedeni iki noktadan sonra yazın: <code>/revoke 12: neden</code> ya da <code>/revoke 12 13: neden</code>
telegram_how_several_reopen = 🤔 Hiçbir şey yeniden açılmadı. Yalnızca numaraları gönderin: <code>/reopen 12</code> ya da <code>/reopen 12 13</code>
telegram_how_several_show = 🤔 Yalnızca numaraları gönderin: <code>/show 12</code> ya da <code>/show 12 13</code>
telegram_too_many_at_once = Hiçbir şey yapılmadı: bir komut en fazla { $limit ->
        [one] bir başvuru
       *[other] { $limit } başvuru
    } alır.
telegram_reason_or_approval = 🤔 <b>#{ $request }</b> numaralı başvuruyu neden reddettiğinizi sormuştum; bu bir nedene benzemiyor, bu yüzden karar verilmedi. Onaylamak için: <code>/approve { $request }</code>. Reddetmek için nedeni yazarak yanıtlayın. Soruyu iptal etmek için: /cancel
telegram_which_reason = 🤔 Size birden fazla ret nedeni sordum ({ $requests }). Hangisini kastediyorsanız o soruyu yanıtlayın. Henüz karar verilmedi.
telegram_reply_with_reason = Sorduğum neden buysa sorumu yanıtlayarak gönderin. Henüz karar verilmedi.
telegram_empty_note = 📝 Not boş olamaz: kartı <code>notum</code> ve diğer yöneticilerin bilmesi gerekenle yanıtlayın. Başvuranlar notları hiçbir zaman görmez.
telegram_question_over = Bu soruyu yanıtlamak için artık çok geç; karar verilmedi. #{ $request } numaralı başvuru hâlâ açık: <code>/show { $request }</code>
telegram_anonymous_sender = 🎭 Telegram anonim mesajların yazarını gizliyor, bu yüzden karar verilmedi. Karttaki düğmeye dokunun ya da kendi adınızla yazın.
telegram_earlier_round = Bu düğme ya da kart bir itirazdan veya geri alınan bir karardan önceye ait, artık geçerli değil. #{ $request } numaralı başvurunun durumu: <code>/show { $request }</code>
telegram_open_instead = #{ $request } numaralı başvuru yeniden açılamaz: başvuranın daha yeni bir başvurusu var (#{ $openInstead }) ve o geçerli. <code>/show { $openInstead }</code>

### Telegram, yöneticilere: botun kendisi hakkında bilmeleri gerekenler

telegram_card_access_in = 🚪 { $chat }: içeride
telegram_card_access_invited = 🚪 { $chat }: davet edildi
telegram_card_access_not_on_telegram = 🚪 { $chat }: henüz davet edilmedi, Telegram ve kendi sayfasındaki bağlantı gerekiyor
telegram_card_access_left = 🚪 { $chat }: ayrıldı
telegram_card_access_banned = 🚪 { $chat }: orada yasaklı
telegram_card_access_by_hand = ⚠️ { $chat }: orada yönetici olduğu için birinin elle çıkarması gerekiyor
telegram_access_removals = ⚠️ Bir günden uzun süre çalışmadım. Şu anda <b>{ $chat }</b> sohbetinde erişimi sona ermiş { $count } kişi var. Bu kadarını sormadan çıkarmam.
telegram_removals_allowed = { $count } kişi çıkarılıyor.
telegram_nothing_to_remove = Orada çıkarılacak kimse kalmadı; başka bir yönetici sizden önce davranmış olabilir.
telegram_unheard_join_requests = ℹ️ Bir günden uzun süre çalışmadım. <b>{ $chat }</b> sohbetinde bekleyen ve haberim olmayan katılma istekleri: { $count }. Lütfen onları Telegram’da yanıtlayın.
telegram_button_remove_them = 🚪 Çıkar
telegram_access_chat_gone = ℹ️ <b>{ $chat }</b> artık <code>ACCESS_CHATS</code> ayarında değil. Üyelerine dokunmuyorum.
telegram_access_chat_moved = ℹ️ <b>{ $chat }</b> sohbetinin ID’si değişti; bundan sonra yenisini kullanıyorum. <code>ACCESS_CHATS</code> ayarında <code>{ $oldId }</code> yerine <code>{ $newId }</code> yazın.
telegram_card_joining = 🚪 Telegram’da katılma isteği gönderdi; kararınız onu da yanıtlar.
telegram_how_to_join = { $count ->
    [one] Aşağıdaki düğmeye dokunup katılma isteği gönderin; hemen içeri alınırsınız.
   *[other] Aşağıdaki düğmelere sırayla dokunup katılma isteği gönderin; hemen içeri alınırsınız.
}
telegram_access_outage = ⚠️ <b>{ $chat }</b> sohbetini yönetemiyorum: { $reason }. Beni orada kullanıcı ekleme ve yasaklama yetkisi olan bir yönetici yapın; bekleyen işleri hemen tamamlarım.
telegram_outage_no_administrator = orada yönetici değilim
telegram_outage_may_not_add = orada kullanıcı ekleme yetkim yok
telegram_outage_may_not_ban = orada kullanıcı yasaklama yetkim yok
telegram_outage_may_neither = orada kullanıcı ekleme ve yasaklama yetkim yok
telegram_outage_lacks_rights = bunun için yetkilerim yetersiz
telegram_outage_not_there = o sohbette değilim ya da sohbet artık yok
telegram_outage_no_supergroup = orası basit bir grup; yalnızca süper grupları ve kanalları yönetebilirim
telegram_outage_refused = Telegram reddediyor, nedeni günlük dosyasında
telegram_stranger = 👤 <a href="tg://user?id={ $clientId }">{ $client }</a> (ID <code>{ $clientId }</code>) <b>{ $chat }</b> sohbetinde, ama burada kimse onu onaylamadı.
telegram_admin_unreachable = ⚠️ Şu yöneticiye yazamıyorum: <a href="tg://user?id={ $adminId }">{ $admin }</a> (ID { $adminId }). Benimle sohbeti açıp “Başlat” düğmesine dokunması gerekiyor.
telegram_admin_is_bot = ⚠️ ID’si { $adminId } olan yönetici bir bot; yalnızca kişiler karar verir. Onu <code>/admins remove { $adminId }</code> ile ya da <code>ADMIN_TELEGRAM_ID</code> ayarında yazılıysa oradan çıkarın.
telegram_group_unreachable = ⚠️ Yöneticilerin grubuna yazamıyorum. Lütfen beni yeniden ekleyin ve yazmama izin verin. Ayarın adı: <code>ADMIN_CHAT_ID</code>
telegram_topic_unreachable = ⚠️ Yönetici grubundaki { $topic } numaralı konu kapatılmış ya da silinmiş; mesajlarım “General” konusuna gidiyor. Konuyu yeniden açın ya da <code>ADMIN_CHAT_ID</code> ayarında başka bir konu seçin.
telegram_presses_lost = ⚠️ Telegram’a ulaşamadım: { $from } – { $to }. Bu sürede dokunulan düğmeler bana ulaşmamış olabilir. Lütfen açık başvurulara bakıp yeniden dokunun.
telegram_no_pictures = 🖼 Bu sohbette resim gönderme iznim yok. Sohbeti yöneten biri izinlerden değiştirebilir; ya da bana özelden /stats gönderin.
telegram_foreign_poller = ⚠️ Bu botun anahtarını (token) başka bir program da kullanıyor; bazı mesajlar bana ulaşmayabilir. O programı durdurun ya da @BotFather’dan yeni bir anahtar alın.

### Telegram: düğmeler, giriş alanlarındaki ipuçları ve komut menüsü; biçimlendirmesiz gösterilir

telegram_button_ask = ✍️ Erişim iste
telegram_button_appeal = ✍️ İtiraz et
telegram_button_approve = ✅ Onayla
telegram_button_reject = ❌ Reddet
telegram_button_reject_with_reason = 💬 Nedenle reddet…
telegram_button_ask_client = ❓ Sor…
telegram_button_own_reason = ✍️ Kendim yazayım…
telegram_button_undo = ↩️ Geri al
telegram_button_undo_approval = ↩️ Onayımı geri al
telegram_button_send_request = 📨 Başvurum olarak gönder
telegram_button_send_appeal = 📨 İtirazım olarak gönder
telegram_button_add_to_request = ➕ Başvuruma ekle
telegram_button_language_of_telegram = Telegram’daki gibi
telegram_button_show = #{ $request }
telegram_button_pending = 📋 Açık başvurular
telegram_button_previous = ◀️
telegram_button_next = ▶️
telegram_button_list_in_place = ◀️ Listeye dön
telegram_button_next_in_place = Sonraki ▶️
telegram_button_stats_picture = 📊 Grafik olarak
telegram_button_desk_open = 🖥 Paneli aç
telegram_button_desk_copy = 📋 Bağlantıyı kopyala
telegram_button_forget = 🗑 Her şeyi sil
telegram_button_desk_sign_out = 🚪 Çıkış yap
telegram_button_desk_request = 🖥 Panelde aç
# Mesaj alanının yanında: bir sözcük, en fazla iki
telegram_button_desk_menu = Panel
telegram_placeholder_request = Kendinizden kısaca söz edin
telegram_placeholder_appeal = Ne değişti?
telegram_placeholder_question = Sorunuz
telegram_placeholder_answer = Yanıtınız
telegram_placeholder_reason = Neden
telegram_placeholder_admin = Telegram ID
telegram_menu_request = Erişim iste
telegram_menu_status = Başvurumun durumu
telegram_menu_appeal = Karara itiraz et
telegram_menu_cancel = Başvurumu geri çek
telegram_menu_language = Dil seç
telegram_menu_mydata = Hakkımda saklananlar
telegram_menu_forget = Hakkımdaki her şeyi sil
telegram_menu_help = Bu bot neler yapabilir
telegram_menu_email = Sonuçlar e-postayla da gelsin
telegram_menu_sms = Sonuçlar SMS’le de gelsin
telegram_menu_pending = Açık başvurular
telegram_menu_find = Başvuru bul: /find ayşe
telegram_menu_show = Bir başvuru ve geçmişi: /show 12
telegram_menu_approve = Başvuruyu onayla: /approve 12
telegram_menu_reject = Başvuruyu reddet: /reject 12 neden
telegram_menu_revoke = Birinin erişimini sonlandır: /revoke 12 neden
telegram_menu_reopen = Başvuruyu yeniden aç: /reopen 12
telegram_menu_stats = İstatistikler
telegram_menu_admins = Yönetici listesi
telegram_menu_desk = Tarayıcıda panel bağlantısı

### Telegram: botla ilgili gösterdikleri; “Başlat” düğmesinden önce sohbette (en fazla 512 karakter) ve profilinde (120); biçimlendirmesiz

telegram_bot_description = { $community } topluluğuna erişim başvurularını alıyor, yöneticilerin kararını size iletiyorum. “Başlat” düğmesine dokunun ve bize biraz kendinizden söz edin.
telegram_bot_short_description = { $community } topluluğuna erişim için buradan başvurun.

### Karar veren bir yanıtın ilk sözcükleri; virgülle ayrılır. “Onaylandı” yok: bu bir soru ya da başkasının kararı olabilir

words_approve = onayla, onaylıyorum, onayliyorum, onaylayın, onaylayin, onaylayalım, onaylansın
words_reject = reddet, reddediyorum, reddedin, reddedelim, reddedilsin
words_note = notum

### Böyle bir yanıtı geri alan sözcükler: yadsıyanlar, durduranlar ve “onayla” sözcüğünden sonra onu koşula ya da kuşkuya çevirenler

words_no = hayır, hayir, değil, degil, değilim, degilim, asla, yapma, yapmayın
words_wait = veya, yahut, yoksa, dur, durun, bekle, bekleyin, bekleyelim, iptal, vazgeç, vazgec, vazgeçtim, vazgectim, pardon, hmm, hımm, tüh, eyvah
words_doubt = eğer, eger, ama, ancak, fakat, lakin, yalnız, mı, mu, mü, misin, mısın, misiniz, mısınız, belki, acaba, galiba, herhalde, muhtemelen, sanırım, sanirim, sanki, olabilir, olmaz, olmasın, emin, bence, kararsızım, düşüneyim, düşünelim, düşünüyorum, şartıyla, koşuluyla, takdirde, gerekirse, önce, sonra, henüz, şimdilik, yarın, yarin, yerine, keşke, hata, yanlış, yanlis, yanlışlıkla, yanlislikla, üzgünüm, kusura

### “Neden reddediyorsunuz?” sorusuna verilen ve neden olmayan tam yanıtlar, noktalama işaretsiz; virgülle ayrılır

words_no_reason = evet, tamam, tamamdır, olur, peki, iyi, aynen, tabii, kabul, kabul et, kabul edin, kabul edelim, kabul ediyorum, kabul edildi, al, alın, alalım, girsin, gelsin, içeri al, içeri alın, izin ver, izin verin, yok, hiç, gerek yok, boş ver, boşver, boş verin, neyse, unut, unut gitsin, unutun, bir dakika, bir saniye, bi dakika, bi saniye, az bekle, biraz bekle, biraz bekleyin, vazgeçtim ben, fikrimi değiştirdim, fikrim değişti, iptal et, iptal edin, bunu iptal et, geri al, geri alın, bunu geri al, yanlış, yanlışlıkla, yanlışlıkla oldu, yanlış oldu, yanlış tuş, yanlış düğme, yanlış buton, yanlış kart, yanlış başvuru, yanlış bastım, yanlışlıkla bastım, hata, hata oldu, hata yaptım, benim hatam, yanılmışım, pardon yanlış, reddetme, reddetmeyin, reddetmeyelim, reddetmiyorum, reddetmek istemiyorum, bu değil, bu başvuru değil

### Yazılanın herhangi bir yerinde teşekkür eden sözcükler; virgülle ayrılır

words_thanks = teşekkür, teşekkürler, tesekkür, tesekkur, tesekkürler, tesekkurler, teşekkürlerimi, sağol, sağolun, sağolasın, sagol, sagolun, eyvallah, minnettarım, tşk, tşkler, tşkr, tsk, tskler

### Yöneticilerin paneli, tarayıcıda bir sayfa: biçimlendirmesiz düz metin

desk_title = Başvurular · { $community }
desk_requests = Başvurular
desk_stats = İstatistikler
desk_menu = Menü
desk_views = Bölümler
desk_skip = Başvurulara geç
desk_signed_in_as = Giriş yapan: { $admin }
desk_sign_out = Çıkış yap
desk_language = Dil
desk_shortcuts = Klavye kısayolları
desk_shortcuts_use = Kısayolları kullan
desk_csv = CSV olarak indir
desk_csv_to_me = CSV’yi bana gönder
desk_csv_sent = Bot, dosyayı sizinle olan sohbetine gönderdi.
desk_csv_too_large = Dosya 20 MB’tan büyük olurdu. Listeyi filtrelerle daraltın ya da paneli tarayıcıda açın.
desk_csv_no_chat = Bot size yazamıyor. Onunla sohbeti açıp “Başlat” düğmesine dokunun.
desk_csv_unanswered = Yanıt gelmedi. Yeniden denemeden önce botla sohbetinize bakın; dosya gelmiş olabilir.
desk_csv_failed = Dosya hazırlanamadı. Birazdan yeniden deneyin.
desk_close = Kapat
desk_loading = Yükleniyor …

desk_sign_in = Giriş yap
desk_sign_in_link = Bu bağlantı, bu tarayıcıda { $community } paneline giriş yapmanızı sağlar.
desk_sign_in_needed = Burası { $community } yöneticilerinin paneli. Giriş yapmak için:
desk_sign_in_telegram = Telegram’da botla özel sohbeti açın ve mesaj alanının yanındaki düğmeye dokunun.
desk_sign_in_browser = Başka bir tarayıcıda: o sohbette bota /desk gönderin ve yanıttaki bağlantıyı açın. İki dakika boyunca, bir kez çalışır.
desk_sign_in_by_link = Botla özel sohbetinizde /desk gönderin ve yanıttaki bağlantıyı açın. İki dakika boyunca, bir kez çalışır.
desk_sign_in_refused = Bu bağlantı artık çalışmıyor: her bağlantı iki dakika boyunca, bir kez ve yalnızca yöneticiler için çalışır. Yenisi için bota /desk gönderin.
desk_sign_in_stale = Telegram bu sayfanın eski bir kopyasını açtı. Kapatıp sohbetten yeniden açın ya da bağlantı almak için bota /desk gönderin.
desk_sign_in_too_often = Çok fazla giriş denemesi. Bir dakika bekleyip yeniden deneyin.
desk_wrong_address = Bu sayfa panelin kendi adresinde açılmadı, bu yüzden burada bir şey yapılamaz. Bota /desk gönderip yanıttaki bağlantıyı açın.
desk_session_over = Oturumunuz sona erdi.
desk_signed_out = Çıkış yaptınız.
desk_maybe_signed_in = Oturumunuz hâlâ açık olabilir: bot kapandığını onaylamadı. Birazdan yeniden deneyin.
desk_signed_in_again = Oturumunuz bunların hepsi yapılmadan sona erdi. Şimdi yeniden açıldı; kalanlara bakıp işlemi tekrarlayın.

desk_offline = Bağlantı yok. Gördükleriniz güncel olmayabilir; bağlantı gelir gelmez güncellenir.
desk_not_ready = Bot başlıyor ya da başka bir kopyası çalışıyor. Bu sayfa kendiliğinden yeniden dener.
desk_not_live = Çok fazla panel açık, bu yüzden burada hiçbir şey kendiliğinden görünmez. Birkaçını kapatıp bu sayfayı yenileyin.
desk_no_answer = Yanıt gelmedi, bu yüzden hiçbir şey yapılmadı. Bağlantıyı kontrol edip yeniden deneyin.
desk_unknown = Onay gelmedi, bu yüzden yapılıp yapılmadığı bilinmiyor. Bot yeniden yanıt verir vermez burada görünür.
desk_not_done_yet = Onay gelmedi ve şu ana kadar yapılmadı. Yeniden deneyin; iki kez yapılamaz.
desk_unclear = Bağlantı koptu ama işlem yapılmıştı; şu anki durum bu.
desk_busy = Bu başvuruda şu anda başka bir işlem sürüyor. Birazdan yeniden bakın.
desk_failed = Olmadı: { $detail }
desk_too_often = Aynı anda çok fazla istek. Biraz bekleyip yeniden deneyin.
desk_broken = Botta bir sorun oldu. Nedeni günlük dosyasında.
desk_unusable_words = Bu metin bu haliyle olmaz: görünür bir şey içermiyor ya da çok uzun.
desk_unclear_search = Burada aranacak bir sözcük yok ya da çok fazla var. Bir ad, @username, ID ya da birkaç sözcük yeter.
desk_gone = Bu artık yok.
desk_try_again = Yeniden dene
desk_no_such_page = Böyle bir sayfa yok.
desk_no_such_request = #{ $request } numaralı bir başvuru yok.
desk_no_such_person = Böyle bir kişi yok.

desk_status_pending = Bekliyor
desk_status_approved = Onaylandı
desk_status_rejected = Reddedildi
desk_status_expired = Süresi doldu
desk_status_withdrawn = Geri çekildi
desk_status_revoked = Erişim sona erdi
desk_many_pending = Bekleyen
desk_many_approved = Onaylanan
desk_many_rejected = Reddedilen
desk_many_expired = Süresi dolan
desk_many_withdrawn = Geri çekilen
desk_many_revoked = Erişimi biten

desk_search = Ara
desk_search_hint = Ad, @username, ID ya da sözcükler
desk_status = Durum
desk_status_any = Hepsi
desk_filters = Filtreler
desk_reviewer = Karar veren
desk_reviewer_any = Herkes
desk_client_only = Yalnızca { $client }
desk_from = Başlangıç tarihi
desk_to = Bitiş tarihi
desk_clear_filters = Bütün filtreleri temizle
desk_waits = bekleme: { $waited }
desk_expires_in = kalan süre: { $left }
desk_appeal = { $appeal ->
        [1] İtiraz
       *[other] { $appeal }. itiraz
    }
desk_approvals = onay: { $given }/{ $needed }
desk_no_words = Henüz bir şey yazmadı
desk_text_erased = Bu metin silindi
desk_tick = #{ $request } ({ $client }) başvurusunu işaretle
desk_new = { $count ->
        [one] Bir yeni başvuru. Göster
       *[other] { $count } yeni başvuru. Göster
    }
desk_more = Daha fazla göster
desk_end_of_list = Hepsi bu kadar.
desk_empty = Henüz başvuru yok. Biri erişim ister istemez burada kendiliğinden görünür.
desk_empty_pending = Bekleyen başvuru yok. Yeniler burada kendiliğinden görünür.
desk_empty_filtered = Bu filtrelere uyan başvuru yok.

desk_ticked = { $count } işaretli
desk_tick_group = İşaretli başvurular
desk_untick = İşaretleri kaldır
desk_deciding = Karar veriliyor: { $done }/{ $total } …
desk_all_decided = { $count ->
        [one] Bir başvuruya karar verildi.
       *[other] { $count } başvuruya karar verildi.
    }
desk_some_decided = Karar verilen: { $done }/{ $total }. Karar verilemeyenler:
desk_not_decided = #{ $request }: { $why }

desk_request = Başvuru #{ $request }
desk_choose = Bir başvuru seçin; her şeyi burada görürsünüz.
desk_choose_keys = j sonrakini açar, ? bütün tuşları gösterir.
desk_open_request = Açık başvuru
desk_back = Listeye dön
desk_submitted = Gönderildi
desk_expires = Son tarih
desk_waiting_since = Bekleme: { $waited }
desk_approved_by = Onay: { $admins }
desk_rejected_by = Reddeden: { $admin }
desk_revoked_by = Erişimi sonlandıran: { $admin }
desk_given_up = Başvuran erişimden vazgeçti
desk_reason = Neden
desk_source = Nereden geldi
desk_source_chat = sohbetten
desk_source_form = formdan
desk_source_join = bir sohbete katılma isteğinden
desk_telegram = Telegram
desk_not_on_telegram = Telegram’da değil
desk_address = Adres
desk_all_requests = Bütün başvuruları: { $client }
desk_approved_so_far = Onaylar
desk_own_request = Bu sizin başvurunuz; kararı başka bir yönetici vermeli.
desk_undelivered = Bu kişiye bir mesaj iletilemedi. Sunucunun yanıtı: { $error }
desk_access = Sohbetler
desk_access_in = içeride
desk_access_invited = davet edildi
desk_access_not_on_telegram = henüz Telegram’da değil
desk_access_left = ayrıldı
desk_access_banned = yasaklı
desk_access_by_hand = elle çıkarılması gerekiyor

desk_approve = Onayla
desk_reject = Reddet
desk_reject_with_reason = Nedenle reddet
desk_undo = Geri al
desk_revoke = Erişimi sonlandır
desk_reopen = Yeniden aç
desk_note = Not
desk_note_hint = Yalnızca yöneticilerin gördüğü bir not
desk_add_note = Not ekle
desk_why_reject = Neden reddediyorsunuz?
desk_why_reject_ticked = { $count ->
        [one] Neden reddediyorsunuz?
       *[other] Bu { $count } başvuruyu neden reddediyorsunuz?
    }
desk_why_revoke = Erişim neden sonlandırılıyor?
desk_reason_is_read = Nedeni başvuran da okur.
desk_own_words = Kendi sözlerinizle
desk_without_reason = Neden belirtmeden
desk_cancel = Vazgeç

desk_did_approved = Onaylandı: #{ $request }, { $client }
desk_did_rejected = Reddedildi: #{ $request }, { $client }
desk_did_revoked = Erişim sonlandırıldı: { $client } (#{ $request })
desk_did_reopened = Yeniden açıldı: #{ $request }, { $client }
desk_did_undone = Geri alındı: #{ $request }, { $client }, yeniden bekliyor
desk_did_voted = #{ $request } için onayınız sayıldı: { $given }/{ $needed }
desk_did_note = Not eklendi: #{ $request }
desk_nothing_to_undo = Geri alabileceğiniz bir kararınız yok.
desk_undone_several = { $count ->
        [one] Geri alındı: bir başvuru yeniden bekliyor
       *[other] Geri alındı: { $count } başvuru yeniden bekliyor
    }
desk_undo_too_late = Bu kararı geri almak için artık çok geç.
desk_not_your_decision = Bunu yalnızca kararı veren geri alabilir: { $admin }.
desk_already_voted = Zaten onay verdiniz. Başka yöneticilerin onayı da gerekiyor.
desk_open_instead = Bu kişinin daha yeni, açık bir başvurusu var. Ona karar verin.
desk_approved_meanwhile = { $admin } zaten onayladı ({ $at }).
desk_rejected_meanwhile = { $admin } zaten reddetti ({ $at }).
desk_revoked_meanwhile = { $admin } bu erişimi zaten sonlandırdı ({ $at }).
desk_given_up_meanwhile = Başvuran bu erişimden kendisi vazgeçti.
desk_nothing_sent = Sizden hiçbir şey gönderilmedi.
desk_expired_meanwhile = Süresi doldu; artık karar verilemez.
desk_withdrawn_meanwhile = Geri çekildi; karar verilecek bir şey kalmadı.
desk_changed_meanwhile = Siz baktıktan sonra değişti, bu yüzden karar verilmedi. Yeniden okuyup karar verin.

desk_timeline = Geçmiş
desk_event_submit = Gönderildi
desk_event_appeal = İtiraz edildi
desk_event_withdraw = Geri çekildi
desk_event_vote = Onay verildi
desk_event_vote_withdrawn = Onay geri alındı
desk_event_approve = Onaylandı
desk_event_reject = Reddedildi
desk_event_undo = Karar geri alındı
desk_event_revoke = Erişim sonlandırıldı
desk_event_reopen = Yeniden açıldı
desk_event_expire = Süresi doldu
desk_event_ask = Soru
desk_event_answer = Yanıt
desk_event_add = Eklendi
desk_event_describe = Kendini tanıttı
desk_event_forget = Erişimden vazgeçildi
desk_event_unite = Bir Telegram hesabına bağlandı
desk_event_note = Not
desk_event_other = Değişti
desk_via_chat = sohbette
desk_via_desk = panelde
desk_via_form = formla
desk_via_system = otomatik
desk_message_client_news = “{ $news }” mesajı
desk_message_asked = Soru mesajı
desk_message_appeal_open = “Artık itiraz edebilirsiniz”
desk_message_invitation = Sohbet bağlantıları
desk_message_other = Mesaj
desk_message_owed = gönderiliyor
desk_message_sent = gönderildi
desk_message_undeliverable = iletilemedi

desk_person_requests = Başvurular
desk_person_no_requests = Başvuru yok.
desk_person_older = { $count ->
        [one] Daha eski bir başvuru gösterilmiyor.
       *[other] Daha eski { $count } başvuru gösterilmiyor.
    }
desk_person_admin = Yönetici
desk_person_unreachable = Bot bu kişiye yazamıyor
desk_person_id = Telegram ID

desk_last_days = { $count ->
        [365] Yıl
       *[other] { $count } gün
    }
desk_period = Dönem
desk_plot_outcomes = Günlük başvurular
desk_plot_outcomes_how = Çizginin üstünde gelenler, altında sonuçları.
desk_plot_time = Karara kadar geçen süre
desk_plot_time_how = Başvurudan onaya ya da redde kadar, karar gününe göre.
desk_plot_queue = Bekleyenler
desk_plot_queue_how = Her günün sonunda kaç başvuru bekliyordu.
desk_reviewers = Kim karar veriyor
desk_reviewer_name = Yönetici
desk_reviewer_former = artık yönetici değil
desk_no_decisions = Bu dönemde karar verilmedi.
desk_came_in = Gönderilen
desk_decisions = Kararlar
desk_median = Medyan
desk_ninetieth = 10 karardan 9’u en çok
desk_median_time = Karara kadar geçen sürenin medyanı
desk_ninetieth_time = 10 karardan 9’u en çok bu sürede
desk_day = Gün
desk_as_table = Tablo olarak
desk_time_zone = Günler gece yarısı başlar, { $zone }.

desk_key_next = Sonraki başvuru
desk_key_previous = Önceki başvuru
desk_key_tick = İşaretle ya da işareti kaldır
desk_key_approve = Onayla
desk_key_reject = Reddet
desk_key_reject_with_reason = Nedenle reddet
desk_key_undo = Kararınızı geri al
desk_key_note = Not yaz
desk_key_search = Ara
desk_key_help = Bu tuşları göster
desk_key_back = Kapat ya da listeye dön
