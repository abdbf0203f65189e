# English. Sentences are Telegram HTML: https://core.telegram.org/bots/api#html-style
# How these files are written: https://projectfluent.org/fluent/guide/

### Clients: what the bot is for, where they stand, what they can do next

welcome = 👋 Hello! I take requests for access to <b>{ $community }</b> and bring you the answer.
welcome_admin =
    🛡 You are an admin here. { $waiting ->
        [0] No request waits for you.
        [one] One request waits for a decision.
       *[other] { $waiting } requests wait for a decision.
    }

    /pending – what waits, oldest first
    <code>/show 12</code> – one request with its history
    <code>/approve 12 13</code>, <code>/reject 12 reason</code> – decide
    <code>/revoke 12 reason</code> – end somebody’s access
    /stats – counts
standing_pending = ⏳ Your request <b>#{ $request }</b> is waiting for a decision.
standing_approved = ✅ Your request <b>#{ $request }</b> is approved.
standing_rejected = ❌ Your request <b>#{ $request }</b> was rejected.
standing_expired = ⌛️ Your request <b>#{ $request }</b> has expired: nobody decided it in time.
standing_withdrawn = ↩️ Your request <b>#{ $request }</b> was withdrawn.
standing_revoked = ❌ Your access (request <b>#{ $request }</b>) was ended.
standing_appeal = Appeal { $appeal }
submitted_at = Submitted: { $submittedAt }
expires_at = Expires: { $expiresAt }, unless it is decided before.
decided_at = Decided: { $decidedAt }
client_reason = Reason: <blockquote>{ $reason }</blockquote>
next_none =
    To ask for access, send /request and a few words about yourself, such as:
    <code>/request I’m Anna, a friend of Boris</code>
next_pending = I’ll write to you as soon as your request is decided. /status shows how it stands, /cancel withdraws it.
next_approved = You have access to { $community }, there is nothing more to do.
next_again = A new request is welcome at once: /request
next_admin = /pending lists what waits, /help says how to decide.
appeal_not_open = You can appeal from { $opensAt } on.
appeal_open = You can appeal now: send /appeal and what has changed.
appeal_open_until = You can appeal until { $closesAt }: send /appeal and what has changed.
appeal_closed = The time to appeal ended on { $closedAt }, so the decision is final. Thank you for your interest.
appeals_used_up = { $limit ->
        [0] Decisions can’t be appealed here
        [one] You have had your one appeal
       *[other] You have had all { $limit } appeals
    }, so the decision is final. Thank you for your interest.

### Clients: what happened to their request

news_submitted = ✅ Got it! Your request <b>#{ $request }</b> is with the admins of { $community }.
news_appeal_submitted = ✅ Got it! Your appeal of request <b>#{ $request }</b> is with the admins of { $community }.
news_withdrawn = ↩️ Your request <b>#{ $request }</b> is withdrawn.
news_appeal_withdrawn = ↩️ Your appeal of request <b>#{ $request }</b> is withdrawn; the earlier decision stands.
news_approved = 🎉 Your request <b>#{ $request }</b> is approved. Welcome to { $community }!
news_rejected = ❌ I’m sorry, your request <b>#{ $request }</b> was rejected.
news_reopened = 🔄 The decision on your request <b>#{ $request }</b> was taken back: it is under review again.
news_revoked = ❌ Your access to { $community } has been ended (request <b>#{ $request }</b>).
news_expired = ⌛️ Your request <b>#{ $request }</b> has expired: nobody decided it in time. I’m sorry.
news_appeal_expired = ⌛️ Your appeal of request <b>#{ $request }</b> has expired: nobody decided it in time, so the earlier decision stands. I’m sorry.
news_appeal_open = 🔔 The wait is over: you can now appeal the decision on your request <b>#{ $request }</b>.

### Clients: answers to what they send

hint_text = I’m only a bot, so I can’t pass that on.
offer_request = Shall I send this to the admins of { $community } as your request for access? /help shows what else I can do.
offer_appeal = Shall I send this to the admins of { $community } as your appeal? /help shows what else I can do.
draft_sent = 📨 Sent.
draft_gone = I no longer have that text. Please send it again.
you_are_welcome = You’re welcome! 😊
hint_unknown_command = I don’t know that command; /help shows what I can do.
hint_not_text = I can read text only.
left_out_photo = 📎 I can pass on your words, but not the photo.
left_out_video = 📎 I can pass on your words, but not the video.
left_out_file = 📎 I can pass on your words, but not the file.
left_out_audio = 📎 I can pass on your words, but not the recording.
left_out_media = 📎 I can pass on your words, but not what came with them.
left_out_addresses = 📎 With the addresses of your links the text would be too long, so I left them out.
question_request = What should the admins know about you? Your next message, if it comes within { $within }, is your request.
question_appeal = What has changed, or what should the admins know? Your next message, if it comes within { $within }, is your appeal.
question_dropped = All right, forget that I asked. Nothing was sent.
too_long_request = That was { $length } characters, and { $limit } fit (an emoji counts as two or more). Nothing was sent: please make it shorter.
too_long_reason = That reason was { $length } characters, and { $limit } fit (an emoji counts as two or more). Nothing is decided: please make it shorter.
edit_changes_nothing = ✏️ I saw your edit, but I go by the first version: it changes nothing.
flooded = ✋ That is more than { $limit ->
        [one] one message
       *[other] { $limit } messages
    } in { $window }. I read nothing more for now; please try again in { $window }.
private_chat_only = Let’s talk in private: https://t.me/{ $bot }
nobody_can_decide = ⚠️ You’re the only admin here, and nobody decides their own request, so this one will expire. To try me out, ask from another account.
language_question = Which language shall I write to you in?
language_unknown = I don’t speak that language. Which of these shall I write to you in?
language_set = 👍 I’ll write to you in English from now on.
language_of_telegram = 👍 I’ll write to you in the language of your Telegram from now on.
your_id = Your Telegram ID: <code>{ $id }</code>
chat_id = To get the cards here, set <code>ADMIN_CHAT_ID={ $chat }</code> and restart me.
chat_id_set = The cards already come here (<code>ADMIN_CHAT_ID={ $chat }</code>).

### Clients: refusals

not_possible = That isn’t possible now. /help shows what is.
no_request = You have no request yet.
already_pending =
    ⏳ Your request <b>#{ $request }</b> is already waiting for a decision, since { $submittedAt }. It expires on { $expiresAt }.
    To write a new one, /cancel it first.
already_approved = ✅ You already have access to { $community }.
nothing_waits = There is nothing to withdraw.
expired_before_that = ⌛️ Your request <b>#{ $request }</b> had already expired.
nothing_to_appeal = There is no decision that you could appeal.

### Admins: the card

card_heading = 📨 <b>Request #{ $request }</b>
card_appeal = <b>Appeal { $appeal }</b>
card_client = From <b>{ $client }</b>
card_username = @{ $username }
card_id = ID <a href="tg://user?id={ $id }">{ $id }</a>
card_unreachable = ⚠️ They have blocked me or left: I can’t write to them.
card_message = <blockquote>{ $message }</blockquote>
card_first_text = Asked first, { $at }: <blockquote>{ $message }</blockquote>
card_appeal_text = Appeal { $appeal }, { $at }: <blockquote>{ $message }</blockquote>
card_submitted = Submitted: { $submittedAt }
card_expires = Expires: { $expiresAt }
card_was_open_until = Was open until: { $expiresAt }
card_approved = ✅ <b>Approved</b> by { $admin }, { $at }
card_rejected = ❌ <b>Rejected</b> by { $admin }, { $at }
card_revoked = 🚫 <b>Access ended</b> by { $admin }, { $at }
card_expired = ⌛️ <b>Expired</b>: nobody decided in time.
card_withdrawn = ↩️ <b>Withdrawn</b> by the client.
card_reason = Reason: <blockquote>{ $reason }</blockquote>
card_earlier_approved = Earlier: approved by { $admin }, { $at }
card_earlier_rejected = Earlier: rejected by { $admin }, { $at }
card_earlier_revoked = Earlier: access ended by { $admin }, { $at }
card_older = { $count ->
        [one] and one more decision before that
       *[other] and { $count } more decisions before that
    }

### Admins: lists

digest = 📨 { $waiting ->
        [0] Nothing waits for a decision any more.
        [one] One request waits for a decision.
       *[other] <b>{ $waiting }</b> requests wait for a decision.
    }
pending_none = 🎉 Nothing waits for a decision.
pending_heading = { $total ->
        [one] <b>One request waits</b>
       *[other] <b>{ $total } requests wait</b>, oldest first
    }
pending_page = page { $page } of { $pages }
pending_line =
    <b>#{ $request }</b> { $client }
    { $submittedAt } – expires { $expiresAt }
reminder_heading = ⏰ { $total ->
        [one] One request expires soon and waits for a decision:
       *[other] <b>{ $total }</b> requests expire soon and wait for a decision:
    }
reminder_line = <b>#{ $request }</b> { $client } – { $expiresAt }
reminder_more = … and { $count } more
history_heading = <b>History</b>
history_older = … { $count } earlier
history_submit = { $at }: submitted
history_appeal = { $at }: appealed
history_withdraw = { $at }: withdrawn
history_approve = { $at }: approved
history_reject = { $at }: rejected
history_undo = { $at }: decision taken back
history_revoke = { $at }: access ended
history_expire = { $at }: expired
history_by = by { $actor }
history_by_system = by: system
history_reason = <i>{ $reason }</i>
stats_heading = 📊 <b>Requests</b>
stats_pending = waiting: { $count }
stats_approved = approved: { $count }
stats_rejected = rejected: { $count }
stats_expired = expired: { $count }
stats_withdrawn = withdrawn: { $count }
stats_revoked = access ended: { $count }
stats_undeliverable = ⚠️ { $count ->
        [one] One message could not be delivered.
       *[other] { $count } messages could not be delivered.
    }

### Admins: answers to what they do

reason_question = <a href="tg://user?id={ $adminId }">{ $admin }</a>, why do you reject request <b>#{ $request }</b> of { $client }? Reply to this message: they will read your words as they are. Changed your mind? /cancel
decided_pending = 🔄 Request <b>#{ $request }</b> of { $client } is waiting again.
decided_approved = ✅ Request <b>#{ $request }</b> of { $client } is approved.
decided_rejected = ❌ Request <b>#{ $request }</b> of { $client } is rejected.
decided_expired = ⌛️ Request <b>#{ $request }</b> of { $client } has expired.
decided_withdrawn = ↩️ Request <b>#{ $request }</b> of { $client } is withdrawn.
decided_revoked = 🚫 The access of { $client } (request <b>#{ $request }</b>) is ended.
no_such_request = There is no request #{ $request }. /pending lists those that wait.
unclear_reply = 🤔 Nothing was decided. Press a button on the card, or reply to it with <code>approve</code> or <code>reject</code> and a reason.
not_a_card = 🤔 That isn’t a request card, so nothing was decided. Use the request’s own card, or send <code>/approve 12</code> or <code>/reject 12 reason</code>.
which_one_approve = Which request? Send its number too: <code>/approve 12</code>
which_one_reject = Which request? Send its number too, and a reason if you like: <code>/reject 12 reason</code>
which_one_revoke = Whose access? Send the request’s number too, and a reason if you like: <code>/revoke 12 reason</code>
which_one_show = Which request? Send its number too: <code>/show 12</code>
how_several_approve = 🤔 Nothing was decided. Send nothing but the numbers: <code>/approve 12</code> or <code>/approve 12 13</code>
how_several_reject = 🤔 Nothing was decided. Put the reason behind a colon: <code>/reject 12: reason</code> or <code>/reject 12 13: reason</code>
how_several_revoke = 🤔 Nothing was decided. Put the reason behind a colon: <code>/revoke 12: reason</code> or <code>/revoke 12 13: reason</code>
how_several_show = 🤔 Send nothing but the numbers: <code>/show 12</code> or <code>/show 12 13</code>
too_many_at_once = Nothing was done: { $limit ->
        [one] one request fits
       *[other] { $limit } requests fit
    } into one command.
reason_or_approval = 🤔 I asked why you reject request <b>#{ $request }</b>, and that doesn’t sound like a reason, so nothing was decided. To approve it: <code>/approve { $request }</code>. To reject it, reply with the reason; /cancel drops the question.
which_reason = 🤔 I asked you for the reasons of several requests ({ $requests }). Reply to the question that you mean; nothing has been decided yet.
reply_with_reason = If that was the reason I asked for: send it as a reply to my question. Nothing has been decided yet.
question_over = That question is over, so nothing was decided. Request #{ $request } still waits: <code>/show { $request }</code>
admins_only = 🚫 Only admins can do that.
anonymous_sender = 🎭 I can’t see who wrote that: you write in the name of a group or channel. Press the button on the card instead, or write under your own name.
not_own_words = ✋ You passed that on, so nothing is decided: only what you write yourself counts.
was_first_approved = { $admin } was first: approved request #{ $request } on { $at }.
was_first_rejected = { $admin } was first: rejected request #{ $request } on { $at }.
was_first_revoked = { $admin } was first: ended the access of request #{ $request } on { $at }.
you_decided_approved = You have already approved request #{ $request }, on { $at }.
you_decided_rejected = You have already rejected request #{ $request }, on { $at }.
you_decided_revoked = You have already ended the access of request #{ $request }, on { $at }.
request_pending = Request #{ $request } is waiting for a decision.
request_approved = Request #{ $request } is approved.
request_rejected = Request #{ $request } is rejected.
request_expired = Request #{ $request } has expired; nothing is left to decide.
request_withdrawn = Request #{ $request } was withdrawn by the client; nothing is left to decide.
request_revoked = The access of request #{ $request } was ended.
decided_too_late = ⌛️ Too late: request #{ $request } expired on { $expiresAt }.
earlier_round = That button or card is from before an appeal or an undo, so it decides nothing now. How request #{ $request } stands: <code>/show { $request }</code>
own_request = You can’t decide your own request; another admin has to.
nothing_to_undo = There is no decision on request #{ $request } to take back.
not_your_decision = Only { $admin }, who decided, can take that back.
undo_too_late = It is too late to take back the decision on request #{ $request }.
not_approved = Request #{ $request } isn’t approved: there is no access to end.

### Admins: what they should know of the bot itself

admin_unreachable = ⚠️ I can’t write to the admin <a href="tg://user?id={ $adminId }">{ $admin }</a> (ID { $adminId }): they have to open our chat and press Start.
group_unreachable = ⚠️ I can’t write to the admins’ group. Please add me to it again and let me write there; the setting is <code>ADMIN_CHAT_ID</code>.
topic_unreachable = ⚠️ The topic { $topic } of the admins’ group is closed or gone, so my messages there go to “General”. Open it again, or set <code>ADMIN_CHAT_ID</code> to another.
update_parked = ⚠️ I failed to handle something that somebody sent me, { $attempts ->
        [one] once
       *[other] { $attempts } times
    }, and put it aside (update { $update }). The log says why.
presses_lost = ⚠️ I could not reach Telegram from { $from } to { $to }. Buttons that were pressed in that time may not have reached me: please look at what still waits and press again.
foreign_poller = ⚠️ Another program reads this bot’s messages with the same token, so some may not reach me. Stop it, or get a new token from @BotFather.
backup_failed = ⚠️ The backup of my data failed. The log says why.
backup_missing = ⚠️ No backup of my data has been made for too long. Please look whether the timer or the daemon that makes it runs.
backup_newest = The newest good backup is from { $lastBackup }.
backup_none = There is no good backup.
backups_work_again = ✅ Backups of my data are made again; the newest is from { $lastBackup }.
expired_digest = ⌛️ { $count ->
        [one] One request has expired: nobody decided it in time.
       *[other] <b>{ $count }</b> requests have expired: nobody decided them in time.
    }

### Buttons, the hints in input fields and the command menu; shown without their markup

button_ask = ✍️ Ask for access
button_appeal = ✍️ Appeal
button_approve = ✅ Approve
button_reject = ❌ Reject
button_reject_with_reason = 💬 Reject with reason…
button_undo = ↩️ Undo
button_send_request = 📨 Send as my request
button_send_appeal = 📨 Send as my appeal
button_language_of_telegram = As in Telegram
button_show = #{ $request }
button_pending = 📋 Show what waits
button_previous = ◀️
button_next = ▶️
placeholder_request = A few words about you
placeholder_appeal = What has changed?
placeholder_reason = Reason
menu_request = Ask for access
menu_status = How my request stands
menu_appeal = Appeal a decision
menu_cancel = Withdraw my request
menu_language = Choose a language
menu_help = What this bot can do
menu_pending = What waits for a decision
menu_show = One request with its history: /show 12
menu_approve = Approve a request: /approve 12
menu_reject = Reject a request: /reject 12 reason
menu_revoke = End somebody’s access: /revoke 12 reason
menu_stats = Counts

### First words of a reply that decides; separated by commas. No “approved”: that may ask or tell what another has done

words_approve = approve
words_reject = reject

### Words that take such a reply back: those that deny, those that stop, and those that, after “approve”, make a condition or a doubt of it

words_no = no, not, nope, nah, never, don't, dont
words_wait = or, wait, hold, stop, hmm, hm, oops, cancel, undo, nevermind
words_doubt = if, but, unless, except, until, when, whether, maybe, perhaps, possibly, probably, later, tomorrow, instead, rather, should, might, could, sorry, think, thinking, yet, unsure, mistake, wrong

### Whole answers to “why are you rejecting?” that are no reason, without punctuation; separated by commas

words_no_reason = yes, yep, yeah, ok, okay, sure, fine, accept, accepted, accept it, accept him, accept her, accept them, let him in, let her in, let them in, never mind, hold on, hang on, one moment, just a moment, i changed my mind, changed my mind, i have changed my mind, i've changed my mind, forget it, cancel it, cancel that, cancel this, wrong one, wrong button, wrong card, wrong request, misclick, my mistake, by mistake, sorry my mistake, no don't, don't do it, not this one, undo it, undo that

### Words that thank, anywhere in what somebody writes; separated by commas

words_thanks = thanks, thank, thankyou, thx, thanx, tnx, ty, tysm, cheers, appreciated, grateful

### What Telegram shows of the bot: in a chat before Start is pressed (512 characters at most), and on its profile (120); without markup

bot_description = I take requests for access to { $community } and bring you the admins’ decision. Press Start and tell us a little about yourself.
bot_short_description = Ask here for access to { $community }.
