# Français. Les phrases sont du HTML tel que Telegram l’accepte : https://core.telegram.org/bots/api#html-style
# Comment écrire ces fichiers : https://projectfluent.org/fluent/guide/
#
# Les phrases servent sur tous les canaux, y compris une page ou un e-mail : elles ne nomment donc ni commande ni bouton. Celles qui en
# nomment commencent par telegram_ et n’apparaissent que dans Telegram, où telegram_x remplace x. De même pour celles qui commencent par email_ dans les e-mails,
# par sms_ dans les SMS et par form_ sur les pages pour qui n’est pas sur Telegram.

### À qui demande l’accès : à quoi sert le bot, où en est la demande, que faire ensuite

welcome = 👋 Bonjour ! Je reçois les demandes d’accès à <b>{ $community }</b> et je vous transmets la réponse des admins.
standing_pending = ⏳ Votre demande <b>#{ $request }</b> attend une décision.
standing_approved = ✅ Votre demande <b>#{ $request }</b> est approuvée.
standing_rejected = ❌ Votre demande <b>#{ $request }</b> a été refusée.
standing_expired = ⌛️ Votre demande <b>#{ $request }</b> a expiré avant que les admins n’aient pu l’examiner.
standing_withdrawn = ↩️ Votre demande <b>#{ $request }</b> a été retirée.
standing_revoked = ❌ Votre accès a pris fin (demande <b>#{ $request }</b>).
standing_appeal = Recours { $appeal }
submitted_at = Envoyée : { $submittedAt }
expires_at = Expire : { $expiresAt }, sauf décision d’ici là.
decided_at = Décidée : { $decidedAt }
client_reason = Motif : <blockquote>{ $reason }</blockquote>
next_pending = Je vous écrirai dès qu’il y aura une décision.
next_approved = Vous avez accès à { $community }. Il n’y a rien d’autre à faire.
next_again = Vous pouvez envoyer une nouvelle demande dès maintenant.
appeal_not_open = Vous pourrez faire un recours à partir du { $opensAt }.
appeal_open = Vous pouvez maintenant faire un recours.
appeal_open_until = Vous pouvez faire un recours jusqu’au { $closesAt }.
appeal_closed = Le délai de recours a pris fin le { $closedAt } : la décision est donc définitive. Merci de votre intérêt.
appeals_used_up = { $limit ->
        [0] Les recours ne sont pas possibles ici
        [one] Vous avez déjà fait le seul recours possible
       *[other] Vous avez déjà fait les { $limit } recours possibles
    } : la décision est donc définitive. Merci de votre intérêt.

### À qui demande l’accès : ce qui est arrivé à la demande

news_submitted = ✅ Bien reçu ! Votre demande <b>#{ $request }</b> est entre les mains des admins de { $community }.
news_appeal_submitted = ✅ Bien reçu ! Votre recours concernant la demande <b>#{ $request }</b> est entre les mains des admins de { $community }.
news_withdrawn = ↩️ Vous avez retiré votre demande <b>#{ $request }</b>.
news_appeal_withdrawn = ↩️ Vous avez retiré votre recours concernant la demande <b>#{ $request }</b>. La décision précédente reste valable.
news_approved = 🎉 Votre demande <b>#{ $request }</b> est approuvée. Bienvenue dans { $community } !
news_rejected = ❌ Malheureusement, votre demande <b>#{ $request }</b> a été refusée.
news_decision_undone = 🔄 La décision sur votre demande <b>#{ $request }</b> a été annulée. La demande est de nouveau à l’étude.
news_request_reopened = 🔄 Les admins ont rouvert votre demande <b>#{ $request }</b>. Elle est de nouveau à l’étude.
news_revoked = ❌ Votre accès à { $community } a pris fin (demande <b>#{ $request }</b>).
news_expired = ⌛️ Malheureusement, votre demande <b>#{ $request }</b> a expiré avant que les admins n’aient pu l’examiner.
news_appeal_expired = ⌛️ Malheureusement, votre recours concernant la demande <b>#{ $request }</b> a expiré avant que les admins n’aient pu l’examiner. La décision précédente reste valable.
news_appeal_open = 🔔 L’attente est finie : vous pouvez maintenant faire un recours contre la décision sur votre demande <b>#{ $request }</b>.

### À qui demande l’accès : ce que seul un e-mail dit. Un objet ne contient les mots de personne

email_subject_submitted = Demande #{ $request } : bien reçue
email_subject_appeal_submitted = Demande #{ $request } : recours bien reçu
email_subject_withdrawn = Demande #{ $request } : retirée
email_subject_appeal_withdrawn = Demande #{ $request } : recours retiré
email_subject_approved = Demande #{ $request } : approuvée
email_subject_rejected = Demande #{ $request } : refusée
email_subject_reopened = Demande #{ $request } : de nouveau à l’étude
email_subject_revoked = Demande #{ $request } : votre accès a pris fin
email_subject_expired = Demande #{ $request } : expirée
email_subject_appeal_expired = Demande #{ $request } : votre recours a expiré
email_subject_appeal_open = Demande #{ $request } : un recours est maintenant possible
email_subject_code = Votre code pour { $community }
email_code = Pour confirmer cette adresse auprès de { $community }, saisissez ce code là où vous l’avez donnée :
email_code_how = Il est valable { $validFor }.
email_code_unasked = Si vous n’avez donné cette adresse à personne, ignorez ce message : sans le code, rien d’autre n’arrivera ici.
email_join = Vous avez maintenant accès à :
email_join_on_page = Ce à quoi vous avez maintenant accès se trouve dans Telegram. Votre page explique comment y entrer.
email_page = Où en est la demande, et ce que vous pouvez faire
email_footer = Vous recevez ce message parce que vous avez voulu suivre par e-mail votre demande d’accès à { $community }.
email_footer_code = Quelqu’un a donné cette adresse à { $community }. Rien d’autre n’y sera envoyé tant que le code n’est pas saisi.

email_subject_test = Un test de { $community }
email_test = ✅ Les e-mails de { $community } arrivent bien ici.

    Ce test a été envoyé depuis le serveur, lors de sa configuration.
email_footer_test = Envoyé une seule fois, pour voir si les e-mails arrivent.

### À qui demande l’accès : ce que seul un SMS dit. Il tient en un seul (160 caractères sans ê, ç, ’ ni espaces insécables) et ne contient les mots de personne

sms_submitted = { $community } : votre demande #{ $request } est bien arrivée.
sms_appeal_submitted = { $community } : votre recours concernant la demande #{ $request } est bien arrivé.
sms_withdrawn = { $community } : votre demande #{ $request } a été retirée.
sms_appeal_withdrawn = { $community } : votre recours concernant la demande #{ $request } a été retiré.
sms_approved = { $community } : votre demande #{ $request } est approuvée. Bienvenue !
sms_rejected = { $community } : votre demande #{ $request } a été refusée.
sms_reopened = { $community } : votre demande #{ $request } est examinée à nouveau.
sms_revoked = { $community } : votre accès a pris fin (demande #{ $request }).
sms_expired = { $community } : votre demande #{ $request } a expiré sans décision.
sms_appeal_expired = { $community } : votre recours concernant la demande #{ $request } a expiré sans décision.
sms_can_appeal = { $community } : vous pouvez maintenant faire un recours pour votre demande #{ $request }.
sms_code = { $code } est votre code pour { $community }.

### À qui demande l’accès : comment joindre la personne ailleurs que dans Telegram

reached_fallback_email = ✉️ Par e-mail si Telegram ne peut pas vous joindre : <b>{ $address }</b>
reached_both_email = ✉️ Par e-mail aussi, toujours : <b>{ $address }</b>
reached_off_email = ✉️ E-mails désactivés : <b>{ $address }</b>
reached_dead_email = ⚠️ Les e-mails n’arrivent plus à <b>{ $address }</b>.
reached_fallback_sms = 📱 Par SMS si Telegram ne peut pas vous joindre : <b>{ $address }</b>
reached_both_sms = 📱 Par SMS aussi, toujours : <b>{ $address }</b>
reached_off_sms = 📱 SMS désactivés : <b>{ $address }</b>
reached_dead_sms = ⚠️ Les SMS n’arrivent plus au <b>{ $address }</b>.

### À qui n’est pas sur Telegram : le formulaire et sa propre page sur le web

form_language = Langue
form_title = Demander l’accès à { $community }
form_intro = Les admins lisent ce que vous écrivez ici, et leur réponse vous arrive par e-mail.
form_has_telegram = Vous êtes sur Telegram ? C’est plus simple là-bas :
form_name = Votre nom
form_address = Votre adresse e-mail
form_address_hint = Un code y arrive d’abord, puis la réponse. Elle ne sert à rien d’autre.
form_message = Quelques mots pour les admins
form_message_hint = Qui vous êtes et pourquoi vous aimeriez avoir accès. { $limit ->
        [one] { $limit } caractère au plus.
        [many] { $limit } de caractères au plus.
       *[other] { $limit } caractères au plus.
    }
form_leave_empty = Laissez ceci vide
form_continue = Continuer
form_wrong_name = Écrivez un nom de 64 caractères au plus.
form_wrong_address = Impossible d’envoyer un e-mail à cette adresse. Vérifiez-la : elle doit ressembler à <code>nom@example.com</code>.
form_no_words = Écrivez quelques mots, s’il vous plaît.
form_too_long = Cela fait { $length } caractères, pour un maximum de { $limit }.
form_too_fast = Personne n’écrit aussi vite. Relisez-vous, puis renvoyez.
form_too_old = Cette page est restée ouverte trop longtemps. Rien de ce que vous avez écrit n’est perdu : renvoyez-le, s’il vous plaît.
form_too_many_to_address = Trois codes sont déjà partis à cette adresse en un jour, c’est le maximum. Réessayez demain.
form_too_many_of_network = Trop de formulaires sont arrivés de votre réseau en une heure. Réessayez plus tard.
form_too_many_in_all = Trop de formulaires arrivent en ce moment. Réessayez dans une heure.
form_too_many_of_page = Vous avez beaucoup envoyé en une heure, et ceci n’est pas parti. Ce que vous avez écrit est toujours là : envoyez-le plus tard.
form_code_title = Saisissez maintenant le code
form_code_sent = Un message avec un code à six chiffres est en route vers l’adresse que vous avez donnée. Saisissez-le ici : votre demande ne part qu’à ce moment-là.
form_code = Code reçu par message
form_code_hint = Il est valable dix minutes. S’il n’est pas là dans une minute, regardez dans les spams.
form_code_continue = Envoyer la demande
form_code_missing = Rien n’est arrivé, ou l’adresse était fausse ?
form_again = Remplir à nouveau le formulaire
form_wrong_code = Ce n’est pas le bon code. { $left ->
        [one] Il vous reste { $left } essai.
        [many] Il vous reste { $left } d’essais.
       *[other] Il vous reste { $left } essais.
    }
form_code_over = Ce code n’est plus valable
form_code_over_why = Il datait de plus de dix minutes, ou trop de codes faux ont été saisis. Avec le formulaire, vous en recevrez un nouveau.
form_gone = Ce formulaire n’est plus ici
form_gone_why = Un formulaire attend son code pendant une heure, dans le navigateur où il a été rempli, si celui-ci accepte les cookies. Remplissez-le à nouveau, s’il vous plaît.
form_page_title = Votre demande
form_your_words = Ce que vous avez écrit
form_page_keep = Gardez l’adresse de cette page pour vous : qui la possède peut faire ici tout ce que vous pouvez faire. Elle figure aussi dans les messages que vous recevez.
form_done_sent = ✅ Votre demande est envoyée.
form_done_known = Ce que vous venez d’écrire n’a pas été envoyé : vous aviez déjà fait une demande, et voici où elle en est.
form_done_appealed = ✅ Votre recours est envoyé.
form_done_withdrawn = ✅ C’est retiré.
form_answer_by_email = La réponse vous arrivera par e-mail.
form_answer_by_sms = La réponse vous arrivera par SMS.
form_answer_here = Il n’y a aucune adresse où vous envoyer la réponse. Vous la trouverez ici.
form_news_in_telegram = Les nouvelles vous arriveront dans Telegram.
form_gave_way = Vous ne pouvez avoir qu’une demande à la fois : la <b>#{ $request }</b> a été retirée.
form_appeal_heading = Faire un recours
form_appeal_message = Pourquoi les admins devraient-ils revoir leur décision ?
form_appeal = Envoyer le recours
form_ask_heading = Refaire une demande
form_ask = Envoyer la demande
form_withdraw_heading = Vous avez changé d’avis ?
form_withdraw_number = Pour retirer la demande, saisissez son numéro : { $request }
form_withdraw = Retirer
form_wrong_number = Ce n’est pas le numéro de ce qui attend ici, donc rien n’a été retiré.
form_telegram_heading = Vous avez Telegram désormais ?
form_telegram = Ouvrez ceci une fois dans Telegram et commencez-y la conversation. Votre demande sera alors rattachée à votre compte, et les nouvelles arriveront là-bas.
form_telegram_needed = Ce à quoi une approbation donne accès se trouve dans Telegram. Ouvrez ceci une fois là-bas et commencez la conversation : votre demande sera alors rattachée à votre compte, et les nouvelles y arriveront.
form_approved_needs_telegram = Vous avez accès à { $community }. Tout se trouve dans Telegram : le lien ci-dessous vous y fait entrer.
form_telegram_open = Ouvrir Telegram
form_not_now = Ce n’est plus possible, ou pas encore : voici où en est la demande.
form_no_page = Cette page n’existe pas
form_no_page_why = Vérifiez l’adresse : elle doit être identique à celle du message reçu, jusqu’au dernier caractère.
form_sorry = Cela n’a pas marché
form_not_understood = Ce qui est arrivé ici est illisible. Envoyez-le depuis la page elle-même, s’il vous plaît.
form_unavailable = Quelque chose ne fonctionne pas en ce moment, et rien n’a été envoyé. Réessayez dans quelques minutes.

### À qui demande l’accès : réponses à ce qui est envoyé

hint_text = Je ne suis qu’un bot : je ne peux transmettre cela à personne.
admins_ask = ❓ Les admins de { $community } ont une question sur votre demande <b>#{ $request }</b> : <blockquote>{ $message }</blockquote>
passed_on = 📨 C’est ajouté à votre demande <b>#{ $request }</b>. Les admins peuvent le lire.
too_many_additions = Cette demande a atteint la limite de { $limit } messages : je n’ai donc pas transmis celui-ci. Les admins ont les autres.
telegram_united = ✅ Votre demande faite sur le web est maintenant aussi la vôtre ici. Désormais, je vous écrirai ici.
telegram_gave_way_ended = Vous ne pouvez avoir qu’une demande à la fois : la <b>#{ $request }</b> est retirée, et c’est la <b>#{ $to }</b> qui compte.
telegram_gave_way_added = Vous ne pouvez avoir qu’une demande à la fois : la <b>#{ $request }</b> est retirée, et son texte est ajouté à la <b>#{ $to }</b>.
telegram_gave_way_appealed = Vous ne pouvez avoir qu’une demande à la fois : la <b>#{ $request }</b> est retirée, et son texte devient votre recours pour la <b>#{ $to }</b>.
telegram_not_united_link_used = Ce lien a déjà servi : votre demande faite sur le web est déjà rattachée à un compte Telegram.
telegram_not_united_is_admin = Vous êtes admin ici : je ne peux pas rattacher la demande du web à votre compte.
telegram_not_united_two_decisions = La demande <b>#{ $here }</b> de ce compte et la <b>#{ $web }</b> faite sur le web ont déjà reçu une décision, et seuls les admins peuvent revenir sur une décision. Rien n’a changé. Demandez à un admin de rouvrir l’une des deux, retirez-la ensuite et ouvrez le lien de nouveau.
telegram_not_united_appeal_later = Vous ne pouvez avoir qu’une demande à la fois, mais la <b>#{ $waits }</b> attend une décision, et celle prise sur la <b>#{ $decided }</b> vous est défavorable. Rien n’a changé. Ouvrez le lien de nouveau à partir du { $opensAt } : le texte de la <b>#{ $waits }</b> deviendra alors votre recours. Ou retirez la <b>#{ $waits }</b> et ouvrez le lien juste après.
telegram_not_united_no_appeal = Vous ne pouvez avoir qu’une demande à la fois, mais la <b>#{ $waits }</b> attend une décision, et celle prise sur la <b>#{ $decided }</b> vous est défavorable, sans recours possible. Rien n’a changé. Retirez la <b>#{ $waits }</b> et ouvrez le lien de nouveau, ou demandez d’abord à un admin de rouvrir la <b>#{ $decided }</b>.
telegram_invitation = 🚪 { $community } a une discussion qui vous est ouverte.
telegram_join_declined = 🚫 Votre demande pour rejoindre <b>{ $chat }</b> a été refusée.
telegram_join_question = 👋 Vous avez demandé à rejoindre { $community }. Écrivez quelques mots sur vous : les admins les liront, puis décideront.
telegram_join_question_of = 👋 Vous avez demandé à rejoindre <b>{ $chat }</b>. Écrivez quelques mots sur vous : les admins de { $community } les liront, puis décideront.
telegram_too_many_chats = ⚠️ Telegram ne peut pas vous laisser entrer dans <b>{ $chat }</b> : vous êtes dans trop de groupes et de canaux. Quittez-en quelques-uns, puis redemandez à entrer.
draft_sent = 📨 Envoyé.
draft_gone = Je n’ai plus ce texte. S’il n’a pas encore été envoyé, merci de le réécrire.
telegram_forget_question =
    <b>Dois-je vous oublier ?</b> Votre nom, vos adresses, tout ce que vous avez écrit et tout ce que je vous ai envoyé seront effacés ici, y compris des fiches des admins.

    Seuls restent des nombres : votre ID Telegram, et ce qui a été décidé et quand. C’est définitif.
telegram_forget_pending = Votre demande en attente sera retirée.
telegram_forget_approved = Votre accès à { $community } prendra fin.
telegram_forget_verdict = La décision reste valable, tout comme le délai avant un recours.
telegram_forget_admin = Vous êtes admin : votre nom reste, car il figure à côté de vos décisions.
telegram_forgotten = 👋 C’est fait. J’ai effacé ce que vous avez écrit et qui vous êtes. Si vous m’écrivez de nouveau, je connaîtrai de nouveau votre nom.
telegram_forgotten_admin = 👋 C’est fait. J’ai effacé ce que vous avez écrit en demandant l’accès. Votre nom reste tant que vous êtes admin.
telegram_forget_over = Cette question n’est plus d’actualité. Pour que je la repose : /forget
telegram_my_data = 📄 Tout ce que j’ai enregistré à votre sujet.
you_are_welcome = Avec plaisir ! 😊
hint_not_text = Je ne sais lire que du texte.
left_out_photo = 📎 Je peux transmettre vos mots, mais pas la photo.
left_out_video = 📎 Je peux transmettre vos mots, mais pas la vidéo.
left_out_file = 📎 Je peux transmettre vos mots, mais pas le fichier.
left_out_audio = 📎 Je peux transmettre vos mots, mais pas l’enregistrement.
left_out_media = 📎 Je peux transmettre vos mots, mais pas ce qui les accompagne.
left_out_addresses = 📎 Avec les adresses de vos liens, le texte serait trop long : je les ai laissées de côté.
question_dropped = D’accord, oublions cela. Rien n’a été envoyé.
too_long_request = Trop long : { $length } caractères, pour une limite de { $limit } (un emoji compte pour deux ou plus). Rien n’a été envoyé. Merci de raccourcir.
too_long_reason = Trop long : { $length } caractères, pour une limite de { $limit } par motif (un emoji compte pour deux ou plus). Rien n’a été décidé. Merci de raccourcir.
too_long_question = Trop long : { $length } caractères, pour une limite de { $limit } par question (un emoji compte pour deux ou plus). Rien n’a été envoyé. Merci de raccourcir.
too_long_note = Trop long : { $length } caractères, pour une limite de { $limit } par note (un emoji compte pour deux ou plus). Rien n’a été noté. Merci de raccourcir.
edit_changes_nothing = ✏️ Je m’en tiens à ce que vous avez envoyé d’abord : le modifier ne change rien.
flooded = ✋ Cela fait plus de { $limit ->
        [one] { $limit } message
        [many] { $limit } de messages
       *[other] { $limit } messages
    } en { $window }. J’ignorerai les suivants. Réessayez dans { $window }.
nobody_can_decide = ⚠️ Il n’y a pas d’autre admin que vous ici, et personne ne décide de sa propre demande : celle-ci va donc expirer. Pour m’essayer, demandez l’accès depuis un autre compte.
language_question = Dans quelle langue voulez-vous que je vous écrive ?
language_unknown = Je ne parle pas cette langue. Laquelle de celles-ci préférez-vous ?
language_set = 👍 Désormais, je vous écrirai en français.
language_of_telegram = 👍 Désormais, je vous écrirai dans la langue de votre application Telegram.

### À qui demande l’accès : refus

not_possible = Ce n’est pas possible pour le moment.
no_request = Vous n’avez pas encore de demande.
already_pending = ⏳ Vous avez déjà une demande, la <b>#{ $request }</b>, envoyée le { $submittedAt }. Elle attend une décision et expire le { $expiresAt }.
already_approved = ✅ Vous avez déjà accès à { $community }.
nothing_to_cancel = Il n’y a rien à annuler.
nothing_waits = Il n’y a rien à retirer.
expired_before_that = ⌛️ Votre demande <b>#{ $request }</b> avait déjà expiré.
nothing_to_appeal = Il n’y a pas de décision à contester.

### Admins : la fiche

card_heading = 📨 <b>Demande #{ $request }</b>
card_appeal = <b>Recours { $appeal }</b>
card_client = De <b>{ $client }</b>
card_unreachable = ⚠️ Je ne peux pas lui écrire : j’ai été bloqué, ou le compte est supprimé.
card_not_on_telegram = ⚠️ Je ne peux pas lui écrire : cette personne n’est pas sur Telegram.
card_address = ✉️ { $address }
card_reached_by_email = ✉️ Injoignable dans Telegram : le résultat lui parviendra par e-mail.
card_reached_by_sms = 📱 Injoignable dans Telegram : le résultat lui parviendra par SMS.
card_only_by_email = ✉️ Cette personne n’est pas sur Telegram : le résultat lui parviendra par e-mail.
card_only_by_sms = 📱 Cette personne n’est pas sur Telegram : le résultat lui parviendra par SMS.
card_dead_email = ⚠️ Son adresse e-mail ne fonctionne plus : { $address }
card_dead_sms = ⚠️ Son numéro de téléphone ne fonctionne plus : { $address }
card_message = <blockquote>{ $message }</blockquote>
card_no_message = <i>Pas encore de message.</i>
card_erased = <i>Ce qui a été écrit, et par qui, a été effacé.</i>
text_erased = Ce texte a été effacé.
card_given_up = 🚫 <b>Renonciation à l’accès</b> par la personne elle-même.
telegram_erased_card = 🧹 La demande <b>#{ $request }</b> a été effacée : ce qui était écrit, et par qui. L’historique garde ce qui a été décidé, et quand.
card_question = ❓ Question de { $author }, { $at } : <blockquote>{ $message }</blockquote>
card_answer = 💬 Réponse de { $author }, { $at } : <blockquote>{ $message }</blockquote>
card_addition = ➕ Ajout de { $author }, { $at } : <blockquote>{ $message }</blockquote>
card_talk_older = … plus tôt : { $count }
card_first_text = Première demande, { $at } : <blockquote>{ $message }</blockquote>
card_appeal_text = Recours { $appeal }, { $at } : <blockquote>{ $message }</blockquote>
card_submitted = Envoyée : { $submittedAt }
card_expires = Expire : { $expiresAt }
card_approvals = 👍 Approbations : <b>{ $given } sur { $needed }</b>
card_approver = { $admin }
card_was_open_until = Était ouverte jusqu’au : { $expiresAt }
card_approved = ✅ <b>Approuvée</b> par { $admin }, { $at }
also_approved = 👍 Approuvée aussi par { $admins }
card_rejected = ❌ <b>Refusée</b> par { $admin }, { $at }
card_revoked = 🚫 <b>Accès révoqué</b> par { $admin }, { $at }
card_expired = ⌛️ <b>Expirée</b> sans décision.
card_withdrawn = ↩️ <b>Retirée</b> par la personne elle-même.
card_reason = Motif : <blockquote>{ $reason }</blockquote>
card_earlier_approved = Avant : approuvée par { $admin }, { $at }
card_earlier_rejected = Avant : refusée par { $admin }, { $at }
card_earlier_revoked = Avant : accès révoqué par { $admin }, { $at }
card_older = { $count ->
        [one] et { $count } décision avant celle-ci
        [many] et { $count } de décisions avant celle-ci
       *[other] et { $count } décisions avant celle-ci
    }

### Admins : listes

digest = 📨 { $waiting ->
        [0] Plus aucune demande n’est en attente.
        [one] Une demande attend une décision.
        [many] <b>{ $waiting }</b> de demandes attendent une décision.
       *[other] <b>{ $waiting }</b> demandes attendent une décision.
    }
pending_none = 🎉 Aucune demande en attente.
pending_heading = { $total ->
        [one] <b>{ $total } demande ouverte</b>
        [many] <b>{ $total } de demandes ouvertes</b>, les plus anciennes d’abord
       *[other] <b>{ $total } demandes ouvertes</b>, les plus anciennes d’abord
    }
pending_page = page { $page } sur { $pages }
pending_line =
    <b>#{ $request }</b> { $client }
    { $submittedAt } – expire le { $expiresAt }
pending_waited = ⏳ En attente depuis { $waited }
pending_words = <i>{ $words }</i>
no_other_waits = Aucune autre demande n’est en attente.
pending_approvals = 👍 { $given } sur { $needed }
found_none = 🔍 Aucune demande ne correspond à <b>{ $words }</b>.
found_heading = 🔍 Demandes correspondant à <b>{ $words }</b>, les plus récentes d’abord
found_line = <b>#{ $request }</b> { $client } · { $submittedAt }
found_pending = ⏳ en attente
found_approved = ✅ approuvée
found_rejected = ❌ refusée
found_expired = ⌛️ expirée
found_withdrawn = ↩️ retirée
found_revoked = 🚫 accès révoqué
found_beginning = <i>{ $beginning }</i>
found_looked_through = { $count ->
        [one] Les mots très courts ne sont cherchés que dans la demande la plus récente.
        [many] Les mots très courts ne sont cherchés que dans le dernier { $count } de demandes.
       *[other] Les mots très courts ne sont cherchés que dans les { $count } demandes les plus récentes.
    }
reminder_heading = ⏰ { $total ->
        [one] { $total } demande expire bientôt et attend encore une décision :
        [many] <b>{ $total }</b> de demandes expirent bientôt et attendent encore une décision :
       *[other] <b>{ $total }</b> demandes expirent bientôt et attendent encore une décision :
    }
reminder_line = <b>#{ $request }</b> { $client } – { $expiresAt }
reminder_more = … et { $count } de plus
history_heading = <b>Historique</b>
history_older = … plus tôt : { $count }
history_submit = { $at } : envoyée
history_appeal = { $at } : recours envoyé
history_withdraw = { $at } : retirée
history_vote = { $at } : approbation donnée
history_vote_withdrawn = { $at } : approbation annulée
history_approve = { $at } : approuvée
history_reject = { $at } : refusée
history_undo = { $at } : décision annulée
history_revoke = { $at } : accès révoqué
history_reopen = { $at } : rouverte
history_expire = { $at } : expirée
history_ask = { $at } : question envoyée
history_answer = { $at } : réponse envoyée
history_add = { $at } : texte ajouté
history_describe = { $at } : présentation écrite
history_forget = { $at } : renonciation à l’accès
history_unite = { $at } : rattachée à un compte Telegram
history_note = { $at } : 📝 note écrite
history_by = par { $actor }
history_by_system = automatiquement
history_reason = <i>{ $reason }</i>
stats_heading = 📊 <b>Demandes</b>
stats_pending = en attente : { $count }
stats_approved = approuvées : { $count }
stats_rejected = refusées : { $count }
stats_expired = expirées : { $count }
stats_withdrawn = retirées : { $count }
stats_revoked = accès révoqués : { $count }
stats_undeliverable = ⚠️ { $count ->
        [one] { $count } message n’a pas pu être remis.
        [many] { $count } de messages n’ont pas pu être remis.
       *[other] { $count } messages n’ont pas pu être remis.
    }
stats_chat = 👥 { $title } : { $in } des { $wanted } personnes approuvées y sont
stats_oldest = ⏳ attente la plus longue : <b>#{ $request }</b> { $client }, { $waited }
stats_week = <b>Cette semaine</b>, depuis le { $since }
stats_month = <b>{ $days ->
        [one] Dernier jour
        [many] Dernier { $days } de jours
       *[other] { $days } derniers jours
    }</b>, depuis le { $since }
stats_submitted = envoyées : { $count }
stats_waits = ⏱ délai de décision : { $median } (médiane), { $slowest } (le plus long, #{ $request })
stats_decider = 👤 { $admin } : { $count ->
        [one] { $count } décision
        [many] { $count } de décisions
       *[other] { $count } décisions
    }
stats_decider_former = 👤 { $admin } (n’est plus admin) : { $count ->
        [one] { $count } décision
        [many] { $count } de décisions
       *[other] { $count } décisions
    }
stats_deciders_others = autres : { $count }
stats_picture = 📊 <b>Demandes par jour</b>, { $since } – { $until }
stats_picture_submitted = 🟦 { stats_submitted }
stats_picture_approved = 🟩 { stats_approved }
stats_picture_rejected = 🟥 { stats_rejected }
stats_picture_expired = 🟨 { stats_expired }
stats_picture_withdrawn = ⬜️ { stats_withdrawn }
stats_picture_revoked = 🟪 { stats_revoked }
stats_picture_how = Au-dessus de la ligne : ce qui est arrivé. En dessous : ce que c’est devenu. Les nombres sous les jours sont ceux des lundis.

### Admins : réponses à ce qu’ils font

decided_pending = 🔄 La demande <b>#{ $request }</b> de { $client } est rouverte.
decided_approved = ✅ Demande <b>#{ $request }</b> de { $client } approuvée.
decided_rejected = ❌ Demande <b>#{ $request }</b> de { $client } refusée.
decided_expired = ⌛️ La demande <b>#{ $request }</b> de { $client } a expiré.
decided_withdrawn = ↩️ La demande <b>#{ $request }</b> de { $client } a été retirée.
decided_revoked = 🚫 L’accès de { $client } a pris fin (demande <b>#{ $request }</b>).
question_sent = ❓ Question envoyée à { $client }, demande <b>#{ $request }</b>. La réponse figurera sur la fiche.
noted = 📝 Note ajoutée à la demande <b>#{ $request }</b> ({ $client }). Seuls les admins la voient.
voted = 👍 Vous avez approuvé la demande <b>#{ $request }</b> de { $client }.
vote_withdrawn = ↩️ Approbation annulée pour la demande <b>#{ $request }</b> de { $client }.
approvals_so_far = Approbations : { $given } sur { $needed }. { $more ->
        [0] La prochaine décide.
        [one] Il en manque une.
        [many] Il en manque { $more }.
       *[other] Il en manque { $more }.
    }
approvals_impossible = ⚠️ { $possible ->
        [one] Seul { $possible } admin peut décider
        [many] Seuls { $possible } d’admins peuvent décider
       *[other] Seuls { $possible } admins peuvent décider
    }, moins que <code>APPROVALS_NEEDED</code> : approbation impossible.
no_such_request = La demande #{ $request } n’existe pas.
admins_only = 🚫 Seuls les admins peuvent faire cela.
not_own_words = ✋ Ce message n’est pas de vous, donc rien n’a été décidé. Seul compte ce que vous écrivez vous-même.
was_first_approved = { $admin } a déjà approuvé la demande #{ $request } le { $at }.
was_first_rejected = { $admin } a déjà refusé la demande #{ $request } le { $at }.
was_first_revoked = { $admin } a déjà mis fin à l’accès de la demande #{ $request } le { $at }.
you_decided_approved = Vous avez déjà approuvé la demande #{ $request } le { $at }.
you_decided_rejected = Vous avez déjà refusé la demande #{ $request } le { $at }.
you_decided_revoked = Vous avez déjà mis fin à l’accès de la demande #{ $request } le { $at }.
request_pending = La demande #{ $request } attend une décision.
request_approved = La demande #{ $request } est approuvée.
request_rejected = La demande #{ $request } est refusée.
request_expired = La demande #{ $request } a expiré : il n’y a plus rien à décider.
request_withdrawn = La demande #{ $request } a été retirée par la personne elle-même : il n’y a plus rien à décider.
request_revoked = L’accès de la demande #{ $request } a pris fin.
decided_too_late = ⌛️ Trop tard : la demande #{ $request } a expiré le { $expiresAt }.
own_request = Vous ne pouvez pas décider de votre propre demande. Un autre admin doit le faire.
already_voted = Vous avez déjà approuvé la demande #{ $request }.
no_vote = Vous n’avez pas approuvé la demande #{ $request } : il n’y a rien à annuler.
nothing_to_undo = Il n’y a aucune décision à annuler pour la demande #{ $request }.
not_your_decision = Seule la personne qui a décidé peut annuler cela : { $admin }.
undo_too_late = Il est trop tard pour annuler la décision sur la demande #{ $request }.
not_approved = La demande #{ $request } n’est pas approuvée : il n’y a pas d’accès auquel mettre fin.
nothing_to_reopen = La demande #{ $request } ne peut pas être rouverte. Seules peuvent l’être les demandes refusées ou expirées, et celles dont l’accès a pris fin.

### Admins : ce qu’ils doivent savoir du bot lui-même

update_parked = ⚠️ Je n’ai pas pu traiter une mise à jour reçue, malgré { $attempts ->
        [one] { $attempts } tentative
        [many] { $attempts } de tentatives
       *[other] { $attempts } tentatives
    }, et je l’ai mise de côté (mise à jour { $update }). Le journal dit pourquoi.
channel_away_email = ⚠️ Les e-mails ne partent pas. Ce qu’a répondu le serveur d’envoi, ou ce qui a échoué : <blockquote>{ $reason }</blockquote>
    Tous les e-mails attendent et rien n’est perdu ; ils partiront d’eux-mêmes dès que le serveur d’envoi les acceptera. <code>check --mail</code>, sur votre serveur, montre où cela bloque.
channel_away_sms = ⚠️ Les SMS ne partent pas. Ce qu’a répondu la passerelle, ou ce qui a échoué : <blockquote>{ $reason }</blockquote>
    Tous attendent et rien n’est perdu ; ils partiront d’eux-mêmes dès que la passerelle les acceptera.
channel_back_email = ✅ Les e-mails partent de nouveau. Ceux qui attendaient sont en cours d’envoi.
channel_back_sms = ✅ Les SMS partent de nouveau. Ceux qui attendaient sont en cours d’envoi.
backup_failed = ⚠️ La sauvegarde de mes données a échoué. Le journal dit pourquoi.
backup_missing = ⚠️ Mes données n’ont pas été sauvegardées depuis trop longtemps. Vérifiez que la tâche planifiée ou le service qui s’en charge fonctionne.
backup_newest = La dernière sauvegarde valable date du { $lastBackup }.
backup_none = Il n’y a aucune sauvegarde valable.
backups_work_again = ✅ Les sauvegardes fonctionnent de nouveau. La dernière date du { $lastBackup }.
webhook_given_up = ⚠️ Pendant trois jours, j’ai essayé de signaler à { $host } un changement d’accès (demande #{ $request }), puis j’ai abandonné. Le journal dit pourquoi. Je ne vous avertirai de nouveau qu’une fois qu’un webhook y aura été accepté.
webhook_gone = ⚠️ { $host } ne veut plus de webhooks (410 Gone) : j’ai donc cessé d’en envoyer. Ils attendent que WEBHOOK_URL soit modifié.
admins_heading = 🛡 { $count ->
        [one] Une seule personne est admin :
        [many] <b>{ $count }</b> d’admins :
       *[other] Les <b>{ $count }</b> admins :
    }
admins_more = … et { $count } de plus
admins_too_few = ⚠️ { $left ->
        [one] Il reste { $left } admin, moins que <code>APPROVALS_NEEDED</code> ({ $needed }) : plus rien ne peut être approuvé.
        [many] Il reste { $left } d’admins, moins que <code>APPROVALS_NEEDED</code> ({ $needed }) : plus rien ne peut être approuvé.
       *[other] Il reste { $left } admins, moins que <code>APPROVALS_NEEDED</code> ({ $needed }) : plus rien ne peut être approuvé.
    }
admin_joined = 🛡 Vous êtes maintenant admin de { $community }, sur décision de { $admin }. Vous pouvez décider qui obtient l’accès.
admin_left = Vous n’êtes plus admin de { $community }.
expired_digest = ⌛️ { $count ->
        [one] { $count } demande a expiré sans décision.
        [many] <b>{ $count }</b> de demandes ont expiré sans décision.
       *[other] <b>{ $count }</b> demandes ont expiré sans décision.
    }

### Telegram, à qui demande l’accès : que faire ensuite

telegram_welcome_email = ✉️ /email – recevez le résultat par e-mail si Telegram ne peut pas vous joindre
telegram_welcome_sms = 📱 /sms – recevez le résultat par SMS si Telegram ne peut pas vous joindre
telegram_welcome_admin =
    🛡 Vous êtes admin ici. { $waiting ->
        [0] Aucune demande en attente.
        [one] { $waiting } demande attend une décision.
        [many] { $waiting } de demandes attendent une décision.
       *[other] { $waiting } demandes attendent une décision.
    }

    { telegram_admin_commands }
telegram_welcome_admin_uncounted =
    🛡 Vous êtes admin ici.

    { telegram_admin_commands }
telegram_admin_commands =
    /pending – demandes ouvertes, les plus anciennes d’abord
    <code>/find anna</code> – demandes par nom, @identifiant, ID, adresse ou mots
    <code>/show 12</code> – une demande et son historique
    <code>/approve 12 13</code>, <code>/reject 12 motif</code> – décider
    <code>/revoke 12 motif</code> – mettre fin à l’accès de quelqu’un
    <code>/reopen 12</code> – rouvrir une demande
    <code>note</code> et un texte, en réponse à une fiche – une note que seuls les admins voient
    /stats – statistiques
    /admins – liste des admins
telegram_welcome_desk = /desk – l’espace admin : décider dans un navigateur
telegram_next_none =
    Pour demander l’accès, envoyez /request et quelques mots sur vous, par exemple :
    <code>/request Je suis Anna, une amie de Louis</code>
telegram_next_pending = { next_pending } Pour voir où elle en est : /status. Pour la retirer : /cancel.
telegram_next_again = Vous pouvez envoyer une nouvelle demande dès maintenant : /request
telegram_next_admin = /pending montre les demandes ouvertes, /help explique comment décider.
telegram_appeal_open = Vous pouvez maintenant faire un recours : envoyez /appeal et dites aux admins ce qui a changé.
telegram_appeal_open_until = Vous pouvez faire un recours jusqu’au { $closesAt } : envoyez /appeal et dites aux admins ce qui a changé.

### Telegram, à qui demande l’accès : réponses à ce qui est envoyé

telegram_offer_request = J’envoie ceci aux admins de { $community } comme votre demande d’accès ? /help montre ce que je sais faire d’autre.
telegram_offer_appeal = J’envoie ceci aux admins de { $community } comme votre recours ? /help montre ce que je sais faire d’autre.
telegram_offer_addition = Votre demande est en attente. J’y ajoute ceci pour les admins de { $community } ? /status montre où elle en est.
telegram_how_to_answer = Répondez à ce message, ou écrivez simplement votre réponse.
telegram_hint_unknown_command = Je ne connais pas cette commande. /help montre ce que je sais faire.
telegram_question_request = Parlez de vous aux admins dans votre prochain message (vous avez { $within }).
telegram_question_appeal = Dites aux admins ce qui a changé dans votre prochain message (vous avez { $within }).
telegram_desk_link = 🖥 Le bouton ouvre l’espace admin. Il fonctionne une seule fois, pendant 2 minutes. Ne le partagez pas : qui l’utilise agit en votre nom.
telegram_desk_link_to_copy = 🖥 Ce lien ouvre l’espace admin. Il fonctionne une seule fois, pendant 2 minutes. Ne le partagez pas : qui l’utilise agit en votre nom.
    <code>{ $url }</code>
telegram_desk_signed_in = 🖥 Session ouverte dans l’espace admin, { $at }.
telegram_desk_signed_out = 🖥 Session fermée dans l’espace admin. Pour revenir : /desk
telegram_desk_off = Il n’y a pas d’espace admin : <code>WEB_LISTEN</code> n’est pas défini là où je tourne.
telegram_private_chat_only = Écrivez-moi en privé : https://t.me/{ $bot }
telegram_address_none_email = ✉️ Je peux vous donner le résultat de votre demande par e-mail si Telegram ne peut pas vous joindre. Envoyez-moi votre adresse : <code>/email nom@example.com</code>
telegram_address_none_sms = 📱 Je peux vous donner le résultat de votre demande par SMS si Telegram ne peut pas vous joindre. Envoyez-moi votre numéro avec l’indicatif du pays : <code>/sms +33 6 12 34 56 78</code>
telegram_address_waits_email = ✉️ J’ai envoyé un code à <b>{ $address }</b>. Saisissez-le ici pour confirmer l’adresse.
telegram_address_waits_sms = 📱 J’ai envoyé un code au <b>{ $address }</b>. Saisissez-le ici pour confirmer le numéro.
telegram_address_how_email =
    <code>/email on</code> : seulement si Telegram ne peut pas vous joindre
    <code>/email both</code> : toujours, en plus de Telegram
    <code>/email off</code> : jamais
telegram_address_how_sms =
    <code>/sms on</code> : seulement si Telegram ne peut pas vous joindre
    <code>/sms both</code> : toujours, en plus de Telegram
    <code>/sms off</code> : jamais
telegram_address_again_email = Envoyez-moi une autre adresse, ou la même si elle fonctionne de nouveau : <code>/email nom@example.com</code>
telegram_address_again_sms = Envoyez-moi un autre numéro, ou le même s’il fonctionne de nouveau : <code>/sms +33 6 12 34 56 78</code>
telegram_address_code_sent_email = ✉️ J’envoie un code à <b>{ $address }</b>. Saisissez-le ici ; il est valable { $within }. Si vous ne trouvez pas l’e-mail, regardez dans les spams.
telegram_address_code_sent_sms = 📱 J’envoie un code au <b>{ $address }</b>. Saisissez-le ici ; il est valable { $within }.
telegram_address_proved_email = ✅ L’adresse <b>{ $address }</b> est confirmée.
telegram_address_proved_sms = ✅ Le numéro <b>{ $address }</b> est confirmé.
telegram_address_moved = Un autre compte l’avait déjà fait confirmer. C’est maintenant à vous, et cet autre compte n’y recevra plus rien.
telegram_address_wrong_code = Ce n’est pas le bon code. { $tries ->
        [one] Il vous reste { $tries } essai.
        [many] Il vous reste { $tries } d’essais.
       *[other] Il vous reste { $tries } essais.
    }
telegram_address_code_over_email = Ce code n’est plus valable. Pour en recevoir un autre, renvoyez-moi l’adresse : <code>/email nom@example.com</code>
telegram_address_code_over_sms = Ce code n’est plus valable. Pour en recevoir un autre, renvoyez-moi le numéro : <code>/sms +33 6 12 34 56 78</code>
telegram_address_not_an_address_email = Je ne peux pas envoyer d’e-mail à cette adresse. Une adresse ressemble à ceci : <code>/email nom@example.com</code>
telegram_address_not_an_address_sms = Je ne peux pas envoyer de SMS à ce numéro. Écrivez-le avec un plus et l’indicatif du pays : <code>/sms +33 6 12 34 56 78</code>
telegram_address_not_allowed_sms = Je ne peux pas envoyer de SMS dans ce pays. Les numéros doivent commencer par { $prefixes }.
telegram_address_no_address_email = Je n’ai pas encore votre adresse e-mail. Envoyez-la-moi : <code>/email nom@example.com</code>
telegram_address_no_address_sms = Je n’ai pas encore votre numéro. Envoyez-le-moi : <code>/sms +33 6 12 34 56 78</code>
telegram_address_dead_email = Les e-mails n’arrivent plus à votre adresse. Envoyez-m’en une autre, ou la même si elle fonctionne de nouveau : <code>/email nom@example.com</code>
telegram_address_dead_sms = Les SMS n’arrivent plus à votre numéro. Envoyez-m’en un autre, ou le même s’il fonctionne de nouveau : <code>/sms +33 6 12 34 56 78</code>
telegram_address_too_many_email = J’ai envoyé autant de codes que je peux en une journée. Réessayez demain.
telegram_address_too_many_sms = J’ai envoyé autant de codes que je peux en une journée. Réessayez demain.
telegram_address_no_more_today_sms = Je ne peux plus envoyer de codes par SMS aujourd’hui. Réessayez demain.
telegram_address_of_form_email = La demande faite sur le web avec cette adresse ne peut pas être rattachée à votre compte pour le moment. Rien n’a changé : les nouvelles continuent d’arriver par e-mail. Chacun de ces e-mails contient un lien vers la page de la demande : ouvrez Telegram à partir de là, et je vous dirai ce que vous pouvez faire.
telegram_address_undeliverable_email = ⚠️ Le code pour <b>{ $address }</b> ne peut pas être remis. Vérifiez l’adresse et renvoyez-la-moi : <code>/email nom@example.com</code>
telegram_address_undeliverable_sms = ⚠️ Le code pour le <b>{ $address }</b> ne peut pas être remis. Vérifiez le numéro et renvoyez-le-moi : <code>/sms +33 6 12 34 56 78</code>
telegram_your_id = Votre ID Telegram : <code>{ $id }</code>
telegram_chat_id = Pour recevoir les fiches ici, définissez <code>ADMIN_CHAT_ID={ $chat }</code> et redémarrez-moi.
telegram_chat_id_set = Les fiches arrivent déjà ici (<code>ADMIN_CHAT_ID={ $chat }</code>).
telegram_not_possible = { not_possible } /help montre ce qui l’est.
telegram_already_pending =
    { already_pending }
    Pour en écrire une autre : d’abord /cancel

### Telegram, aux admins : qui sont les admins

telegram_admins_owner = 👑 <a href="tg://user?id={ $adminId }">{ $admin }</a> (ID <code>{ $adminId }</code>), propriétaire
telegram_admins_added = 🛡 <a href="tg://user?id={ $adminId }">{ $admin }</a> (ID <code>{ $adminId }</code>), sur décision de { $by }, { $at }
telegram_admins_unreachable = ⚠️ Je ne peux pas lui écrire : cette personne doit ouvrir une discussion avec moi et appuyer sur « Démarrer ».
telegram_admins_unknown = Cette personne ne m’a encore rien écrit. Si elle ne reçoit rien, elle doit ouvrir une discussion avec moi et appuyer sur « Démarrer ».
telegram_admins_how =
    <code>/admins add ID</code> – nommer quelqu’un admin. Ou répondez <code>/admins add</code> à l’un de ses messages, dans un groupe ou transféré ici.
    <code>/admins remove ID</code> – retirer un admin.
    Les propriétaires figurent dans <code>ADMIN_TELEGRAM_ID</code> et ne peuvent pas être retirés ici.
telegram_admin_added = ✅ <a href="tg://user?id={ $adminId }">{ $admin }</a> (ID <code>{ $adminId }</code>) est maintenant admin.
telegram_admin_unknown = ⚠️ Je ne connais pas cet ID : aucun compte qui le porte ne m’a jamais écrit. S’il y a une faute de frappe, annulez : <code>/admins remove { $adminId }</code>. S’il est juste, la personne doit ouvrir une discussion avec moi et appuyer sur « Démarrer ».
telegram_admin_removed = ✅ <a href="tg://user?id={ $adminId }">{ $admin }</a> (ID <code>{ $adminId }</code>) n’est plus admin.
telegram_admins_changed_added = 👤 Par décision de { $by }, <a href="tg://user?id={ $adminId }">{ $admin }</a> (ID <code>{ $adminId }</code>) est maintenant admin. /admins montre qui décide.
telegram_admins_changed_removed = 👤 Par décision de { $by }, <a href="tg://user?id={ $adminId }">{ $admin }</a> (ID <code>{ $adminId }</code>) n’est plus admin. /admins montre qui décide.
telegram_admins_already_admin = { $admin } est déjà admin.
telegram_admins_is_owner = { $admin } est propriétaire, selon <code>ADMIN_TELEGRAM_ID</code>, et ne peut pas être retiré ici. Changez ce réglage et redémarrez-moi.
telegram_admins_not_added = { $admin } n’est pas admin. /admins montre qui l’est.
telegram_admins_owners_only = 🔒 Seuls les propriétaires peuvent changer qui décide : ce sont les admins nommés dans <code>ADMIN_TELEGRAM_ID</code>. /admins les montre.
telegram_admins_hidden = 🎭 Cette personne masque son compte dans les messages transférés : je ne vois pas qui c’est. Demandez-lui de m’envoyer /id, puis envoyez <code>/admins add</code> et le numéro.
telegram_admins_no_person = 🤔 Ce message ne vient pas d’une personne, donc rien n’a changé. Envoyez <code>/admins add</code> et son ID Telegram ; chacun obtient le sien en m’envoyant /id.
telegram_admins_no_persons_id = 🤔 Cet ID n’est pas celui d’une personne, mais d’un groupe, d’un canal, d’un bot ou de Telegram lui-même ; or seules des personnes décident. Rien n’a changé. Chacun obtient le sien en m’envoyant /id.
telegram_admins_not_an_id = 🤔 Ce n’est pas un ID Telegram, donc rien n’a changé. C’est un nombre, par exemple <code>/admins add 123456789</code> ; chacun obtient le sien en m’envoyant /id.
telegram_admins_remove_whom = Qui ? Ajoutez son ID Telegram : <code>/admins remove 123456789</code>. /admins le montre.
telegram_admins_unclear = 🤔 Rien n’a changé. /admins montre qui décide ; <code>/admins add 123456789</code> et <code>/admins remove 123456789</code> le changent.
telegram_new_admin_question = <a href="tg://user?id={ $adminId }">{ $admin }</a>, qui doit devenir admin ? Transférez-moi un de ses messages, ou répondez avec son ID Telegram. Vous avez changé d’avis ? /cancel

### Telegram, aux admins : la fiche

telegram_card_username = @{ $username }
telegram_card_notes = 📝 Notes : { $count } – <code>/show { $request }</code>
telegram_card_id = ID <a href="tg://user?id={ $id }">{ $id }</a>

### Telegram, aux admins : réponses à ce qu’ils font

telegram_ask_question = <a href="tg://user?id={ $adminId }">{ $admin }</a>, que voulez-vous demander à { $client } au sujet de la demande <b>#{ $request }</b> ? Répondez à ce message : vos mots seront transmis tels quels, sans votre nom. Vous avez changé d’avis ? /cancel
telegram_reply_with_question = Je ne sais pas quelle demande cette question concerne, donc rien n’a été envoyé. Envoyez-la en réponse à mon message sur cette demande.
telegram_question_as_reply = Si c’est votre question pour la personne, envoyez-la en réponse à mon message. Rien n’a encore été envoyé.
telegram_client_answered = 💬 <a href="tg://user?id={ $adminId }">{ $admin }</a>, { $client } a répondu à votre question sur la demande <b>#{ $request }</b> : <blockquote>{ $message }</blockquote>
telegram_question_undelivered = ⚠️ <a href="tg://user?id={ $adminId }">{ $admin }</a>, votre question sur la demande <b>#{ $request }</b> n’est pas parvenue à { $client } : je ne peux pas lui écrire. Je l’enverrai si cette personne rouvre une discussion avec moi tant que la demande est en attente.
telegram_own_reason = ✍️ { $admin } écrit un motif pour refuser la demande <b>#{ $request }</b>.
telegram_reason_question = <a href="tg://user?id={ $adminId }">{ $admin }</a>, pourquoi refusez-vous la demande <b>#{ $request }</b> de { $client } ? Répondez à ce message : vos mots seront transmis tels quels. Vous avez changé d’avis ? /cancel
telegram_reason_choice = 💬 Pourquoi refusez-vous la demande <b>#{ $request }</b> de { $client } ? Choisissez un motif, qui sera lu dans la langue de la personne, ou répondez avec le vôtre. Vous avez changé d’avis ? /cancel
telegram_no_such_request = { no_such_request } /pending montre celles qui sont ouvertes.
telegram_unclear_reply = 🤔 Rien n’a été décidé. Appuyez sur un bouton de la fiche, ou répondez-y avec <code>approuver</code>, ou <code>refuser</code> et un motif.
telegram_not_a_card = 🤔 Ce n’est pas la fiche d’une demande, donc rien n’a été décidé. Utilisez la fiche elle-même, ou envoyez <code>/approve 12</code> ou <code>/reject 12 motif</code>.
telegram_how_to_find = 🔍 Que dois-je chercher ? Envoyez un nom, un @identifiant, un ID Telegram, une adresse, le numéro d’une demande ou des mots du message, { $limit } mots au plus : <code>/find anna paris</code>
telegram_search_gone = Cette liste a expiré. Renvoyez /find.
telegram_which_one_approve = Quelle demande ? Ajoutez son numéro : <code>/approve 12</code>
telegram_which_one_reject = Quelle demande ? Ajoutez son numéro et, si vous voulez, un motif : <code>/reject 12 motif</code>
telegram_which_one_revoke = L’accès de qui ? Ajoutez le numéro de la demande et, si vous voulez, un motif : <code>/revoke 12 motif</code>
telegram_which_one_reopen = Quelle demande ? Ajoutez son numéro : <code>/reopen 12</code>
telegram_which_one_show = Quelle demande ? Ajoutez son numéro : <code>/show 12</code>
telegram_how_several_approve = 🤔 Rien n’a été décidé. Envoyez seulement les numéros : <code>/approve 12</code> ou <code>/approve 12 13</code>
telegram_how_several_reject = 🤔 Rien n’a été décidé. Mettez le motif après un deux-points : <code>/reject 12: motif</code> ou <code>/reject 12 13: motif</code>
telegram_how_several_revoke = 🤔 Rien n’a été décidé. Mettez le motif après un deux-points : <code>/revoke 12: motif</code> ou <code>/revoke 12 13: motif</code>
telegram_how_several_reopen = 🤔 Rien n’a été rouvert. Envoyez seulement les numéros : <code>/reopen 12</code> ou <code>/reopen 12 13</code>
telegram_how_several_show = 🤔 Envoyez seulement les numéros : <code>/show 12</code> ou <code>/show 12 13</code>
telegram_too_many_at_once = Rien n’a été fait : une commande prend au plus { $limit ->
        [one] { $limit } demande
        [many] { $limit } de demandes
       *[other] { $limit } demandes
    }.
telegram_reason_or_approval = 🤔 J’ai demandé pourquoi vous refusez la demande <b>#{ $request }</b>, et cela ne ressemble pas à un motif : rien n’a donc été décidé. Pour l’approuver : <code>/approve { $request }</code>. Pour la refuser, répondez avec le motif. /cancel retire la question.
telegram_which_reason = 🤔 Je vous ai demandé plusieurs motifs ({ $requests }). Répondez à la question concernée. Rien n’a encore été décidé.
telegram_reply_with_reason = Si c’est le motif que j’ai demandé, envoyez-le en réponse à ma question. Rien n’a encore été décidé.
telegram_empty_note = 📝 Une note a besoin de quelques mots : répondez à la fiche avec <code>note</code> et ce que les autres admins doivent savoir. Les personnes concernées ne voient jamais les notes.
telegram_question_over = Il est trop tard pour répondre à cette question, donc rien n’a été décidé. La demande #{ $request } est toujours ouverte : <code>/show { $request }</code>
telegram_anonymous_sender = 🎭 Telegram cache qui écrit les messages anonymes, donc rien n’a été décidé. Appuyez sur le bouton de la fiche, ou écrivez sous votre nom.
telegram_earlier_round = Ce bouton ou cette fiche date d’avant un recours ou une annulation et ne décide plus rien. Voyez où en est la demande #{ $request } : <code>/show { $request }</code>
telegram_open_instead = La demande #{ $request } ne peut pas être rouverte : cette personne en a une plus récente, la #{ $openInstead }, et c’est elle qui compte. <code>/show { $openInstead }</code>

### Telegram, aux admins : ce qu’ils doivent savoir du bot lui-même

telegram_card_access_in = 🚪 { $chat } : membre
telegram_card_access_invited = 🚪 { $chat } : invitation envoyée
telegram_card_access_not_on_telegram = 🚪 { $chat } : pas encore d’invitation, il faut Telegram et le lien de sa page
telegram_card_access_left = 🚪 { $chat } : n’est plus membre
telegram_card_access_banned = 🚪 { $chat } : personne bannie
telegram_card_access_by_hand = ⚠️ { $chat } : administre la discussion, à retirer à la main
telegram_access_removals = ⚠️ Je me suis absenté plus d’un jour. { $count } personnes dont l’accès a pris fin sont maintenant dans <b>{ $chat }</b>. C’est plus que je n’en retire sans demander.
telegram_removals_allowed = Personnes que je retire : { $count }.
telegram_nothing_to_remove = Il n’y a plus personne à retirer là-bas ; un autre admin est peut-être passé avant.
telegram_unheard_join_requests = ℹ️ Je me suis absenté plus d’un jour. Demandes d’adhésion qui attendent dans <b>{ $chat }</b> et dont je n’ai rien su : { $count }. Répondez-y dans Telegram, s’il vous plaît.
telegram_button_remove_them = 🚪 Les retirer
telegram_access_chat_gone = ℹ️ <b>{ $chat }</b> n’est plus dans <code>ACCESS_CHATS</code>. Je ne touche plus à ses membres.
telegram_access_chat_moved = ℹ️ <b>{ $chat }</b> a un nouvel ID, que j’utilise désormais. Dans <code>ACCESS_CHATS</code>, écrivez <code>{ $newId }</code> à la place de <code>{ $oldId }</code>.
telegram_card_joining = 🚪 Demande d’adhésion aussi dans Telegram ; votre décision vaut pour les deux.
telegram_how_to_join = { $count ->
    [one] Appuyez sur le bouton ci-dessous et demandez à entrer : vous entrerez aussitôt.
    [many] Appuyez sur les boutons ci-dessous, l’un après l’autre, et demandez à entrer : vous entrerez aussitôt.
   *[other] Appuyez sur les boutons ci-dessous, l’un après l’autre, et demandez à entrer : vous entrerez aussitôt.
}
telegram_access_outage = ⚠️ Je ne peux pas gérer <b>{ $chat }</b> : { $reason }. Nommez-moi administrateur là-bas, avec le droit d’ajouter et de bannir des utilisateurs, et je ferai ce qui attend.
telegram_outage_no_administrator = je n’y suis pas administrateur
telegram_outage_may_not_add = je n’ai pas le droit d’y ajouter des utilisateurs
telegram_outage_may_not_ban = je n’ai pas le droit d’y bannir des utilisateurs
telegram_outage_may_neither = je n’ai le droit ni d’y ajouter ni d’y bannir des utilisateurs
telegram_outage_lacks_rights = il me manque des droits pour cela
telegram_outage_not_there = je n’y suis pas, ou cette discussion n’existe plus
telegram_outage_no_supergroup = c’est un groupe simple, et je ne peux gérer que des supergroupes et des canaux
telegram_outage_refused = Telegram refuse, et le journal dit pourquoi
telegram_stranger = 👤 <a href="tg://user?id={ $clientId }">{ $client }</a> (ID <code>{ $clientId }</code>) est dans <b>{ $chat }</b>, et personne ici n’a approuvé son accès.
telegram_admin_unreachable = ⚠️ Je ne peux pas écrire à <a href="tg://user?id={ $adminId }">{ $admin }</a> (ID { $adminId }), qui est admin. Cette personne doit ouvrir une discussion avec moi et appuyer sur « Démarrer ».
telegram_admin_is_bot = ⚠️ L’admin dont l’ID est { $adminId } est un bot, et seules des personnes décident. Retirez-le avec <code>/admins remove { $adminId }</code>, ou de <code>ADMIN_TELEGRAM_ID</code> s’il y figure.
telegram_group_unreachable = ⚠️ Je ne peux pas écrire dans le groupe des admins. Ajoutez-moi de nouveau et laissez-moi y écrire. Le réglage est <code>ADMIN_CHAT_ID</code>.
telegram_topic_unreachable = ⚠️ Le sujet { $topic } du groupe des admins est fermé ou supprimé : mes messages vont donc dans « General ». Rouvrez-le, ou indiquez-en un autre dans <code>ADMIN_CHAT_ID</code>.
telegram_presses_lost = ⚠️ Je n’ai pas pu joindre Telegram entre le { $from } et le { $to }. Les appuis sur les boutons pendant ce temps ne me sont peut-être pas parvenus. Regardez les demandes ouvertes et appuyez de nouveau, s’il vous plaît.
telegram_no_pictures = 🖼 Je n’ai pas le droit d’envoyer des images dans cette discussion. Qui la gère peut le changer dans ses autorisations ; ou envoyez-moi /stats en privé.
telegram_foreign_poller = ⚠️ Un autre programme utilise le jeton de ce bot : certains messages peuvent ne pas me parvenir. Arrêtez-le, ou demandez un nouveau jeton à @BotFather.

### Telegram : boutons, textes d’aide des champs et menu des commandes ; affichés sans leur mise en forme

telegram_button_ask = ✍️ Demander l’accès
telegram_button_appeal = ✍️ Faire un recours
telegram_button_approve = ✅ Approuver
telegram_button_reject = ❌ Refuser
telegram_button_reject_with_reason = 💬 Refuser avec motif…
telegram_button_ask_client = ❓ Poser une question…
telegram_button_own_reason = ✍️ Écrire le mien…
telegram_button_undo = ↩️ Annuler la décision
telegram_button_undo_approval = ↩️ Annuler mon accord
telegram_button_send_request = 📨 Envoyer ma demande
telegram_button_send_appeal = 📨 Envoyer mon recours
telegram_button_add_to_request = ➕ Ajouter à ma demande
telegram_button_language_of_telegram = Comme dans Telegram
telegram_button_show = #{ $request }
telegram_button_pending = 📋 Demandes ouvertes
telegram_button_previous = ◀️
telegram_button_next = ▶️
telegram_button_list_in_place = ◀️ Retour à la liste
telegram_button_next_in_place = Suivante ▶️
telegram_button_stats_picture = 📊 En image
telegram_button_desk_open = 🖥 Ouvrir l’espace admin
telegram_button_desk_copy = 📋 Copier le lien
telegram_button_forget = 🗑 Tout effacer
telegram_button_desk_sign_out = 🚪 Se déconnecter
telegram_button_desk_request = 🖥 Voir dans l’espace admin
# À côté du champ de message : un mot, deux au plus
telegram_button_desk_menu = Espace admin
telegram_placeholder_request = Quelques mots sur vous
telegram_placeholder_appeal = Qu’est-ce qui a changé ?
telegram_placeholder_question = Votre question
telegram_placeholder_answer = Votre réponse
telegram_placeholder_reason = Motif
telegram_placeholder_admin = ID Telegram
telegram_menu_request = Demander l’accès
telegram_menu_status = Où en est ma demande
telegram_menu_appeal = Faire un recours
telegram_menu_cancel = Retirer ma demande
telegram_menu_language = Choisir la langue
telegram_menu_mydata = Ce qui est enregistré sur moi
telegram_menu_forget = Effacer tout ce qui me concerne
telegram_menu_help = Ce que ce bot sait faire
telegram_menu_email = Le résultat aussi par e-mail
telegram_menu_sms = Le résultat aussi par SMS
telegram_menu_pending = Demandes ouvertes
telegram_menu_find = Chercher des demandes : /find anna
telegram_menu_show = Une demande et son historique : /show 12
telegram_menu_approve = Approuver une demande : /approve 12
telegram_menu_reject = Refuser une demande : /reject 12 motif
telegram_menu_revoke = Mettre fin à un accès : /revoke 12 motif
telegram_menu_reopen = Rouvrir une demande : /reopen 12
telegram_menu_stats = Statistiques
telegram_menu_admins = Liste des admins
telegram_menu_desk = Un lien vers l’espace admin, dans un navigateur

### Telegram : ce qu’il montre du bot, dans une discussion avant « Démarrer » (512 caractères au plus) et sur son profil (120) ; sans mise en forme

telegram_bot_description = Je reçois les demandes d’accès à { $community } et je vous transmets la décision des admins. Appuyez sur « Démarrer » et parlez-nous un peu de vous.
telegram_bot_short_description = Demandez ici l’accès à { $community }.

### Premiers mots d’une réponse qui décide ; séparés par des virgules. Pas « approuvé » : cela peut demander ou raconter ce qu’une autre personne a fait

words_approve = approuver, approuve, j'approuve
words_reject = refuser, refuse, rejeter, rejette
words_note = note

### Mots qui reprennent une telle réponse : ceux qui nient, ceux qui arrêtent et ceux qui, après « approuver », en font une condition ou un doute

words_no = non, nan, pas, ne, ni, jamais
words_wait = ou, attends, attendez, attendre, attendons, stop, arrête, arrêtez, annule, annuler, annulez, oups, euh, hum, hmm
words_doubt = si, mais, sauf, excepté, quand, lorsque, jusque, jusqu'à, peut-être, probablement, éventuellement, plutôt, demain, tard, après, encore, devrait, devrions, pourrait, pourrions, crois, pense, doute, doutes, désolé, désolée, pardon, erreur, trompé, trompée

### Réponses entières à « pourquoi refusez-vous ? » qui ne sont pas un motif, sans ponctuation ; séparées par des virgules

words_no_reason = oui, ouais, j'accepte, accepter, ok, okay, d'accord, bien sûr, bien sur, bon, très bien, c'est bon, vas-y, allez-y, accepte, acceptez, accepte-le, accepte-la, acceptez-le, acceptez-la, laisse-le entrer, laisse-la entrer, laissez-le entrer, laissez-la entrer, laisse tomber, laissez tomber, oublie, oubliez, peu importe, tant pis, une minute, une seconde, un instant, un moment, j'ai changé d'avis, changé d'avis, je me suis trompé, je me suis trompée, par erreur, c'est une erreur, c'était une erreur, mauvais bouton, mauvaise demande, mauvaise fiche, pas celle-ci, pas celle-là, pas celui-ci, annule ça, annulez ça, désolé je me suis trompé

### Mots de remerciement, n’importe où dans ce que quelqu’un écrit ; séparés par des virgules

words_thanks = merci, mercis, remercie, remercions, remerciements, reconnaissant, reconnaissante

### L’espace des admins, une page dans le navigateur : texte simple, sans mise en forme

desk_title = Demandes · { $community }
desk_requests = Demandes
desk_stats = Statistiques
desk_menu = Menu
desk_views = Vues
desk_skip = Aller aux demandes
desk_signed_in_as = Session de { $admin }
desk_sign_out = Se déconnecter
desk_language = Langue
desk_shortcuts = Raccourcis clavier
desk_shortcuts_use = Les utiliser
desk_csv = Télécharger en CSV
desk_csv_to_me = M’envoyer le CSV
desk_csv_sent = Le bot vous a envoyé le fichier, dans votre discussion avec lui.
desk_csv_too_large = Le fichier dépasserait 20 Mo. Réduisez la liste avec des filtres, ou ouvrez cette page dans un navigateur.
desk_csv_no_chat = Le bot ne peut pas vous écrire. Ouvrez votre discussion avec lui et appuyez sur « Démarrer ».
desk_csv_unanswered = Pas de réponse. Avant de réessayer, regardez dans votre discussion avec le bot si le fichier s’y trouve.
desk_csv_failed = Le fichier n’a pas pu être créé. Réessayez dans un instant.
desk_close = Fermer
desk_loading = Chargement…

desk_sign_in = Se connecter
desk_sign_in_link = Ce lien vous connecte à l’espace admin de { $community }, dans ce navigateur.
desk_sign_in_needed = Voici l’espace admin de { $community }. Pour y entrer :
desk_sign_in_telegram = Dans Telegram, ouvrez la discussion privée avec le bot et touchez le bouton à côté du champ de message.
desk_sign_in_browser = Dans tout autre navigateur, envoyez /desk au bot dans cette discussion et ouvrez le lien de sa réponse. Il fonctionne une seule fois, pendant deux minutes.
desk_sign_in_by_link = Envoyez /desk au bot dans votre discussion privée avec lui et ouvrez le lien de sa réponse. Il fonctionne une seule fois, pendant deux minutes.
desk_sign_in_refused = Ce lien ne fonctionne plus : chacun sert une seule fois, pendant deux minutes, et seulement aux admins. Envoyez /desk au bot pour en recevoir un autre.
desk_sign_in_stale = Telegram a ouvert une ancienne copie de cette page. Fermez-la et rouvrez-la depuis la discussion, ou envoyez /desk au bot pour recevoir un lien.
desk_sign_in_too_often = Trop de tentatives de connexion. Attendez une minute, puis réessayez.
desk_wrong_address = Cette page n’a pas été ouverte à l’adresse de l’espace admin, donc rien n’est possible ici. Envoyez /desk au bot et ouvrez le lien qu’il vous donne.
desk_session_over = Votre session a pris fin.
desk_signed_out = Vous avez fermé la session.
desk_maybe_signed_in = Votre session est peut-être encore ouverte : le bot n’a pas confirmé sa fermeture. Réessayez dans un instant.
desk_signed_in_again = Votre session a pris fin avant que tout cela soit fait. Une nouvelle est ouverte : voyez ce qui reste et refaites-le.

desk_offline = Pas de connexion. Ce que vous voyez n’est peut-être plus à jour ; tout s’actualisera dès son retour.
desk_not_ready = Le bot démarre, ou une autre copie est à l’œuvre. Cette page réessaie d’elle-même.
desk_not_live = Trop de pages comme celle-ci sont ouvertes : rien n’apparaît ici tout seul. Fermez-en quelques-unes, puis rechargez celle-ci.
desk_no_answer = Pas de réponse, donc rien n’a été fait. Vérifiez la connexion et réessayez.
desk_unknown = Pas de confirmation : on ne sait pas si cela a été fait. Cela se verra ici dès que le bot répondra de nouveau.
desk_not_done_yet = Pas de confirmation, et pour l’instant ce n’est pas fait. Réessayez : cela ne peut pas se faire deux fois.
desk_unclear = La connexion a été coupée, mais c’était déjà fait : voici où en sont les choses.
desk_busy = Autre chose est en cours pour cette demande. Regardez de nouveau dans un instant.
desk_failed = Cela n’a pas été possible : { $detail }
desk_too_often = Trop de requêtes à la fois. Attendez un instant, puis réessayez.
desk_broken = Quelque chose s’est mal passé dans le bot. Son journal dit quoi.
desk_unusable_words = Ce texte ne convient pas : on n’y voit rien, ou il est trop long.
desk_unclear_search = Il n’y a là aucun mot à chercher, ou il y en a trop. Un nom, un @identifiant, un ID ou quelques mots suffisent.
desk_gone = Cela n’existe plus.
desk_try_again = Réessayer
desk_no_such_page = Cette page n’existe pas.
desk_no_such_request = La demande #{ $request } n’existe pas.
desk_no_such_person = Cette personne n’existe pas.

desk_status_pending = En attente
desk_status_approved = Approuvée
desk_status_rejected = Refusée
desk_status_expired = Expirée
desk_status_withdrawn = Retirée
desk_status_revoked = Accès révoqué
desk_many_pending = En attente
desk_many_approved = Approuvées
desk_many_rejected = Refusées
desk_many_expired = Expirées
desk_many_withdrawn = Retirées
desk_many_revoked = Accès révoqués

desk_search = Rechercher
desk_search_hint = Nom, @identifiant, ID ou mots
desk_status = État
desk_status_any = Tous
desk_filters = Filtres
desk_reviewer = Décidée par
desk_reviewer_any = Tout le monde
desk_client_only = Seulement { $client }
desk_from = Envoyée à partir du
desk_to = Envoyée jusqu’au
desk_clear_filters = Effacer les filtres
desk_waits = depuis { $waited }
desk_expires_in = expire dans { $left }
desk_appeal = { $appeal ->
        [1] Recours
       *[other] Recours { $appeal }
    }
desk_approvals = { $given } sur { $needed } approbations
desk_no_words = Pas encore de message
desk_text_erased = Ce texte a été effacé
desk_tick = Cocher #{ $request }, { $client }
desk_new = { $count ->
        [one] { $count } nouvelle demande. L’afficher
        [many] { $count } de nouvelles demandes. Les afficher
       *[other] { $count } nouvelles demandes. Les afficher
    }
desk_more = Afficher plus
desk_end_of_list = C’est tout.
desk_empty = Pas encore de demandes. Elles apparaîtront ici d’elles-mêmes dès que quelqu’un demandera l’accès.
desk_empty_pending = Rien n’est en attente. Les nouvelles demandes apparaîtront ici d’elles-mêmes.
desk_empty_filtered = Aucune demande ne correspond à ces filtres.

desk_ticked = Cochées : { $count }
desk_tick_group = Demandes cochées
desk_untick = Décocher
desk_deciding = Décision { $done } sur { $total }…
desk_all_decided = { $count ->
        [one] { $count } demande décidée.
        [many] { $count } de demandes décidées.
       *[other] { $count } demandes décidées.
    }
desk_some_decided = Décidées : { $done } sur { $total }. Non décidées :
desk_not_decided = #{ $request } : { $why }

desk_request = Demande #{ $request }
desk_choose = Choisissez une demande pour en voir ici tous les détails.
desk_choose_keys = j ouvre la suivante, ? montre toutes les touches.
desk_open_request = La demande affichée
desk_back = Retour à la liste
desk_submitted = Envoyée
desk_expires = Expire
desk_waiting_since = En attente depuis { $waited }
desk_approved_by = Approuvée par { $admins }
desk_rejected_by = Refusée par { $admin }
desk_revoked_by = Accès révoqué par { $admin }
desk_given_up = Renonciation de la personne elle-même
desk_reason = Motif
desk_source = Arrivée
desk_source_chat = par la discussion
desk_source_form = par le formulaire
desk_source_join = en demandant à rejoindre une discussion
desk_telegram = Telegram
desk_not_on_telegram = pas sur Telegram
desk_address = Adresse
desk_all_requests = Toutes les demandes de { $client }
desk_approved_so_far = Approbations
desk_own_request = C’est votre propre demande : un autre admin doit en décider.
desk_undelivered = Un message à cette personne n’a pas pu être remis. Le serveur a répondu : { $error }
desk_access = Discussions
desk_access_in = membre
desk_access_invited = invitation envoyée
desk_access_not_on_telegram = pas encore sur Telegram
desk_access_left = n’est plus membre
desk_access_banned = personne bannie
desk_access_by_hand = à retirer à la main

desk_approve = Approuver
desk_reject = Refuser
desk_reject_with_reason = Refuser avec un motif
desk_undo = Annuler
desk_revoke = Mettre fin à l’accès
desk_reopen = Rouvrir
desk_note = Note
desk_note_hint = Une note que seuls les admins voient
desk_add_note = Ajouter la note
desk_why_reject = Pourquoi la refusez-vous ?
desk_why_reject_ticked = { $count ->
        [one] Pourquoi la refusez-vous ?
        [many] Pourquoi refusez-vous { $count } de demandes ?
       *[other] Pourquoi refusez-vous ces { $count } demandes ?
    }
desk_why_revoke = Pourquoi mettre fin à l’accès ?
desk_reason_is_read = La personne lira le motif.
desk_own_words = Avec vos propres mots
desk_without_reason = Sans motif
desk_cancel = Annuler

desk_did_approved = Approuvée : #{ $request }, { $client }
desk_did_rejected = Refusée : #{ $request }, { $client }
desk_did_revoked = Accès de { $client } révoqué (#{ $request })
desk_did_reopened = Rouverte : #{ $request }, { $client }
desk_did_undone = Décision annulée : #{ $request }, { $client }, attend de nouveau
desk_did_voted = Votre approbation de la #{ $request } compte : { $given } sur { $needed }
desk_did_note = Note ajoutée à la #{ $request }
desk_nothing_to_undo = Il n’y a aucune décision de vous à annuler.
desk_undone_several = { $count ->
        [one] Décision annulée : { $count } demande attend de nouveau
        [many] Décisions annulées : { $count } de demandes attendent de nouveau
       *[other] Décisions annulées : { $count } demandes attendent de nouveau
    }
desk_undo_too_late = Il est trop tard pour annuler cette décision.
desk_not_your_decision = Seule la personne qui a décidé peut annuler cela : { $admin }.
desk_already_voted = Vous l’avez déjà approuvée. Il faut aussi l’approbation d’autres admins.
desk_open_instead = Cette personne a une demande ouverte plus récente. Décidez plutôt de celle-là.
desk_approved_meanwhile = { $admin } l’a déjà approuvée ({ $at }).
desk_rejected_meanwhile = { $admin } l’a déjà refusée ({ $at }).
desk_revoked_meanwhile = { $admin } a déjà mis fin à cet accès ({ $at }).
desk_given_up_meanwhile = La personne a elle-même renoncé à cet accès.
desk_nothing_sent = Rien n’a été envoyé de votre part.
desk_expired_meanwhile = Elle a expiré : il n’est plus possible d’en décider.
desk_withdrawn_meanwhile = Elle a été retirée : il n’y a plus rien à décider.
desk_changed_meanwhile = Elle a changé depuis que vous l’avez regardée, donc rien n’a été décidé. Relisez-la, puis décidez.

desk_timeline = Historique
desk_event_submit = Envoyée
desk_event_appeal = Recours envoyé
desk_event_withdraw = Retirée
desk_event_vote = Approbation donnée
desk_event_vote_withdrawn = Approbation annulée
desk_event_approve = Approuvée
desk_event_reject = Refusée
desk_event_undo = Décision annulée
desk_event_revoke = Accès révoqué
desk_event_reopen = Rouverte
desk_event_expire = Expirée
desk_event_ask = Question
desk_event_answer = Réponse
desk_event_add = Ajout
desk_event_describe = Présentation
desk_event_forget = Renonciation à l’accès
desk_event_unite = Rattachée à un compte Telegram
desk_event_note = Note
desk_event_other = Changement
desk_via_chat = dans la discussion
desk_via_desk = dans l’espace admin
desk_via_form = par le formulaire
desk_via_system = automatiquement
desk_message_client_news = Message « { $news } »
desk_message_asked = La question
desk_message_appeal_open = « Vous pouvez maintenant faire un recours »
desk_message_invitation = Liens vers les discussions
desk_message_other = Un message
desk_message_owed = envoi en cours
desk_message_sent = envoi fait
desk_message_undeliverable = remise impossible

desk_person_requests = Demandes
desk_person_no_requests = Aucune demande.
desk_person_older = { $count ->
        [one] { $count } demande plus ancienne n’est pas affichée.
        [many] { $count } de demandes plus anciennes ne sont pas affichées.
       *[other] { $count } demandes plus anciennes ne sont pas affichées.
    }
desk_person_admin = Admin
desk_person_unreachable = Le bot ne peut pas lui écrire
desk_person_id = ID Telegram

desk_last_days = { $count ->
        [365] Année
        [one] { $count } jour
        [many] { $count } de jours
       *[other] { $count } jours
    }
desk_period = Période
desk_plot_outcomes = Demandes par jour
desk_plot_outcomes_how = Au-dessus de la ligne : ce qui est arrivé. En dessous : ce que c’est devenu.
desk_plot_time = Délai de décision
desk_plot_time_how = De la demande à son approbation ou à son refus, selon le jour de la décision.
desk_plot_queue = La file d’attente
desk_plot_queue_how = Combien de demandes attendaient à la fin de chaque jour.
desk_reviewers = Qui décide
desk_reviewer_name = Admin
desk_reviewer_former = n’est plus admin
desk_no_decisions = Aucune décision pendant cette période.
desk_came_in = Envoyées
desk_decisions = Décisions
desk_median = Médiane
desk_ninetieth = 9 sur 10 en moins de
desk_median_time = Délai médian de décision
desk_ninetieth_time = 9 décisions sur 10 en moins de
desk_day = Jour
desk_as_table = En tableau
desk_time_zone = Les jours commencent à minuit, { $zone }.

desk_key_next = Demande suivante
desk_key_previous = Demande précédente
desk_key_tick = La cocher ou la décocher
desk_key_approve = Approuver
desk_key_reject = Refuser
desk_key_reject_with_reason = Refuser avec un motif
desk_key_undo = Annuler votre décision
desk_key_note = Écrire une note
desk_key_search = Rechercher
desk_key_help = Montrer ces touches
desk_key_back = Fermer, ou revenir à la liste
