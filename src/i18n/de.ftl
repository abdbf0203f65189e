# Deutsch. Die Sätze sind HTML, wie Telegram es nimmt: https://core.telegram.org/bots/api#html-style
# Wie diese Dateien geschrieben werden: https://projectfluent.org/fluent/guide/
#
# Die Sätze passen überall, auch auf eine Seite und in eine Mail; sie nennen daher keinen Befehl und keine Schaltfläche. Die Namen derer, die
# das tun, beginnen mit telegram_: Nur Telegram zeigt sie, und telegram_x ersetzt dort x. Ebenso sind die mit email_ für Mails, die mit sms_
# für SMS und die mit form_ für die Seiten der Menschen ohne Telegram.
# Angeredet wird mit „Sie“.

### Anfragende: wozu der Bot da ist, wie es um sie steht, was sie tun können

welcome = 👋 Guten Tag! Ich nehme Anfragen nach Zugang zu <b>{ $community }</b> entgegen und überbringe Ihnen die Antwort der Admins.
standing_pending = ⏳ Über Ihre Anfrage <b>#{ $request }</b> ist noch nicht entschieden.
standing_approved = ✅ Ihre Anfrage <b>#{ $request }</b> wurde angenommen.
standing_rejected = ❌ Ihre Anfrage <b>#{ $request }</b> wurde abgelehnt.
standing_expired = ⌛️ Ihre Anfrage <b>#{ $request }</b> ist abgelaufen, bevor die Admins dazu kamen.
standing_withdrawn = ↩️ Ihre Anfrage <b>#{ $request }</b> wurde zurückgezogen.
standing_revoked = ❌ Ihr Zugang wurde beendet (Anfrage <b>#{ $request }</b>).
standing_appeal = { $appeal }. Einspruch
submitted_at = Gestellt: { $submittedAt }
expires_at = Läuft ab: { $expiresAt }, falls bis dahin nicht entschieden ist.
decided_at = Entschieden: { $decidedAt }
client_reason = Grund: <blockquote>{ $reason }</blockquote>
next_pending = Ich melde mich, sobald entschieden ist.
next_approved = Sie haben Zugang zu { $community }. Mehr ist nicht zu tun.
next_again = Sie können gleich eine neue Anfrage stellen.
appeal_not_open = Einspruch können Sie ab { $opensAt } einlegen.
appeal_open = Sie können jetzt Einspruch einlegen.
appeal_open_until = Sie können bis { $closesAt } Einspruch einlegen.
appeal_closed = Die Frist für einen Einspruch endete am { $closedAt }; die Entscheidung ist damit endgültig. Danke für Ihr Interesse.
appeals_used_up = { $limit ->
        [0] Ein Einspruch ist hier nicht möglich
        [one] Ihren einen Einspruch haben Sie schon eingelegt
       *[other] Alle { $limit } Einsprüche haben Sie schon eingelegt
    }; die Entscheidung ist damit endgültig. Danke für Ihr Interesse.

### Anfragende: was mit ihrer Anfrage geschehen ist

news_submitted = ✅ Angekommen! Ihre Anfrage <b>#{ $request }</b> liegt den Admins von { $community } vor.
news_appeal_submitted = ✅ Angekommen! Ihr Einspruch zur Anfrage <b>#{ $request }</b> liegt den Admins von { $community } vor.
news_withdrawn = ↩️ Sie haben Ihre Anfrage <b>#{ $request }</b> zurückgezogen.
news_appeal_withdrawn = ↩️ Sie haben Ihren Einspruch zur Anfrage <b>#{ $request }</b> zurückgezogen. Es bleibt bei der früheren Entscheidung.
news_approved = 🎉 Ihre Anfrage <b>#{ $request }</b> wurde angenommen. Willkommen bei { $community }!
news_rejected = ❌ Ihre Anfrage <b>#{ $request }</b> wurde leider abgelehnt.
news_decision_undone = 🔄 Die Entscheidung über Ihre Anfrage <b>#{ $request }</b> wurde zurückgenommen; die Anfrage wird erneut geprüft.
news_request_reopened = 🔄 Die Admins haben Ihre Anfrage <b>#{ $request }</b> wieder geöffnet und prüfen sie erneut.
news_revoked = ❌ Ihr Zugang zu { $community } wurde beendet (Anfrage <b>#{ $request }</b>).
news_expired = ⌛️ Ihre Anfrage <b>#{ $request }</b> ist leider abgelaufen, bevor die Admins dazu kamen.
news_appeal_expired = ⌛️ Ihr Einspruch zur Anfrage <b>#{ $request }</b> ist leider abgelaufen, bevor die Admins dazu kamen. Es bleibt bei der früheren Entscheidung.
news_appeal_open = 🔔 Die Wartezeit ist um: Gegen die Entscheidung über Ihre Anfrage <b>#{ $request }</b> können Sie jetzt Einspruch einlegen.

### Anfragende: was nur in einer Mail steht. Im Betreff stehen keine fremden Worte

email_subject_submitted = Anfrage #{ $request }: eingegangen
email_subject_appeal_submitted = Anfrage #{ $request }: Einspruch eingegangen
email_subject_withdrawn = Anfrage #{ $request }: zurückgezogen
email_subject_appeal_withdrawn = Anfrage #{ $request }: Einspruch zurückgezogen
email_subject_approved = Anfrage #{ $request }: angenommen
email_subject_rejected = Anfrage #{ $request }: abgelehnt
email_subject_reopened = Anfrage #{ $request }: wird erneut geprüft
email_subject_revoked = Anfrage #{ $request }: Ihr Zugang wurde beendet
email_subject_expired = Anfrage #{ $request }: abgelaufen
email_subject_appeal_expired = Anfrage #{ $request }: Ihr Einspruch ist abgelaufen
email_subject_appeal_open = Anfrage #{ $request }: Einspruch jetzt möglich
email_subject_code = Ihr Code für { $community }
email_code = Um diese Adresse für { $community } zu bestätigen, geben Sie diesen Code dort ein, wo Sie die Adresse genannt haben:
email_code_how = Er gilt { $validFor }.
email_code_unasked = Falls Sie diese Adresse niemandem genannt haben, können Sie diese Nachricht ignorieren: Ohne den Code kommt nichts weiter.
email_join = Das steht Ihnen jetzt offen:
email_join_on_page = Was Ihnen jetzt offensteht, ist in Telegram. Wie Sie dort hineinkommen, steht auf Ihrer Seite.
email_page = Wie es steht und was Sie tun können
email_footer = Sie bekommen diese Nachricht, weil Sie per E-Mail von Ihrer Anfrage nach Zugang zu { $community } hören wollten.
email_footer_code = Jemand hat diese Adresse bei { $community } angegeben. Bis der Code eingegeben ist, wird nichts weiter hierher geschickt.

email_subject_test = Ein Test von { $community }
email_test = ✅ Mails von { $community } kommen hier an.

    Dieser Test wurde beim Einrichten vom Server aus verschickt.
email_footer_test = Einmal gesendet, um zu sehen, ob Mails ankommen.

### Anfragende: was nur in einer SMS steht. Es passt in eine (160 Zeichen, keine typografischen Anführungszeichen) und enthält keine fremden Worte

sms_submitted = { $community }: Ihre Anfrage #{ $request } ist eingegangen.
sms_appeal_submitted = { $community }: Ihr Einspruch zur Anfrage #{ $request } ist eingegangen.
sms_withdrawn = { $community }: Ihre Anfrage #{ $request } wurde zurückgezogen.
sms_appeal_withdrawn = { $community }: Ihr Einspruch zur Anfrage #{ $request } wurde zurückgezogen.
sms_approved = { $community }: Ihre Anfrage #{ $request } wurde angenommen. Willkommen!
sms_rejected = { $community }: Ihre Anfrage #{ $request } wurde abgelehnt.
sms_reopened = { $community }: Ihre Anfrage #{ $request } wird erneut geprüft.
sms_revoked = { $community }: Ihr Zugang wurde beendet (Anfrage #{ $request }).
sms_expired = { $community }: Ihre Anfrage #{ $request } ist ohne Entscheidung abgelaufen.
sms_appeal_expired = { $community }: Ihr Einspruch zur Anfrage #{ $request } ist ohne Entscheidung abgelaufen.
sms_can_appeal = { $community }: Zur Anfrage #{ $request } können Sie jetzt Einspruch einlegen.
sms_code = { $code } ist Ihr Code für { $community }.

### Anfragende: wo sie außer in Telegram erreichbar sind

reached_fallback_email = ✉️ Per E-Mail, wenn Telegram Sie nicht erreicht: <b>{ $address }</b>
reached_both_email = ✉️ Immer auch per E-Mail: <b>{ $address }</b>
reached_off_email = ✉️ E-Mail ist aus: <b>{ $address }</b>
reached_dead_email = ⚠️ Mails an <b>{ $address }</b> lassen sich nicht mehr zustellen.
reached_fallback_sms = 📱 Per SMS, wenn Telegram Sie nicht erreicht: <b>{ $address }</b>
reached_both_sms = 📱 Immer auch per SMS: <b>{ $address }</b>
reached_off_sms = 📱 SMS sind aus: <b>{ $address }</b>
reached_dead_sms = ⚠️ SMS an <b>{ $address }</b> lassen sich nicht mehr zustellen.

### Menschen ohne Telegram: das Formular und ihre eigene Seite im Web

form_language = Sprache
form_title = Um Zugang zu { $community } bitten
form_intro = Die Admins lesen, was Sie hier schreiben, und Sie bekommen ihre Antwort per E-Mail.
form_has_telegram = Sie haben Telegram? Dort ist es einfacher:
form_name = Ihr Name
form_address = Ihre E-Mail-Adresse
form_address_hint = Dorthin kommt zuerst ein Code und später die Antwort. Für anderes wird sie nicht verwendet.
form_message = Ein paar Worte an die Admins
form_message_hint = Wer Sie sind und warum Sie Zugang möchten. { $limit ->
        [one] Höchstens ein Zeichen.
       *[other] Höchstens { $limit } Zeichen.
    }
form_leave_empty = Bitte leer lassen
form_continue = Weiter
form_wrong_name = Bitte schreiben Sie einen Namen von höchstens 64 Zeichen.
form_wrong_address = An diese Adresse lässt sich keine Mail schicken. Bitte prüfen Sie sie; sie sollte so aussehen: <code>name@example.com</code>.
form_no_words = Bitte schreiben Sie ein paar Worte.
form_too_long = Das sind { $length } Zeichen. Höchstens { $limit } sind möglich.
form_too_fast = So schnell schreibt niemand. Bitte sehen Sie alles noch einmal durch und schicken Sie es dann ab.
form_too_old = Diese Seite war zu lange geöffnet. Was Sie geschrieben haben, ist nicht verloren: Bitte schicken Sie es noch einmal ab.
form_too_many_to_address = An diese Adresse gingen innerhalb eines Tages drei Codes, mehr sind nicht möglich. Bitte versuchen Sie es morgen wieder.
form_too_many_of_network = Aus Ihrem Netz kamen innerhalb einer Stunde zu viele Formulare. Bitte versuchen Sie es später wieder.
form_too_many_in_all = Im Moment kommen zu viele Formulare. Bitte versuchen Sie es in einer Stunde wieder.
form_too_many_of_page = Von Ihnen kam innerhalb einer Stunde sehr viel, darum wurde dies nicht gesendet. Was Sie geschrieben haben, steht noch da: Bitte schicken Sie es später ab.
form_code_title = Jetzt noch der Code
form_code_sent = An die angegebene Adresse ist eine Nachricht mit einem sechsstelligen Code unterwegs. Geben Sie ihn hier ein: Erst dann wird Ihre Anfrage abgeschickt.
form_code = Code aus der Nachricht
form_code_hint = Er gilt zehn Minuten. Falls die Nachricht nach einer Minute nicht da ist, sehen Sie im Spam-Ordner nach.
form_code_continue = Anfrage abschicken
form_code_missing = Nichts gekommen, oder war die Adresse falsch?
form_again = Formular neu ausfüllen
form_wrong_code = Das ist nicht der Code. { $left ->
        [one] Sie haben noch einen Versuch.
       *[other] Sie haben noch { $left } Versuche.
    }
form_code_over = Dieser Code gilt nicht mehr
form_code_over_why = Er war älter als zehn Minuten, oder es wurde zu oft ein falscher eingegeben. Mit dem Formular bekommen Sie einen neuen.
form_gone = Dieses Formular gibt es nicht mehr
form_gone_why = Ein Formular wartet eine Stunde auf seinen Code, in dem Browser, in dem es ausgefüllt wurde, wenn dieser Cookies annimmt. Bitte füllen Sie es noch einmal aus.
form_page_title = Ihre Anfrage
form_your_words = Was Sie geschrieben haben
form_page_keep = Behalten Sie die Adresse dieser Seite für sich: Wer sie hat, kann hier alles tun, was Sie tun können. Sie steht auch in den Nachrichten, die Sie bekommen.
form_done_sent = ✅ Ihre Anfrage ist abgeschickt.
form_done_known = Was Sie eben geschrieben haben, wurde nicht abgeschickt: Sie hatten schon angefragt, und so steht es um Ihre Anfrage.
form_done_appealed = ✅ Ihr Einspruch ist abgeschickt.
form_done_withdrawn = ✅ Zurückgezogen.
form_answer_by_email = Die Antwort kommt per E-Mail.
form_answer_by_sms = Die Antwort kommt per SMS.
form_answer_here = Es gibt keine Adresse, an die die Antwort gehen könnte. Bitte sehen Sie hier nach.
form_news_in_telegram = Neues dazu kommt zu Ihnen in Telegram.
form_gave_way = Sie können nur eine Anfrage haben. Deshalb wurde <b>#{ $request }</b> zurückgezogen.
form_appeal_heading = Einspruch einlegen
form_appeal_message = Warum sollten die Admins noch einmal darauf schauen?
form_appeal = Einspruch abschicken
form_ask_heading = Noch einmal anfragen
form_ask = Anfrage abschicken
form_withdraw_heading = Anders überlegt?
form_withdraw_number = Um sie zurückzuziehen, geben Sie ihre Nummer ein: { $request }
form_withdraw = Zurückziehen
form_wrong_number = Das ist nicht die Nummer der Anfrage, die hier offen ist; zurückgezogen wurde nichts.
form_telegram_heading = Haben Sie inzwischen Telegram?
form_telegram = Öffnen Sie diesen Link einmal in Telegram und beginnen Sie dort die Unterhaltung. Ihre Anfrage gehört dann zu Ihrem Konto, und Neues kommt dorthin.
form_telegram_needed = Was Ihnen mit einer Zusage offensteht, ist in Telegram. Öffnen Sie diesen Link einmal dort und beginnen Sie die Unterhaltung: Ihre Anfrage gehört dann zu Ihrem Konto, und Neues kommt dorthin.
form_approved_needs_telegram = Sie haben Zugang zu { $community }. Was Ihnen offensteht, ist in Telegram: Mit dem Link weiter unten kommen Sie hinein.
form_telegram_open = Telegram öffnen
form_not_now = Das ist nicht mehr oder noch nicht möglich: So steht es jetzt.
form_no_page = Diese Seite gibt es nicht
form_no_page_why = Bitte prüfen Sie die Adresse: Sie muss bis zum letzten Zeichen so lauten wie in der Nachricht, die Sie bekommen haben.
form_sorry = Das hat nicht geklappt
form_not_understood = Was hier ankam, lässt sich nicht lesen. Bitte schicken Sie es von der Seite selbst ab.
form_unavailable = Gerade funktioniert etwas nicht, und es wurde nichts abgeschickt. Bitte versuchen Sie es in ein paar Minuten wieder.

### Anfragende: Antworten auf das, was sie schicken

hint_text = Ich bin nur ein Bot und kann das nicht weitergeben.
admins_ask = ❓ Die Admins von { $community } haben eine Frage zu Ihrer Anfrage <b>#{ $request }</b>: <blockquote>{ $message }</blockquote>
passed_on = 📨 Das habe ich Ihrer Anfrage <b>#{ $request }</b> hinzugefügt. Die Admins können es sehen.
too_many_additions = Mehr als { $limit } Nachrichten nimmt diese Anfrage nicht auf; diese habe ich nicht weitergegeben. Die anderen haben die Admins.
telegram_united = ✅ Ihre Anfrage aus dem Web gehört jetzt auch hier zu Ihnen. Ab jetzt schreibe ich Ihnen hier.
telegram_gave_way_ended = Sie können nur eine Anfrage haben. Deshalb ist <b>#{ $request }</b> zurückgezogen, und <b>#{ $to }</b> zählt.
telegram_gave_way_added = Sie können nur eine Anfrage haben. Deshalb ist <b>#{ $request }</b> zurückgezogen; der Text steht jetzt bei <b>#{ $to }</b>.
telegram_gave_way_appealed = Sie können nur eine Anfrage haben. Deshalb ist <b>#{ $request }</b> zurückgezogen; der Text ist jetzt Ihr Einspruch zu <b>#{ $to }</b>.
telegram_not_united_link_used = Dieser Link wurde schon benutzt: Ihre Anfrage aus dem Web gehört bereits zu einem Telegram-Konto.
telegram_not_united_is_admin = Sie gehören hier zu den Admins, daher kann ich die Anfrage aus dem Web nicht Ihrem Konto hinzufügen.
telegram_not_united_two_decisions = Über die Anfrage <b>#{ $here }</b> von hier und über <b>#{ $web }</b> aus dem Web ist schon entschieden, und eine Entscheidung zurücknehmen können nur die Admins. Es hat sich nichts geändert. Bitten Sie jemanden von den Admins, eine der beiden wieder zu öffnen, ziehen Sie diese dann zurück und öffnen Sie den Link noch einmal.
telegram_not_united_appeal_later = Sie können nur eine Anfrage haben, aber <b>#{ $waits }</b> wartet noch, und über <b>#{ $decided }</b> wurde gegen Sie entschieden. Es hat sich nichts geändert. Öffnen Sie den Link ab { $opensAt } noch einmal: Dann wird der Text von <b>#{ $waits }</b> zu Ihrem Einspruch. Oder ziehen Sie <b>#{ $waits }</b> zurück und öffnen Sie den Link gleich danach.
telegram_not_united_no_appeal = Sie können nur eine Anfrage haben, aber <b>#{ $waits }</b> wartet noch, und über <b>#{ $decided }</b> wurde gegen Sie entschieden, ohne dass noch ein Einspruch möglich wäre. Es hat sich nichts geändert. Ziehen Sie <b>#{ $waits }</b> zurück und öffnen Sie den Link noch einmal, oder bitten Sie zuerst jemanden von den Admins, <b>#{ $decided }</b> wieder zu öffnen.
telegram_invitation = 🚪 { $community } hat einen Chat, zu dem Sie Zugang haben.
telegram_join_declined = 🚫 Ihre Beitrittsanfrage für <b>{ $chat }</b> wurde abgelehnt.
telegram_join_question = 👋 Sie möchten { $community } beitreten. Bitte schreiben Sie ein paar Worte über sich: Die Admins lesen sie und entscheiden dann.
telegram_join_question_of = 👋 Sie möchten <b>{ $chat }</b> beitreten. Bitte schreiben Sie ein paar Worte über sich: Die Admins von { $community } lesen sie und entscheiden dann.
telegram_too_many_chats = ⚠️ Telegram kann Sie nicht in <b>{ $chat }</b> aufnehmen: Sie sind in zu vielen Gruppen und Kanälen. Verlassen Sie einige und bitten Sie dann erneut um den Beitritt.
draft_sent = 📨 Abgeschickt.
draft_gone = Diesen Text habe ich nicht mehr. Falls er noch nicht gesendet ist, schreiben Sie ihn bitte noch einmal.
telegram_forget_question =
    <b>Soll ich Sie vergessen?</b> Ihr Name, Ihre Adressen, alles, was Sie geschrieben haben, und alles, was ich Ihnen geschickt habe, wird hier gelöscht, auch auf den Karten der Admins.

    Es bleiben nur Zahlen: Ihre Telegram-ID, und was wann entschieden wurde. Das lässt sich nicht rückgängig machen.
telegram_forget_pending = Ihre offene Anfrage wird dann zurückgezogen.
telegram_forget_approved = Ihr Zugang zu { $community } endet dann.
telegram_forget_verdict = Die Entscheidung gilt weiter, die Wartezeit bis zum Einspruch auch.
telegram_forget_admin = Sie sind Admin: Ihr Name bleibt, denn er steht neben dem, was Sie entscheiden.
telegram_forgotten = 👋 Erledigt. Was Sie geschrieben haben und wer Sie sind, ist gelöscht. Wenn Sie mir wieder schreiben, kenne ich Ihren Namen wieder.
telegram_forgotten_admin = 👋 Erledigt. Was Sie selbst angefragt und geschrieben haben, ist gelöscht. Ihr Name bleibt, solange Sie Admin sind.
telegram_forget_over = Diese Frage hat sich erledigt. Mit /forget stelle ich sie noch einmal.
telegram_my_data = 📄 Alles, was ich über Sie gespeichert habe.
you_are_welcome = Gern geschehen! 😊
hint_not_text = Ich kann nur Text lesen.
left_out_photo = 📎 Ihre Worte kann ich weitergeben, das Foto nicht.
left_out_video = 📎 Ihre Worte kann ich weitergeben, das Video nicht.
left_out_file = 📎 Ihre Worte kann ich weitergeben, die Datei nicht.
left_out_audio = 📎 Ihre Worte kann ich weitergeben, die Aufnahme nicht.
left_out_media = 📎 Ihre Worte kann ich weitergeben, das andere nicht.
left_out_addresses = 📎 Mit den Adressen Ihrer Links wäre der Text zu lang geworden, daher habe ich sie weggelassen.
question_dropped = In Ordnung, vergessen wir das. Es wurde nichts abgeschickt.
too_long_request = Zu lang: { $length } Zeichen, erlaubt sind { $limit } (ein Emoji zählt als zwei oder mehr). Es wurde nichts abgeschickt. Bitte kürzen Sie den Text.
too_long_reason = Zu lang: { $length } Zeichen, für einen Grund sind { $limit } erlaubt (ein Emoji zählt als zwei oder mehr). Es wurde nichts entschieden. Bitte kürzen Sie den Text.
too_long_question = Zu lang: { $length } Zeichen, für eine Frage sind { $limit } erlaubt (ein Emoji zählt als zwei oder mehr). Es wurde nichts abgeschickt. Bitte kürzen Sie den Text.
too_long_note = Zu lang: { $length } Zeichen, für eine Notiz sind { $limit } erlaubt (ein Emoji zählt als zwei oder mehr). Es wurde nichts notiert. Bitte kürzen Sie den Text.
edit_changes_nothing = ✏️ Für mich gilt, was Sie zuerst geschickt haben. Eine spätere Änderung bewirkt nichts.
flooded = ✋ Das sind zu viele Nachrichten auf einmal (höchstens { $limit }, Zeitraum: { $window }). Die nächsten überspringe ich. Bitte versuchen Sie es etwas später wieder.
nobody_can_decide = ⚠️ Sie sind hier die einzige Person mit Admin-Rechten, und über die eigene Anfrage entscheidet niemand selbst. Diese wird also ablaufen. Um mich auszuprobieren, fragen Sie von einem anderen Konto aus.
language_question = In welcher Sprache soll ich Ihnen schreiben?
language_unknown = Diese Sprache kann ich nicht. Welche von diesen soll es sein?
language_set = 👍 Ab jetzt schreibe ich Ihnen auf Deutsch.
language_of_telegram = 👍 Ab jetzt schreibe ich Ihnen in der Sprache, die in Ihrem Telegram eingestellt ist.

### Anfragende: was nicht geht

not_possible = Das ist gerade nicht möglich.
no_request = Sie haben noch keine Anfrage gestellt.
already_pending = ⏳ Sie haben schon eine Anfrage, <b>#{ $request }</b>, gestellt am { $submittedAt }. Sie ist noch offen und läuft am { $expiresAt } ab.
already_approved = ✅ Sie haben schon Zugang zu { $community }.
nothing_to_cancel = Es gibt nichts abzubrechen.
nothing_waits = Es gibt nichts zurückzuziehen.
expired_before_that = ⌛️ Ihre Anfrage <b>#{ $request }</b> war da schon abgelaufen.
nothing_to_appeal = Es gibt nichts, wogegen Sie Einspruch einlegen könnten.

### Admins: die Karte

card_heading = 📨 <b>Anfrage #{ $request }</b>
card_appeal = <b>{ $appeal }. Einspruch</b>
card_client = Von <b>{ $client }</b>
card_unreachable = ⚠️ Ich kann dieser Person nicht schreiben: Sie hat mich blockiert oder ihr Konto gelöscht.
card_not_on_telegram = ⚠️ Ich kann dieser Person nicht schreiben: Sie ist nicht bei Telegram.
card_address = ✉️ { $address }
card_reached_by_email = ✉️ In Telegram erreiche ich diese Person nicht; das Ergebnis bekommt sie per E-Mail.
card_reached_by_sms = 📱 In Telegram erreiche ich diese Person nicht; das Ergebnis bekommt sie per SMS.
card_only_by_email = ✉️ Diese Person ist nicht bei Telegram; das Ergebnis bekommt sie per E-Mail.
card_only_by_sms = 📱 Diese Person ist nicht bei Telegram; das Ergebnis bekommt sie per SMS.
card_dead_email = ⚠️ Die E-Mail-Adresse der Person funktioniert nicht mehr: { $address }
card_dead_sms = ⚠️ Die Telefonnummer der Person funktioniert nicht mehr: { $address }
card_message = <blockquote>{ $message }</blockquote>
card_no_message = <i>Noch ohne Worte.</i>
card_erased = <i>Was geschrieben wurde und von wem, ist gelöscht.</i>
text_erased = Dieser Text wurde gelöscht.
card_given_up = 🚫 <b>Zugang aufgegeben</b>, von der Person selbst.
telegram_erased_card = 🧹 Die Anfrage <b>#{ $request }</b> ist gelöscht: was geschrieben wurde und von wem. Im Verlauf bleibt, was wann entschieden wurde.
card_question = ❓ Frage von { $author }, { $at }: <blockquote>{ $message }</blockquote>
card_answer = 💬 Antwort von { $author }, { $at }: <blockquote>{ $message }</blockquote>
card_addition = ➕ Ergänzt von { $author }, { $at }: <blockquote>{ $message }</blockquote>
card_talk_older = … früher: { $count }
card_first_text = Erste Anfrage, { $at }: <blockquote>{ $message }</blockquote>
card_appeal_text = { $appeal }. Einspruch, { $at }: <blockquote>{ $message }</blockquote>
card_submitted = Gestellt: { $submittedAt }
card_expires = Läuft ab: { $expiresAt }
card_approvals = 👍 Zustimmungen: <b>{ $given } von { $needed }</b>
card_approver = { $admin }
card_was_open_until = War offen bis: { $expiresAt }
card_approved = ✅ <b>Angenommen</b> von { $admin }, { $at }
also_approved = 👍 Zugestimmt haben auch { $admins }
card_rejected = ❌ <b>Abgelehnt</b> von { $admin }, { $at }
card_revoked = 🚫 <b>Zugang beendet</b> von { $admin }, { $at }
card_expired = ⌛️ <b>Abgelaufen</b>, ohne Entscheidung.
card_withdrawn = ↩️ <b>Zurückgezogen</b>, von der Person selbst.
card_reason = Grund: <blockquote>{ $reason }</blockquote>
card_earlier_approved = Früher: angenommen von { $admin }, { $at }
card_earlier_rejected = Früher: abgelehnt von { $admin }, { $at }
card_earlier_revoked = Früher: Zugang beendet von { $admin }, { $at }
card_older = { $count ->
        [one] und davor eine weitere Entscheidung
       *[other] und davor { $count } weitere Entscheidungen
    }

### Admins: Listen

digest = 📨 { $waiting ->
        [0] Es ist keine Anfrage mehr offen.
        [one] Eine Anfrage wartet auf eine Entscheidung.
       *[other] <b>{ $waiting }</b> Anfragen warten auf eine Entscheidung.
    }
pending_none = 🎉 Es ist keine Anfrage offen.
pending_heading = { $total ->
        [one] <b>Eine offene Anfrage</b>
       *[other] <b>{ $total } offene Anfragen</b>, die älteste zuerst
    }
pending_page = Seite { $page } von { $pages }
pending_line =
    <b>#{ $request }</b> { $client }
    { $submittedAt } – läuft ab: { $expiresAt }
pending_waited = ⏳ Wartezeit: { $waited }
pending_words = <i>{ $words }</i>
no_other_waits = Es ist keine weitere Anfrage offen.
pending_approvals = 👍 { $given } von { $needed }
found_none = 🔍 Keine Anfrage passt zu <b>{ $words }</b>.
found_heading = 🔍 Anfragen zu <b>{ $words }</b>, die neueste zuerst
found_line = <b>#{ $request }</b> { $client } · { $submittedAt }
found_pending = ⏳ offen
found_approved = ✅ angenommen
found_rejected = ❌ abgelehnt
found_expired = ⌛️ abgelaufen
found_withdrawn = ↩️ zurückgezogen
found_revoked = 🚫 Zugang beendet
found_beginning = <i>{ $beginning }</i>
found_looked_through = Sehr kurze Wörter werden nur in den neuesten { $count } Anfragen gesucht.
reminder_heading = ⏰ { $total ->
        [one] Eine Anfrage läuft bald ab und ist noch nicht entschieden:
       *[other] <b>{ $total }</b> Anfragen laufen bald ab und sind noch nicht entschieden:
    }
reminder_line = <b>#{ $request }</b> { $client } – { $expiresAt }
reminder_more = … und { $count } weitere
history_heading = <b>Verlauf</b>
history_older = … früher: { $count }
history_submit = { $at }: gestellt
history_appeal = { $at }: Einspruch
history_withdraw = { $at }: zurückgezogen
history_vote = { $at }: zugestimmt
history_vote_withdrawn = { $at }: Zustimmung zurückgenommen
history_approve = { $at }: angenommen
history_reject = { $at }: abgelehnt
history_undo = { $at }: Entscheidung zurückgenommen
history_revoke = { $at }: Zugang beendet
history_reopen = { $at }: wieder geöffnet
history_expire = { $at }: abgelaufen
history_ask = { $at }: Rückfrage
history_answer = { $at }: Antwort
history_add = { $at }: Text ergänzt
history_describe = { $at }: ein paar Worte geschrieben
history_forget = { $at }: Zugang aufgegeben
history_unite = { $at }: mit einem Telegram-Konto verbunden
history_note = { $at }: 📝 Notiz
history_by = – { $actor }
history_by_system = – automatisch
history_reason = <i>{ $reason }</i>
stats_heading = 📊 <b>Anfragen</b>
stats_pending = offen: { $count }
stats_approved = angenommen: { $count }
stats_rejected = abgelehnt: { $count }
stats_expired = abgelaufen: { $count }
stats_withdrawn = zurückgezogen: { $count }
stats_revoked = Zugang beendet: { $count }
stats_undeliverable = ⚠️ { $count ->
        [one] Eine Nachricht ließ sich nicht zustellen.
       *[other] { $count } Nachrichten ließen sich nicht zustellen.
    }
stats_chat = 👥 { $title }: { $in } von { $wanted } angenommenen Personen sind dabei
stats_oldest = ⏳ wartet am längsten: <b>#{ $request }</b> { $client }, { $waited }
stats_week = <b>Diese Woche</b>, seit { $since }
stats_month = <b>Letzte { $days } Tage</b>, seit { $since }
stats_submitted = gestellt: { $count }
stats_waits = ⏱ Zeit bis zur Entscheidung: { $median } (Median), { $slowest } (längste, #{ $request })
stats_decider = 👤 { $admin }: { $count ->
        [one] 1 Entscheidung
       *[other] { $count } Entscheidungen
    }
stats_decider_former = 👤 { $admin } (nicht mehr Admin): { $count ->
        [one] 1 Entscheidung
       *[other] { $count } Entscheidungen
    }
stats_deciders_others = andere: { $count }
stats_picture = 📊 <b>Anfragen pro Tag</b>, { $since } – { $until }
stats_picture_submitted = 🟦 { stats_submitted }
stats_picture_approved = 🟩 { stats_approved }
stats_picture_rejected = 🟥 { stats_rejected }
stats_picture_expired = 🟨 { stats_expired }
stats_picture_withdrawn = ⬜️ { stats_withdrawn }
stats_picture_revoked = 🟪 { stats_revoked }
stats_picture_how = Über der Linie: was hereinkam. Darunter: was daraus wurde. Die Zahlen unter den Tagen sind die der Montage.

### Admins: Antworten auf das, was sie tun

decided_pending = 🔄 Anfrage <b>#{ $request }</b> von { $client } ist wieder offen.
decided_approved = ✅ Anfrage <b>#{ $request }</b> von { $client } angenommen.
decided_rejected = ❌ Anfrage <b>#{ $request }</b> von { $client } abgelehnt.
decided_expired = ⌛️ Anfrage <b>#{ $request }</b> von { $client } ist abgelaufen.
decided_withdrawn = ↩️ Anfrage <b>#{ $request }</b> von { $client } wurde zurückgezogen.
decided_revoked = 🚫 Zugang von { $client } beendet (Anfrage <b>#{ $request }</b>).
question_sent = ❓ An { $client } geschickt, Anfrage <b>#{ $request }</b>. Die Antwort wird auf der Karte stehen.
noted = 📝 Notiz zur Anfrage <b>#{ $request }</b> ({ $client }) hinzugefügt. Nur Admins sehen sie.
voted = 👍 Sie haben der Anfrage <b>#{ $request }</b> von { $client } zugestimmt.
vote_withdrawn = ↩️ Zustimmung zur Anfrage <b>#{ $request }</b> von { $client } zurückgenommen.
approvals_so_far = { $given } von { $needed } Zustimmungen: { $more ->
        [0] Die nächste entscheidet.
        [one] Eine fehlt noch.
       *[other] { $more } fehlen noch.
    }
approvals_impossible = ⚠️ Annehmen unmöglich: { $possible ->
        [one] Nur eine Person kann
       *[other] Nur { $possible } Admins können
    } entscheiden, weniger als <code>APPROVALS_NEEDED</code>.
no_such_request = Eine Anfrage #{ $request } gibt es nicht.
admins_only = 🚫 Das können nur Admins.
not_own_words = ✋ Das ist nicht Ihre eigene Nachricht, daher wurde nichts entschieden. Es zählt nur, was Sie selbst schreiben.
was_first_approved = { $admin } hat die Anfrage #{ $request } schon am { $at } angenommen.
was_first_rejected = { $admin } hat die Anfrage #{ $request } schon am { $at } abgelehnt.
was_first_revoked = { $admin } hat den Zugang aus Anfrage #{ $request } schon am { $at } beendet.
you_decided_approved = Sie haben die Anfrage #{ $request } schon am { $at } angenommen.
you_decided_rejected = Sie haben die Anfrage #{ $request } schon am { $at } abgelehnt.
you_decided_revoked = Sie haben den Zugang aus Anfrage #{ $request } schon am { $at } beendet.
request_pending = Anfrage #{ $request } wartet auf eine Entscheidung.
request_approved = Anfrage #{ $request } ist angenommen.
request_rejected = Anfrage #{ $request } ist abgelehnt.
request_expired = Anfrage #{ $request } ist abgelaufen; es gibt nichts mehr zu entscheiden.
request_withdrawn = Anfrage #{ $request } wurde zurückgezogen; es gibt nichts mehr zu entscheiden.
request_revoked = Der Zugang aus Anfrage #{ $request } ist beendet.
decided_too_late = ⌛️ Zu spät: Anfrage #{ $request } ist am { $expiresAt } abgelaufen.
own_request = Über die eigene Anfrage können Sie nicht entscheiden. Das muss jemand anderes tun.
already_voted = Sie haben der Anfrage #{ $request } schon zugestimmt.
no_vote = Sie haben der Anfrage #{ $request } nicht zugestimmt; es gibt nichts zurückzunehmen.
nothing_to_undo = Zur Anfrage #{ $request } gibt es keine Entscheidung, die sich zurücknehmen ließe.
not_your_decision = Zurücknehmen kann das nur, wer entschieden hat: { $admin }.
undo_too_late = Die Entscheidung über Anfrage #{ $request } lässt sich nicht mehr zurücknehmen.
not_approved = Anfrage #{ $request } ist nicht angenommen; es gibt keinen Zugang zu beenden.
nothing_to_reopen = Anfrage #{ $request } lässt sich nicht wieder öffnen. Das geht nur bei abgelehnten und abgelaufenen und dort, wo der Zugang beendet wurde.

### Admins: was sie über den Bot selbst wissen sollten

update_parked = ⚠️ Eine Nachricht von Telegram konnte ich nicht verarbeiten, obwohl ich es { $attempts ->
        [one] einmal
       *[other] { $attempts }-mal
    } versucht habe. Ich habe sie beiseitegelegt (Update { $update }). Im Protokoll steht, warum.
channel_away_email = ⚠️ Mails lassen sich nicht versenden. Was der Mailserver sagte oder woran es lag: <blockquote>{ $reason }</blockquote>
    Alle Mails warten, nichts geht verloren; es geht von selbst weiter, sobald der Mailserver sie annimmt. <code>check --mail</code> auf dem Server zeigt, wo es hakt.
channel_away_sms = ⚠️ SMS lassen sich nicht versenden. Was das Gateway sagte oder woran es lag: <blockquote>{ $reason }</blockquote>
    Alle warten, nichts geht verloren; es geht von selbst weiter, sobald das Gateway sie annimmt.
channel_back_email = ✅ Mails gehen wieder hinaus. Was gewartet hat, wird jetzt gesendet.
channel_back_sms = ✅ SMS gehen wieder hinaus. Was gewartet hat, wird jetzt gesendet.
backup_failed = ⚠️ Die Sicherung meiner Daten ist fehlgeschlagen. Im Protokoll steht, warum.
backup_missing = ⚠️ Meine Daten sind schon zu lange nicht mehr gesichert worden. Bitte prüfen Sie, ob der Timer oder Dienst läuft, der das tut.
backup_newest = Die neueste brauchbare Sicherung ist vom { $lastBackup }.
backup_none = Es gibt keine brauchbare Sicherung.
backups_work_again = ✅ Die Sicherungen gelingen wieder. Die neueste ist vom { $lastBackup }.
webhook_given_up = ⚠️ Drei Tage lang habe ich versucht, { $host } eine Änderung beim Zugang zu melden (Anfrage #{ $request }), und gebe jetzt auf. Im Protokoll steht, warum. Ich warne erst wieder, wenn dort inzwischen ein Webhook angenommen wurde.
webhook_gone = ⚠️ { $host } will keine Webhooks mehr (410 Gone), ich schicke also keine mehr. Sie warten, bis WEBHOOK_URL geändert wird.
admins_heading = 🛡 { $count ->
        [one] Nur diese Person entscheidet:
       *[other] Die <b>{ $count }</b> Admins:
    }
admins_more = … und { $count } weitere
admins_too_few = ⚠️ { $left ->
        [one] Es gibt nur noch eine Person mit Admin-Rechten
       *[other] Es gibt nur noch { $left } Admins
    }, weniger als <code>APPROVALS_NEEDED</code> ({ $needed }). Annehmen lässt sich daher nichts.
admin_joined = 🛡 Sie gehören jetzt zu den Admins von { $community }, hinzugefügt von { $admin }. Sie entscheiden mit, wer Zugang bekommt.
admin_left = Sie gehören nicht mehr zu den Admins von { $community }.
expired_digest = ⌛️ { $count ->
        [one] Eine Anfrage ist ohne Entscheidung abgelaufen.
       *[other] <b>{ $count }</b> Anfragen sind ohne Entscheidung abgelaufen.
    }

### Telegram, an Anfragende: was sie tun können

telegram_welcome_email = ✉️ /email – das Ergebnis per E-Mail, wenn Telegram Sie nicht erreicht
telegram_welcome_sms = 📱 /sms – das Ergebnis per SMS, wenn Telegram Sie nicht erreicht
telegram_welcome_admin =
    🛡 Sie gehören hier zu den Admins. { $waiting ->
        [0] Es ist keine Anfrage offen.
        [one] Eine Anfrage wartet auf eine Entscheidung.
       *[other] { $waiting } Anfragen warten auf eine Entscheidung.
    }

    { telegram_admin_commands }
telegram_welcome_admin_uncounted =
    🛡 Sie gehören hier zu den Admins.

    { telegram_admin_commands }
telegram_admin_commands =
    /pending – offene Anfragen, die älteste zuerst
    <code>/find anna</code> – Anfragen nach Name, @username, ID, Adresse oder Wörtern
    <code>/show 12</code> – eine Anfrage und ihr Verlauf
    <code>/approve 12 13</code>, <code>/reject 12 Grund</code> – entscheiden
    <code>/revoke 12 Grund</code> – einen Zugang beenden
    <code>/reopen 12</code> – eine Anfrage wieder öffnen
    <code>Notiz</code> und ein Text als Antwort auf eine Karte – eine Notiz, die nur Admins sehen
    /stats – Statistik
    /admins – Liste der Admins
telegram_welcome_desk = /desk – der Admin-Bereich: im Browser entscheiden
telegram_next_none =
    Um Zugang zu bekommen, schicken Sie /request und ein paar Worte über sich, zum Beispiel:
    <code>/request Ich bin Anna, eine Freundin von Boris</code>
telegram_next_pending = { next_pending } Nachsehen: /status, zurückziehen: /cancel.
telegram_next_again = Sie können gleich eine neue Anfrage stellen: /request
telegram_next_admin = /pending zeigt die offenen Anfragen, /help erklärt, wie Sie entscheiden.
telegram_appeal_open = Sie können jetzt Einspruch einlegen: Schicken Sie /appeal und schreiben Sie den Admins, was sich geändert hat.
telegram_appeal_open_until = Sie können bis { $closesAt } Einspruch einlegen: Schicken Sie /appeal und schreiben Sie den Admins, was sich geändert hat.

### Telegram, an Anfragende: Antworten auf das, was sie schicken

telegram_offer_request = Soll ich das den Admins von { $community } als Ihre Anfrage nach Zugang schicken? /help zeigt, was ich sonst kann.
telegram_offer_appeal = Soll ich das den Admins von { $community } als Ihren Einspruch schicken? /help zeigt, was ich sonst kann.
telegram_offer_addition = Ihre Anfrage ist noch offen. Soll ich ihr das für die Admins von { $community } hinzufügen? /status zeigt, wie es um sie steht.
telegram_how_to_answer = Antworten Sie auf diese Nachricht oder schreiben Sie einfach Ihre Antwort.
telegram_hint_unknown_command = Diesen Befehl kenne ich nicht. /help zeigt, was ich kann.
telegram_question_request = Erzählen Sie den Admins in Ihrer nächsten Nachricht etwas über sich (Zeit dafür: { $within }).
telegram_question_appeal = Schreiben Sie den Admins in Ihrer nächsten Nachricht, was sich geändert hat (Zeit dafür: { $within }).
telegram_desk_link = 🖥 Diese Schaltfläche öffnet den Admin-Bereich. Sie funktioniert einmal, innerhalb von 2 Minuten. Geben Sie sie nicht weiter: Wer sie hat, handelt in Ihrem Namen.
telegram_desk_link_to_copy = 🖥 Dieser Link öffnet den Admin-Bereich. Er funktioniert einmal, innerhalb von 2 Minuten. Geben Sie ihn nicht weiter: Wer ihn hat, handelt in Ihrem Namen.
    <code>{ $url }</code>
telegram_desk_signed_in = 🖥 Im Admin-Bereich angemeldet, { $at }.
telegram_desk_signed_out = 🖥 Vom Admin-Bereich abgemeldet. /desk lässt Sie wieder hinein.
telegram_desk_off = Es gibt keinen Admin-Bereich: Wo ich laufe, ist <code>WEB_LISTEN</code> nicht gesetzt.
telegram_private_chat_only = Schreiben Sie mir privat: https://t.me/{ $bot }
telegram_address_none_email = ✉️ Wenn Telegram Sie nicht erreicht, kann ich Ihnen das Ergebnis Ihrer Anfrage per E-Mail mitteilen. Schicken Sie mir Ihre Adresse: <code>/email you@example.com</code>
telegram_address_none_sms = 📱 Wenn Telegram Sie nicht erreicht, kann ich Ihnen das Ergebnis Ihrer Anfrage per SMS mitteilen. Schicken Sie mir Ihre Nummer mit Landesvorwahl: <code>/sms +49 151 23456789</code>
telegram_address_waits_email = ✉️ An <b>{ $address }</b> habe ich einen Code geschickt. Schreiben Sie ihn hierher, um die Adresse zu bestätigen.
telegram_address_waits_sms = 📱 An <b>{ $address }</b> habe ich einen Code geschickt. Schreiben Sie ihn hierher, um die Nummer zu bestätigen.
telegram_address_how_email =
    <code>/email on</code>: nur wenn Telegram Sie nicht erreicht
    <code>/email both</code>: immer zusätzlich
    <code>/email off</code>: nie
telegram_address_how_sms =
    <code>/sms on</code>: nur wenn Telegram Sie nicht erreicht
    <code>/sms both</code>: immer zusätzlich
    <code>/sms off</code>: nie
telegram_address_again_email = Schicken Sie mir eine andere Adresse oder dieselbe noch einmal, falls sie wieder funktioniert: <code>/email you@example.com</code>
telegram_address_again_sms = Schicken Sie mir eine andere Nummer oder dieselbe noch einmal, falls sie wieder funktioniert: <code>/sms +49 151 23456789</code>
telegram_address_code_sent_email = ✉️ Ich schicke einen Code an <b>{ $address }</b>. Schreiben Sie ihn hierher; er gilt { $within }. Falls Sie die Mail nicht finden, sehen Sie im Spam-Ordner nach.
telegram_address_code_sent_sms = 📱 Ich schicke einen Code an <b>{ $address }</b>. Schreiben Sie ihn hierher; er gilt { $within }.
telegram_address_proved_email = ✅ Die Adresse <b>{ $address }</b> ist bestätigt.
telegram_address_proved_sms = ✅ Die Nummer <b>{ $address }</b> ist bestätigt.
telegram_address_moved = Bisher gehörte sie zu einem anderen Konto. Jetzt gehört sie zu Ihrem, und das andere bekommt dort nichts mehr.
telegram_address_wrong_code = Das ist nicht der Code. { $tries ->
        [one] Sie haben noch einen Versuch.
       *[other] Sie haben noch { $tries } Versuche.
    }
telegram_address_code_over_email = Dieser Code gilt nicht mehr. Für einen neuen schicken Sie mir die Adresse noch einmal: <code>/email you@example.com</code>
telegram_address_code_over_sms = Dieser Code gilt nicht mehr. Für einen neuen schicken Sie mir die Nummer noch einmal: <code>/sms +49 151 23456789</code>
telegram_address_not_an_address_email = Dorthin kann ich keine Mail schicken. Eine Adresse sieht so aus: <code>/email you@example.com</code>
telegram_address_not_an_address_sms = Dorthin kann ich keine SMS schicken. Schreiben Sie die Nummer mit Plus und Landesvorwahl: <code>/sms +49 151 23456789</code>
telegram_address_not_allowed_sms = In dieses Land kann ich keine SMS schicken. Nummern müssen so beginnen: { $prefixes }.
telegram_address_no_address_email = Ich habe keine E-Mail-Adresse von Ihnen. Schicken Sie mir eine: <code>/email you@example.com</code>
telegram_address_no_address_sms = Ich habe keine Telefonnummer von Ihnen. Schicken Sie mir eine: <code>/sms +49 151 23456789</code>
telegram_address_dead_email = Mails an Ihre Adresse lassen sich nicht mehr zustellen. Schicken Sie mir eine andere oder dieselbe noch einmal, falls sie wieder funktioniert: <code>/email you@example.com</code>
telegram_address_dead_sms = SMS an Ihre Nummer lassen sich nicht mehr zustellen. Schicken Sie mir eine andere oder dieselbe noch einmal, falls sie wieder funktioniert: <code>/sms +49 151 23456789</code>
telegram_address_too_many_email = Mehr Codes darf ich an einem Tag nicht schicken. Bitte versuchen Sie es morgen wieder.
telegram_address_too_many_sms = Mehr Codes darf ich an einem Tag nicht schicken. Bitte versuchen Sie es morgen wieder.
telegram_address_no_more_today_sms = Heute kann ich keine Codes per SMS mehr schicken. Bitte versuchen Sie es morgen wieder.
telegram_address_of_form_email = Die Anfrage, die im Web mit dieser Adresse gestellt wurde, lässt sich Ihrem Konto gerade nicht hinzufügen. Es hat sich nichts geändert: Neues dazu kommt weiterhin per E-Mail. In jeder dieser E-Mails ist ein Link zur Seite der Anfrage: Öffnen Sie von dort aus Telegram, dann sage ich Ihnen, was Sie tun können.
telegram_address_undeliverable_email = ⚠️ Der Code an <b>{ $address }</b> ließ sich nicht zustellen. Prüfen Sie die Adresse und schicken Sie sie mir noch einmal: <code>/email you@example.com</code>
telegram_address_undeliverable_sms = ⚠️ Der Code an <b>{ $address }</b> ließ sich nicht zustellen. Prüfen Sie die Nummer und schicken Sie sie mir noch einmal: <code>/sms +49 151 23456789</code>
telegram_your_id = Ihre Telegram-ID: <code>{ $id }</code>
telegram_chat_id = Damit die Karten hierher kommen, setzen Sie <code>ADMIN_CHAT_ID={ $chat }</code> und starten mich neu.
telegram_chat_id_set = Die Karten kommen schon hierher (<code>ADMIN_CHAT_ID={ $chat }</code>).
telegram_not_possible = { not_possible } /help zeigt, was geht.
telegram_already_pending =
    { already_pending }
    Für eine neue ziehen Sie erst diese zurück: /cancel

### Telegram, an Admins: wer die Admins sind

telegram_admins_owner = 👑 <a href="tg://user?id={ $adminId }">{ $admin }</a> (ID <code>{ $adminId }</code>), in den Einstellungen benannt
telegram_admins_added = 🛡 <a href="tg://user?id={ $adminId }">{ $admin }</a> (ID <code>{ $adminId }</code>), hinzugefügt von { $by }, { $at }
telegram_admins_unreachable = ⚠️ Ich kann dieser Person nicht schreiben. Sie muss einen Chat mit mir öffnen und auf „Starten“ tippen.
telegram_admins_unknown = Von dieser Person habe ich noch nichts gehört. Falls sie nichts bekommt, muss sie einen Chat mit mir öffnen und auf „Starten“ tippen.
telegram_admins_how =
    <code>/admins add ID</code> – jemandem Admin-Rechte geben. Oder antworten Sie mit <code>/admins add</code> auf eine Nachricht der Person, in einer Gruppe oder an mich weitergeleitet.
    <code>/admins remove ID</code> – jemandem die Admin-Rechte nehmen.
    Wer in <code>ADMIN_TELEGRAM_ID</code> steht, lässt sich hier nicht entfernen.
telegram_admin_added = ✅ <a href="tg://user?id={ $adminId }">{ $admin }</a> (ID <code>{ $adminId }</code>) gehört jetzt zu den Admins.
telegram_admin_unknown = ⚠️ Diese ID kenne ich nicht: Niemand mit ihr hat mir je geschrieben. Falls sie vertippt ist, nehmen Sie es zurück: <code>/admins remove { $adminId }</code>. Falls sie stimmt, muss die Person einen Chat mit mir öffnen und auf „Starten“ tippen.
telegram_admin_removed = ✅ <a href="tg://user?id={ $adminId }">{ $admin }</a> (ID <code>{ $adminId }</code>) gehört nicht mehr zu den Admins.
telegram_admins_changed_added = 👤 { $by } hat <a href="tg://user?id={ $adminId }">{ $admin }</a> (ID <code>{ $adminId }</code>) zu den Admins hinzugefügt. /admins zeigt alle, die entscheiden.
telegram_admins_changed_removed = 👤 { $by } hat <a href="tg://user?id={ $adminId }">{ $admin }</a> (ID <code>{ $adminId }</code>) aus den Admins entfernt. /admins zeigt alle, die entscheiden.
telegram_admins_already_admin = { $admin } gehört schon zu den Admins.
telegram_admins_is_owner = { $admin } steht in <code>ADMIN_TELEGRAM_ID</code> und lässt sich hier nicht entfernen. Ändern Sie die Einstellung und starten Sie mich neu.
telegram_admins_not_added = { $admin } gehört nicht zu den Admins. /admins zeigt, wer dazugehört.
telegram_admins_owners_only = 🔒 Wer entscheidet, können nur die ändern, die in <code>ADMIN_TELEGRAM_ID</code> stehen. /admins zeigt sie.
telegram_admins_hidden = 🎭 Diese Person verbirgt in weitergeleiteten Nachrichten ihr Konto, ich sehe also nicht, wer es ist. Bitten Sie sie, mir /id zu schicken, und schicken Sie dann <code>/admins add</code> und die Nummer.
telegram_admins_no_person = 🤔 Diese Nachricht stammt nicht von einer Person, daher hat sich nichts geändert. Schicken Sie <code>/admins add</code> und die Telegram-ID; die erfährt jede Person, indem sie mir /id schickt.
telegram_admins_no_persons_id = 🤔 Diese ID gehört keiner Person, sondern einer Gruppe, einem Kanal, einem Bot oder Telegram selbst, und nur Menschen entscheiden. Nichts hat sich geändert. Die eigene ID erfährt, wer mir /id schickt.
telegram_admins_not_an_id = 🤔 Das ist keine Telegram-ID, daher hat sich nichts geändert. Es ist eine Zahl, zum Beispiel <code>/admins add 123456789</code>; die eigene erfährt, wer mir /id schickt.
telegram_admins_remove_whom = Wen? Fügen Sie die Telegram-ID hinzu: <code>/admins remove 123456789</code>. /admins zeigt sie.
telegram_admins_unclear = 🤔 Nichts hat sich geändert. /admins zeigt, wer entscheidet, <code>/admins add 123456789</code> und <code>/admins remove 123456789</code> ändern es.
telegram_new_admin_question = <a href="tg://user?id={ $adminId }">{ $admin }</a>, wer soll Admin-Rechte bekommen? Leiten Sie mir eine Nachricht der Person weiter oder antworten Sie mit ihrer Telegram-ID. Anders überlegt? /cancel

### Telegram, an Admins: die Karte

telegram_card_username = @{ $username }
telegram_card_notes = 📝 Notizen: { $count } – <code>/show { $request }</code>
telegram_card_id = ID <a href="tg://user?id={ $id }">{ $id }</a>

### Telegram, an Admins: Antworten auf das, was sie tun

telegram_ask_question = <a href="tg://user?id={ $adminId }">{ $admin }</a>, was möchten Sie { $client } zur Anfrage <b>#{ $request }</b> fragen? Antworten Sie auf diese Nachricht; Ihre Worte werden unverändert weitergegeben, ohne Ihren Namen. Anders überlegt? /cancel
telegram_reply_with_question = Ich kann nicht erkennen, zu welcher Anfrage diese Frage gehört, daher wurde nichts abgeschickt. Bitte schicken Sie sie als Antwort auf meine Nachricht zu dieser Anfrage.
telegram_question_as_reply = Falls das die Rückfrage ist, schicken Sie sie als Antwort auf meine Nachricht. Noch wurde nichts abgeschickt.
telegram_client_answered = 💬 <a href="tg://user?id={ $adminId }">{ $admin }</a>, { $client } hat Ihre Frage zur Anfrage <b>#{ $request }</b> beantwortet: <blockquote>{ $message }</blockquote>
telegram_question_undelivered = ⚠️ <a href="tg://user?id={ $adminId }">{ $admin }</a>, Ihre Frage zur Anfrage <b>#{ $request }</b> hat { $client } nicht erreicht: Ich kann der Person nicht schreiben. Sobald sie wieder einen Chat mit mir öffnet, schicke ich die Frage, falls die Anfrage dann noch offen ist.
telegram_own_reason = ✍️ { $admin } schreibt einen Grund für die Ablehnung der Anfrage <b>#{ $request }</b>.
telegram_reason_question = <a href="tg://user?id={ $adminId }">{ $admin }</a>, warum lehnen Sie die Anfrage <b>#{ $request }</b> von { $client } ab? Antworten Sie auf diese Nachricht; Ihre Worte werden unverändert weitergegeben. Anders überlegt? /cancel
telegram_reason_choice = 💬 Warum lehnen Sie die Anfrage <b>#{ $request }</b> von { $client } ab? Wählen Sie einen Grund, den die Person in ihrer eigenen Sprache liest, oder antworten Sie mit einem eigenen. Anders überlegt? /cancel
telegram_no_such_request = { no_such_request } /pending zeigt die offenen.
telegram_unclear_reply = 🤔 Es wurde nichts entschieden. Tippen Sie auf eine Schaltfläche der Karte oder antworten Sie auf die Karte mit <code>annehmen</code> oder <code>ablehnen</code> und einem Grund.
telegram_not_a_card = 🤔 Das ist keine Karte einer Anfrage, daher wurde nichts entschieden. Nehmen Sie die Karte der Anfrage selbst oder schicken Sie <code>/approve 12</code> oder <code>/reject 12 Grund</code>.
telegram_how_to_find = 🔍 Wonach soll ich suchen? Schicken Sie einen Namen, einen @username, eine Telegram-ID, eine Adresse, die Nummer einer Anfrage oder Wörter der Nachricht, höchstens { $limit } Wörter: <code>/find anna berlin</code>
telegram_search_gone = Diese Liste gilt nicht mehr. Schicken Sie /find noch einmal.
telegram_which_one_approve = Welche Anfrage? Fügen Sie ihre Nummer hinzu: <code>/approve 12</code>
telegram_which_one_reject = Welche Anfrage? Fügen Sie ihre Nummer und, wenn Sie mögen, einen Grund hinzu: <code>/reject 12 Grund</code>
telegram_which_one_revoke = Wessen Zugang? Fügen Sie die Nummer der Anfrage und, wenn Sie mögen, einen Grund hinzu: <code>/revoke 12 Grund</code>
telegram_which_one_reopen = Welche Anfrage? Fügen Sie ihre Nummer hinzu: <code>/reopen 12</code>
telegram_which_one_show = Welche Anfrage? Fügen Sie ihre Nummer hinzu: <code>/show 12</code>
telegram_how_several_approve = 🤔 Es wurde nichts entschieden. Schicken Sie nur die Nummern: <code>/approve 12</code> oder <code>/approve 12 13</code>
telegram_how_several_reject = 🤔 Es wurde nichts entschieden. Schreiben Sie den Grund hinter einen Doppelpunkt: <code>/reject 12: Grund</code> oder <code>/reject 12 13: Grund</code>
telegram_how_several_revoke = 🤔 Es wurde nichts entschieden. Schreiben Sie den Grund hinter einen Doppelpunkt: <code>/revoke 12: Grund</code> oder <code>/revoke 12 13: Grund</code>
telegram_how_several_reopen = 🤔 Es wurde nichts wieder geöffnet. Schicken Sie nur die Nummern: <code>/reopen 12</code> oder <code>/reopen 12 13</code>
telegram_how_several_show = 🤔 Schicken Sie nur die Nummern: <code>/show 12</code> oder <code>/show 12 13</code>
telegram_too_many_at_once = Es wurde nichts getan: Ein Befehl nimmt höchstens { $limit ->
        [one] eine Anfrage
       *[other] { $limit } Anfragen
    }.
telegram_reason_or_approval = 🤔 Ich hatte gefragt, warum Sie die Anfrage <b>#{ $request }</b> ablehnen. Das klingt nicht nach einem Grund, daher wurde nichts entschieden. Zum Annehmen: <code>/approve { $request }</code>. Zum Ablehnen antworten Sie mit dem Grund. /cancel lässt die Frage fallen.
telegram_which_reason = 🤔 Ich habe Sie nach mehreren Gründen gefragt ({ $requests }). Antworten Sie auf die Frage, die Sie meinen. Noch wurde nichts entschieden.
telegram_reply_with_reason = Falls das der Grund ist, nach dem ich gefragt habe, schicken Sie ihn als Antwort auf meine Frage. Noch wurde nichts entschieden.
telegram_empty_note = 📝 Eine Notiz braucht ein paar Worte: Antworten Sie auf die Karte mit <code>Notiz</code> und dem, was die anderen Admins wissen sollen. Die Anfragenden sehen Notizen nie.
telegram_question_over = Für eine Antwort auf diese Frage ist es zu spät, daher wurde nichts entschieden. Anfrage #{ $request } ist noch offen: <code>/show { $request }</code>
telegram_anonymous_sender = 🎭 Telegram verbirgt, wer anonyme Nachrichten schreibt, daher wurde nichts entschieden. Tippen Sie auf die Schaltfläche der Karte oder schreiben Sie unter Ihrem eigenen Namen.
telegram_earlier_round = Diese Schaltfläche oder Karte stammt aus der Zeit vor einem Einspruch oder einer Rücknahme und entscheidet nichts mehr. So steht es um Anfrage #{ $request }: <code>/show { $request }</code>
telegram_open_instead = Anfrage #{ $request } lässt sich nicht wieder öffnen: Die Person hat eine neuere, #{ $openInstead }, und die zählt. <code>/show { $openInstead }</code>

### Telegram, an Admins: was sie über den Bot selbst wissen sollten

telegram_card_access_in = 🚪 { $chat }: ist dabei
telegram_card_access_invited = 🚪 { $chat }: eingeladen
telegram_card_access_not_on_telegram = 🚪 { $chat }: noch nicht eingeladen – nötig sind Telegram und der Link auf der eigenen Seite
telegram_card_access_left = 🚪 { $chat }: ausgetreten
telegram_card_access_banned = 🚪 { $chat }: dort gesperrt
telegram_card_access_by_hand = ⚠️ { $chat }: hat dort Admin-Rechte und muss von Hand entfernt werden
telegram_access_removals = ⚠️ Ich war mehr als einen Tag weg. In <b>{ $chat }</b> sind jetzt { $count } Personen, deren Zugang beendet ist. So viele entferne ich nicht ungefragt.
telegram_removals_allowed = Ich entferne { $count } Personen.
telegram_nothing_to_remove = Dort ist niemand mehr zu entfernen; vielleicht war jemand anderes schneller.
telegram_unheard_join_requests = ℹ️ Ich war mehr als einen Tag weg. Beitrittsanfragen, die in <b>{ $chat }</b> warten und von denen ich nichts weiß: { $count }. Bitte beantworten Sie sie in Telegram.
telegram_button_remove_them = 🚪 Entfernen
telegram_access_chat_gone = ℹ️ <b>{ $chat }</b> steht nicht mehr in <code>ACCESS_CHATS</code>. Die Mitglieder dort lasse ich in Ruhe.
telegram_access_chat_moved = ℹ️ <b>{ $chat }</b> hat eine neue ID, die ich ab jetzt verwende. Schreiben Sie in <code>ACCESS_CHATS</code> <code>{ $newId }</code> statt <code>{ $oldId }</code>.
telegram_card_joining = 🚪 Hat in Telegram um den Beitritt gebeten; Ihre Entscheidung beantwortet auch das.
telegram_how_to_join = { $count ->
    [one] Tippen Sie unten auf die Schaltfläche und bitten Sie um den Beitritt; Sie werden sofort eingelassen.
   *[other] Tippen Sie unten nacheinander auf die Schaltflächen und bitten Sie um den Beitritt; Sie werden sofort eingelassen.
}
telegram_access_outage = ⚠️ Ich kann <b>{ $chat }</b> nicht verwalten: { $reason }. Machen Sie mich dort zum Admin mit dem Recht, Mitglieder hinzuzufügen und zu sperren, dann hole ich nach, was wartet.
telegram_outage_no_administrator = ich bin dort kein Admin
telegram_outage_may_not_add = ich darf dort niemanden hinzufügen
telegram_outage_may_not_ban = ich darf dort niemanden sperren
telegram_outage_may_neither = ich darf dort niemanden hinzufügen und niemanden sperren
telegram_outage_lacks_rights = mir fehlen dort die nötigen Rechte
telegram_outage_not_there = ich bin nicht in diesem Chat, oder es gibt ihn nicht mehr
telegram_outage_no_supergroup = es ist eine einfache Gruppe, und verwalten kann ich nur Supergruppen und Kanäle
telegram_outage_refused = Telegram weigert sich; im Protokoll steht, warum
telegram_stranger = 👤 <a href="tg://user?id={ $clientId }">{ $client }</a> (ID <code>{ $clientId }</code>) ist in <b>{ $chat }</b>, ohne hier angenommen worden zu sein.
telegram_admin_unreachable = ⚠️ Ich kann <a href="tg://user?id={ $adminId }">{ $admin }</a> (ID { $adminId }) aus dem Kreis der Admins nicht schreiben. Die Person muss einen Chat mit mir öffnen und auf „Starten“ tippen.
telegram_admin_is_bot = ⚠️ Unter den Admins ist ein Bot (ID { $adminId }), und nur Menschen entscheiden. Entfernen Sie ihn mit <code>/admins remove { $adminId }</code> oder aus <code>ADMIN_TELEGRAM_ID</code>, falls er dort steht.
telegram_group_unreachable = ⚠️ Ich kann nicht in die Gruppe der Admins schreiben. Bitte nehmen Sie mich wieder auf und lassen Sie mich dort schreiben. Die Einstellung heißt <code>ADMIN_CHAT_ID</code>.
telegram_topic_unreachable = ⚠️ Das Thema { $topic } in der Gruppe der Admins ist geschlossen oder gelöscht; meine Nachrichten gehen daher nach „General“. Öffnen Sie es wieder oder nennen Sie in <code>ADMIN_CHAT_ID</code> ein anderes.
telegram_presses_lost = ⚠️ Von { $from } bis { $to } war Telegram für mich nicht erreichbar. Schaltflächen, die in dieser Zeit gedrückt wurden, haben vielleicht nichts bewirkt. Bitte sehen Sie die offenen Anfragen durch und entscheiden Sie erneut.
telegram_no_pictures = 🖼 In diesem Chat darf ich keine Bilder schicken. Wer ihn verwaltet, kann das in den Berechtigungen ändern, oder schicken Sie mir /stats privat.
telegram_foreign_poller = ⚠️ Ein anderes Programm verwendet das Token dieses Bots; manche Nachrichten erreichen mich vielleicht nicht. Beenden Sie es oder holen Sie sich bei @BotFather ein neues Token.

### Telegram: Schaltflächen, die Hinweise in Eingabefeldern und das Menü der Befehle; ohne Auszeichnung gezeigt

telegram_button_ask = ✍️ Um Zugang bitten
telegram_button_appeal = ✍️ Einspruch einlegen
telegram_button_approve = ✅ Annehmen
telegram_button_reject = ❌ Ablehnen
telegram_button_reject_with_reason = 💬 Mit Grund ablehnen…
telegram_button_ask_client = ❓ Rückfrage…
telegram_button_own_reason = ✍️ Selbst schreiben…
telegram_button_undo = ↩️ Zurücknehmen
telegram_button_undo_approval = ↩️ Zustimmung zurücknehmen
telegram_button_send_request = 📨 Als Anfrage schicken
telegram_button_send_appeal = 📨 Als Einspruch schicken
telegram_button_add_to_request = ➕ Zur Anfrage hinzufügen
telegram_button_language_of_telegram = Wie in Telegram
telegram_button_show = #{ $request }
telegram_button_pending = 📋 Offene Anfragen
telegram_button_previous = ◀️
telegram_button_next = ▶️
telegram_button_list_in_place = ◀️ Zur Liste
telegram_button_next_in_place = Nächste ▶️
telegram_button_stats_picture = 📊 Als Bild
telegram_button_desk_open = 🖥 Admin-Bereich öffnen
telegram_button_desk_copy = 📋 Link kopieren
telegram_button_forget = 🗑 Alles löschen
telegram_button_desk_sign_out = 🚪 Abmelden
telegram_button_desk_request = 🖥 Im Admin-Bereich öffnen
# Neben dem Eingabefeld: ein Wort, höchstens zwei
telegram_button_desk_menu = Admin-Bereich
telegram_placeholder_request = Ein paar Worte über Sie
telegram_placeholder_appeal = Was hat sich geändert?
telegram_placeholder_question = Ihre Frage
telegram_placeholder_answer = Ihre Antwort
telegram_placeholder_reason = Grund
telegram_placeholder_admin = Telegram-ID
telegram_menu_request = Um Zugang bitten
telegram_menu_status = Wie es um meine Anfrage steht
telegram_menu_appeal = Einspruch einlegen
telegram_menu_cancel = Anfrage zurückziehen
telegram_menu_language = Sprache wählen
telegram_menu_mydata = Was über mich gespeichert ist
telegram_menu_forget = Alles über mich löschen
telegram_menu_help = Was dieser Bot kann
telegram_menu_email = Das Ergebnis auch per E-Mail
telegram_menu_sms = Das Ergebnis auch per SMS
telegram_menu_pending = Offene Anfragen
telegram_menu_find = Anfragen suchen: /find anna
telegram_menu_show = Eine Anfrage und ihr Verlauf: /show 12
telegram_menu_approve = Anfrage annehmen: /approve 12
telegram_menu_reject = Anfrage ablehnen: /reject 12 Grund
telegram_menu_revoke = Zugang beenden: /revoke 12 Grund
telegram_menu_reopen = Anfrage wieder öffnen: /reopen 12
telegram_menu_stats = Statistik
telegram_menu_admins = Liste der Admins
telegram_menu_desk = Ein Link zum Admin-Bereich, im Browser

### Telegram: was es vom Bot zeigt, im Chat vor dem ersten „Starten“ (höchstens 512 Zeichen) und in seinem Profil (120); ohne Auszeichnung

telegram_bot_description = Ich nehme Anfragen nach Zugang zu { $community } entgegen und überbringe Ihnen die Entscheidung der Admins. Tippen Sie auf „Starten“ und erzählen Sie ein wenig über sich.
telegram_bot_short_description = Hier bitten Sie um Zugang zu { $community }.

### Erste Wörter einer Antwort, die entscheidet; mit Kommas getrennt. Kein „angenommen“: So fragt oder erzählt man auch, was andere getan haben

words_approve = annehmen, genehmigen, zusagen
words_reject = ablehnen, absagen
words_note = notiz

### Wörter, die eine solche Antwort zurücknehmen: verneinende, innehaltende und solche, die nach „annehmen“ eine Bedingung oder einen Zweifel daraus machen

words_no = nein, nicht, nö, nee, kein, keine, keinen, nie, niemals
words_wait = oder, warte, warten, wart, moment, halt, stopp, stop, hm, hmm, ups, äh, abbrechen, doch
words_doubt = wenn, falls, aber, außer, bis, sobald, ob, vielleicht, eventuell, evtl, möglicherweise, wahrscheinlich, vermutlich, später, morgen, lieber, stattdessen, sollte, sollten, könnte, könnten, sorry, entschuldigung, glaube, denke, unsicher, versehen, irrtum, falsch

### Ganze Antworten auf „warum lehnen Sie ab?“, die kein Grund sind, ohne Satzzeichen; mit Kommas getrennt

words_no_reason = ja, jo, jep, ok, okay, klar, gut, gern, gerne, in ordnung, passt, annehmen, angenommen, nimm an, nimm ihn an, nimm sie an, lass ihn rein, lass sie rein, reinlassen, schon gut, egal, vergiss es, vergessen sie es, vergessen sie das, sekunde, eine sekunde, einen moment, moment bitte, moment mal, ich habe es mir anders überlegt, habe es mir anders überlegt, anders überlegt, verklickt, vertippt, versehen, aus versehen, mein fehler, falsche anfrage, falsche karte, falsche taste, falscher knopf, die falsche, nicht diese, doch nicht, lieber nicht, zurück, zurücknehmen

### Wörter des Dankes, irgendwo in dem, was jemand schreibt; mit Kommas getrennt

words_thanks = danke, dankeschön, dank, bedanke, bedanken, dankbar

### Der Admin-Bereich, eine Seite im Browser: einfacher Text ohne Auszeichnung

desk_title = Anfragen · { $community }
desk_requests = Anfragen
desk_stats = Statistik
desk_menu = Menü
desk_views = Ansichten
desk_skip = Zu den Anfragen
desk_signed_in_as = Angemeldet als { $admin }
desk_sign_out = Abmelden
desk_language = Sprache
desk_shortcuts = Tastenkürzel
desk_shortcuts_use = Verwenden
desk_csv = Als CSV herunterladen
desk_csv_to_me = CSV an mich schicken
desk_csv_sent = Der Bot hat Ihnen die Datei geschickt, in Ihren Chat mit ihm.
desk_csv_too_large = Die Datei wäre größer als 20 MB. Grenzen Sie die Liste mit Filtern ein oder öffnen Sie den Admin-Bereich in einem Browser.
desk_csv_no_chat = Der Bot kann Ihnen nicht schreiben. Öffnen Sie Ihren Chat mit ihm und tippen Sie auf „Starten“.
desk_csv_unanswered = Es kam keine Antwort. Sehen Sie im Chat mit dem Bot nach, ob die Datei schon da ist, bevor Sie es noch einmal versuchen.
desk_csv_failed = Die Datei ließ sich nicht erstellen. Versuchen Sie es gleich noch einmal.
desk_close = Schließen
desk_loading = Wird geladen …

desk_sign_in = Anmelden
desk_sign_in_link = Dieser Link meldet Sie in diesem Browser im Admin-Bereich von { $community } an.
desk_sign_in_needed = Das ist der Admin-Bereich von { $community }. So kommen Sie hinein:
desk_sign_in_telegram = In Telegram: Öffnen Sie den privaten Chat mit dem Bot und tippen Sie auf die Schaltfläche neben dem Eingabefeld.
desk_sign_in_browser = In jedem anderen Browser: Schicken Sie dem Bot in diesem Chat /desk und öffnen Sie den Link aus der Antwort. Er funktioniert einmal, zwei Minuten lang.
desk_sign_in_by_link = Schicken Sie dem Bot im privaten Chat /desk und öffnen Sie den Link aus der Antwort. Er funktioniert einmal, zwei Minuten lang.
desk_sign_in_refused = Dieser Link funktioniert nicht mehr: Jeder gilt einmal, zwei Minuten lang und nur für Admins. Für einen neuen schicken Sie dem Bot /desk.
desk_sign_in_stale = Telegram hat eine alte Fassung dieser Seite geöffnet. Schließen Sie sie und öffnen Sie sie erneut aus dem Chat, oder schicken Sie dem Bot /desk für einen Link.
desk_sign_in_too_often = Zu viele Anmeldeversuche. Warten Sie eine Minute und versuchen Sie es dann wieder.
desk_wrong_address = Diese Seite wurde nicht unter der Adresse des Admin-Bereichs geöffnet, daher geht hier nichts. Schicken Sie dem Bot /desk und öffnen Sie den Link, mit dem er antwortet.
desk_session_over = Ihre Sitzung ist zu Ende.
desk_signed_out = Sie sind abgemeldet.
desk_maybe_signed_in = Vielleicht sind Sie noch angemeldet: Der Bot hat die Abmeldung nicht bestätigt. Versuchen Sie es gleich noch einmal.
desk_signed_in_again = Ihre Sitzung ging zu Ende, bevor das alles geschehen war. Sie sind wieder angemeldet: Sehen Sie nach, was noch fehlt, und wiederholen Sie es.

desk_offline = Keine Verbindung. Was Sie sehen, kann veraltet sein; es wird aktualisiert, sobald die Verbindung wieder da ist.
desk_not_ready = Der Bot startet gerade, oder eine andere Kopie von ihm arbeitet. Die Seite versucht es von selbst wieder.
desk_not_live = Es sind zu viele solche Seiten offen, daher aktualisiert sich diese nicht von selbst. Schließen Sie einige und laden Sie diese dann neu.
desk_no_answer = Es kam keine Antwort, daher ist nichts geschehen. Prüfen Sie die Verbindung und versuchen Sie es wieder.
desk_unknown = Es kam keine Bestätigung; ob das geschehen ist, ist ungewiss. Sobald der Bot wieder antwortet, ist es hier zu sehen.
desk_not_done_yet = Es kam keine Bestätigung, und bisher ist es nicht geschehen. Versuchen Sie es wieder: Zweimal kann es nicht geschehen.
desk_unclear = Die Verbindung brach ab, aber es war schon geschehen: So steht es jetzt.
desk_busy = Mit dieser Anfrage geschieht gerade etwas anderes. Sehen Sie gleich noch einmal nach.
desk_failed = Das ging nicht: { $detail }
desk_too_often = Zu viel auf einmal. Warten Sie einen Moment und versuchen Sie es wieder.
desk_broken = Im Bot ist etwas schiefgegangen. Was es war, steht in seinem Protokoll.
desk_unusable_words = So geht dieser Text nicht: Darin ist nichts zu sehen, oder er ist zu lang.
desk_unclear_search = Darin ist kein Wort, nach dem sich suchen ließe, oder zu viel. Ein Name, ein @username, eine ID oder ein paar Wörter genügen.
desk_gone = Das gibt es nicht mehr.
desk_try_again = Noch einmal versuchen
desk_no_such_page = Diese Seite gibt es nicht.
desk_no_such_request = Eine Anfrage #{ $request } gibt es nicht.
desk_no_such_person = Diese Person gibt es nicht.

desk_status_pending = Offen
desk_status_approved = Angenommen
desk_status_rejected = Abgelehnt
desk_status_expired = Abgelaufen
desk_status_withdrawn = Zurückgezogen
desk_status_revoked = Zugang beendet
desk_many_pending = Offen
desk_many_approved = Angenommen
desk_many_rejected = Abgelehnt
desk_many_expired = Abgelaufen
desk_many_withdrawn = Zurückgezogen
desk_many_revoked = Zugang beendet

desk_search = Suchen
desk_search_hint = Name, @username, ID oder Wörter
desk_status = Status
desk_status_any = Alle
desk_filters = Filter
desk_reviewer = Entschieden von
desk_reviewer_any = Alle
desk_client_only = Nur { $client }
desk_from = Gestellt ab
desk_to = Gestellt bis
desk_clear_filters = Alle Filter löschen
desk_waits = wartet { $waited }
desk_expires_in = noch { $left }
desk_appeal = { $appeal ->
        [1] Einspruch
       *[other] { $appeal }. Einspruch
    }
desk_approvals = { $given } von { $needed } Zustimmungen
desk_no_words = Noch ohne Worte
desk_text_erased = Dieser Text wurde gelöscht
desk_tick = #{ $request }, { $client }, auswählen
desk_new = { $count ->
        [one] Eine neue Anfrage. Anzeigen
       *[other] { $count } neue Anfragen. Anzeigen
    }
desk_more = Mehr anzeigen
desk_end_of_list = Das sind alle.
desk_empty = Noch keine Anfragen. Sie erscheinen hier von selbst, sobald jemand um Zugang bittet.
desk_empty_pending = Nichts ist offen. Neue Anfragen erscheinen hier von selbst.
desk_empty_filtered = Keine Anfrage passt zu diesen Filtern.

desk_ticked = { $count } ausgewählt
desk_tick_group = Ausgewählte Anfragen
desk_untick = Auswahl aufheben
desk_deciding = { $done } von { $total } entschieden …
desk_all_decided = { $count ->
        [one] Eine Anfrage entschieden.
       *[other] { $count } Anfragen entschieden.
    }
desk_some_decided = { $done } von { $total } entschieden. Nicht entschieden:
desk_not_decided = #{ $request }: { $why }

desk_request = Anfrage #{ $request }
desk_choose = Wählen Sie eine Anfrage, dann steht hier alles über sie.
desk_choose_keys = j öffnet die nächste, ? zeigt alle Tasten.
desk_open_request = Die geöffnete Anfrage
desk_back = Zur Liste
desk_submitted = Gestellt
desk_expires = Läuft ab
desk_waiting_since = Wartezeit: { $waited }
desk_approved_by = Angenommen von { $admins }
desk_rejected_by = Abgelehnt von { $admin }
desk_revoked_by = Zugang beendet von { $admin }
desk_given_up = Von der Person selbst aufgegeben
desk_reason = Grund
desk_source = Eingegangen
desk_source_chat = im Chat
desk_source_form = über das Formular
desk_source_join = als Beitrittsanfrage in einem Chat
desk_telegram = Telegram
desk_not_on_telegram = nicht bei Telegram
desk_address = Adresse
desk_all_requests = Alle Anfragen von { $client }
desk_approved_so_far = Zustimmungen
desk_own_request = Das ist Ihre eigene Anfrage; über sie muss jemand anderes entscheiden.
desk_undelivered = Eine Nachricht an diese Person ließ sich nicht zustellen. Der Server antwortete: { $error }
desk_access = Chats
desk_access_in = ist dabei
desk_access_invited = eingeladen
desk_access_not_on_telegram = noch nicht bei Telegram
desk_access_left = ausgetreten
desk_access_banned = gesperrt
desk_access_by_hand = muss von Hand entfernt werden

desk_approve = Annehmen
desk_reject = Ablehnen
desk_reject_with_reason = Mit Grund ablehnen
desk_undo = Zurücknehmen
desk_revoke = Zugang beenden
desk_reopen = Wieder öffnen
desk_note = Notiz
desk_note_hint = Eine Notiz, die nur Admins sehen
desk_add_note = Notiz hinzufügen
desk_why_reject = Warum lehnen Sie ab?
desk_why_reject_ticked = { $count ->
        [one] Warum lehnen Sie ab?
       *[other] Warum lehnen Sie diese { $count } ab?
    }
desk_why_revoke = Warum endet der Zugang?
desk_reason_is_read = Die Person bekommt den Grund zu lesen.
desk_own_words = In eigenen Worten
desk_without_reason = Ohne Grund
desk_cancel = Abbrechen

desk_did_approved = Angenommen: #{ $request }, { $client }
desk_did_rejected = Abgelehnt: #{ $request }, { $client }
desk_did_revoked = Zugang von { $client } beendet (#{ $request })
desk_did_reopened = Wieder geöffnet: #{ $request }, { $client }
desk_did_undone = Zurückgenommen: #{ $request }, { $client }, ist wieder offen
desk_did_voted = Ihre Zustimmung zu #{ $request } zählt: { $given } von { $needed }
desk_did_note = Notiz zu #{ $request } hinzugefügt
desk_nothing_to_undo = Es gibt keine Entscheidung von Ihnen, die sich zurücknehmen ließe.
desk_undone_several = { $count ->
        [one] Zurückgenommen: eine Anfrage ist wieder offen
       *[other] Zurückgenommen: { $count } Anfragen sind wieder offen
    }
desk_undo_too_late = Diese Entscheidung lässt sich nicht mehr zurücknehmen.
desk_not_your_decision = Zurücknehmen kann das nur, wer entschieden hat: { $admin }.
desk_already_voted = Sie haben schon zugestimmt. Es fehlt noch die Zustimmung anderer Admins.
desk_open_instead = Diese Person hat eine neuere Anfrage, die noch offen ist. Entscheiden Sie stattdessen über diese.
desk_approved_meanwhile = { $admin } hat sie schon angenommen ({ $at }).
desk_rejected_meanwhile = { $admin } hat sie schon abgelehnt ({ $at }).
desk_revoked_meanwhile = { $admin } hat diesen Zugang schon beendet ({ $at }).
desk_given_up_meanwhile = Die Person hat diesen Zugang selbst aufgegeben.
desk_nothing_sent = Von Ihnen wurde nichts abgeschickt.
desk_expired_meanwhile = Sie ist abgelaufen und lässt sich nicht mehr entscheiden.
desk_withdrawn_meanwhile = Sie wurde zurückgezogen; es gibt nichts mehr zu entscheiden.
desk_changed_meanwhile = Sie hat sich inzwischen geändert, daher wurde nichts entschieden. Lesen Sie sie noch einmal und entscheiden Sie dann.

desk_timeline = Verlauf
desk_event_submit = Gestellt
desk_event_appeal = Einspruch
desk_event_withdraw = Zurückgezogen
desk_event_vote = Zugestimmt
desk_event_vote_withdrawn = Zustimmung zurückgenommen
desk_event_approve = Angenommen
desk_event_reject = Abgelehnt
desk_event_undo = Entscheidung zurückgenommen
desk_event_revoke = Zugang beendet
desk_event_reopen = Wieder geöffnet
desk_event_expire = Abgelaufen
desk_event_ask = Rückfrage
desk_event_answer = Antwort
desk_event_add = Ergänzt
desk_event_describe = Ein paar Worte geschrieben
desk_event_forget = Zugang aufgegeben
desk_event_unite = Mit einem Telegram-Konto verbunden
desk_event_note = Notiz
desk_event_other = Geändert
desk_via_chat = im Chat
desk_via_desk = im Admin-Bereich
desk_via_form = über das Formular
desk_via_system = automatisch
desk_message_client_news = Nachricht „{ $news }“
desk_message_asked = Die Rückfrage
desk_message_appeal_open = „Einspruch jetzt möglich“
desk_message_invitation = Links zu den Chats
desk_message_other = Eine Nachricht
desk_message_owed = wird gesendet
desk_message_sent = gesendet
desk_message_undeliverable = nicht zustellbar

desk_person_requests = Anfragen
desk_person_no_requests = Keine Anfragen.
desk_person_older = { $count ->
        [one] Eine ältere Anfrage wird nicht gezeigt.
       *[other] { $count } ältere Anfragen werden nicht gezeigt.
    }
desk_person_admin = Admin
desk_person_unreachable = Der Bot kann dieser Person nicht schreiben
desk_person_id = Telegram-ID

desk_last_days = { $count ->
        [365] Jahr
       *[other] { $count } Tage
    }
desk_period = Zeitraum
desk_plot_outcomes = Anfragen pro Tag
desk_plot_outcomes_how = Über der Linie: was hereinkam. Darunter: was daraus wurde.
desk_plot_time = Zeit bis zur Entscheidung
desk_plot_time_how = Von der Anfrage bis zur Annahme oder Ablehnung, nach dem Tag der Entscheidung.
desk_plot_queue = Warteschlange
desk_plot_queue_how = Wie viele am Ende jedes Tages offen waren.
desk_reviewers = Wer entscheidet
desk_reviewer_name = Admin
desk_reviewer_former = nicht mehr Admin
desk_no_decisions = In diesem Zeitraum wurde nichts entschieden.
desk_came_in = Gestellt
desk_decisions = Entscheidungen
desk_median = Median
desk_ninetieth = 9 von 10: höchstens
desk_median_time = Median der Zeit bis zur Entscheidung
desk_ninetieth_time = 9 von 10 Entscheidungen: höchstens
desk_day = Tag
desk_as_table = Als Tabelle
desk_time_zone = Tage beginnen um Mitternacht, { $zone }.

desk_key_next = Nächste Anfrage
desk_key_previous = Vorherige Anfrage
desk_key_tick = Auswählen oder abwählen
desk_key_approve = Annehmen
desk_key_reject = Ablehnen
desk_key_reject_with_reason = Mit Grund ablehnen
desk_key_undo = Eigene Entscheidung zurücknehmen
desk_key_note = Notiz schreiben
desk_key_search = Suchen
desk_key_help = Diese Tasten zeigen
desk_key_back = Schließen oder zurück zur Liste
