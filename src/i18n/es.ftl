# Español. Las frases son HTML tal como lo acepta Telegram: https://core.telegram.org/bots/api#html-style
# Cómo se escriben estos archivos: https://projectfluent.org/fluent/guide/
#
# Las frases sirven en cualquier canal, también en una página y en un correo, así que no nombran comandos ni botones. Las que sí lo hacen
# tienen nombres que empiezan por telegram_ y solo aparecen en Telegram; allí, telegram_x sustituye a x. Lo mismo hacen las que empiezan por email_ en el correo, por sms_ en los
# SMS y por form_ en las páginas para quien no usa Telegram.

### A quien pide acceso: para qué sirve el bot, cómo va su solicitud y qué puede hacer

welcome = 👋 ¡Hola! Recibo las solicitudes de acceso a <b>{ $community }</b> y te traigo la respuesta de los admins.
standing_pending = ⏳ Tu solicitud <b>#{ $request }</b> está a la espera de una decisión.
standing_approved = ✅ Tu solicitud <b>#{ $request }</b> está aprobada.
standing_rejected = ❌ Tu solicitud <b>#{ $request }</b> fue rechazada.
standing_expired = ⌛️ Tu solicitud <b>#{ $request }</b> expiró antes de que los admins la revisaran.
standing_withdrawn = ↩️ Tu solicitud <b>#{ $request }</b> está cancelada.
standing_revoked = ❌ Tu acceso ha terminado (solicitud <b>#{ $request }</b>).
standing_appeal = Apelación { $appeal }
submitted_at = Enviada: { $submittedAt }
expires_at = Expira: { $expiresAt }, si no se decide antes.
decided_at = Decidida: { $decidedAt }
client_reason = Motivo: <blockquote>{ $reason }</blockquote>
next_pending = Te escribiré en cuanto haya una decisión.
next_approved = Tienes acceso a { $community }. No hace falta que hagas nada más.
next_again = Puedes enviar una solicitud nueva cuando quieras.
appeal_not_open = Podrás apelar a partir del { $opensAt }.
appeal_open = Ya puedes apelar.
appeal_open_until = Puedes apelar hasta el { $closesAt }.
appeal_closed = El plazo para apelar terminó el { $closedAt }, así que la decisión es definitiva. Gracias por tu interés.
appeals_used_up = { $limit ->
        [0] Aquí las decisiones no se pueden apelar
        [one] Ya usaste la única apelación posible
       *[other] Ya usaste las { $limit } apelaciones posibles
    }, así que la decisión es definitiva. Gracias por tu interés.

### A quien pide acceso: qué ha pasado con su solicitud

news_submitted = ✅ ¡Recibida! Tu solicitud <b>#{ $request }</b> ya está en manos de los admins de { $community }.
news_appeal_submitted = ✅ ¡Recibida! Tu apelación de la solicitud <b>#{ $request }</b> ya está en manos de los admins de { $community }.
news_withdrawn = ↩️ Has cancelado tu solicitud <b>#{ $request }</b>.
news_appeal_withdrawn = ↩️ Has cancelado tu apelación de la solicitud <b>#{ $request }</b>. Sigue en pie la decisión anterior.
news_approved = 🎉 Tu solicitud <b>#{ $request }</b> está aprobada. ¡Te damos la bienvenida a { $community }!
news_rejected = ❌ Lo siento, tu solicitud <b>#{ $request }</b> fue rechazada.
news_decision_undone = 🔄 Se ha deshecho la decisión sobre tu solicitud <b>#{ $request }</b>. Vuelve a estar en revisión.
news_request_reopened = 🔄 Los admins han reabierto tu solicitud <b>#{ $request }</b>. Vuelve a estar en revisión.
news_revoked = ❌ Tu acceso a { $community } ha terminado (solicitud <b>#{ $request }</b>).
news_expired = ⌛️ Lo siento, tu solicitud <b>#{ $request }</b> expiró antes de que los admins la revisaran.
news_appeal_expired = ⌛️ Lo siento, tu apelación de la solicitud <b>#{ $request }</b> expiró antes de que los admins la revisaran. Sigue en pie la decisión anterior.
news_appeal_open = 🔔 Se acabó la espera: ya puedes apelar la decisión sobre tu solicitud <b>#{ $request }</b>.

### A quien pide acceso: lo que solo dice un correo. El asunto no lleva palabras de nadie

email_subject_submitted = Solicitud #{ $request }: recibida
email_subject_appeal_submitted = Solicitud #{ $request }: apelación recibida
email_subject_withdrawn = Solicitud #{ $request }: cancelada
email_subject_appeal_withdrawn = Solicitud #{ $request }: apelación cancelada
email_subject_approved = Solicitud #{ $request }: aprobada
email_subject_rejected = Solicitud #{ $request }: rechazada
email_subject_reopened = Solicitud #{ $request }: otra vez en revisión
email_subject_revoked = Solicitud #{ $request }: tu acceso ha terminado
email_subject_expired = Solicitud #{ $request }: expirada
email_subject_appeal_expired = Solicitud #{ $request }: tu apelación ha expirado
email_subject_appeal_open = Solicitud #{ $request }: ya puedes apelar
email_subject_code = Tu código para { $community }
email_code = Para confirmar esta dirección en { $community }, escribe este código en el lugar donde la diste:
email_code_how = Vale durante { $validFor }.
email_code_unasked = Si no le diste esta dirección a nadie, ignora este mensaje: sin el código no llegará nada más.
email_join = Ahora tienes acceso a:
email_join_on_page = Aquello a lo que ahora tienes acceso está en Telegram. En tu página se explica cómo entrar.
email_page = Cómo va y qué puedes hacer
email_footer = Recibes este mensaje porque pediste que te escribiéramos por correo sobre tu solicitud de acceso a { $community }.
email_footer_code = Alguien dio esta dirección a { $community }. No enviaremos nada más hasta que se escriba el código.

email_subject_test = Una prueba de { $community }
email_test = ✅ El correo de { $community } llega hasta aquí.

    Esta prueba la envió desde el servidor quien lo configuró.
email_footer_test = Enviado una sola vez, para ver si el correo llega.

### A quien pide acceso: lo que solo dice un SMS. Cabe en uno (160 caracteres sin á, í, ó, ú; 70 con ellos) y no lleva palabras de nadie

sms_submitted = { $community }: hemos recibido tu solicitud #{ $request }.
sms_appeal_submitted = { $community }: recibimos tu apelación (solicitud #{ $request }).
sms_withdrawn = { $community }: has cancelado tu solicitud #{ $request }.
sms_appeal_withdrawn = { $community }: cancelaste tu apelación (solicitud #{ $request }).
sms_approved = { $community }: tu solicitud #{ $request } ha sido aprobada. ¡Te damos la bienvenida!
sms_rejected = { $community }: tu solicitud #{ $request } ha sido rechazada.
sms_reopened = { $community }: los admins vuelven a revisar tu solicitud #{ $request }.
sms_revoked = { $community }: tu acceso ha terminado (solicitud #{ $request }).
sms_expired = { $community }: tu solicitud #{ $request } ha expirado sin respuesta de los admins.
sms_appeal_expired = { $community }: tu apelación (solicitud #{ $request }) expiró.
sms_can_appeal = { $community }: ya puedes apelar lo decidido sobre tu solicitud #{ $request }.
sms_code = { $code } es tu código para { $community }.

### A quien pide acceso: cómo le avisamos, además de por Telegram

reached_fallback_email = ✉️ Por correo cuando no pueda escribirte por Telegram: <b>{ $address }</b>
reached_both_email = ✉️ También por correo, siempre: <b>{ $address }</b>
reached_off_email = ✉️ Avisos por correo desactivados: <b>{ $address }</b>
reached_dead_email = ⚠️ El correo a <b>{ $address }</b> ya no se puede entregar.
reached_fallback_sms = 📱 Por SMS cuando no pueda escribirte por Telegram: <b>{ $address }</b>
reached_both_sms = 📱 También por SMS, siempre: <b>{ $address }</b>
reached_off_sms = 📱 Avisos por SMS desactivados: <b>{ $address }</b>
reached_dead_sms = ⚠️ Los SMS a <b>{ $address }</b> ya no se pueden entregar.

### A quien no usa Telegram: el formulario y su propia página en la web

form_language = Idioma
form_title = Pide acceso a { $community }
form_intro = Los admins leen lo que escribas aquí, y su respuesta te llega por correo.
form_has_telegram = ¿Usas Telegram? Allí es más fácil:
form_name = Tu nombre
form_address = Tu dirección de correo
form_address_hint = Primero te llega un código y después la respuesta. No se usa para nada más.
form_message = Unas palabras para los admins
form_message_hint = Quién eres y por qué te gustaría entrar. { $limit ->
        [one] Un carácter como máximo.
        [many] { $limit } de caracteres como máximo.
       *[other] { $limit } caracteres como máximo.
    }
form_leave_empty = Deja esto vacío
form_continue = Continuar
form_wrong_name = Escribe un nombre de 64 caracteres como máximo.
form_wrong_address = A esta dirección no se puede enviar correo. Revísala: debe ser parecida a <code>nombre@example.com</code>.
form_no_words = Escribe unas palabras, por favor.
form_too_long = Son { $length } caracteres. Se admiten { $limit } como máximo.
form_too_fast = Nadie escribe tan rápido. Dale un repaso y envíalo otra vez.
form_too_old = Esta página llevaba demasiado tiempo abierta. No se ha perdido nada de lo que escribiste: envíalo otra vez.
form_too_many_to_address = A esta dirección ya se enviaron tres códigos en un día, y no pueden ser más. Vuelve a intentarlo mañana.
form_too_many_of_network = Han llegado demasiados formularios desde tu red en una hora. Vuelve a intentarlo más tarde.
form_too_many_in_all = Ahora mismo están llegando demasiados formularios. Vuelve a intentarlo dentro de una hora.
form_too_many_of_page = Has enviado demasiado en una hora, y esto no se ha enviado. Lo que escribiste sigue aquí: envíalo más tarde.
form_code_title = Ahora escribe el código
form_code_sent = Un mensaje con un código de seis cifras va de camino a la dirección que diste. Escríbelo aquí: solo entonces se envía tu solicitud.
form_code = Código del mensaje
form_code_hint = Vale durante diez minutos. Si en un minuto no ha llegado, mira en el spam.
form_code_continue = Enviar la solicitud
form_code_missing = ¿No ha llegado nada o la dirección tenía un error?
form_again = Volver a rellenar el formulario
form_wrong_code = Ese no es el código. { $left ->
        [one] Te queda un intento.
        [many] Te quedan { $left } de intentos.
       *[other] Te quedan { $left } intentos.
    }
form_code_over = Este código ya no vale
form_code_over_why = Pasaron más de diez minutos, o se escribieron demasiados códigos equivocados. Con el formulario recibirás uno nuevo.
form_gone = Este formulario ya no está aquí
form_gone_why = Un formulario espera su código durante una hora, en el navegador en que se rellenó, si este acepta cookies. Rellénalo otra vez, por favor.
form_page_title = Tu solicitud
form_your_words = Lo que escribiste
form_page_keep = No compartas la dirección de esta página: quien la tenga puede hacer aquí todo lo que puedes hacer tú. También está en los mensajes que recibes.
form_done_sent = ✅ Tu solicitud se ha enviado.
form_done_known = Lo que acabas de escribir no se ha enviado: ya habías pedido acceso, y así está tu solicitud.
form_done_appealed = ✅ Tu apelación se ha enviado.
form_done_withdrawn = ✅ Queda cancelada.
form_answer_by_email = Recibirás la respuesta por correo.
form_answer_by_sms = Recibirás la respuesta por SMS.
form_answer_here = No hay ninguna dirección a la que enviarte la respuesta. Consúltala aquí, por favor.
form_news_in_telegram = Las novedades te llegarán por Telegram.
form_gave_way = Solo puedes tener una solicitud a la vez: la <b>#{ $request }</b> quedó cancelada.
form_appeal_heading = Apelar la decisión
form_appeal_message = ¿Por qué deberían los admins volver a mirarla?
form_appeal = Enviar la apelación
form_ask_heading = Volver a pedir acceso
form_ask = Enviar la solicitud
form_withdraw_heading = ¿Cambiaste de idea?
form_withdraw_number = Para cancelarla, escribe su número: { $request }
form_withdraw = Cancelarla
form_wrong_number = Ese no es el número de lo que está aquí a la espera, así que no se ha cancelado nada.
form_telegram_heading = ¿Ya tienes Telegram?
form_telegram = Abre esto una vez en Telegram y empieza allí la conversación. Tu solicitud quedará unida a tu cuenta, y las novedades llegarán allí.
form_telegram_needed = Los lugares a los que da acceso una aprobación están en Telegram. Abre esto allí una vez y empieza la conversación: tu solicitud quedará unida a tu cuenta, y las novedades llegarán allí.
form_approved_needs_telegram = Tienes acceso a { $community }. Todo está en Telegram: con el enlace de abajo puedes entrar.
form_telegram_open = Abrir Telegram
form_not_now = Eso ya no es posible, o todavía no lo es: así está ahora.
form_no_page = Esta página no existe
form_no_page_why = Revisa la dirección: tiene que ser igual a la del mensaje que recibiste, hasta el último carácter.
form_sorry = No ha funcionado
form_not_understood = No se puede leer lo que ha llegado. Envíalo desde la propia página, por favor.
form_unavailable = Algo no funciona en este momento y no se ha enviado nada. Vuelve a intentarlo en unos minutos.

### A quien pide acceso: respuestas a lo que envía

hint_text = Solo soy un bot, así que no puedo hacer llegar eso a nadie.
admins_ask = ❓ Los admins de { $community } tienen una pregunta sobre tu solicitud <b>#{ $request }</b>: <blockquote>{ $message }</blockquote>
passed_on = 📨 Lo he añadido a tu solicitud <b>#{ $request }</b>. Los admins ya pueden verlo.
too_many_additions = Esta solicitud ya tiene el máximo de mensajes ({ $limit }), así que este no lo he hecho llegar. Los admins tienen los anteriores.
telegram_united = ✅ Tu solicitud de la web ahora también es tuya aquí. A partir de ahora te escribiré por aquí.
telegram_gave_way_ended = Solo puedes tener una solicitud a la vez: la <b>#{ $request }</b> queda cancelada y cuenta la <b>#{ $to }</b>.
telegram_gave_way_added = Solo puedes tener una solicitud a la vez: la <b>#{ $request }</b> queda cancelada y su texto se ha añadido a la <b>#{ $to }</b>.
telegram_gave_way_appealed = Solo puedes tener una solicitud a la vez: la <b>#{ $request }</b> queda cancelada y su texto es ahora tu apelación en la <b>#{ $to }</b>.
telegram_not_united_link_used = Este enlace ya se usó: tu solicitud de la web ya pertenece a una cuenta de Telegram.
telegram_not_united_is_admin = Aquí eres admin, así que no puedo añadir la solicitud de la web a tu cuenta.
telegram_not_united_two_decisions = La solicitud <b>#{ $here }</b> de esta cuenta y la <b>#{ $web }</b> de la web ya están decididas, y solo los admins pueden retirar una decisión. No ha cambiado nada. Pide a un admin que reabra una de las dos, cancélala entonces y vuelve a abrir el enlace.
telegram_not_united_appeal_later = Solo puedes tener una solicitud a la vez, pero la <b>#{ $waits }</b> espera una decisión y la <b>#{ $decided }</b> se decidió en tu contra. No ha cambiado nada. Vuelve a abrir el enlace a partir del { $opensAt }: el texto de la <b>#{ $waits }</b> será entonces tu apelación. O cancela la <b>#{ $waits }</b> y abre el enlace justo después.
telegram_not_united_no_appeal = Solo puedes tener una solicitud a la vez, pero la <b>#{ $waits }</b> espera una decisión, y la <b>#{ $decided }</b> se decidió en tu contra y ya no se puede apelar. No ha cambiado nada. Cancela la <b>#{ $waits }</b> y vuelve a abrir el enlace, o pide antes a un admin que reabra la <b>#{ $decided }</b>.
telegram_invitation = 🚪 { $community } tiene un chat al que ya puedes entrar.
telegram_join_declined = 🚫 Se rechazó tu solicitud para unirte a <b>{ $chat }</b>.
telegram_join_question = 👋 Has pedido unirte a { $community }. Escribe unas palabras sobre ti: los admins las leerán antes de decidir.
telegram_join_question_of = 👋 Has pedido unirte a <b>{ $chat }</b>. Escribe unas palabras sobre ti: los admins de { $community } las leerán antes de decidir.
telegram_too_many_chats = ⚠️ Telegram no puede dejarte entrar en <b>{ $chat }</b>: estás en demasiados grupos y canales. Sal de algunos y vuelve a pedir unirte.
draft_sent = 📨 Enviado.
draft_gone = Ya no tengo ese texto. Si aún no se ha enviado, escríbelo otra vez, por favor.
telegram_forget_question =
    <b>¿Quieres que te olvide?</b> Tu nombre, tus direcciones, todo lo que escribiste y todo lo que te envié se borrarán de aquí, también de las fichas de los admins.

    Solo quedan números: tu ID de Telegram y qué se decidió y cuándo. No se puede deshacer.
telegram_forget_pending = Tu solicitud abierta se cancelará.
telegram_forget_approved = Tu acceso a { $community } terminará.
telegram_forget_verdict = La decisión se mantiene, y también la espera para apelar.
telegram_forget_admin = Eres admin: tu nombre se queda, porque aparece junto a lo que decides.
telegram_forgotten = 👋 Hecho. He borrado lo que escribiste y quién eres. Si vuelves a escribirme, volveré a saber tu nombre.
telegram_forgotten_admin = 👋 Hecho. He borrado lo que escribiste al pedir acceso. Tu nombre se queda mientras seas admin.
telegram_forget_over = Esta pregunta ya no vale. Para que la haga otra vez: /forget
telegram_my_data = 📄 Todo lo que tengo guardado sobre ti.
you_are_welcome = ¡De nada! 😊
hint_not_text = Solo sé leer texto.
left_out_photo = 📎 Puedo hacer llegar tu texto, pero no la foto.
left_out_video = 📎 Puedo hacer llegar tu texto, pero no el video.
left_out_file = 📎 Puedo hacer llegar tu texto, pero no el archivo.
left_out_audio = 📎 Puedo hacer llegar tu texto, pero no la grabación.
left_out_media = 📎 Puedo hacer llegar tu texto, pero no lo que venía con él.
left_out_addresses = 📎 Con las direcciones de tus enlaces el texto sería demasiado largo, así que las he dejado fuera.
question_dropped = De acuerdo, olvidémoslo. No se ha enviado nada.
too_long_request = Demasiado largo: { $length } caracteres, y el límite es { $limit } (un emoji cuenta como dos o más). No se ha enviado nada. Acórtalo, por favor.
too_long_reason = Demasiado largo: { $length } caracteres, y el límite para un motivo es { $limit } (un emoji cuenta como dos o más). No se ha decidido nada. Acórtalo, por favor.
too_long_question = Demasiado largo: { $length } caracteres, y el límite para una pregunta es { $limit } (un emoji cuenta como dos o más). No se ha enviado nada. Acórtala, por favor.
too_long_note = Demasiado largo: { $length } caracteres, y el límite para una nota es { $limit } (un emoji cuenta como dos o más). No se ha anotado nada. Acórtala, por favor.
edit_changes_nothing = ✏️ Cuenta lo que enviaste primero, así que editarlo no cambia nada.
flooded = ✋ Eso es más de { $limit ->
        [one] un mensaje
        [many] { $limit } de mensajes
       *[other] { $limit } mensajes
    } en { $window }. No haré caso de los siguientes. Vuelve a intentarlo dentro de { $window }.
nobody_can_decide = ⚠️ Aquí no hay más admin que tú, y nadie decide sobre su propia solicitud, así que esta expirará. Para probarme, pide acceso desde otra cuenta.
language_question = ¿En qué idioma te escribo?
language_unknown = No hablo ese idioma. ¿Cuál de estos prefieres?
language_set = 👍 A partir de ahora te escribiré en español.
language_of_telegram = 👍 A partir de ahora te escribiré en el idioma de tu app de Telegram.

### A quien pide acceso: negativas

not_possible = Ahora mismo no es posible.
no_request = Todavía no tienes ninguna solicitud.
already_pending = ⏳ Ya tienes una solicitud, la <b>#{ $request }</b>, enviada el { $submittedAt }. Espera una decisión y expira el { $expiresAt }.
already_approved = ✅ Ya tienes acceso a { $community }.
nothing_to_cancel = No hay nada que cancelar.
nothing_waits = No tienes nada pendiente que cancelar.
expired_before_that = ⌛️ Tu solicitud <b>#{ $request }</b> ya había expirado.
nothing_to_appeal = No hay ninguna decisión que apelar.

### Admins: la ficha

card_heading = 📨 <b>Solicitud #{ $request }</b>
card_appeal = <b>Apelación { $appeal }</b>
card_client = De <b>{ $client }</b>
card_unreachable = ⚠️ No puedo escribirle: me bloqueó o eliminó su cuenta.
card_not_on_telegram = ⚠️ No puedo escribirle: no está en Telegram.
card_address = ✉️ { $address }
card_reached_by_email = ✉️ En Telegram no puedo escribirle, así que recibirá el resultado por correo.
card_reached_by_sms = 📱 En Telegram no puedo escribirle, así que recibirá el resultado por SMS.
card_only_by_email = ✉️ No está en Telegram, así que recibirá el resultado por correo.
card_only_by_sms = 📱 No está en Telegram, así que recibirá el resultado por SMS.
card_dead_email = ⚠️ Su dirección de correo ya no funciona: { $address }
card_dead_sms = ⚠️ Su número de teléfono ya no funciona: { $address }
card_message = <blockquote>{ $message }</blockquote>
card_no_message = <i>Aún sin mensaje.</i>
card_erased = <i>Lo que se escribió, y quién lo escribió, está borrado.</i>
text_erased = Este texto se ha borrado.
card_given_up = 🚫 <b>Renuncia al acceso</b> de la propia persona.
telegram_erased_card = 🧹 La solicitud <b>#{ $request }</b> está borrada: lo que se escribió y quién lo escribió. El historial conserva qué se decidió y cuándo.
card_question = ❓ Pregunta de { $author }, { $at }: <blockquote>{ $message }</blockquote>
card_answer = 💬 Respuesta de { $author }, { $at }: <blockquote>{ $message }</blockquote>
card_addition = ➕ Añadido por { $author }, { $at }: <blockquote>{ $message }</blockquote>
card_talk_older = … anteriores: { $count }
card_first_text = Primera solicitud, { $at }: <blockquote>{ $message }</blockquote>
card_appeal_text = Apelación { $appeal }, { $at }: <blockquote>{ $message }</blockquote>
card_submitted = Enviada: { $submittedAt }
card_expires = Expira: { $expiresAt }
card_approvals = 👍 Aprobaciones: <b>{ $given } de { $needed }</b>
card_approver = { $admin }
card_was_open_until = Estuvo abierta hasta: { $expiresAt }
card_approved = ✅ <b>Aprobada</b> por { $admin }, { $at }
also_approved = 👍 También la aprobaron: { $admins }
card_rejected = ❌ <b>Rechazada</b> por { $admin }, { $at }
card_revoked = 🚫 <b>Acceso retirado</b> por { $admin }, { $at }
card_expired = ⌛️ <b>Expirada</b> sin decisión.
card_withdrawn = ↩️ <b>Cancelada</b> por quien la envió.
card_reason = Motivo: <blockquote>{ $reason }</blockquote>
card_earlier_approved = Antes: aprobada por { $admin }, { $at }
card_earlier_rejected = Antes: rechazada por { $admin }, { $at }
card_earlier_revoked = Antes: acceso retirado por { $admin }, { $at }
card_older = { $count ->
        [one] y otra decisión anterior
        [many] y { $count } de decisiones anteriores
       *[other] y otras { $count } decisiones anteriores
    }

### Admins: listas

digest = 📨 { $waiting ->
        [0] Ya no queda ninguna solicitud a la espera.
        [one] Una solicitud espera una decisión.
        [many] <b>{ $waiting }</b> de solicitudes esperan una decisión.
       *[other] <b>{ $waiting }</b> solicitudes esperan una decisión.
    }
pending_none = 🎉 No hay solicitudes a la espera.
pending_heading = { $total ->
        [one] <b>Una solicitud abierta</b>
        [many] <b>{ $total } de solicitudes abiertas</b>, primero las más antiguas
       *[other] <b>{ $total } solicitudes abiertas</b>, primero las más antiguas
    }
pending_page = página { $page } de { $pages }
pending_line =
    <b>#{ $request }</b> { $client }
    { $submittedAt } – expira el { $expiresAt }
pending_waited = ⏳ Lleva { $waited } a la espera
pending_words = <i>{ $words }</i>
no_other_waits = No hay ninguna otra solicitud a la espera.
pending_approvals = 👍 { $given } de { $needed }
found_none = 🔍 Ninguna solicitud coincide con <b>{ $words }</b>.
found_heading = 🔍 Solicitudes que coinciden con <b>{ $words }</b>, primero las más recientes
found_line = <b>#{ $request }</b> { $client } · { $submittedAt }
found_pending = ⏳ a la espera
found_approved = ✅ aprobada
found_rejected = ❌ rechazada
found_expired = ⌛️ expirada
found_withdrawn = ↩️ cancelada
found_revoked = 🚫 acceso retirado
found_beginning = <i>{ $beginning }</i>
found_looked_through = { $count ->
        [one] Las palabras muy cortas solo se buscan en la solicitud más reciente.
        [many] Las palabras muy cortas solo se buscan en el último { $count } de solicitudes.
       *[other] Las palabras muy cortas solo se buscan en las { $count } solicitudes más recientes.
    }
reminder_heading = ⏰ { $total ->
        [one] Una solicitud expira pronto y aún espera una decisión:
        [many] <b>{ $total }</b> de solicitudes expiran pronto y aún esperan una decisión:
       *[other] <b>{ $total }</b> solicitudes expiran pronto y aún esperan una decisión:
    }
reminder_line = <b>#{ $request }</b> { $client } – { $expiresAt }
reminder_more = … y { $count } más
history_heading = <b>Historial</b>
history_older = … anteriores: { $count }
history_submit = { $at }: enviada
history_appeal = { $at }: apelada
history_withdraw = { $at }: cancelada
history_vote = { $at }: aprobación dada
history_vote_withdrawn = { $at }: aprobación retirada
history_approve = { $at }: aprobada
history_reject = { $at }: rechazada
history_undo = { $at }: decisión deshecha
history_revoke = { $at }: acceso retirado
history_reopen = { $at }: reabierta
history_expire = { $at }: expirada
history_ask = { $at }: pregunta enviada
history_answer = { $at }: respuesta enviada
history_add = { $at }: texto añadido
history_describe = { $at }: presentación escrita
history_forget = { $at }: renuncia al acceso
history_unite = { $at }: unida a una cuenta de Telegram
history_note = { $at }: 📝 nota escrita
history_by = por { $actor }
history_by_system = automáticamente
history_reason = <i>{ $reason }</i>
stats_heading = 📊 <b>Solicitudes</b>
stats_pending = a la espera: { $count }
stats_approved = aprobadas: { $count }
stats_rejected = rechazadas: { $count }
stats_expired = expiradas: { $count }
stats_withdrawn = canceladas: { $count }
stats_revoked = acceso retirado: { $count }
stats_undeliverable = ⚠️ { $count ->
        [one] No se pudo entregar un mensaje.
        [many] No se pudieron entregar { $count } de mensajes.
       *[other] No se pudieron entregar { $count } mensajes.
    }
stats_chat = 👥 { $title }: han entrado { $in } de { $wanted } personas aprobadas
stats_oldest = ⏳ la que más espera: <b>#{ $request }</b> { $client }, { $waited }
stats_week = <b>Esta semana</b>, desde el { $since }
stats_month = <b>{ $days ->
        [one] Último día
        [many] Último { $days } de días
       *[other] Últimos { $days } días
    }</b>, desde el { $since }
stats_submitted = enviadas: { $count }
stats_waits = ⏱ tiempo hasta la decisión: { $median } (mediana), { $slowest } (el más largo, #{ $request })
stats_decider = 👤 { $admin }: { $count ->
        [one] 1 decisión
        [many] { $count } de decisiones
       *[other] { $count } decisiones
    }
stats_decider_former = 👤 { $admin } (ya no es admin): { $count ->
        [one] 1 decisión
        [many] { $count } de decisiones
       *[other] { $count } decisiones
    }
stats_deciders_others = otros: { $count }
stats_picture = 📊 <b>Solicitudes por día</b>, { $since } – { $until }
stats_picture_submitted = 🟦 { stats_submitted }
stats_picture_approved = 🟩 { stats_approved }
stats_picture_rejected = 🟥 { stats_rejected }
stats_picture_expired = 🟨 { stats_expired }
stats_picture_withdrawn = ⬜️ { stats_withdrawn }
stats_picture_revoked = 🟪 { stats_revoked }
stats_picture_how = Por encima de la línea, lo que llegó; por debajo, en qué quedó. Los números bajo los días son los de los lunes.

### Admins: respuestas a lo que hacen

decided_pending = 🔄 La solicitud <b>#{ $request }</b> de { $client } vuelve a estar abierta.
decided_approved = ✅ Solicitud <b>#{ $request }</b> de { $client }, aprobada.
decided_rejected = ❌ Solicitud <b>#{ $request }</b> de { $client }, rechazada.
decided_expired = ⌛️ La solicitud <b>#{ $request }</b> de { $client } ha expirado.
decided_withdrawn = ↩️ La solicitud <b>#{ $request }</b> de { $client } fue cancelada.
decided_revoked = 🚫 Acceso de { $client } retirado (solicitud <b>#{ $request }</b>).
question_sent = ❓ Pregunta enviada a { $client }, solicitud <b>#{ $request }</b>. La respuesta aparecerá en la ficha.
noted = 📝 Nota añadida a la solicitud <b>#{ $request }</b> ({ $client }). Solo la ven los admins.
voted = 👍 Has aprobado la solicitud <b>#{ $request }</b> de { $client }.
vote_withdrawn = ↩️ Aprobación retirada de la solicitud <b>#{ $request }</b> de { $client }.
approvals_so_far = { $given } de { $needed } aprobaciones: { $more ->
        [0] la próxima decide.
        [one] falta una más.
        [many] faltan { $more } más.
       *[other] faltan { $more } más.
    }
approvals_impossible = ⚠️ { $possible ->
        [one] Solo puede decidirla un admin
        [many] Solo pueden decidirla { $possible } de admins
       *[other] Solo pueden decidirla { $possible } admins
    }, menos que <code>APPROVALS_NEEDED</code>: no se puede aprobar.
no_such_request = No existe la solicitud #{ $request }.
admins_only = 🚫 Eso solo pueden hacerlo los admins.
not_own_words = ✋ Ese mensaje no es tuyo, así que no se ha decidido nada. Solo cuenta lo que escribes tú.
was_first_approved = { $admin } ya aprobó la solicitud #{ $request } el { $at }.
was_first_rejected = { $admin } ya rechazó la solicitud #{ $request } el { $at }.
was_first_revoked = { $admin } ya retiró el acceso de la solicitud #{ $request } el { $at }.
you_decided_approved = Ya aprobaste la solicitud #{ $request } el { $at }.
you_decided_rejected = Ya rechazaste la solicitud #{ $request } el { $at }.
you_decided_revoked = Ya retiraste el acceso de la solicitud #{ $request } el { $at }.
request_pending = La solicitud #{ $request } está a la espera de una decisión.
request_approved = La solicitud #{ $request } está aprobada.
request_rejected = La solicitud #{ $request } está rechazada.
request_expired = La solicitud #{ $request } ha expirado, así que ya no hay nada que decidir.
request_withdrawn = La solicitud #{ $request } la canceló quien la envió, así que ya no hay nada que decidir.
request_revoked = El acceso de la solicitud #{ $request } ha terminado.
decided_too_late = ⌛️ Demasiado tarde: la solicitud #{ $request } expiró el { $expiresAt }.
own_request = No puedes decidir sobre tu propia solicitud. Tiene que hacerlo otro admin.
already_voted = Ya aprobaste la solicitud #{ $request }.
no_vote = No has aprobado la solicitud #{ $request }, así que no tienes nada que retirar.
nothing_to_undo = No hay ninguna decisión sobre la solicitud #{ $request } que se pueda deshacer.
not_your_decision = Solo puede deshacerlo quien decidió: { $admin }.
undo_too_late = Ya es tarde para deshacer la decisión sobre la solicitud #{ $request }.
not_approved = La solicitud #{ $request } no está aprobada, así que no hay acceso que retirar.
nothing_to_reopen = La solicitud #{ $request } no se puede reabrir. Solo se reabren las rechazadas, las expiradas y aquellas cuyo acceso ha terminado.

### Admins: lo que deben saber del propio bot

update_parked = ⚠️ No he podido procesar una actualización entrante ({ $attempts ->
        [one] un intento
        [many] { $attempts } de intentos
       *[other] { $attempts } intentos
    }) y la he apartado (actualización { $update }). El registro dice por qué.
channel_away_email = ⚠️ No se puede enviar correo. Esto respondió el servidor de correo, o esto falló: <blockquote>{ $reason }</blockquote>
    Todo el correo queda en espera y no se pierde nada; saldrá por sí solo en cuanto el servidor lo acepte. <code>check --mail</code>, en tu servidor, muestra dónde falla.
channel_away_sms = ⚠️ No se pueden enviar SMS. Esto respondió la pasarela, o esto falló: <blockquote>{ $reason }</blockquote>
    Todos quedan en espera y no se pierde nada; saldrán por sí solos en cuanto la pasarela los acepte.
channel_back_email = ✅ Ya se puede enviar correo otra vez. Lo que esperaba está saliendo.
channel_back_sms = ✅ Ya se pueden enviar SMS otra vez. Lo que esperaba está saliendo.
backup_failed = ⚠️ Ha fallado la copia de seguridad de mis datos. El registro dice por qué.
backup_missing = ⚠️ Hace demasiado que no hay copia de seguridad de mis datos. Comprueba, por favor, que está en marcha el temporizador o el servicio que la hace.
backup_newest = La última copia buena es del { $lastBackup }.
backup_none = No hay ninguna copia buena.
backups_work_again = ✅ Las copias de seguridad vuelven a funcionar. La última es del { $lastBackup }.
webhook_given_up = ⚠️ Llevo tres días intentando avisar a { $host } de un cambio de acceso (solicitud #{ $request }) y me he rendido. El registro dice por qué. No volveré a advertirte hasta que haya aceptado algún webhook.
webhook_gone = ⚠️ { $host } no quiere más webhooks (410 Gone), así que he dejado de enviarlos. Esperarán hasta que cambie WEBHOOK_URL.
admins_heading = 🛡 { $count ->
        [one] Una sola persona es admin:
        [many] <b>{ $count }</b> de admins:
       *[other] Los <b>{ $count }</b> admins:
    }
admins_more = … y { $count } más
admins_too_few = ⚠️ { $left ->
        [one] Queda un admin, menos que <code>APPROVALS_NEEDED</code> ({ $needed }), así que no se puede aprobar nada.
        [many] Quedan { $left } de admins, menos que <code>APPROVALS_NEEDED</code> ({ $needed }), así que no se puede aprobar nada.
       *[other] Quedan { $left } admins, menos que <code>APPROVALS_NEEDED</code> ({ $needed }), así que no se puede aprobar nada.
    }
admin_joined = 🛡 Ahora eres admin de { $community }: te añadió { $admin }. Puedes decidir quién entra.
admin_left = Ya no eres admin de { $community }.
expired_digest = ⌛️ { $count ->
        [one] Una solicitud expiró sin decisión.
        [many] <b>{ $count }</b> de solicitudes expiraron sin decisión.
       *[other] <b>{ $count }</b> solicitudes expiraron sin decisión.
    }

### Telegram, a quien pide acceso: qué puede hacer

telegram_welcome_email = ✉️ /email – recibe el resultado por correo cuando no pueda escribirte por Telegram
telegram_welcome_sms = 📱 /sms – recibe el resultado por SMS cuando no pueda escribirte por Telegram
telegram_welcome_admin =
    🛡 Aquí eres admin. { $waiting ->
        [0] No hay solicitudes a la espera.
        [one] Una solicitud espera una decisión.
        [many] { $waiting } de solicitudes esperan una decisión.
       *[other] { $waiting } solicitudes esperan una decisión.
    }

    { telegram_admin_commands }
telegram_welcome_admin_uncounted =
    🛡 Aquí eres admin.

    { telegram_admin_commands }
telegram_admin_commands =
    /pending – solicitudes abiertas, primero las más antiguas
    <code>/find ana</code> – solicitudes por nombre, @usuario, ID, dirección o palabras
    <code>/show 12</code> – una solicitud y su historial
    <code>/approve 12 13</code>, <code>/reject 12 motivo</code> – decidir
    <code>/revoke 12 motivo</code> – retirar el acceso a alguien
    <code>/reopen 12</code> – reabrir una solicitud
    <code>nota</code> y un texto, como respuesta a una ficha – una nota que solo ven los admins
    /stats – estadísticas
    /admins – lista de admins
telegram_welcome_desk = /desk – el panel: decide en un navegador
telegram_next_none =
    Para pedir acceso, envía /request y unas palabras sobre ti, por ejemplo:
    <code>/request Soy Ana, amiga de Luis</code>
telegram_next_pending = { next_pending } Consulta cómo va con /status, cancélala con /cancel.
telegram_next_again = Puedes enviar una solicitud nueva cuando quieras: /request
telegram_next_admin = /pending muestra las solicitudes abiertas, /help explica cómo decidir.
telegram_appeal_open = Ya puedes apelar: envía /appeal y cuéntales a los admins qué ha cambiado.
telegram_appeal_open_until = Puedes apelar hasta el { $closesAt }: envía /appeal y cuéntales a los admins qué ha cambiado.

### Telegram, a quien pide acceso: respuestas a lo que envía

telegram_offer_request = ¿Envío esto a los admins de { $community } como tu solicitud de acceso? /help muestra qué más sé hacer.
telegram_offer_appeal = ¿Envío esto a los admins de { $community } como tu apelación? /help muestra qué más sé hacer.
telegram_offer_addition = Tu solicitud está a la espera. ¿Le añado esto para los admins de { $community }? /status muestra cómo va.
telegram_how_to_answer = Responde a este mensaje o, simplemente, escribe tu respuesta.
telegram_hint_unknown_command = No conozco ese comando. /help muestra lo que sé hacer.
telegram_question_request = Cuéntales a los admins algo sobre ti en tu próximo mensaje (tienes { $within }).
telegram_question_appeal = Cuéntales a los admins qué ha cambiado en tu próximo mensaje (tienes { $within }).
telegram_desk_link = 🖥 El botón abre el panel. Funciona una sola vez, durante 2 minutos. No lo compartas: quien lo tenga entrará como si fueras tú.
telegram_desk_link_to_copy = 🖥 Este enlace abre el panel. Funciona una sola vez, durante 2 minutos. No lo compartas: quien lo tenga entrará como si fueras tú.
    <code>{ $url }</code>
telegram_desk_signed_in = 🖥 Sesión iniciada en el panel, { $at }.
telegram_desk_signed_out = 🖥 Sesión del panel cerrada. Para volver a entrar: /desk
telegram_desk_off = No hay panel: donde me ejecuto no está definido <code>WEB_LISTEN</code>.
telegram_private_chat_only = Escríbeme en privado: https://t.me/{ $bot }
telegram_address_none_email = ✉️ Puedo decirte por correo en qué queda tu solicitud cuando no pueda escribirte por Telegram. Envíame tu dirección: <code>/email nombre@example.com</code>
telegram_address_none_sms = 📱 Puedo decirte por SMS en qué queda tu solicitud cuando no pueda escribirte por Telegram. Envíame tu número con el prefijo del país: <code>/sms +34 612 34 56 78</code>
telegram_address_waits_email = ✉️ He enviado un código a <b>{ $address }</b>. Escríbelo aquí para confirmar la dirección.
telegram_address_waits_sms = 📱 He enviado un código a <b>{ $address }</b>. Escríbelo aquí para confirmar el número.
telegram_address_how_email =
    <code>/email on</code>: solo cuando no pueda escribirte por Telegram
    <code>/email both</code>: siempre, además de por Telegram
    <code>/email off</code>: nunca
telegram_address_how_sms =
    <code>/sms on</code>: solo cuando no pueda escribirte por Telegram
    <code>/sms both</code>: siempre, además de por Telegram
    <code>/sms off</code>: nunca
telegram_address_again_email = Envíame otra dirección, o la misma otra vez si vuelve a funcionar: <code>/email nombre@example.com</code>
telegram_address_again_sms = Envíame otro número, o el mismo otra vez si vuelve a funcionar: <code>/sms +34 612 34 56 78</code>
telegram_address_code_sent_email = ✉️ Estoy enviando un código a <b>{ $address }</b>. Escríbelo aquí; vale durante { $within }. Si no encuentras el correo, mira en el spam.
telegram_address_code_sent_sms = 📱 Estoy enviando un código a <b>{ $address }</b>. Escríbelo aquí; vale durante { $within }.
telegram_address_proved_email = ✅ La dirección <b>{ $address }</b> está confirmada.
telegram_address_proved_sms = ✅ El número <b>{ $address }</b> está confirmado.
telegram_address_moved = Antes lo había confirmado otra cuenta. Ahora es tuyo, y a esa cuenta ya no le llegará nada por ahí.
telegram_address_wrong_code = Ese no es el código. { $tries ->
        [one] Te queda un intento.
        [many] Te quedan { $tries } de intentos.
       *[other] Te quedan { $tries } intentos.
    }
telegram_address_code_over_email = Ese código ya no vale. Para recibir uno nuevo, envíame otra vez la dirección: <code>/email nombre@example.com</code>
telegram_address_code_over_sms = Ese código ya no vale. Para recibir uno nuevo, envíame otra vez el número: <code>/sms +34 612 34 56 78</code>
telegram_address_not_an_address_email = Ahí no puedo enviar correo. Una dirección es así: <code>/email nombre@example.com</code>
telegram_address_not_an_address_sms = Ahí no puedo enviar SMS. Escribe el número con un más y el prefijo del país: <code>/sms +34 612 34 56 78</code>
telegram_address_not_allowed_sms = No puedo enviar SMS a ese país. Los números tienen que empezar por { $prefixes }.
telegram_address_no_address_email = No tengo ninguna dirección tuya. Envíame una: <code>/email nombre@example.com</code>
telegram_address_no_address_sms = No tengo ningún número tuyo. Envíame uno: <code>/sms +34 612 34 56 78</code>
telegram_address_dead_email = El correo a tu dirección ya no se puede entregar. Envíame otra, o la misma otra vez si vuelve a funcionar: <code>/email nombre@example.com</code>
telegram_address_dead_sms = Los SMS a tu número ya no se pueden entregar. Envíame otro, o el mismo otra vez si vuelve a funcionar: <code>/sms +34 612 34 56 78</code>
telegram_address_too_many_email = Ya he enviado todos los códigos que puedo en un día. Vuelve a intentarlo mañana.
telegram_address_too_many_sms = Ya he enviado todos los códigos que puedo en un día. Vuelve a intentarlo mañana.
telegram_address_no_more_today_sms = Hoy no puedo enviar más códigos por SMS. Vuelve a intentarlo mañana.
telegram_address_of_form_email = La solicitud que se hizo en la web con esta dirección no se puede añadir a tu cuenta ahora mismo. No ha cambiado nada: las novedades siguen llegando por correo. Cada uno de esos correos lleva un enlace a la página de la solicitud: abre Telegram desde allí y te diré qué puedes hacer.
telegram_address_undeliverable_email = ⚠️ No se puede entregar el código a <b>{ $address }</b>. Comprueba la dirección y envíamela otra vez: <code>/email nombre@example.com</code>
telegram_address_undeliverable_sms = ⚠️ No se puede entregar el código a <b>{ $address }</b>. Comprueba el número y envíamelo otra vez: <code>/sms +34 612 34 56 78</code>
telegram_your_id = Tu ID de Telegram: <code>{ $id }</code>
telegram_chat_id = Para recibir las fichas aquí, define <code>ADMIN_CHAT_ID={ $chat }</code> y reiníciame.
telegram_chat_id_set = Las fichas ya llegan aquí (<code>ADMIN_CHAT_ID={ $chat }</code>).
telegram_not_possible = { not_possible } /help muestra qué se puede hacer.
telegram_already_pending =
    { already_pending }
    Para enviar otra, cancela antes esta: /cancel

### Telegram, admins: quiénes son los admins

telegram_admins_owner = 👑 <a href="tg://user?id={ $adminId }">{ $admin }</a> (ID <code>{ $adminId }</code>), titular
telegram_admins_added = 🛡 <a href="tg://user?id={ $adminId }">{ $admin }</a> (ID <code>{ $adminId }</code>), por decisión de { $by }, { $at }
telegram_admins_unreachable = ⚠️ No puedo escribirle. Tiene que abrir un chat conmigo y pulsar «Iniciar».
telegram_admins_unknown = Aún no me ha escrito. Si no le llega nada, tiene que abrir un chat conmigo y pulsar «Iniciar».
telegram_admins_how =
    <code>/admins add ID</code> – nombrar admin a alguien. O responde <code>/admins add</code> a uno de sus mensajes, en un grupo o reenviado aquí.
    <code>/admins remove ID</code> – quitar a un admin.
    Los titulares figuran en <code>ADMIN_TELEGRAM_ID</code> y aquí no se pueden quitar.
telegram_admin_added = ✅ <a href="tg://user?id={ $adminId }">{ $admin }</a> (ID <code>{ $adminId }</code>) ya es admin.
telegram_admin_unknown = ⚠️ No conozco este ID: nadie con ese ID me ha escrito nunca. Si tiene una errata, deshazlo: <code>/admins remove { $adminId }</code>. Si es correcto, esa persona tiene que abrir un chat conmigo y pulsar «Iniciar».
telegram_admin_removed = ✅ <a href="tg://user?id={ $adminId }">{ $admin }</a> (ID <code>{ $adminId }</code>) ya no es admin.
telegram_admins_changed_added = 👤 { $by } ha nombrado admin a <a href="tg://user?id={ $adminId }">{ $admin }</a> (ID <code>{ $adminId }</code>). /admins muestra a todos los que deciden.
telegram_admins_changed_removed = 👤 { $by } ha quitado a <a href="tg://user?id={ $adminId }">{ $admin }</a> (ID <code>{ $adminId }</code>) de los admins. /admins muestra a todos los que deciden.
telegram_admins_already_admin = { $admin } ya es admin.
telegram_admins_is_owner = { $admin } es titular: figura en <code>ADMIN_TELEGRAM_ID</code> y aquí no se puede quitar. Cambia el ajuste y reiníciame.
telegram_admins_not_added = { $admin } no es admin. /admins muestra quién lo es.
telegram_admins_owners_only = 🔒 Solo los titulares pueden cambiar quién decide: son los admins que figuran en <code>ADMIN_TELEGRAM_ID</code>. /admins los muestra.
telegram_admins_hidden = 🎭 Esta persona oculta su cuenta en los mensajes reenviados, así que no veo quién es. Pídele que me envíe /id y luego envía tú <code>/admins add</code> y el número.
telegram_admins_no_person = 🤔 Ese mensaje no es de una persona, así que no ha cambiado nada. Envía <code>/admins add</code> y su ID de Telegram; cada cual averigua el suyo enviándome /id.
telegram_admins_no_persons_id = 🤔 Ese ID no es de una persona, sino de un grupo, un canal, un bot o el propio Telegram, y solo deciden personas. No ha cambiado nada. Cada cual averigua el suyo enviándome /id.
telegram_admins_not_an_id = 🤔 Eso no es un ID de Telegram, así que no ha cambiado nada. Es un número, por ejemplo <code>/admins add 123456789</code>; cada cual averigua el suyo enviándome /id.
telegram_admins_remove_whom = ¿A quién? Añade su ID de Telegram: <code>/admins remove 123456789</code>. Lo muestra /admins.
telegram_admins_unclear = 🤔 No ha cambiado nada. /admins muestra quién decide; <code>/admins add 123456789</code> y <code>/admins remove 123456789</code> lo cambian.
telegram_new_admin_question = <a href="tg://user?id={ $adminId }">{ $admin }</a>, ¿quién será admin? Reenvíame uno de sus mensajes o responde con su ID de Telegram. ¿Cambiaste de idea? /cancel

### Telegram, admins: la ficha

telegram_card_username = @{ $username }
telegram_card_notes = 📝 Notas: { $count } – <code>/show { $request }</code>
telegram_card_id = ID <a href="tg://user?id={ $id }">{ $id }</a>

### Telegram, admins: respuestas a lo que hacen

telegram_ask_question = <a href="tg://user?id={ $adminId }">{ $admin }</a>, ¿qué quieres preguntarle a { $client } sobre la solicitud <b>#{ $request }</b>? Responde a este mensaje: leerá tus palabras tal cual, sin tu nombre. ¿Cambiaste de idea? /cancel
telegram_reply_with_question = No sé a qué solicitud se refiere esa pregunta, así que no se ha enviado nada. Envíala como respuesta a mi mensaje sobre esa solicitud.
telegram_question_as_reply = Si esa es tu pregunta para quien pide acceso, envíala como respuesta a mi mensaje. Todavía no se ha enviado nada.
telegram_client_answered = 💬 <a href="tg://user?id={ $adminId }">{ $admin }</a>, { $client } ha respondido a tu pregunta sobre la solicitud <b>#{ $request }</b>: <blockquote>{ $message }</blockquote>
telegram_question_undelivered = ⚠️ <a href="tg://user?id={ $adminId }">{ $admin }</a>, tu pregunta sobre la solicitud <b>#{ $request }</b> no le ha llegado a { $client }: no puedo escribirle. La enviaré si vuelve a abrir un chat conmigo mientras la solicitud siga a la espera.
telegram_own_reason = ✍️ { $admin } está escribiendo un motivo para rechazar la solicitud <b>#{ $request }</b>.
telegram_reason_question = <a href="tg://user?id={ $adminId }">{ $admin }</a>, ¿por qué rechazas la solicitud <b>#{ $request }</b> de { $client }? Responde a este mensaje: leerá tus palabras tal cual. ¿Cambiaste de idea? /cancel
telegram_reason_choice = 💬 ¿Por qué rechazas la solicitud <b>#{ $request }</b> de { $client }? Elige un motivo, que leerá en su idioma, o responde con uno tuyo. ¿Cambiaste de idea? /cancel
telegram_no_such_request = { no_such_request } /pending muestra las abiertas.
telegram_unclear_reply = 🤔 No se ha decidido nada. Pulsa un botón de la ficha o responde a ella con <code>aprobar</code> o <code>rechazar</code> y un motivo.
telegram_not_a_card = 🤔 Esa no es la ficha de una solicitud, así que no se ha decidido nada. Usa la propia ficha, o envía <code>/approve 12</code> o <code>/reject 12 motivo</code>.
telegram_how_to_find = 🔍 ¿Qué busco? Envía un nombre, un @usuario, un ID de Telegram, una dirección, el número de una solicitud o palabras del mensaje, { $limit } palabras como máximo: <code>/find ana madrid</code>
telegram_search_gone = Esta lista ha expirado. Envía /find otra vez.
telegram_which_one_approve = ¿Qué solicitud? Añade su número: <code>/approve 12</code>
telegram_which_one_reject = ¿Qué solicitud? Añade su número y, si quieres, un motivo: <code>/reject 12 motivo</code>
telegram_which_one_revoke = ¿El acceso de quién? Añade el número de la solicitud y, si quieres, un motivo: <code>/revoke 12 motivo</code>
telegram_which_one_reopen = ¿Qué solicitud? Añade su número: <code>/reopen 12</code>
telegram_which_one_show = ¿Qué solicitud? Añade su número: <code>/show 12</code>
telegram_how_several_approve = 🤔 No se ha decidido nada. Envía solo los números: <code>/approve 12</code> o <code>/approve 12 13</code>
telegram_how_several_reject = 🤔 No se ha decidido nada. Pon el motivo después de dos puntos: <code>/reject 12: motivo</code> o <code>/reject 12 13: motivo</code>
telegram_how_several_revoke = 🤔 No se ha decidido nada. Pon el motivo después de dos puntos: <code>/revoke 12: motivo</code> o <code>/revoke 12 13: motivo</code>
telegram_how_several_reopen = 🤔 No se ha reabierto nada. Envía solo los números: <code>/reopen 12</code> o <code>/reopen 12 13</code>
telegram_how_several_show = 🤔 Envía solo los números: <code>/show 12</code> o <code>/show 12 13</code>
telegram_too_many_at_once = No se ha hecho nada: un comando admite como máximo { $limit ->
        [one] una solicitud
        [many] { $limit } de solicitudes
       *[other] { $limit } solicitudes
    }.
telegram_reason_or_approval = 🤔 Te pregunté por qué rechazas la solicitud <b>#{ $request }</b>, y eso no suena a motivo, así que no se ha decidido nada. Para aprobarla: <code>/approve { $request }</code>. Para rechazarla, responde con el motivo. /cancel retira la pregunta.
telegram_which_reason = 🤔 Te he pedido varios motivos ({ $requests }). Responde a la pregunta a la que te refieres. Todavía no se ha decidido nada.
telegram_reply_with_reason = Si ese es el motivo que te pedí, envíalo como respuesta a mi pregunta. Todavía no se ha decidido nada.
telegram_empty_note = 📝 Una nota necesita unas palabras: responde a la ficha con <code>nota</code> y lo que deban saber los demás admins. Quien pide acceso nunca ve las notas.
telegram_question_over = Ya es tarde para responder a esa pregunta, así que no se ha decidido nada. La solicitud #{ $request } sigue abierta: <code>/show { $request }</code>
telegram_anonymous_sender = 🎭 Telegram oculta quién escribe los mensajes anónimos, así que no se ha decidido nada. Pulsa el botón de la ficha o escribe con tu propio nombre.
telegram_earlier_round = Ese botón o esa ficha es de antes de una apelación o de una decisión deshecha, así que ya no decide nada. Mira cómo está la solicitud #{ $request }: <code>/show { $request }</code>
telegram_open_instead = La solicitud #{ $request } no se puede reabrir: esa persona tiene una más reciente, la #{ $openInstead }, y es la que cuenta. <code>/show { $openInstead }</code>

### Telegram, admins: lo que deben saber del propio bot

telegram_card_access_in = 🚪 { $chat }: ya ha entrado
telegram_card_access_invited = 🚪 { $chat }: invitación enviada
telegram_card_access_not_on_telegram = 🚪 { $chat }: aún sin invitación, hacen falta Telegram y el enlace de su página
telegram_card_access_left = 🚪 { $chat }: ha salido
telegram_card_access_banned = 🚪 { $chat }: persona suspendida allí
telegram_card_access_by_hand = ⚠️ { $chat }: administra el chat, hay que sacarle a mano
telegram_access_removals = ⚠️ He estado fuera más de un día. Ahora hay { $count } personas en <b>{ $chat }</b> cuyo acceso ha terminado. Son más de las que saco sin preguntar.
telegram_removals_allowed = Personas que voy a sacar: { $count }.
telegram_nothing_to_remove = Allí ya no queda nadie a quien sacar; quizá otro admin se adelantó.
telegram_unheard_join_requests = ℹ️ He estado fuera más de un día. Solicitudes para unirse que esperan en <b>{ $chat }</b> y que nunca me llegaron: { $count }. Respóndelas en Telegram, por favor.
telegram_button_remove_them = 🚪 Sacarlas
telegram_access_chat_gone = ℹ️ <b>{ $chat }</b> ya no está en <code>ACCESS_CHATS</code>. Sus miembros se quedan como están.
telegram_access_chat_moved = ℹ️ <b>{ $chat }</b> tiene un ID nuevo, y desde ahora uso ese. En <code>ACCESS_CHATS</code>, escribe <code>{ $newId }</code> en lugar de <code>{ $oldId }</code>.
telegram_card_joining = 🚪 Pidió unirse en Telegram; tu decisión responde también a eso.
telegram_how_to_join = { $count ->
    [one] Pulsa el botón de abajo y pide unirte: entrarás al momento.
    [many] Pulsa los botones de abajo, uno tras otro, y pide unirte: entrarás al momento.
   *[other] Pulsa los botones de abajo, uno tras otro, y pide unirte: entrarás al momento.
}
telegram_access_outage = ⚠️ No puedo gestionar <b>{ $chat }</b>: { $reason }. Hazme administrador allí, con permiso para añadir y suspender usuarios, y haré lo que está a la espera.
telegram_outage_no_administrator = no soy administrador allí
telegram_outage_may_not_add = no tengo permiso para añadir usuarios allí
telegram_outage_may_not_ban = no tengo permiso para suspender usuarios allí
telegram_outage_may_neither = no tengo permiso para añadir ni para suspender usuarios allí
telegram_outage_lacks_rights = me faltan permisos para ello
telegram_outage_not_there = no estoy en ese chat, o ya no existe
telegram_outage_no_supergroup = es un grupo básico, y solo puedo gestionar supergrupos y canales
telegram_outage_refused = Telegram se niega, y el registro dice por qué
telegram_stranger = 👤 <a href="tg://user?id={ $clientId }">{ $client }</a> (ID <code>{ $clientId }</code>) está en <b>{ $chat }</b>, y aquí nadie ha aprobado su acceso.
telegram_admin_unreachable = ⚠️ No puedo escribirle a <a href="tg://user?id={ $adminId }">{ $admin }</a> (ID { $adminId }), que es admin. Tiene que abrir un chat conmigo y pulsar «Iniciar».
telegram_admin_is_bot = ⚠️ El admin con el ID { $adminId } es un bot, y solo deciden personas. Quítalo con <code>/admins remove { $adminId }</code>, o de <code>ADMIN_TELEGRAM_ID</code> si figura ahí.
telegram_group_unreachable = ⚠️ No puedo escribir en el grupo de admins. Añádeme otra vez y déjame escribir allí. El ajuste es <code>ADMIN_CHAT_ID</code>.
telegram_topic_unreachable = ⚠️ El tema { $topic } del grupo de admins está cerrado o ya no existe, así que mis mensajes van a «General». Reábrelo o pon otro en <code>ADMIN_CHAT_ID</code>.
telegram_presses_lost = ⚠️ No pude conectar con Telegram desde el { $from } hasta el { $to }. Puede que no me hayan llegado los botones pulsados en ese tiempo. Mira las solicitudes abiertas y vuelve a pulsar, por favor.
telegram_no_pictures = 🖼 No tengo permiso para enviar imágenes en este chat. Puede cambiarlo quien lo gestiona, en sus permisos; o envíame /stats en privado.
telegram_foreign_poller = ⚠️ Otro programa está usando el token de este bot, así que algunos mensajes quizá no me lleguen. Detenlo o pide un token nuevo a @BotFather.

### Telegram: botones, textos de ayuda en los campos y menú de comandos; se muestran sin su formato

telegram_button_ask = ✍️ Pedir acceso
telegram_button_appeal = ✍️ Apelar
telegram_button_approve = ✅ Aprobar
telegram_button_reject = ❌ Rechazar
telegram_button_reject_with_reason = 💬 Rechazar con motivo…
telegram_button_ask_client = ❓ Preguntar…
telegram_button_own_reason = ✍️ Escribir otro…
telegram_button_undo = ↩️ Deshacer
telegram_button_undo_approval = ↩️ Retirar mi aprobación
telegram_button_send_request = 📨 Enviar como solicitud
telegram_button_send_appeal = 📨 Enviar como apelación
telegram_button_add_to_request = ➕ Añadir a mi solicitud
telegram_button_language_of_telegram = El mismo que Telegram
telegram_button_show = #{ $request }
telegram_button_pending = 📋 Solicitudes abiertas
telegram_button_previous = ◀️
telegram_button_next = ▶️
telegram_button_list_in_place = ◀️ Volver a la lista
telegram_button_next_in_place = Siguiente ▶️
telegram_button_stats_picture = 📊 Como imagen
telegram_button_desk_open = 🖥 Abrir el panel
telegram_button_desk_copy = 📋 Copiar el enlace
telegram_button_forget = 🗑 Borrar todo
telegram_button_desk_sign_out = 🚪 Cerrar sesión
telegram_button_desk_request = 🖥 Abrir en el panel
# Junto al campo de mensaje: una palabra, dos como mucho
telegram_button_desk_menu = Panel
telegram_placeholder_request = Unas palabras sobre ti
telegram_placeholder_appeal = ¿Qué ha cambiado?
telegram_placeholder_question = Tu pregunta
telegram_placeholder_answer = Tu respuesta
telegram_placeholder_reason = Motivo
telegram_placeholder_admin = ID de Telegram
telegram_menu_request = Pedir acceso
telegram_menu_status = Cómo va mi solicitud
telegram_menu_appeal = Apelar una decisión
telegram_menu_cancel = Cancelar mi solicitud
telegram_menu_language = Elegir idioma
telegram_menu_mydata = Lo que hay guardado sobre mí
telegram_menu_forget = Borrar todo lo mío
telegram_menu_help = Qué sabe hacer este bot
telegram_menu_email = El resultado, también por correo
telegram_menu_sms = El resultado, también por SMS
telegram_menu_pending = Solicitudes abiertas
telegram_menu_find = Buscar solicitudes: /find ana
telegram_menu_show = Una solicitud y su historial: /show 12
telegram_menu_approve = Aprobar una solicitud: /approve 12
telegram_menu_reject = Rechazar una solicitud: /reject 12 motivo
telegram_menu_revoke = Retirar el acceso: /revoke 12 motivo
telegram_menu_reopen = Reabrir una solicitud: /reopen 12
telegram_menu_stats = Estadísticas
telegram_menu_admins = Lista de admins
telegram_menu_desk = Un enlace al panel, en un navegador

### Telegram: lo que muestra del bot, en un chat antes de pulsar «Iniciar» (512 caracteres como máximo) y en su perfil (120); sin formato

telegram_bot_description = Recibo las solicitudes de acceso a { $community } y te traigo la decisión de los admins. Pulsa «Iniciar» y cuéntanos un poco sobre ti.
telegram_bot_short_description = Pide aquí acceso a { $community }.

### Primeras palabras de una respuesta que decide; separadas por comas. Sin «aprobado»: puede preguntar o contar lo que ha hecho otra persona

words_approve = aprobar, apruebo
words_reject = rechazar, rechazo, denegar, deniego
words_note = nota

### Palabras que echan atrás esa respuesta: las que niegan, las que detienen y las que, tras «aprobar», la convierten en condición o duda

words_no = no, nop, nunca, jamás, tampoco, ni
words_wait = espera, espere, esperen, esperad, esperar, esperemos, aguarda, aguarde, stop, ups, uy, cancela, cancelar, anular, deshacer, olvídalo, olvidalo, hm
words_doubt = si, pero, salvo, excepto, menos, hasta, cuando, quizá, quizás, quiza, quizas, tal, acaso, posiblemente, probablemente, luego, después, despues, tarde, mañana, todavía, todavia, aún, mejor, debería, deberíamos, podría, podríamos, creo, pienso, dudo, dudas, perdón, perdon, disculpa, disculpen, error, equivocado, equivocada, equivoqué

### Respuestas completas a «¿por qué rechazas?» que no son un motivo, sin signos de puntuación; separadas por comas

words_no_reason = sí, si, acepto, aceptar, vale, ok, okey, claro, bueno, bien, está bien, esta bien, de acuerdo, por supuesto, acéptala, acéptalo, déjala entrar, déjalo entrar, dejarla entrar, dejarlo entrar, que entre, que pase, da igual, déjalo, dejalo, olvídalo, olvidalo, no importa, un momento, un segundo, espera un momento, cambié de idea, he cambiado de idea, cambié de opinión, he cambiado de opinión, me equivoqué, me he equivocado, por error, fue un error, ha sido un error, sin querer, botón equivocado, no era este, no era esta, esta no, este no, no lo hagas, deshazlo, cancélalo, cancela eso, perdón me equivoqué

### Palabras de agradecimiento, en cualquier lugar de lo que alguien escribe; separadas por comas

words_thanks = gracias, agradezco, agradecemos, agradecido, agradecida, agradecidos, agradecidas

### El panel de los admins, una página en el navegador: texto sin formato

desk_title = Solicitudes · { $community }
desk_requests = Solicitudes
desk_stats = Estadísticas
desk_menu = Menú
desk_views = Vistas
desk_skip = Ir a las solicitudes
desk_signed_in_as = Sesión de { $admin }
desk_sign_out = Cerrar sesión
desk_language = Idioma
desk_shortcuts = Atajos de teclado
desk_shortcuts_use = Usarlos
desk_csv = Descargar en CSV
desk_csv_to_me = Enviarme el CSV
desk_csv_sent = El bot te ha enviado el archivo, en tu chat con él.
desk_csv_too_large = El archivo pasaría de 20 MB. Reduce la lista con filtros o abre el panel en un navegador.
desk_csv_no_chat = El bot no puede escribirte. Abre tu chat con él y pulsa «Iniciar».
desk_csv_unanswered = No hubo respuesta. Antes de volver a intentarlo, mira en tu chat con el bot si el archivo ya está ahí.
desk_csv_failed = No se pudo crear el archivo. Vuelve a intentarlo en un momento.
desk_close = Cerrar
desk_loading = Cargando…

desk_sign_in = Entrar
desk_sign_in_link = Este enlace inicia tu sesión en el panel de { $community }, en este navegador.
desk_sign_in_needed = Este es el panel de los admins de { $community }. Así se entra:
desk_sign_in_telegram = En Telegram, abre el chat privado con el bot y toca el botón que hay junto al campo de mensaje.
desk_sign_in_browser = En cualquier otro navegador, envía /desk al bot en ese chat y abre el enlace que te responda. Funciona una sola vez, durante dos minutos.
desk_sign_in_by_link = Envía /desk al bot en tu chat privado con él y abre el enlace que te responda. Funciona una sola vez, durante dos minutos.
desk_sign_in_refused = Ese enlace ya no funciona: cada uno sirve una sola vez, durante dos minutos y solo para admins. Envía /desk al bot y te dará otro.
desk_sign_in_stale = Telegram ha abierto una copia antigua de esta página. Ciérrala y vuelve a abrirla desde el chat, o envía /desk al bot para recibir un enlace.
desk_sign_in_too_often = Demasiados intentos de entrar. Espera un minuto y vuelve a intentarlo.
desk_wrong_address = Esta página no se abrió en la dirección del panel, así que aquí no se puede hacer nada. Envía /desk al bot y abre el enlace con el que responde.
desk_session_over = Tu sesión ha terminado.
desk_signed_out = Has cerrado la sesión.
desk_maybe_signed_in = Puede que tu sesión siga abierta: el bot no ha confirmado que se cerrara. Vuelve a intentarlo en un momento.
desk_signed_in_again = Tu sesión terminó antes de que se hiciera todo eso. Has vuelto a entrar: mira qué falta y repítelo.

desk_offline = Sin conexión. Puede que lo que ves no esté al día; se actualizará en cuanto vuelva la conexión.
desk_not_ready = El bot está arrancando, o está en marcha otra copia suya. Esta página volverá a intentarlo sola.
desk_not_live = Hay demasiados paneles abiertos, así que aquí no aparece nada por sí solo. Cierra algunos y recarga esta página.
desk_no_answer = No hubo respuesta, así que no se ha hecho nada. Comprueba la conexión y vuelve a intentarlo.
desk_unknown = No llegó ninguna confirmación, así que no se sabe si se hizo. Se verá aquí en cuanto el bot vuelva a responder.
desk_not_done_yet = No llegó ninguna confirmación y por ahora no se ha hecho. Vuelve a intentarlo: no puede hacerse dos veces.
desk_unclear = Se cortó la conexión, pero ya estaba hecho: así está todo ahora.
desk_busy = Ahora mismo se está haciendo otra cosa con esta solicitud. Vuelve a mirar en un momento.
desk_failed = No ha sido posible: { $detail }
desk_too_often = Demasiadas peticiones a la vez. Espera un momento y vuelve a intentarlo.
desk_broken = Algo falló en el bot. Su registro dice qué.
desk_unusable_words = Este texto no sirve así: no hay nada visible en él o es demasiado largo.
desk_unclear_search = Ahí no hay ninguna palabra que buscar, o hay demasiado. Basta con un nombre, un @usuario, un ID o unas pocas palabras.
desk_gone = Eso ya no existe.
desk_try_again = Reintentar
desk_no_such_page = Esa página no existe.
desk_no_such_request = No existe la solicitud #{ $request }.
desk_no_such_person = Esa persona no existe.

desk_status_pending = A la espera
desk_status_approved = Aprobada
desk_status_rejected = Rechazada
desk_status_expired = Expirada
desk_status_withdrawn = Cancelada
desk_status_revoked = Acceso retirado
desk_many_pending = A la espera
desk_many_approved = Aprobadas
desk_many_rejected = Rechazadas
desk_many_expired = Expiradas
desk_many_withdrawn = Canceladas
desk_many_revoked = Acceso retirado

desk_search = Buscar
desk_search_hint = Nombre, @usuario, ID o palabras
desk_status = Estado
desk_status_any = Cualquiera
desk_filters = Filtros
desk_reviewer = Decidida por
desk_reviewer_any = Cualquiera
desk_client_only = Solo { $client }
desk_from = Enviada desde
desk_to = Enviada hasta
desk_clear_filters = Quitar los filtros
desk_waits = espera { $waited }
desk_expires_in = expira en { $left }
desk_appeal = { $appeal ->
        [1] Apelación
       *[other] Apelación { $appeal }
    }
desk_approvals = { $given } de { $needed } aprobaciones
desk_no_words = Aún sin mensaje
desk_text_erased = Este texto se ha borrado
desk_tick = Marcar #{ $request }, { $client }
desk_new = { $count ->
        [one] Una solicitud nueva. Mostrarla
        [many] { $count } de solicitudes nuevas. Mostrarlas
       *[other] { $count } solicitudes nuevas. Mostrarlas
    }
desk_more = Mostrar más
desk_end_of_list = Eso es todo.
desk_empty = Todavía no hay solicitudes. Aparecerán aquí solas en cuanto alguien pida acceso.
desk_empty_pending = No hay nada a la espera. Las solicitudes nuevas aparecerán aquí solas.
desk_empty_filtered = Ninguna solicitud coincide con estos filtros.

desk_ticked = Marcadas: { $count }
desk_tick_group = Solicitudes marcadas
desk_untick = Desmarcar
desk_deciding = Decidiendo { $done } de { $total }…
desk_all_decided = { $count ->
        [one] Una solicitud decidida.
        [many] { $count } de solicitudes decididas.
       *[other] { $count } solicitudes decididas.
    }
desk_some_decided = { $done } de { $total } decididas. Sin decidir:
desk_not_decided = #{ $request }: { $why }

desk_request = Solicitud #{ $request }
desk_choose = Elige una solicitud para ver aquí todos sus detalles.
desk_choose_keys = j abre la siguiente, ? muestra todas las teclas.
desk_open_request = La solicitud abierta
desk_back = Volver a la lista
desk_submitted = Enviada
desk_expires = Expira
desk_waiting_since = Lleva { $waited } a la espera
desk_approved_by = Aprobada por { $admins }
desk_rejected_by = Rechazada por { $admin }
desk_revoked_by = Acceso retirado por { $admin }
desk_given_up = La propia persona renunció al acceso
desk_reason = Motivo
desk_source = Llegó
desk_source_chat = por el chat
desk_source_form = por el formulario
desk_source_join = al pedir unirse a un chat
desk_telegram = Telegram
desk_not_on_telegram = no está en Telegram
desk_address = Dirección
desk_all_requests = Todas las solicitudes de { $client }
desk_approved_so_far = Aprobaciones
desk_own_request = Es tu propia solicitud, así que tiene que decidirla otro admin.
desk_undelivered = No se pudo entregar un mensaje a esta persona. El servidor respondió: { $error }
desk_access = Chats
desk_access_in = ya ha entrado
desk_access_invited = invitación enviada
desk_access_not_on_telegram = aún no está en Telegram
desk_access_left = ha salido
desk_access_banned = persona suspendida
desk_access_by_hand = hay que sacar a esta persona a mano

desk_approve = Aprobar
desk_reject = Rechazar
desk_reject_with_reason = Rechazar con un motivo
desk_undo = Deshacer
desk_revoke = Retirar el acceso
desk_reopen = Reabrir
desk_note = Nota
desk_note_hint = Una nota que solo ven los admins
desk_add_note = Añadir nota
desk_why_reject = ¿Por qué la rechazas?
desk_why_reject_ticked = { $count ->
        [one] ¿Por qué la rechazas?
        [many] ¿Por qué rechazas { $count } de solicitudes?
       *[other] ¿Por qué rechazas estas { $count }?
    }
desk_why_revoke = ¿Por qué retiras el acceso?
desk_reason_is_read = Esa persona leerá el motivo.
desk_own_words = Con tus palabras
desk_without_reason = Sin motivo
desk_cancel = Cancelar

desk_did_approved = Aprobada: #{ $request }, { $client }
desk_did_rejected = Rechazada: #{ $request }, { $client }
desk_did_revoked = Acceso de { $client } retirado (#{ $request })
desk_did_reopened = Reabierta: #{ $request }, { $client }
desk_did_undone = Decisión deshecha: #{ $request }, { $client }, vuelve a estar a la espera
desk_did_voted = Tu aprobación de la #{ $request } cuenta: { $given } de { $needed }
desk_did_note = Nota añadida a la #{ $request }
desk_nothing_to_undo = No hay ninguna decisión tuya que deshacer.
desk_undone_several = { $count ->
        [one] Decisión deshecha: una solicitud vuelve a estar a la espera
        [many] Decisiones deshechas: { $count } de solicitudes vuelven a estar a la espera
       *[other] Decisiones deshechas: { $count } solicitudes vuelven a estar a la espera
    }
desk_undo_too_late = Ya es tarde para deshacer esta decisión.
desk_not_your_decision = Solo puede deshacerlo quien decidió: { $admin }.
desk_already_voted = Ya la aprobaste. También necesita la aprobación de otros admins.
desk_open_instead = Esta persona tiene abierta una solicitud más reciente. Decide sobre esa.
desk_approved_meanwhile = { $admin } ya la aprobó ({ $at }).
desk_rejected_meanwhile = { $admin } ya la rechazó ({ $at }).
desk_revoked_meanwhile = { $admin } ya retiró este acceso ({ $at }).
desk_given_up_meanwhile = La propia persona ha renunciado a este acceso.
desk_nothing_sent = No se envió nada tuyo.
desk_expired_meanwhile = Ha expirado, así que ya no se puede decidir.
desk_withdrawn_meanwhile = Se canceló, así que ya no hay nada que decidir.
desk_changed_meanwhile = Ha cambiado desde que la miraste, así que no se ha decidido nada. Léela otra vez y decide.

desk_timeline = Historial
desk_event_submit = Enviada
desk_event_appeal = Apelada
desk_event_withdraw = Cancelada
desk_event_vote = Aprobación dada
desk_event_vote_withdrawn = Aprobación retirada
desk_event_approve = Aprobada
desk_event_reject = Rechazada
desk_event_undo = Decisión deshecha
desk_event_revoke = Acceso retirado
desk_event_reopen = Reabierta
desk_event_expire = Expirada
desk_event_ask = Pregunta
desk_event_answer = Respuesta
desk_event_add = Añadido
desk_event_describe = Presentación
desk_event_forget = Renuncia al acceso
desk_event_unite = Unida a una cuenta de Telegram
desk_event_note = Nota
desk_event_other = Cambio
desk_via_chat = en el chat
desk_via_desk = en el panel
desk_via_form = por el formulario
desk_via_system = automáticamente
desk_message_client_news = Mensaje «{ $news }»
desk_message_asked = La pregunta
desk_message_appeal_open = «Ya puedes apelar»
desk_message_invitation = Enlaces a los chats
desk_message_other = Un mensaje
desk_message_owed = se está enviando
desk_message_sent = se envió
desk_message_undeliverable = no se pudo entregar

desk_person_requests = Solicitudes
desk_person_no_requests = No hay solicitudes.
desk_person_older = { $count ->
        [one] Hay una solicitud anterior que no se muestra.
        [many] Hay { $count } de solicitudes anteriores que no se muestran.
       *[other] Hay { $count } solicitudes anteriores que no se muestran.
    }
desk_person_admin = Admin
desk_person_unreachable = El bot no puede escribirle
desk_person_id = ID de Telegram

desk_last_days = { $count ->
        [365] Año
        [one] 1 día
        [many] { $count } de días
       *[other] { $count } días
    }
desk_period = Periodo
desk_plot_outcomes = Solicitudes por día
desk_plot_outcomes_how = Por encima de la línea, lo que llegó; por debajo, en qué quedó.
desk_plot_time = Tiempo hasta la decisión
desk_plot_time_how = Desde la solicitud hasta su aprobación o rechazo, según el día de la decisión.
desk_plot_queue = La cola
desk_plot_queue_how = Cuántas esperaban al final de cada día.
desk_reviewers = Quién decide
desk_reviewer_name = Admin
desk_reviewer_former = ya no es admin
desk_no_decisions = No hubo decisiones en este periodo.
desk_came_in = Enviadas
desk_decisions = Decisiones
desk_median = Mediana
desk_ninetieth = 9 de cada 10, en menos de
desk_median_time = Tiempo mediano hasta la decisión
desk_ninetieth_time = 9 de cada 10, decididas en menos de
desk_day = Día
desk_as_table = Como tabla
desk_time_zone = Los días empiezan a medianoche, { $zone }.

desk_key_next = Solicitud siguiente
desk_key_previous = Solicitud anterior
desk_key_tick = Marcarla o desmarcarla
desk_key_approve = Aprobar
desk_key_reject = Rechazar
desk_key_reject_with_reason = Rechazar con un motivo
desk_key_undo = Deshacer tu decisión
desk_key_note = Escribir una nota
desk_key_search = Buscar
desk_key_help = Mostrar estas teclas
desk_key_back = Cerrar o volver a la lista
