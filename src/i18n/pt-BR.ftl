# Português do Brasil. As frases são HTML como o Telegram aceita: https://core.telegram.org/bots/api#html-style
# Como se escrevem estes arquivos: https://projectfluent.org/fluent/guide/
#
# As frases servem em qualquer canal, também numa página ou num e-mail, por isso não citam comandos nem botões. As que citam têm nomes que
# começam com telegram_ e só aparecem no Telegram; lá, telegram_x substitui x. O mesmo vale para as que começam com email_, em e-mails,
# com sms_, em SMS, e com form_, nas páginas para quem não usa o Telegram.

### Para quem pede acesso: para que serve o bot, em que pé está o pedido e o que dá para fazer

welcome = 👋 Olá! Eu recebo os pedidos de acesso a <b>{ $community }</b> e trago a resposta dos admins.
standing_pending = ⏳ Seu pedido <b>#{ $request }</b> está aguardando uma decisão.
standing_approved = ✅ Seu pedido <b>#{ $request }</b> está aprovado.
standing_rejected = ❌ Seu pedido <b>#{ $request }</b> foi recusado.
standing_expired = ⌛️ Seu pedido <b>#{ $request }</b> expirou antes que os admins pudessem analisar.
standing_withdrawn = ↩️ Seu pedido <b>#{ $request }</b> foi cancelado.
standing_revoked = ❌ Seu acesso foi encerrado (pedido <b>#{ $request }</b>).
standing_appeal = Recurso { $appeal }
submitted_at = Enviado: { $submittedAt }
expires_at = Expira: { $expiresAt }, se não houver decisão antes.
decided_at = Decidido: { $decidedAt }
client_reason = Motivo: <blockquote>{ $reason }</blockquote>
next_pending = Eu aviso você assim que houver uma decisão.
next_approved = Você tem acesso a { $community }. Não precisa fazer mais nada.
next_again = Você já pode enviar um novo pedido.
appeal_not_open = Você vai poder recorrer a partir de { $opensAt }.
appeal_open = Você já pode recorrer.
appeal_open_until = Você pode recorrer até { $closesAt }.
appeal_closed = O prazo para recorrer terminou em { $closedAt }, então a decisão é definitiva. Agradecemos o seu interesse.
appeals_used_up = { $limit ->
        [0] Aqui não é possível recorrer das decisões
        [one] Você já usou o único recurso possível
       *[other] Você já usou os { $limit } recursos possíveis
    }, então a decisão é definitiva. Agradecemos o seu interesse.

### Para quem pede acesso: o que aconteceu com o pedido

news_submitted = ✅ Recebido! Seu pedido <b>#{ $request }</b> já está com os admins de { $community }.
news_appeal_submitted = ✅ Recebido! Seu recurso sobre o pedido <b>#{ $request }</b> já está com os admins de { $community }.
news_withdrawn = ↩️ Você cancelou o seu pedido <b>#{ $request }</b>.
news_appeal_withdrawn = ↩️ Você cancelou o seu recurso sobre o pedido <b>#{ $request }</b>. A decisão anterior continua valendo.
news_approved = 🎉 Seu pedido <b>#{ $request }</b> foi aprovado. Boas-vindas a { $community }!
news_rejected = ❌ Sinto muito, seu pedido <b>#{ $request }</b> foi recusado.
news_decision_undone = 🔄 A decisão sobre o seu pedido <b>#{ $request }</b> foi desfeita. Ele voltou para análise.
news_request_reopened = 🔄 Os admins reabriram o seu pedido <b>#{ $request }</b>. Ele voltou para análise.
news_revoked = ❌ Seu acesso a { $community } foi encerrado (pedido <b>#{ $request }</b>).
news_expired = ⌛️ Sinto muito, seu pedido <b>#{ $request }</b> expirou antes que os admins pudessem analisar.
news_appeal_expired = ⌛️ Sinto muito, seu recurso sobre o pedido <b>#{ $request }</b> expirou antes que os admins pudessem analisar. A decisão anterior continua valendo.
news_appeal_open = 🔔 A espera acabou: você já pode recorrer da decisão sobre o seu pedido <b>#{ $request }</b>.

### Para quem pede acesso: o que só um e-mail diz. O assunto não traz palavras de ninguém

email_subject_submitted = Pedido #{ $request }: recebido
email_subject_appeal_submitted = Pedido #{ $request }: recurso recebido
email_subject_withdrawn = Pedido #{ $request }: cancelado
email_subject_appeal_withdrawn = Pedido #{ $request }: recurso cancelado
email_subject_approved = Pedido #{ $request }: aprovado
email_subject_rejected = Pedido #{ $request }: recusado
email_subject_reopened = Pedido #{ $request }: de volta à análise
email_subject_revoked = Pedido #{ $request }: seu acesso foi encerrado
email_subject_expired = Pedido #{ $request }: expirado
email_subject_appeal_expired = Pedido #{ $request }: seu recurso expirou
email_subject_appeal_open = Pedido #{ $request }: você já pode recorrer
email_subject_code = Seu código para { $community }
email_code = Para confirmar este endereço em { $community }, digite este código onde você o informou:
email_code_how = Ele vale por { $validFor }.
email_code_unasked = Se você não informou este endereço a ninguém, ignore esta mensagem: sem o código, nada mais chega aqui.
email_join = Agora você tem acesso a:
email_join_on_page = Aquilo a que agora você tem acesso fica no Telegram. A sua página explica como entrar.
email_page = Como está e o que você pode fazer
email_footer = Você recebe esta mensagem porque pediu para acompanhar por e-mail o seu pedido de acesso a { $community }.
email_footer_code = Alguém informou este endereço a { $community }. Nada mais será enviado para cá até que o código seja digitado.

email_subject_test = Um teste de { $community }
email_test = ✅ Os e-mails de { $community } chegam aqui.

    Quem fez a configuração enviou este teste pelo servidor.
email_footer_test = Enviado uma única vez, para ver se os e-mails chegam.

### Para quem pede acesso: o que só um SMS diz. Cabe em um só (160 caracteres sem ã, ç, ó e afins; 70 com eles) e não traz palavras de ninguém

sms_submitted = { $community }: seu pedido #{ $request } chegou.
sms_appeal_submitted = { $community }: seu recurso sobre o pedido #{ $request } chegou.
sms_withdrawn = { $community }: seu pedido #{ $request } foi cancelado.
sms_appeal_withdrawn = { $community }: seu recurso sobre o pedido #{ $request } foi cancelado.
sms_approved = { $community }: seu pedido #{ $request } foi aprovado. Boas-vindas!
sms_rejected = { $community }: seu pedido #{ $request } foi recusado.
sms_reopened = { $community }: os admins voltaram a analisar o seu pedido #{ $request }.
sms_revoked = { $community }: seu acesso foi encerrado (pedido #{ $request }).
sms_expired = { $community }: seu pedido #{ $request } expirou sem resposta dos admins.
sms_appeal_expired = { $community }: seu recurso sobre o pedido #{ $request } expirou sem resposta dos admins.
sms_can_appeal = { $community }: agora cabe recurso no seu pedido #{ $request }.
sms_code = { $code } é o seu código para { $community }.

### Para quem pede acesso: por onde avisamos, além do Telegram

reached_fallback_email = ✉️ Por e-mail quando o Telegram não alcançar você: <b>{ $address }</b>
reached_both_email = ✉️ Também por e-mail, sempre: <b>{ $address }</b>
reached_off_email = ✉️ Avisos por e-mail desativados: <b>{ $address }</b>
reached_dead_email = ⚠️ Os e-mails para <b>{ $address }</b> não chegam mais.
reached_fallback_sms = 📱 Por SMS quando o Telegram não alcançar você: <b>{ $address }</b>
reached_both_sms = 📱 Também por SMS, sempre: <b>{ $address }</b>
reached_off_sms = 📱 Avisos por SMS desativados: <b>{ $address }</b>
reached_dead_sms = ⚠️ Os SMS para <b>{ $address }</b> não chegam mais.

### Para quem não usa o Telegram: o formulário e a própria página na web

form_language = Idioma
form_title = Peça acesso a { $community }
form_intro = Os admins leem o que você escrever aqui, e a resposta chega por e-mail.
form_has_telegram = Você usa o Telegram? Lá é mais simples:
form_name = Seu nome
form_address = Seu endereço de e-mail
form_address_hint = Primeiro chega um código, depois a resposta. Ele não é usado para mais nada.
form_message = Algumas palavras para os admins
form_message_hint = Quem você é e por que gostaria de ter acesso. { $limit ->
        [one] No máximo { $limit } caractere.
        [many] No máximo { $limit } de caracteres.
       *[other] No máximo { $limit } caracteres.
    }
form_leave_empty = Deixe isto vazio
form_continue = Continuar
form_wrong_name = Escreva um nome de no máximo 64 caracteres.
form_wrong_address = Não dá para enviar e-mail para este endereço. Confira: ele deve ser parecido com <code>nome@example.com</code>.
form_no_words = Escreva algumas palavras, por favor.
form_too_long = São { $length } caracteres. O máximo é { $limit }.
form_too_fast = Ninguém escreve tão rápido. Dê mais uma olhada e envie de novo.
form_too_old = Esta página ficou aberta por tempo demais. Nada do que você escreveu se perdeu: envie de novo, por favor.
form_too_many_to_address = Três códigos já foram enviados para este endereço em um dia, e esse é o máximo. Tente de novo amanhã.
form_too_many_of_network = Chegaram formulários demais da sua rede em uma hora. Tente de novo mais tarde.
form_too_many_in_all = Estão chegando formulários demais neste momento. Tente de novo daqui a uma hora.
form_too_many_of_page = Você enviou coisas demais em uma hora, e isto não foi enviado. O que você escreveu continua aqui: envie mais tarde, por favor.
form_code_title = Agora digite o código
form_code_sent = Uma mensagem com um código de seis dígitos está a caminho do endereço que você informou. Digite o código aqui: só então o seu pedido é enviado.
form_code = Código da mensagem
form_code_hint = Ele vale por dez minutos. Se não chegar em um minuto, olhe no spam.
form_code_continue = Enviar o pedido
form_code_missing = Não chegou nada, ou o endereço estava errado?
form_again = Preencher o formulário de novo
form_wrong_code = Esse não é o código. { $left ->
        [one] Você tem mais { $left } tentativa.
        [many] Você tem mais { $left } de tentativas.
       *[other] Você tem mais { $left } tentativas.
    }
form_code_over = Este código não vale mais
form_code_over_why = Passaram-se mais de dez minutos, ou códigos errados foram digitados vezes demais. Com o formulário você recebe um novo.
form_gone = Este formulário não está mais aqui
form_gone_why = Um formulário espera pelo código durante uma hora, no navegador em que foi preenchido, se ele aceitar cookies. Preencha de novo, por favor.
form_page_title = Seu pedido
form_your_words = O que você escreveu
form_page_keep = Guarde o endereço desta página só para você: quem o tiver pode fazer aqui tudo o que você pode fazer. Ele também está nas mensagens que você recebe.
form_done_sent = ✅ Seu pedido foi enviado.
form_done_known = O que você acabou de escrever não foi enviado: você já tinha pedido acesso, e este é o estado do seu pedido.
form_done_appealed = ✅ Seu recurso foi enviado.
form_done_withdrawn = ✅ Está cancelado.
form_answer_by_email = A resposta chega por e-mail.
form_answer_by_sms = A resposta chega por SMS.
form_answer_here = Não há endereço para onde enviar a resposta. Acompanhe por aqui.
form_news_in_telegram = As novidades chegam a você pelo Telegram.
form_gave_way = Você só pode ter um pedido por vez: o <b>#{ $request }</b> foi cancelado.
form_appeal_heading = Recorrer da decisão
form_appeal_message = Por que os admins deveriam olhar de novo?
form_appeal = Enviar o recurso
form_ask_heading = Pedir de novo
form_ask = Enviar o pedido
form_withdraw_heading = Mudou de ideia?
form_withdraw_number = Para cancelar, digite o número do pedido: { $request }
form_withdraw = Cancelar o pedido
form_wrong_number = Esse não é o número do que aguarda aqui, então nada foi cancelado.
form_telegram_heading = Agora você tem o Telegram?
form_telegram = Abra isto uma vez no Telegram e fale comigo por lá. Seu pedido passa a ser da sua conta, e as novidades chegam lá.
form_telegram_needed = Aquilo a que uma aprovação dá acesso fica no Telegram. Abra isto uma vez por lá e fale comigo: seu pedido passa a ser da sua conta, e as novidades chegam lá.
form_approved_needs_telegram = Você tem acesso a { $community }. Tudo fica no Telegram: com o link abaixo você entra.
form_telegram_open = Abrir o Telegram
form_not_now = Isso não é mais possível, ou ainda não: veja como está agora.
form_no_page = Esta página não existe
form_no_page_why = Confira o endereço: ele precisa ser igual ao da mensagem que você recebeu, até o último caractere.
form_sorry = Não deu certo
form_not_understood = Não dá para ler o que chegou aqui. Envie pela própria página, por favor.
form_unavailable = Algo não está funcionando neste momento, e nada foi enviado. Tente de novo em alguns minutos.

### Para quem pede acesso: respostas ao que a pessoa envia

hint_text = Sou só um bot, então não posso repassar isso a ninguém.
admins_ask = ❓ Os admins de { $community } têm uma pergunta sobre o seu pedido <b>#{ $request }</b>: <blockquote>{ $message }</blockquote>
passed_on = 📨 Acrescentei isto ao seu pedido <b>#{ $request }</b>. Os admins já podem ver.
too_many_additions = Este pedido já tem o máximo de mensagens ({ $limit }), então não repassei esta. As outras estão com os admins.
telegram_united = ✅ Seu pedido feito na web agora também é seu aqui. A partir de agora, escrevo para você por aqui.
telegram_gave_way_ended = Você só pode ter um pedido por vez: o <b>#{ $request }</b> foi cancelado e vale o <b>#{ $to }</b>.
telegram_gave_way_added = Você só pode ter um pedido por vez: o <b>#{ $request }</b> foi cancelado e o texto dele entrou no <b>#{ $to }</b>.
telegram_gave_way_appealed = Você só pode ter um pedido por vez: o <b>#{ $request }</b> foi cancelado e o texto dele agora é seu recurso no <b>#{ $to }</b>.
telegram_not_united_link_used = Este link já foi usado: seu pedido feito na web já é de uma conta do Telegram.
telegram_not_united_is_admin = Você é admin aqui, então não posso incluir o pedido da web na sua conta.
telegram_not_united_two_decisions = O pedido <b>#{ $here }</b> desta conta e o <b>#{ $web }</b> da web já foram decididos, e só os admins podem voltar atrás em uma decisão. Nada mudou. Peça a um admin que reabra um dos dois, cancele esse pedido e abra o link de novo.
telegram_not_united_appeal_later = Você só pode ter um pedido por vez, mas o <b>#{ $waits }</b> aguarda uma decisão e o <b>#{ $decided }</b> foi decidido contra você. Nada mudou. Abra o link de novo a partir de { $opensAt }: aí o texto do <b>#{ $waits }</b> vira seu recurso. Ou cancele o <b>#{ $waits }</b> e abra o link logo depois.
telegram_not_united_no_appeal = Você só pode ter um pedido por vez, mas o <b>#{ $waits }</b> aguarda uma decisão, e o <b>#{ $decided }</b> foi decidido contra você e já não cabe recurso. Nada mudou. Cancele o <b>#{ $waits }</b> e abra o link de novo, ou antes peça a um admin que reabra o <b>#{ $decided }</b>.
telegram_invitation = 🚪 { $community } tem um chat ao qual você tem acesso.
telegram_join_declined = 🚫 Seu pedido para entrar em <b>{ $chat }</b> foi recusado.
telegram_join_question = 👋 Você pediu para entrar em { $community }. Escreva algumas palavras sobre você: os admins vão ler antes de decidir.
telegram_join_question_of = 👋 Você pediu para entrar em <b>{ $chat }</b>. Escreva algumas palavras sobre você: os admins de { $community } vão ler antes de decidir.
telegram_too_many_chats = ⚠️ O Telegram não pode deixar você entrar em <b>{ $chat }</b>: você está em grupos e canais demais. Saia de alguns e peça para entrar de novo.
draft_sent = 📨 Enviado.
draft_gone = Não tenho mais esse texto. Se ainda não foi enviado, escreva de novo, por favor.
telegram_forget_question =
    <b>Quer que eu esqueça você?</b> Seu nome, seus endereços, tudo o que você escreveu e tudo o que enviei a você serão apagados daqui, também das fichas dos admins.

    Ficam só números: seu ID do Telegram e o que foi decidido e quando. Não dá para desfazer.
telegram_forget_pending = Seu pedido em aberto será cancelado.
telegram_forget_approved = Seu acesso a { $community } vai terminar.
telegram_forget_verdict = A decisão continua valendo, e o prazo até o recurso também.
telegram_forget_admin = Você é admin: seu nome fica, porque aparece ao lado do que você decide.
telegram_forgotten = 👋 Pronto. Apaguei o que você escreveu e quem você é. Se escrever para mim de novo, volto a saber o seu nome.
telegram_forgotten_admin = 👋 Pronto. Apaguei o que você escreveu ao pedir acesso. Seu nome fica enquanto você for admin.
telegram_forget_over = Essa pergunta não vale mais. Para eu perguntar de novo: /forget
telegram_my_data = 📄 Tudo o que tenho guardado sobre você.
you_are_welcome = De nada! 😊
hint_not_text = Só sei ler texto.
left_out_photo = 📎 Posso repassar suas palavras, mas não a foto.
left_out_video = 📎 Posso repassar suas palavras, mas não o vídeo.
left_out_file = 📎 Posso repassar suas palavras, mas não o arquivo.
left_out_audio = 📎 Posso repassar suas palavras, mas não a gravação.
left_out_media = 📎 Posso repassar suas palavras, mas não o que veio com elas.
left_out_addresses = 📎 Com os endereços dos seus links o texto ficaria longo demais, então deixei esses endereços de fora.
question_dropped = Tudo bem, deixa para lá. Nada foi enviado.
too_long_request = Longo demais: { $length } caracteres, e o limite é { $limit } (um emoji conta como dois ou mais). Nada foi enviado. Encurte o texto, por favor.
too_long_reason = Longo demais: { $length } caracteres, e o limite para um motivo é { $limit } (um emoji conta como dois ou mais). Nada foi decidido. Encurte o texto, por favor.
too_long_question = Longo demais: { $length } caracteres, e o limite para uma pergunta é { $limit } (um emoji conta como dois ou mais). Nada foi enviado. Encurte o texto, por favor.
too_long_note = Longo demais: { $length } caracteres, e o limite para uma nota é { $limit } (um emoji conta como dois ou mais). Nada foi anotado. Encurte o texto, por favor.
edit_changes_nothing = ✏️ O que vale é o que você enviou primeiro, então editar não muda nada.
flooded = ✋ Isso é mais que { $limit ->
        [one] { $limit } mensagem
        [many] { $limit } de mensagens
       *[other] { $limit } mensagens
    } em { $window }. Vou ignorar as próximas. Tente de novo daqui a { $window }.
nobody_can_decide = ⚠️ Não há outro admin aqui além de você, e ninguém decide o próprio pedido, então este vai expirar. Para me testar, peça acesso com outra conta.
language_question = Em que idioma devo escrever para você?
language_unknown = Não falo esse idioma. Qual destes você prefere?
language_set = 👍 A partir de agora, vou escrever para você em português.
language_of_telegram = 👍 A partir de agora, vou escrever para você no idioma do seu Telegram.

### Para quem pede acesso: recusas

not_possible = Isso não é possível agora.
no_request = Você ainda não tem nenhum pedido.
already_pending = ⏳ Você já tem um pedido, o <b>#{ $request }</b>, enviado em { $submittedAt }. Ele aguarda uma decisão e expira em { $expiresAt }.
already_approved = ✅ Você já tem acesso a { $community }.
nothing_to_cancel = Não há nada para cancelar.
nothing_waits = Você não tem nada em aberto para cancelar.
expired_before_that = ⌛️ Seu pedido <b>#{ $request }</b> já tinha expirado.
nothing_to_appeal = Não há nenhuma decisão da qual recorrer.

### Admins: a ficha

card_heading = 📨 <b>Pedido #{ $request }</b>
card_appeal = <b>Recurso { $appeal }</b>
card_client = De <b>{ $client }</b>
card_unreachable = ⚠️ Não consigo escrever para essa pessoa: ela me bloqueou ou excluiu a conta.
card_not_on_telegram = ⚠️ Não consigo escrever para essa pessoa: ela não está no Telegram.
card_address = ✉️ { $address }
card_reached_by_email = ✉️ No Telegram não alcanço essa pessoa, então ela recebe o resultado por e-mail.
card_reached_by_sms = 📱 No Telegram não alcanço essa pessoa, então ela recebe o resultado por SMS.
card_only_by_email = ✉️ Essa pessoa não está no Telegram, então ela recebe o resultado por e-mail.
card_only_by_sms = 📱 Essa pessoa não está no Telegram, então ela recebe o resultado por SMS.
card_dead_email = ⚠️ O endereço de e-mail não funciona mais: { $address }
card_dead_sms = ⚠️ O número de telefone não funciona mais: { $address }
card_message = <blockquote>{ $message }</blockquote>
card_no_message = <i>Ainda sem mensagem.</i>
card_erased = <i>O que foi escrito, e por quem, foi apagado.</i>
text_erased = Este texto foi apagado.
card_given_up = 🚫 <b>Desistiu do acesso</b> por conta própria.
telegram_erased_card = 🧹 O pedido <b>#{ $request }</b> foi apagado: o que foi escrito e por quem. O histórico guarda o que foi decidido e quando.
card_question = ❓ Pergunta de { $author }, { $at }: <blockquote>{ $message }</blockquote>
card_answer = 💬 Resposta de { $author }, { $at }: <blockquote>{ $message }</blockquote>
card_addition = ➕ Acréscimo de { $author }, { $at }: <blockquote>{ $message }</blockquote>
card_talk_older = … anteriores: { $count }
card_first_text = Primeiro pedido, { $at }: <blockquote>{ $message }</blockquote>
card_appeal_text = Recurso { $appeal }, { $at }: <blockquote>{ $message }</blockquote>
card_submitted = Enviado: { $submittedAt }
card_expires = Expira: { $expiresAt }
card_approvals = 👍 Aprovações: <b>{ $given } de { $needed }</b>
card_approver = { $admin }
card_was_open_until = Esteve aberto até: { $expiresAt }
card_approved = ✅ <b>Aprovado</b> por { $admin }, { $at }
also_approved = 👍 Aprovado também por { $admins }
card_rejected = ❌ <b>Recusado</b> por { $admin }, { $at }
card_revoked = 🚫 <b>Acesso encerrado</b> por { $admin }, { $at }
card_expired = ⌛️ <b>Expirado</b> sem decisão.
card_withdrawn = ↩️ <b>Cancelado</b> por quem pediu.
card_reason = Motivo: <blockquote>{ $reason }</blockquote>
card_earlier_approved = Antes: aprovado por { $admin }, { $at }
card_earlier_rejected = Antes: recusado por { $admin }, { $at }
card_earlier_revoked = Antes: acesso encerrado por { $admin }, { $at }
card_older = { $count ->
        [one] e mais { $count } decisão anterior
        [many] e mais { $count } de decisões anteriores
       *[other] e mais { $count } decisões anteriores
    }

### Admins: listas

digest = 📨 { $waiting ->
        [0] Não há mais pedidos aguardando.
        [one] Um pedido aguarda uma decisão.
        [many] <b>{ $waiting }</b> de pedidos aguardam uma decisão.
       *[other] <b>{ $waiting }</b> pedidos aguardam uma decisão.
    }
pending_none = 🎉 Nenhum pedido aguardando.
pending_heading = { $total ->
        [one] <b>{ $total } pedido em aberto</b>
        [many] <b>{ $total } de pedidos em aberto</b>, os mais antigos primeiro
       *[other] <b>{ $total } pedidos em aberto</b>, os mais antigos primeiro
    }
pending_page = página { $page } de { $pages }
pending_line =
    <b>#{ $request }</b> { $client }
    { $submittedAt } – expira em { $expiresAt }
pending_waited = ⏳ Aguardando há { $waited }
pending_words = <i>{ $words }</i>
no_other_waits = Nenhum outro pedido está aguardando.
pending_approvals = 👍 { $given } de { $needed }
found_none = 🔍 Nenhum pedido corresponde a <b>{ $words }</b>.
found_heading = 🔍 Pedidos que correspondem a <b>{ $words }</b>, os mais novos primeiro
found_line = <b>#{ $request }</b> { $client } · { $submittedAt }
found_pending = ⏳ aguardando
found_approved = ✅ aprovado
found_rejected = ❌ recusado
found_expired = ⌛️ expirado
found_withdrawn = ↩️ cancelado
found_revoked = 🚫 acesso encerrado
found_beginning = <i>{ $beginning }</i>
found_looked_through = { $count ->
        [one] Palavras muito curtas só são buscadas no pedido mais recente.
        [many] Palavras muito curtas só são buscadas no último { $count } de pedidos.
       *[other] Palavras muito curtas só são buscadas nos { $count } pedidos mais recentes.
    }
reminder_heading = ⏰ { $total ->
        [one] { $total } pedido expira em breve e ainda aguarda uma decisão:
        [many] <b>{ $total }</b> de pedidos expiram em breve e ainda aguardam uma decisão:
       *[other] <b>{ $total }</b> pedidos expiram em breve e ainda aguardam uma decisão:
    }
reminder_line = <b>#{ $request }</b> { $client } – { $expiresAt }
reminder_more = … e mais { $count }
history_heading = <b>Histórico</b>
history_older = … anteriores: { $count }
history_submit = { $at }: enviado
history_appeal = { $at }: recurso enviado
history_withdraw = { $at }: cancelado
history_vote = { $at }: aprovação dada
history_vote_withdrawn = { $at }: aprovação retirada
history_approve = { $at }: aprovado
history_reject = { $at }: recusado
history_undo = { $at }: decisão desfeita
history_revoke = { $at }: acesso encerrado
history_reopen = { $at }: reaberto
history_expire = { $at }: expirado
history_ask = { $at }: pergunta enviada
history_answer = { $at }: resposta enviada
history_add = { $at }: texto acrescentado
history_describe = { $at }: apresentação escrita
history_forget = { $at }: desistência do acesso
history_unite = { $at }: vinculado a uma conta do Telegram
history_note = { $at }: 📝 nota escrita
history_by = por { $actor }
history_by_system = automaticamente
history_reason = <i>{ $reason }</i>
stats_heading = 📊 <b>Pedidos</b>
stats_pending = aguardando: { $count }
stats_approved = aprovados: { $count }
stats_rejected = recusados: { $count }
stats_expired = expirados: { $count }
stats_withdrawn = cancelados: { $count }
stats_revoked = acesso encerrado: { $count }
stats_undeliverable = ⚠️ { $count ->
        [one] { $count } mensagem não pôde ser entregue.
        [many] { $count } de mensagens não puderam ser entregues.
       *[other] { $count } mensagens não puderam ser entregues.
    }
stats_chat = 👥 { $title }: { $in } de { $wanted } pessoas aprovadas já entraram
stats_oldest = ⏳ há mais tempo na espera: <b>#{ $request }</b> { $client }, { $waited }
stats_week = <b>Esta semana</b>, desde { $since }
stats_month = <b>{ $days ->
        [one] Último dia
        [many] Último { $days } de dias
       *[other] Últimos { $days } dias
    }</b>, desde { $since }
stats_submitted = enviados: { $count }
stats_waits = ⏱ tempo até a decisão: { $median } (mediana), { $slowest } (o mais longo, #{ $request })
stats_decider = 👤 { $admin }: { $count ->
        [one] { $count } decisão
        [many] { $count } de decisões
       *[other] { $count } decisões
    }
stats_decider_former = 👤 { $admin } (não é mais admin): { $count ->
        [one] { $count } decisão
        [many] { $count } de decisões
       *[other] { $count } decisões
    }
stats_deciders_others = outros: { $count }
stats_picture = 📊 <b>Pedidos por dia</b>, { $since } – { $until }
stats_picture_submitted = 🟦 { stats_submitted }
stats_picture_approved = 🟩 { stats_approved }
stats_picture_rejected = 🟥 { stats_rejected }
stats_picture_expired = 🟨 { stats_expired }
stats_picture_withdrawn = ⬜️ { stats_withdrawn }
stats_picture_revoked = 🟪 { stats_revoked }
stats_picture_how = Acima da linha, o que chegou; abaixo, no que deu. Os números sob os dias são os das segundas-feiras.

### Admins: respostas ao que fazem

decided_pending = 🔄 O pedido <b>#{ $request }</b> de { $client } está aberto de novo.
decided_approved = ✅ Pedido <b>#{ $request }</b> de { $client } aprovado.
decided_rejected = ❌ Pedido <b>#{ $request }</b> de { $client } recusado.
decided_expired = ⌛️ O pedido <b>#{ $request }</b> de { $client } expirou.
decided_withdrawn = ↩️ O pedido <b>#{ $request }</b> de { $client } foi cancelado.
decided_revoked = 🚫 Acesso de { $client } encerrado (pedido <b>#{ $request }</b>).
question_sent = ❓ Pergunta enviada a { $client }, pedido <b>#{ $request }</b>. A resposta vai aparecer na ficha.
noted = 📝 Nota acrescentada ao pedido <b>#{ $request }</b> ({ $client }). Só os admins veem.
voted = 👍 Você aprovou o pedido <b>#{ $request }</b> de { $client }.
vote_withdrawn = ↩️ Você retirou a sua aprovação do pedido <b>#{ $request }</b> de { $client }.
approvals_so_far = { $given } de { $needed } aprovações: { $more ->
        [0] a próxima decide.
        [one] falta mais uma.
        [many] faltam mais { $more }.
       *[other] faltam mais { $more }.
    }
approvals_impossible = ⚠️ { $possible ->
        [one] Só { $possible } admin pode decidir
        [many] Só { $possible } de admins podem decidir
       *[other] Só { $possible } admins podem decidir
    }, menos que <code>APPROVALS_NEEDED</code>, então não dá para aprovar.
no_such_request = Não existe o pedido #{ $request }.
admins_only = 🚫 Só admins podem fazer isso.
not_own_words = ✋ Essa mensagem não é sua, então nada foi decidido. Só vale o que você escreve.
was_first_approved = { $admin } já aprovou o pedido #{ $request } em { $at }.
was_first_rejected = { $admin } já recusou o pedido #{ $request } em { $at }.
was_first_revoked = { $admin } já encerrou o acesso do pedido #{ $request } em { $at }.
you_decided_approved = Você já aprovou o pedido #{ $request } em { $at }.
you_decided_rejected = Você já recusou o pedido #{ $request } em { $at }.
you_decided_revoked = Você já encerrou o acesso do pedido #{ $request } em { $at }.
request_pending = O pedido #{ $request } está aguardando uma decisão.
request_approved = O pedido #{ $request } está aprovado.
request_rejected = O pedido #{ $request } está recusado.
request_expired = O pedido #{ $request } expirou, então não há mais o que decidir.
request_withdrawn = O pedido #{ $request } foi cancelado por quem pediu, então não há mais o que decidir.
request_revoked = O acesso do pedido #{ $request } foi encerrado.
decided_too_late = ⌛️ Tarde demais: o pedido #{ $request } expirou em { $expiresAt }.
own_request = Você não pode decidir o seu próprio pedido. Isso cabe a outro admin.
already_voted = Você já aprovou o pedido #{ $request }.
no_vote = Você não aprovou o pedido #{ $request }, então não há o que retirar.
nothing_to_undo = Não há decisão sobre o pedido #{ $request } para desfazer.
not_your_decision = Só quem decidiu pode desfazer isso: { $admin }.
undo_too_late = Já é tarde para desfazer a decisão sobre o pedido #{ $request }.
not_approved = O pedido #{ $request } não está aprovado, então não há acesso para encerrar.
nothing_to_reopen = O pedido #{ $request } não pode ser reaberto. Só é possível reabrir os recusados, os expirados e aqueles cujo acesso foi encerrado.

### Admins: o que devem saber do próprio bot

update_parked = ⚠️ Não consegui processar uma atualização recebida ({ $attempts ->
        [one] { $attempts } tentativa
        [many] { $attempts } de tentativas
       *[other] { $attempts } tentativas
    }) e deixei essa atualização de lado (número { $update }). O log diz por quê.
channel_away_email = ⚠️ Os e-mails não estão saindo. O que o servidor de envio respondeu, ou o que falhou: <blockquote>{ $reason }</blockquote>
    Todos os e-mails aguardam e nada se perde; eles saem sozinhos assim que o servidor de envio aceitar. <code>check --mail</code>, no seu servidor, mostra onde falha.
channel_away_sms = ⚠️ Os SMS não estão saindo. O que o gateway respondeu, ou o que falhou: <blockquote>{ $reason }</blockquote>
    Todos aguardam e nada se perde; eles saem sozinhos assim que o gateway aceitar.
channel_back_email = ✅ Os e-mails voltaram a sair. Os que aguardavam estão sendo enviados.
channel_back_sms = ✅ Os SMS voltaram a sair. Os que aguardavam estão sendo enviados.
backup_failed = ⚠️ O backup dos meus dados falhou. O log diz por quê.
backup_missing = ⚠️ Faz tempo demais que meus dados não têm backup. Verifique se o timer ou o serviço que cuida disso está funcionando.
backup_newest = O último backup bom é de { $lastBackup }.
backup_none = Não há nenhum backup bom.
backups_work_again = ✅ Os backups voltaram a funcionar. O último é de { $lastBackup }.
webhook_given_up = ⚠️ Tentei por três dias avisar { $host } de uma mudança de acesso (pedido #{ $request }) e desisti. O log diz por quê. Só volto a alertar depois que um webhook for aceito lá.
webhook_gone = ⚠️ { $host } não quer mais webhooks (410 Gone), então parei de enviar. Eles aguardam até que WEBHOOK_URL mude.
admins_heading = 🛡 { $count ->
        [one] Só uma pessoa é admin:
        [many] <b>{ $count }</b> de admins:
       *[other] Os <b>{ $count }</b> admins:
    }
admins_more = … e mais { $count }
admins_too_few = ⚠️ { $left ->
        [one] Resta { $left } admin, menos que <code>APPROVALS_NEEDED</code> ({ $needed }), então nada pode ser aprovado.
        [many] Restam { $left } de admins, menos que <code>APPROVALS_NEEDED</code> ({ $needed }), então nada pode ser aprovado.
       *[other] Restam { $left } admins, menos que <code>APPROVALS_NEEDED</code> ({ $needed }), então nada pode ser aprovado.
    }
admin_joined = 🛡 Agora você é admin de { $community }, por decisão de { $admin }. Você pode decidir quem recebe acesso.
admin_left = Você não é mais admin de { $community }.
expired_digest = ⌛️ { $count ->
        [one] { $count } pedido expirou sem decisão.
        [many] <b>{ $count }</b> de pedidos expiraram sem decisão.
       *[other] <b>{ $count }</b> pedidos expiraram sem decisão.
    }

### Telegram, para quem pede acesso: o que dá para fazer

telegram_welcome_email = ✉️ /email – receba o resultado por e-mail quando o Telegram não alcançar você
telegram_welcome_sms = 📱 /sms – receba o resultado por SMS quando o Telegram não alcançar você
telegram_welcome_admin =
    🛡 Você é admin aqui. { $waiting ->
        [0] Nenhum pedido aguardando.
        [one] { $waiting } pedido aguarda uma decisão.
        [many] { $waiting } de pedidos aguardam uma decisão.
       *[other] { $waiting } pedidos aguardam uma decisão.
    }

    { telegram_admin_commands }
telegram_welcome_admin_uncounted =
    🛡 Você é admin aqui.

    { telegram_admin_commands }
telegram_admin_commands =
    /pending – pedidos em aberto, os mais antigos primeiro
    <code>/find ana</code> – pedidos por nome, @usuário, ID, endereço ou palavras
    <code>/show 12</code> – um pedido e o histórico dele
    <code>/approve 12 13</code>, <code>/reject 12 motivo</code> – decidir
    <code>/revoke 12 motivo</code> – encerrar o acesso de alguém
    <code>/reopen 12</code> – reabrir um pedido
    <code>nota</code> e um texto, em resposta a uma ficha – uma nota que só os admins veem
    /stats – estatísticas
    /admins – lista de admins
telegram_welcome_desk = /desk – o painel: decida em um navegador
telegram_next_none =
    Para pedir acesso, envie /request e algumas palavras sobre você, por exemplo:
    <code>/request Sou a Ana, amiga do Bruno</code>
telegram_next_pending = { next_pending } Veja como está com /status, cancele com /cancel.
telegram_next_again = Você já pode enviar um novo pedido: /request
telegram_next_admin = /pending mostra os pedidos em aberto, /help explica como decidir.
telegram_appeal_open = Você já pode recorrer: envie /appeal e conte aos admins o que mudou.
telegram_appeal_open_until = Você pode recorrer até { $closesAt }: envie /appeal e conte aos admins o que mudou.

### Telegram, para quem pede acesso: respostas ao que a pessoa envia

telegram_offer_request = Envio isto aos admins de { $community } como o seu pedido de acesso? /help mostra o que mais eu sei fazer.
telegram_offer_appeal = Envio isto aos admins de { $community } como o seu recurso? /help mostra o que mais eu sei fazer.
telegram_offer_addition = Seu pedido está aguardando. Acrescento isto a ele para os admins de { $community }? /status mostra como está.
telegram_how_to_answer = Responda a esta mensagem ou simplesmente escreva a sua resposta.
telegram_hint_unknown_command = Não conheço esse comando. /help mostra o que eu sei fazer.
telegram_question_request = Conte aos admins um pouco sobre você na sua próxima mensagem (você tem { $within }).
telegram_question_appeal = Conte aos admins o que mudou na sua próxima mensagem (você tem { $within }).
telegram_desk_link = 🖥 O botão abre o painel. Ele funciona uma única vez, por 2 minutos. Não repasse: quem tiver o botão entra como se fosse você.
telegram_desk_link_to_copy = 🖥 Este link abre o painel. Ele funciona uma única vez, por 2 minutos. Não repasse: quem tiver o link entra como se fosse você.
    <code>{ $url }</code>
telegram_desk_signed_in = 🖥 Sessão iniciada no painel, { $at }.
telegram_desk_signed_out = 🖥 Sessão do painel encerrada. Para entrar de novo: /desk
telegram_desk_off = Não há painel: <code>WEB_LISTEN</code> não está definido onde eu rodo.
telegram_private_chat_only = Escreva para mim no privado: https://t.me/{ $bot }
telegram_address_none_email = ✉️ Posso avisar por e-mail o resultado do seu pedido quando o Telegram não alcançar você. Envie o seu endereço: <code>/email nome@example.com</code>
telegram_address_none_sms = 📱 Posso avisar por SMS o resultado do seu pedido quando o Telegram não alcançar você. Envie o seu número com o código do país: <code>/sms +55 11 91234-5678</code>
telegram_address_waits_email = ✉️ Enviei um código para <b>{ $address }</b>. Digite o código aqui para confirmar o endereço.
telegram_address_waits_sms = 📱 Enviei um código para <b>{ $address }</b>. Digite o código aqui para confirmar o número.
telegram_address_how_email =
    <code>/email on</code>: só quando o Telegram não alcançar você
    <code>/email both</code>: sempre, além do Telegram
    <code>/email off</code>: nunca
telegram_address_how_sms =
    <code>/sms on</code>: só quando o Telegram não alcançar você
    <code>/sms both</code>: sempre, além do Telegram
    <code>/sms off</code>: nunca
telegram_address_again_email = Envie outro endereço, ou o mesmo de novo se ele voltou a funcionar: <code>/email nome@example.com</code>
telegram_address_again_sms = Envie outro número, ou o mesmo de novo se ele voltou a funcionar: <code>/sms +55 11 91234-5678</code>
telegram_address_code_sent_email = ✉️ Estou enviando um código para <b>{ $address }</b>. Digite o código aqui; ele vale por { $within }. Se não encontrar o e-mail, olhe no spam.
telegram_address_code_sent_sms = 📱 Estou enviando um código para <b>{ $address }</b>. Digite o código aqui; ele vale por { $within }.
telegram_address_proved_email = ✅ O endereço <b>{ $address }</b> está confirmado.
telegram_address_proved_sms = ✅ O número <b>{ $address }</b> está confirmado.
telegram_address_moved = Outra conta tinha confirmado antes. Agora é seu, e essa conta não recebe mais nada por aí.
telegram_address_wrong_code = Esse não é o código. { $tries ->
        [one] Você tem mais { $tries } tentativa.
        [many] Você tem mais { $tries } de tentativas.
       *[other] Você tem mais { $tries } tentativas.
    }
telegram_address_code_over_email = Esse código não vale mais. Para receber um novo, envie o endereço de novo: <code>/email nome@example.com</code>
telegram_address_code_over_sms = Esse código não vale mais. Para receber um novo, envie o número de novo: <code>/sms +55 11 91234-5678</code>
telegram_address_not_an_address_email = Não consigo enviar e-mail para isso. Um endereço é assim: <code>/email nome@example.com</code>
telegram_address_not_an_address_sms = Não consigo enviar SMS para isso. Escreva o número com um mais e o código do país: <code>/sms +55 11 91234-5678</code>
telegram_address_not_allowed_sms = Não posso enviar SMS para esse país. Os números precisam começar com { $prefixes }.
telegram_address_no_address_email = Não tenho nenhum e-mail seu. Envie um: <code>/email nome@example.com</code>
telegram_address_no_address_sms = Não tenho nenhum número seu. Envie um: <code>/sms +55 11 91234-5678</code>
telegram_address_dead_email = Os e-mails para o seu endereço não chegam mais. Envie outro, ou o mesmo de novo se ele voltou a funcionar: <code>/email nome@example.com</code>
telegram_address_dead_sms = Os SMS para o seu número não chegam mais. Envie outro, ou o mesmo de novo se ele voltou a funcionar: <code>/sms +55 11 91234-5678</code>
telegram_address_too_many_email = Já enviei todos os códigos que posso em um dia. Tente de novo amanhã.
telegram_address_too_many_sms = Já enviei todos os códigos que posso em um dia. Tente de novo amanhã.
telegram_address_no_more_today_sms = Hoje não posso enviar mais códigos por SMS. Tente de novo amanhã.
telegram_address_of_form_email = No momento, não posso incluir na sua conta o pedido feito na web com este endereço. Nada mudou: as novidades continuam chegando por e-mail. Cada um desses e-mails traz um link para a página do pedido: abra o Telegram por lá, e eu digo o que você pode fazer.
telegram_address_undeliverable_email = ⚠️ Não foi possível entregar o código a <b>{ $address }</b>. Confira o endereço e envie de novo: <code>/email nome@example.com</code>
telegram_address_undeliverable_sms = ⚠️ Não foi possível entregar o código a <b>{ $address }</b>. Confira o número e envie de novo: <code>/sms +55 11 91234-5678</code>
telegram_your_id = Seu ID do Telegram: <code>{ $id }</code>
telegram_chat_id = Para receber as fichas aqui, defina <code>ADMIN_CHAT_ID={ $chat }</code> e me reinicie.
telegram_chat_id_set = As fichas já chegam aqui (<code>ADMIN_CHAT_ID={ $chat }</code>).
telegram_not_possible = { not_possible } /help mostra o que dá para fazer.
telegram_already_pending =
    { already_pending }
    Para enviar outro, cancele este antes: /cancel

### Telegram, para admins: quem são os admins

telegram_admins_owner = 👑 <a href="tg://user?id={ $adminId }">{ $admin }</a> (ID <code>{ $adminId }</code>), titular
telegram_admins_added = 🛡 <a href="tg://user?id={ $adminId }">{ $admin }</a> (ID <code>{ $adminId }</code>), por decisão de { $by }, { $at }
telegram_admins_unreachable = ⚠️ Não consigo escrever para essa pessoa. Ela precisa abrir um chat comigo e tocar em “Iniciar”.
telegram_admins_unknown = Essa pessoa ainda não me escreveu. Se não recebe nada, precisa abrir um chat comigo e tocar em “Iniciar”.
telegram_admins_how =
    <code>/admins add ID</code> – tornar alguém admin. Ou responda <code>/admins add</code> a uma mensagem da pessoa, em um grupo ou encaminhada para mim.
    <code>/admins remove ID</code> – remover um admin.
    Os titulares estão em <code>ADMIN_TELEGRAM_ID</code> e não podem ser removidos aqui.
telegram_admin_added = ✅ <a href="tg://user?id={ $adminId }">{ $admin }</a> (ID <code>{ $adminId }</code>) agora é admin.
telegram_admin_unknown = ⚠️ Não conheço este ID: ninguém com ele jamais me escreveu. Se houver erro de digitação, desfaça: <code>/admins remove { $adminId }</code>. Se estiver certo, a pessoa precisa abrir um chat comigo e tocar em “Iniciar”.
telegram_admin_removed = ✅ <a href="tg://user?id={ $adminId }">{ $admin }</a> (ID <code>{ $adminId }</code>) não é mais admin.
telegram_admins_changed_added = 👤 Por decisão de { $by }, <a href="tg://user?id={ $adminId }">{ $admin }</a> (ID <code>{ $adminId }</code>) agora é admin. /admins mostra quem decide.
telegram_admins_changed_removed = 👤 Por decisão de { $by }, <a href="tg://user?id={ $adminId }">{ $admin }</a> (ID <code>{ $adminId }</code>) não é mais admin. /admins mostra quem decide.
telegram_admins_already_admin = { $admin } já é admin.
telegram_admins_is_owner = { $admin } é titular: está em <code>ADMIN_TELEGRAM_ID</code> e não pode sair por aqui. Mude a configuração e me reinicie.
telegram_admins_not_added = { $admin } não é admin. /admins mostra quem é.
telegram_admins_owners_only = 🔒 Só titulares podem mudar quem decide: são os admins que estão em <code>ADMIN_TELEGRAM_ID</code>. /admins mostra quem são.
telegram_admins_hidden = 🎭 Essa pessoa esconde a conta em mensagens encaminhadas, então não vejo quem é. Peça que ela me envie /id e depois envie <code>/admins add</code> e o número.
telegram_admins_no_person = 🤔 Essa mensagem não é de uma pessoa, então nada mudou. Envie <code>/admins add</code> e o ID do Telegram dela; cada pessoa descobre o seu enviando /id para mim.
telegram_admins_no_persons_id = 🤔 Esse ID não é de uma pessoa, e sim de um grupo, um canal, um bot ou do próprio Telegram, e só pessoas decidem. Nada mudou. Cada pessoa descobre o seu enviando /id para mim.
telegram_admins_not_an_id = 🤔 Isso não é um ID do Telegram, então nada mudou. É um número, por exemplo <code>/admins add 123456789</code>; cada pessoa descobre o seu enviando /id para mim.
telegram_admins_remove_whom = Quem? Acrescente o ID do Telegram: <code>/admins remove 123456789</code>. /admins mostra qual é.
telegram_admins_unclear = 🤔 Nada mudou. /admins mostra quem decide; <code>/admins add 123456789</code> e <code>/admins remove 123456789</code> mudam isso.
telegram_new_admin_question = <a href="tg://user?id={ $adminId }">{ $admin }</a>, quem vai ser admin? Encaminhe para mim uma mensagem da pessoa ou responda com o ID do Telegram dela. Mudou de ideia? /cancel

### Telegram, para admins: a ficha

telegram_card_username = @{ $username }
telegram_card_notes = 📝 Notas: { $count } – <code>/show { $request }</code>
telegram_card_id = ID <a href="tg://user?id={ $id }">{ $id }</a>

### Telegram, para admins: respostas ao que fazem

telegram_ask_question = <a href="tg://user?id={ $adminId }">{ $admin }</a>, o que você quer perguntar a { $client } sobre o pedido <b>#{ $request }</b>? Responda a esta mensagem: suas palavras serão repassadas como estão, sem o seu nome. Mudou de ideia? /cancel
telegram_reply_with_question = Não sei a qual pedido essa pergunta se refere, então nada foi enviado. Envie a pergunta em resposta à minha mensagem sobre esse pedido.
telegram_question_as_reply = Se essa é a pergunta para quem pediu acesso, envie em resposta à minha mensagem. Nada foi enviado ainda.
telegram_client_answered = 💬 <a href="tg://user?id={ $adminId }">{ $admin }</a>, { $client } respondeu à sua pergunta sobre o pedido <b>#{ $request }</b>: <blockquote>{ $message }</blockquote>
telegram_question_undelivered = ⚠️ <a href="tg://user?id={ $adminId }">{ $admin }</a>, sua pergunta sobre o pedido <b>#{ $request }</b> não chegou a { $client }: não consigo escrever para essa pessoa. Vou enviar se ela abrir um chat comigo de novo enquanto o pedido estiver aguardando.
telegram_own_reason = ✍️ { $admin } está escrevendo um motivo para recusar o pedido <b>#{ $request }</b>.
telegram_reason_question = <a href="tg://user?id={ $adminId }">{ $admin }</a>, por que você está recusando o pedido <b>#{ $request }</b> de { $client }? Responda a esta mensagem: suas palavras serão repassadas como estão. Mudou de ideia? /cancel
telegram_reason_choice = 💬 Por que você está recusando o pedido <b>#{ $request }</b> de { $client }? Escolha um motivo, que a pessoa vai ler no idioma dela, ou responda com o seu. Mudou de ideia? /cancel
telegram_no_such_request = { no_such_request } /pending mostra os que estão em aberto.
telegram_unclear_reply = 🤔 Nada foi decidido. Toque em um botão da ficha ou responda a ela com <code>aprovar</code>, ou com <code>recusar</code> e um motivo.
telegram_not_a_card = 🤔 Essa não é a ficha de um pedido, então nada foi decidido. Use a própria ficha, ou envie <code>/approve 12</code> ou <code>/reject 12 motivo</code>.
telegram_how_to_find = 🔍 O que devo procurar? Envie um nome, um @usuário, um ID do Telegram, um endereço, o número de um pedido ou palavras da mensagem, no máximo { $limit } palavras: <code>/find ana recife</code>
telegram_search_gone = Esta lista expirou. Envie /find de novo.
telegram_which_one_approve = Qual pedido? Acrescente o número: <code>/approve 12</code>
telegram_which_one_reject = Qual pedido? Acrescente o número e, se quiser, um motivo: <code>/reject 12 motivo</code>
telegram_which_one_revoke = O acesso de quem? Acrescente o número do pedido e, se quiser, um motivo: <code>/revoke 12 motivo</code>
telegram_which_one_reopen = Qual pedido? Acrescente o número: <code>/reopen 12</code>
telegram_which_one_show = Qual pedido? Acrescente o número: <code>/show 12</code>
telegram_how_several_approve = 🤔 Nada foi decidido. Envie só os números: <code>/approve 12</code> ou <code>/approve 12 13</code>
telegram_how_several_reject = 🤔 Nada foi decidido. Ponha o motivo depois de dois-pontos: <code>/reject 12: motivo</code> ou <code>/reject 12 13: motivo</code>
telegram_how_several_revoke = 🤔 Nada foi decidido. Ponha o motivo depois de dois-pontos: <code>/revoke 12: motivo</code> ou <code>/revoke 12 13: motivo</code>
telegram_how_several_reopen = 🤔 Nada foi reaberto. Envie só os números: <code>/reopen 12</code> ou <code>/reopen 12 13</code>
telegram_how_several_show = 🤔 Envie só os números: <code>/show 12</code> ou <code>/show 12 13</code>
telegram_too_many_at_once = Nada foi feito: um comando aceita no máximo { $limit ->
        [one] { $limit } pedido
        [many] { $limit } de pedidos
       *[other] { $limit } pedidos
    }.
telegram_reason_or_approval = 🤔 Perguntei por que você está recusando o pedido <b>#{ $request }</b>, e isso não parece um motivo, então nada foi decidido. Para aprovar: <code>/approve { $request }</code>. Para recusar, responda com o motivo. /cancel descarta a pergunta.
telegram_which_reason = 🤔 Pedi vários motivos a você ({ $requests }). Responda à pergunta certa. Nada foi decidido ainda.
telegram_reply_with_reason = Se esse é o motivo que pedi, envie em resposta à minha pergunta. Nada foi decidido ainda.
telegram_empty_note = 📝 Uma nota precisa de algumas palavras: responda à ficha com <code>nota</code> e o que os outros admins devem saber. Quem pede acesso nunca vê as notas.
telegram_question_over = Já é tarde para responder a essa pergunta, então nada foi decidido. O pedido #{ $request } continua em aberto: <code>/show { $request }</code>
telegram_anonymous_sender = 🎭 O Telegram esconde quem escreve mensagens anônimas, então nada foi decidido. Toque no botão da ficha ou escreva com o seu próprio nome.
telegram_earlier_round = Esse botão ou essa ficha é de antes de um recurso ou de uma decisão desfeita, então não decide mais nada. Veja como está o pedido #{ $request }: <code>/show { $request }</code>
telegram_open_instead = O pedido #{ $request } não pode ser reaberto: a pessoa tem um mais novo, o #{ $openInstead }, e é ele que vale. <code>/show { $openInstead }</code>

### Telegram, para admins: o que devem saber do próprio bot

telegram_card_access_in = 🚪 { $chat }: já entrou
telegram_card_access_invited = 🚪 { $chat }: convite enviado
telegram_card_access_not_on_telegram = 🚪 { $chat }: ainda sem convite, faltam o Telegram e o link da página da pessoa
telegram_card_access_left = 🚪 { $chat }: saiu
telegram_card_access_banned = 🚪 { $chat }: pessoa banida
telegram_card_access_by_hand = ⚠️ { $chat }: administra o chat, então a remoção tem que ser feita à mão
telegram_access_removals = ⚠️ Fiquei fora por mais de um dia. Agora há { $count } pessoas em <b>{ $chat }</b> cujo acesso foi encerrado. É mais do que removo sem perguntar.
telegram_removals_allowed = Pessoas que vou remover: { $count }.
telegram_nothing_to_remove = Não há mais ninguém para remover lá; talvez outro admin tenha chegado antes.
telegram_unheard_join_requests = ℹ️ Fiquei fora por mais de um dia. Solicitações de entrada que aguardam em <b>{ $chat }</b> e que nunca chegaram até mim: { $count }. Responda a elas no Telegram, por favor.
telegram_button_remove_them = 🚪 Remover
telegram_access_chat_gone = ℹ️ <b>{ $chat }</b> não está mais em <code>ACCESS_CHATS</code>. Não mexo mais nos membros de lá.
telegram_access_chat_moved = ℹ️ <b>{ $chat }</b> tem um novo ID, e é ele que uso a partir de agora. Em <code>ACCESS_CHATS</code>, escreva <code>{ $newId }</code> no lugar de <code>{ $oldId }</code>.
telegram_card_joining = 🚪 Pediu para entrar no Telegram; sua decisão responde a isso também.
telegram_how_to_join = { $count ->
    [one] Toque no botão abaixo e peça para entrar: a entrada é na hora.
    [many] Toque nos botões abaixo, um após o outro, e peça para entrar: a entrada é na hora.
   *[other] Toque nos botões abaixo, um após o outro, e peça para entrar: a entrada é na hora.
}
telegram_access_outage = ⚠️ Não consigo gerenciar <b>{ $chat }</b>: { $reason }. Me torne administrador lá, com permissão para adicionar e banir usuários, e farei o que está aguardando.
telegram_outage_no_administrator = não sou administrador lá
telegram_outage_may_not_add = não tenho permissão para adicionar usuários lá
telegram_outage_may_not_ban = não tenho permissão para banir usuários lá
telegram_outage_may_neither = não tenho permissão para adicionar nem para banir usuários lá
telegram_outage_lacks_rights = faltam permissões para isso
telegram_outage_not_there = não estou nesse chat, ou ele não existe mais
telegram_outage_no_supergroup = é um grupo básico, e só consigo gerenciar supergrupos e canais
telegram_outage_refused = o Telegram não deixa, e o log diz por quê
telegram_stranger = 👤 <a href="tg://user?id={ $clientId }">{ $client }</a> (ID <code>{ $clientId }</code>) está em <b>{ $chat }</b>, e ninguém aqui aprovou o acesso.
telegram_admin_unreachable = ⚠️ Não consigo escrever para <a href="tg://user?id={ $adminId }">{ $admin }</a> (ID { $adminId }), que é admin. Essa pessoa precisa abrir um chat comigo e tocar em “Iniciar”.
telegram_admin_is_bot = ⚠️ O admin com o ID { $adminId } é um bot, e só pessoas decidem. Remova com <code>/admins remove { $adminId }</code>, ou de <code>ADMIN_TELEGRAM_ID</code> se estiver lá.
telegram_group_unreachable = ⚠️ Não consigo escrever no grupo dos admins. Me adicione de novo e me deixe escrever lá. A configuração é <code>ADMIN_CHAT_ID</code>.
telegram_topic_unreachable = ⚠️ O tópico { $topic } do grupo dos admins está fechado ou não existe mais, então minhas mensagens vão para “General”. Reabra o tópico ou defina outro em <code>ADMIN_CHAT_ID</code>.
telegram_presses_lost = ⚠️ Não consegui me conectar ao Telegram de { $from } até { $to }. Os toques em botões nesse período podem não ter chegado até mim. Veja os pedidos em aberto e toque de novo, por favor.
telegram_no_pictures = 🖼 Não tenho permissão para enviar imagens neste chat. Quem gerencia o chat pode mudar isso nas permissões; ou envie /stats para mim no privado.
telegram_foreign_poller = ⚠️ Outro programa está usando o token deste bot, então algumas mensagens podem não chegar até mim. Pare esse programa ou peça um novo token a @BotFather.

### Telegram: botões, dicas nos campos e menu de comandos; aparecem sem formatação

telegram_button_ask = ✍️ Pedir acesso
telegram_button_appeal = ✍️ Recorrer
telegram_button_approve = ✅ Aprovar
telegram_button_reject = ❌ Recusar
telegram_button_reject_with_reason = 💬 Recusar com motivo…
telegram_button_ask_client = ❓ Perguntar…
telegram_button_own_reason = ✍️ Escrever outro…
telegram_button_undo = ↩️ Desfazer
telegram_button_undo_approval = ↩️ Retirar aprovação
telegram_button_send_request = 📨 Enviar como pedido
telegram_button_send_appeal = 📨 Enviar como recurso
telegram_button_add_to_request = ➕ Incluir no pedido
telegram_button_language_of_telegram = O mesmo do Telegram
telegram_button_show = #{ $request }
telegram_button_pending = 📋 Pedidos em aberto
telegram_button_previous = ◀️
telegram_button_next = ▶️
telegram_button_list_in_place = ◀️ Voltar à lista
telegram_button_next_in_place = Próximo ▶️
telegram_button_stats_picture = 📊 Como imagem
telegram_button_desk_open = 🖥 Abrir o painel
telegram_button_desk_copy = 📋 Copiar o link
telegram_button_forget = 🗑 Apagar tudo
telegram_button_desk_sign_out = 🚪 Sair
telegram_button_desk_request = 🖥 Abrir no painel
# Ao lado do campo de mensagem: uma palavra, no máximo duas
telegram_button_desk_menu = Painel
telegram_placeholder_request = Algumas palavras sobre você
telegram_placeholder_appeal = O que mudou?
telegram_placeholder_question = Sua pergunta
telegram_placeholder_answer = Sua resposta
telegram_placeholder_reason = Motivo
telegram_placeholder_admin = ID do Telegram
telegram_menu_request = Pedir acesso
telegram_menu_status = Como está o meu pedido
telegram_menu_appeal = Recorrer de uma decisão
telegram_menu_cancel = Cancelar o meu pedido
telegram_menu_language = Escolher o idioma
telegram_menu_mydata = O que está guardado sobre mim
telegram_menu_forget = Apagar tudo sobre mim
telegram_menu_help = O que este bot sabe fazer
telegram_menu_email = O resultado também por e-mail
telegram_menu_sms = O resultado também por SMS
telegram_menu_pending = Pedidos em aberto
telegram_menu_find = Buscar pedidos: /find ana
telegram_menu_show = Um pedido e o histórico dele: /show 12
telegram_menu_approve = Aprovar um pedido: /approve 12
telegram_menu_reject = Recusar um pedido: /reject 12 motivo
telegram_menu_revoke = Encerrar um acesso: /revoke 12 motivo
telegram_menu_reopen = Reabrir um pedido: /reopen 12
telegram_menu_stats = Estatísticas
telegram_menu_admins = Lista de admins
telegram_menu_desk = Um link para o painel, no navegador

### Telegram: o que ele mostra do bot, em um chat antes de tocar em “Iniciar” (512 caracteres no máximo) e no perfil (120); sem formatação

telegram_bot_description = Eu recebo os pedidos de acesso a { $community } e trago a decisão dos admins. Toque em “Iniciar” e conte um pouco sobre você.
telegram_bot_short_description = Peça aqui acesso a { $community }.

### Primeiras palavras de uma resposta que decide; separadas por vírgulas. Sem “aprovado”: pode ser pergunta ou relato do que outra pessoa fez

words_approve = aprovar, aprovo, aprove
words_reject = recusar, recuso, recuse, rejeitar, rejeito
words_note = nota

### Palavras que voltam atrás nessa resposta: as que negam, as que interrompem e as que, depois de “aprovar”, fazem dela uma condição ou uma dúvida

words_no = não, nao, nunca, jamais, nem, tampouco
words_wait = ou, espera, espere, esperem, esperar, aguarda, aguarde, aguardem, calma, peraí, perai, stop, cancela, cancele, cancelar, desfaz, desfazer, ops, opa, hum, hmm
words_doubt = se, mas, exceto, salvo, menos, até, quando, talvez, possivelmente, provavelmente, depois, tarde, amanhã, amanha, ainda, melhor, deveria, deveríamos, poderia, poderíamos, acho, creio, duvido, dúvidas, desculpa, desculpe, desculpem, perdão, erro, errado, errada, errei, engano, enganei

### Respostas inteiras a “por que está recusando?” que não são motivo, sem pontuação; separadas por vírgulas

words_no_reason = sim, ok, okay, claro, certo, beleza, tá, tá bom, ta bom, está bem, está bom, pode ser, pode entrar, aceito, aceita, aceite, aceitar, deixa entrar, deixe entrar, deixa ela entrar, deixa ele entrar, deixe ela entrar, deixe ele entrar, deixa pra lá, deixa para lá, deixa, esquece, esqueça, tanto faz, não importa, um momento, um minuto, um segundo, espera um pouco, só um momento, mudei de ideia, eu mudei de ideia, foi engano, por engano, foi sem querer, sem querer, foi um erro, me enganei, errei, botão errado, pedido errado, ficha errada, esse não, esta não, este não, não era esse, não faça isso, cancela isso, desfaz isso, desculpa foi engano

### Palavras de agradecimento, em qualquer lugar do que alguém escreve; separadas por vírgulas

words_thanks = obrigado, obrigada, obrigados, obrigadas, obrigadão, brigado, obg, valeu, vlw, agradeço, agradecemos, agradecido, agradecida, grato, grata

### O painel dos admins, uma página no navegador: texto simples, sem formatação

desk_title = Pedidos · { $community }
desk_requests = Pedidos
desk_stats = Estatísticas
desk_menu = Menu
desk_views = Seções
desk_skip = Ir para os pedidos
desk_signed_in_as = Sessão de { $admin }
desk_sign_out = Sair
desk_language = Idioma
desk_shortcuts = Atalhos de teclado
desk_shortcuts_use = Usar
desk_csv = Baixar em CSV
desk_csv_to_me = Enviar o CSV para mim
desk_csv_sent = O bot enviou o arquivo para você, no seu chat com ele.
desk_csv_too_large = O arquivo passaria de 20 MB. Reduza a lista com filtros ou abra o painel em um navegador.
desk_csv_no_chat = O bot não consegue escrever para você. Abra o seu chat com ele e toque em “Iniciar”.
desk_csv_unanswered = Não houve resposta. Antes de tentar de novo, veja no chat com o bot se o arquivo já está lá.
desk_csv_failed = Não foi possível criar o arquivo. Tente de novo em instantes.
desk_close = Fechar
desk_loading = Carregando…

desk_sign_in = Entrar
desk_sign_in_link = Este link inicia a sua sessão no painel de { $community }, neste navegador.
desk_sign_in_needed = Este é o painel dos admins de { $community }. Para entrar:
desk_sign_in_telegram = No Telegram, abra o chat privado com o bot e toque no botão ao lado do campo de mensagem.
desk_sign_in_browser = Em qualquer outro navegador, envie /desk ao bot nesse chat e abra o link da resposta. Ele funciona uma única vez, por dois minutos.
desk_sign_in_by_link = Envie /desk ao bot no seu chat privado com ele e abra o link da resposta. Ele funciona uma única vez, por dois minutos.
desk_sign_in_refused = Esse link não funciona mais: cada um vale uma única vez, por dois minutos e só para admins. Envie /desk ao bot para receber outro.
desk_sign_in_stale = O Telegram abriu uma cópia antiga desta página. Feche e abra de novo pelo chat, ou envie /desk ao bot para receber um link.
desk_sign_in_too_often = Tentativas demais de entrar. Espere um minuto e tente de novo.
desk_wrong_address = Esta página não foi aberta no endereço do painel, então nada pode ser feito aqui. Envie /desk ao bot e abra o link da resposta.
desk_session_over = Sua sessão terminou.
desk_signed_out = Você saiu.
desk_maybe_signed_in = Talvez sua sessão ainda esteja aberta: o bot não confirmou que ela foi encerrada. Tente de novo daqui a pouco.
desk_signed_in_again = Sua sessão terminou antes que tudo isso fosse feito. Você já entrou de novo: veja o que falta e repita.

desk_offline = Sem conexão. O que você vê pode estar desatualizado; tudo se atualiza assim que a conexão voltar.
desk_not_ready = O bot está iniciando, ou outra cópia dele está em ação. Esta página tenta de novo sozinha.
desk_not_live = Há painéis demais abertos, então nada aparece aqui sozinho. Feche alguns e recarregue esta página.
desk_no_answer = Não houve resposta, então nada foi feito. Verifique a conexão e tente de novo.
desk_unknown = Não houve confirmação, então não se sabe se isso foi feito. Aparece aqui assim que o bot voltar a responder.
desk_not_done_yet = Não houve confirmação, e por enquanto isso não foi feito. Tente de novo: não há como fazer duas vezes.
desk_unclear = A conexão caiu, mas já estava feito: é assim que as coisas estão agora.
desk_busy = Outra coisa está sendo feita com este pedido agora. Olhe de novo daqui a pouco.
desk_failed = Não foi possível: { $detail }
desk_too_often = Solicitações demais de uma vez. Espere um momento e tente de novo.
desk_broken = Algo deu errado no bot. O log dele diz o quê.
desk_unusable_words = Este texto não serve assim: não há nada visível nele ou é longo demais.
desk_unclear_search = Não há aí nenhuma palavra para procurar, ou há demais. Basta um nome, um @usuário, um ID ou algumas palavras.
desk_gone = Isso não existe mais.
desk_try_again = Tentar de novo
desk_no_such_page = Essa página não existe.
desk_no_such_request = Não existe o pedido #{ $request }.
desk_no_such_person = Essa pessoa não existe.

desk_status_pending = Aguardando
desk_status_approved = Aprovado
desk_status_rejected = Recusado
desk_status_expired = Expirado
desk_status_withdrawn = Cancelado
desk_status_revoked = Acesso encerrado
desk_many_pending = Aguardando
desk_many_approved = Aprovados
desk_many_rejected = Recusados
desk_many_expired = Expirados
desk_many_withdrawn = Cancelados
desk_many_revoked = Acesso encerrado

desk_search = Buscar
desk_search_hint = Nome, @usuário, ID ou palavras
desk_status = Status
desk_status_any = Qualquer um
desk_filters = Filtros
desk_reviewer = Decidido por
desk_reviewer_any = Qualquer pessoa
desk_client_only = Só { $client }
desk_from = Enviado desde
desk_to = Enviado até
desk_clear_filters = Limpar os filtros
desk_waits = há { $waited }
desk_expires_in = expira em { $left }
desk_appeal = { $appeal ->
        [1] Recurso
       *[other] Recurso { $appeal }
    }
desk_approvals = { $given } de { $needed } aprovações
desk_no_words = Ainda sem mensagem
desk_text_erased = Este texto foi apagado
desk_tick = Marcar #{ $request }, { $client }
desk_new = { $count ->
        [one] { $count } pedido novo. Mostrar
        [many] { $count } de pedidos novos. Mostrar
       *[other] { $count } pedidos novos. Mostrar
    }
desk_more = Mostrar mais
desk_end_of_list = Isso é tudo.
desk_empty = Ainda não há pedidos. Eles aparecem aqui sozinhos assim que alguém pedir acesso.
desk_empty_pending = Nada aguardando. Novos pedidos aparecem aqui sozinhos.
desk_empty_filtered = Nenhum pedido corresponde a estes filtros.

desk_ticked = Marcados: { $count }
desk_tick_group = Pedidos marcados
desk_untick = Desmarcar
desk_deciding = Decidindo { $done } de { $total }…
desk_all_decided = { $count ->
        [one] { $count } pedido decidido.
        [many] { $count } de pedidos decididos.
       *[other] { $count } pedidos decididos.
    }
desk_some_decided = { $done } de { $total } decididos. Não decididos:
desk_not_decided = #{ $request }: { $why }

desk_request = Pedido #{ $request }
desk_choose = Escolha um pedido para ver aqui tudo sobre ele.
desk_choose_keys = j abre o próximo, ? mostra todas as teclas.
desk_open_request = O pedido aberto
desk_back = Voltar à lista
desk_submitted = Enviado
desk_expires = Expira
desk_waiting_since = Aguardando há { $waited }
desk_approved_by = Aprovado por { $admins }
desk_rejected_by = Recusado por { $admin }
desk_revoked_by = Acesso encerrado por { $admin }
desk_given_up = A própria pessoa desistiu do acesso
desk_reason = Motivo
desk_source = Chegou
desk_source_chat = pelo chat
desk_source_form = pelo formulário
desk_source_join = ao pedir para entrar em um chat
desk_telegram = Telegram
desk_not_on_telegram = não está no Telegram
desk_address = Endereço
desk_all_requests = Todos os pedidos de { $client }
desk_approved_so_far = Aprovações
desk_own_request = Este pedido é seu, então outro admin precisa decidir.
desk_undelivered = Não foi possível entregar uma mensagem a esta pessoa. O servidor respondeu: { $error }
desk_access = Chats
desk_access_in = já entrou
desk_access_invited = convite enviado
desk_access_not_on_telegram = ainda não está no Telegram
desk_access_left = saiu
desk_access_banned = pessoa banida
desk_access_by_hand = precisa ser removida à mão

desk_approve = Aprovar
desk_reject = Recusar
desk_reject_with_reason = Recusar com motivo
desk_undo = Desfazer
desk_revoke = Encerrar o acesso
desk_reopen = Reabrir
desk_note = Nota
desk_note_hint = Uma nota que só os admins veem
desk_add_note = Acrescentar nota
desk_why_reject = Por que você está recusando?
desk_why_reject_ticked = { $count ->
        [one] Por que você está recusando?
        [many] Por que você está recusando { $count } de pedidos?
       *[other] Por que você está recusando estes { $count }?
    }
desk_why_revoke = Por que o acesso será encerrado?
desk_reason_is_read = A pessoa vai ler o motivo.
desk_own_words = Com as suas palavras
desk_without_reason = Sem motivo
desk_cancel = Cancelar

desk_did_approved = Aprovado: #{ $request }, { $client }
desk_did_rejected = Recusado: #{ $request }, { $client }
desk_did_revoked = Acesso de { $client } encerrado (#{ $request })
desk_did_reopened = Reaberto: #{ $request }, { $client }
desk_did_undone = Decisão desfeita: #{ $request }, { $client }, aguarda de novo
desk_did_voted = Sua aprovação do #{ $request } está valendo: { $given } de { $needed }
desk_did_note = Nota acrescentada ao #{ $request }
desk_nothing_to_undo = Não há nenhuma decisão sua para desfazer.
desk_undone_several = { $count ->
        [one] Decisão desfeita: { $count } pedido aguarda de novo
        [many] Decisões desfeitas: { $count } de pedidos aguardam de novo
       *[other] Decisões desfeitas: { $count } pedidos aguardam de novo
    }
desk_undo_too_late = Já é tarde para desfazer esta decisão.
desk_not_your_decision = Só quem decidiu pode desfazer isso: { $admin }.
desk_already_voted = Você já aprovou. Ainda falta a aprovação de outros admins.
desk_open_instead = Esta pessoa tem um pedido mais novo em aberto. Decida esse.
desk_approved_meanwhile = { $admin } já aprovou ({ $at }).
desk_rejected_meanwhile = { $admin } já recusou ({ $at }).
desk_revoked_meanwhile = { $admin } já encerrou este acesso ({ $at }).
desk_given_up_meanwhile = A própria pessoa desistiu deste acesso.
desk_nothing_sent = Nada seu foi enviado.
desk_expired_meanwhile = Expirou, então não dá mais para decidir.
desk_withdrawn_meanwhile = Foi cancelado, então não há mais o que decidir.
desk_changed_meanwhile = Mudou desde que você olhou, então nada foi decidido. Leia de novo e decida.

desk_timeline = Histórico
desk_event_submit = Enviado
desk_event_appeal = Recurso enviado
desk_event_withdraw = Cancelado
desk_event_vote = Aprovação dada
desk_event_vote_withdrawn = Aprovação retirada
desk_event_approve = Aprovado
desk_event_reject = Recusado
desk_event_undo = Decisão desfeita
desk_event_revoke = Acesso encerrado
desk_event_reopen = Reaberto
desk_event_expire = Expirado
desk_event_ask = Pergunta
desk_event_answer = Resposta
desk_event_add = Acréscimo
desk_event_describe = Apresentação
desk_event_forget = Desistência do acesso
desk_event_unite = Vinculado a uma conta do Telegram
desk_event_note = Nota
desk_event_other = Mudança
desk_via_chat = no chat
desk_via_desk = no painel
desk_via_form = pelo formulário
desk_via_system = automaticamente
desk_message_client_news = Mensagem “{ $news }”
desk_message_asked = A pergunta
desk_message_appeal_open = “Você já pode recorrer”
desk_message_invitation = Links para os chats
desk_message_other = Uma mensagem
desk_message_owed = envio em andamento
desk_message_sent = envio feito
desk_message_undeliverable = não foi possível entregar

desk_person_requests = Pedidos
desk_person_no_requests = Nenhum pedido.
desk_person_older = { $count ->
        [one] { $count } pedido mais antigo não aparece.
        [many] { $count } de pedidos mais antigos não aparecem.
       *[other] { $count } pedidos mais antigos não aparecem.
    }
desk_person_admin = Admin
desk_person_unreachable = O bot não consegue escrever para essa pessoa
desk_person_id = ID do Telegram

desk_last_days = { $count ->
        [365] Ano
        [one] { $count } dia
        [many] { $count } de dias
       *[other] { $count } dias
    }
desk_period = Período
desk_plot_outcomes = Pedidos por dia
desk_plot_outcomes_how = Acima da linha, o que chegou; abaixo, no que deu.
desk_plot_time = Tempo até a decisão
desk_plot_time_how = Do pedido à aprovação ou recusa, pelo dia da decisão.
desk_plot_queue = A fila
desk_plot_queue_how = Quantos aguardavam no fim de cada dia.
desk_reviewers = Quem decide
desk_reviewer_name = Admin
desk_reviewer_former = não é mais admin
desk_no_decisions = Nenhuma decisão neste período.
desk_came_in = Enviados
desk_decisions = Decisões
desk_median = Mediana
desk_ninetieth = 9 de 10 em até
desk_median_time = Tempo mediano até a decisão
desk_ninetieth_time = 9 de 10 decididos em até
desk_day = Dia
desk_as_table = Como tabela
desk_time_zone = Os dias começam à meia-noite, { $zone }.

desk_key_next = Próximo pedido
desk_key_previous = Pedido anterior
desk_key_tick = Marcar ou desmarcar
desk_key_approve = Aprovar
desk_key_reject = Recusar
desk_key_reject_with_reason = Recusar com motivo
desk_key_undo = Desfazer a sua decisão
desk_key_note = Escrever uma nota
desk_key_search = Buscar
desk_key_help = Mostrar estas teclas
desk_key_back = Fechar ou voltar à lista
