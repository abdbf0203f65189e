# English. Sentences are HTML as Telegram takes it: https://core.telegram.org/bots/api#html-style
# How these files are written: https://projectfluent.org/fluent/guide/
#
# Sentences work in any channel, on a page and in an email as well, so they name no command and no button. Those that do have names
# that begin with telegram_ and appear in Telegram only; there, telegram_x replaces x. So do those that begin with email_ in mail, with sms_ in
# SMS, and with form_ on the pages for people without Telegram.

### Clients: what the bot is for, where they stand, what they can do next

welcome = 👋 Hello! I take requests for access to <b>{ $community }</b> and bring you the admins’ answer.
standing_pending = ⏳ Your request <b>#{ $request }</b> is waiting for a decision.
standing_approved = ✅ Your request <b>#{ $request }</b> is approved.
standing_rejected = ❌ Your request <b>#{ $request }</b> was rejected.
standing_expired = ⌛️ Your request <b>#{ $request }</b> expired before the admins got to it.
standing_withdrawn = ↩️ Your request <b>#{ $request }</b> was withdrawn.
standing_revoked = ❌ Your access has ended (request <b>#{ $request }</b>).
standing_appeal = Appeal { $appeal }
submitted_at = Submitted: { $submittedAt }
expires_at = Expires: { $expiresAt }, unless decided sooner.
decided_at = Decided: { $decidedAt }
client_reason = Reason: <blockquote>{ $reason }</blockquote>
next_pending = I’ll message you as soon as there’s a decision.
next_approved = You have access to { $community }. There’s nothing more to do.
next_again = You can send a new request right away.
appeal_not_open = You can appeal from { $opensAt }.
appeal_open = You can appeal now.
appeal_open_until = You can appeal until { $closesAt }.
appeal_closed = The time to appeal ended on { $closedAt }, so the decision is final. Thank you for your interest.
appeals_used_up = { $limit ->
        [0] Decisions can’t be appealed here
        [one] You’ve had your one appeal
       *[other] You’ve had all { $limit } appeals
    }, so the decision is final. Thank you for your interest.

### Clients: what happened to their request

news_submitted = ✅ Got it! Your request <b>#{ $request }</b> is with the admins of { $community }.
news_appeal_submitted = ✅ Got it! Your appeal of request <b>#{ $request }</b> is with the admins of { $community }.
news_withdrawn = ↩️ You’ve withdrawn your request <b>#{ $request }</b>.
news_appeal_withdrawn = ↩️ You’ve withdrawn your appeal of request <b>#{ $request }</b>. The earlier decision stands.
news_approved = 🎉 Your request <b>#{ $request }</b> is approved. Welcome to { $community }!
news_rejected = ❌ I’m sorry, your request <b>#{ $request }</b> was rejected.
news_decision_undone = 🔄 The decision on your request <b>#{ $request }</b> was taken back. It’s under review again.
news_request_reopened = 🔄 The admins have reopened your request <b>#{ $request }</b>. It’s under review again.
news_revoked = ❌ Your access to { $community } has ended (request <b>#{ $request }</b>).
news_expired = ⌛️ I’m sorry, your request <b>#{ $request }</b> expired before the admins got to it.
news_appeal_expired = ⌛️ I’m sorry, your appeal of request <b>#{ $request }</b> expired before the admins got to it. The earlier decision stands.
news_appeal_open = 🔔 The wait is over: you can now appeal the decision on your request <b>#{ $request }</b>.

### Clients: what only a mail says. A subject holds no words of people

email_subject_submitted = Request #{ $request }: received
email_subject_appeal_submitted = Request #{ $request }: appeal received
email_subject_withdrawn = Request #{ $request }: withdrawn
email_subject_appeal_withdrawn = Request #{ $request }: appeal withdrawn
email_subject_approved = Request #{ $request }: approved
email_subject_rejected = Request #{ $request }: rejected
email_subject_reopened = Request #{ $request }: under review again
email_subject_revoked = Request #{ $request }: your access has ended
email_subject_expired = Request #{ $request }: expired
email_subject_appeal_expired = Request #{ $request }: your appeal has expired
email_subject_appeal_open = Request #{ $request }: you can appeal now
email_subject_code = Your code for { $community }
email_code = To confirm this address for { $community }, type this code where you gave the address:
email_code_how = It works for { $validFor }.
email_code_unasked = If you didn’t give this address to anybody, ignore this message: without the code, nothing more comes here.
email_join = These are open to you now:
email_join_on_page = What is open to you now is in Telegram. Your page says how you get in.
email_page = How it stands, and what you can do
email_footer = You get this message because you asked to hear by email about your request for access to { $community }.
email_footer_code = Somebody gave this address to { $community }. Nothing else is sent here until the code is typed.

email_subject_test = A test from { $community }
email_test = ✅ Mail from { $community } arrives here.

    Whoever set it up sent this test from the server.
email_footer_test = Sent once, to see whether mail arrives.

### Clients: what only an SMS says. It fits into one (160 characters without curly quotes and the like), and holds no words of people

sms_submitted = { $community }: your request #{ $request } has arrived.
sms_appeal_submitted = { $community }: your appeal of request #{ $request } has arrived.
sms_withdrawn = { $community }: your request #{ $request } was withdrawn.
sms_appeal_withdrawn = { $community }: your appeal of request #{ $request } was withdrawn.
sms_approved = { $community }: your request #{ $request } is approved. Welcome!
sms_rejected = { $community }: your request #{ $request } was rejected.
sms_reopened = { $community }: your request #{ $request } is under review again.
sms_revoked = { $community }: your access has ended (request #{ $request }).
sms_expired = { $community }: your request #{ $request } expired before it was decided.
sms_appeal_expired = { $community }: your appeal of request #{ $request } expired before it was decided.
sms_can_appeal = { $community }: you can appeal the decision on request #{ $request } now.
sms_code = { $code } is your code for { $community }.

### Clients: where they are reached besides Telegram

reached_fallback_email = ✉️ By email where Telegram can’t reach you: <b>{ $address }</b>
reached_both_email = ✉️ Always by email as well: <b>{ $address }</b>
reached_off_email = ✉️ Email is off: <b>{ $address }</b>
reached_dead_email = ⚠️ Mail to <b>{ $address }</b> can’t be delivered any more.
reached_fallback_sms = 📱 By SMS where Telegram can’t reach you: <b>{ $address }</b>
reached_both_sms = 📱 Always by SMS as well: <b>{ $address }</b>
reached_off_sms = 📱 SMS are off: <b>{ $address }</b>
reached_dead_sms = ⚠️ SMS to <b>{ $address }</b> can’t be delivered any more.

### People without Telegram: the form and their own page on the web

form_language = Language
form_title = Ask for access to { $community }
form_intro = The admins read what you write here, and you get their answer by email.
form_has_telegram = Are you on Telegram? It’s simpler there:
form_name = Your name
form_address = Your email address
form_address_hint = First a code comes there, later the answer. It’s used for nothing else.
form_message = A few words for the admins
form_message_hint = Who you are, and why you’d like access. { $limit ->
        [one] At most one character.
       *[other] At most { $limit } characters.
    }
form_leave_empty = Leave this empty
form_continue = Continue
form_wrong_name = Please write a name of at most 64 characters.
form_wrong_address = Mail can’t be sent to this address. Please check it: it should look like <code>name@example.com</code>.
form_no_words = Please write a few words.
form_too_long = That’s { $length } characters. At most { $limit } are possible.
form_too_fast = That was faster than people write. Please look it over, then send it.
form_too_old = This page was open for too long. Nothing you wrote is lost: please send it again.
form_too_many_to_address = Three codes have gone to this address within a day: that’s the most. Please try again tomorrow.
form_too_many_of_network = Too many forms have come from your network within an hour. Please try again later.
form_too_many_in_all = Too many forms are coming in right now. Please try again in an hour.
form_too_many_of_page = You have sent a lot within an hour, and this was not sent. What you wrote is still here: please send it later.
form_code_title = Now type the code
form_code_sent = A message with a six-digit code is on its way to the address you gave. Type it here: only then is your request sent.
form_code = Code from the message
form_code_hint = It works for ten minutes. If it isn’t there in a minute, look among the spam.
form_code_continue = Send the request
form_code_missing = Nothing came, or the address was wrong?
form_again = Fill in the form again
form_wrong_code = That’s not the code. You can try { $left ->
        [one] once more.
       *[other] { $left } more times.
    }
form_code_over = This code doesn’t work any more
form_code_over_why = It was older than ten minutes, or wrong codes were typed too often. With the form you get a new one.
form_gone = This form is no longer here
form_gone_why = A form waits for its code for an hour, in the browser it was filled in with, if that takes cookies. Please fill it in again.
form_page_title = Your request
form_your_words = What you wrote
form_page_keep = Keep the address of this page to yourself: whoever has it can do everything you can do here. It’s also in the messages you get.
form_done_sent = ✅ Your request has been sent.
form_done_known = What you just wrote was not sent: you had already asked, and this is how it stands.
form_done_appealed = ✅ Your appeal has been sent.
form_done_withdrawn = ✅ It’s withdrawn.
form_answer_by_email = You get the answer by email.
form_answer_by_sms = You get the answer by SMS.
form_answer_here = There’s no address to send the answer to, so please look for it here.
form_news_in_telegram = News about it comes to you in Telegram.
form_gave_way = You have one request at a time, so <b>#{ $request }</b> was withdrawn.
form_appeal_heading = Appeal the decision
form_appeal_message = Why should the admins look at it again?
form_appeal = Send the appeal
form_ask_heading = Ask again
form_ask = Send the request
form_withdraw_heading = Changed your mind?
form_withdraw_number = To withdraw it, type its number, { $request }
form_withdraw = Withdraw
form_wrong_number = That’s not the number of what waits here, so nothing was withdrawn.
form_telegram_heading = Do you have Telegram by now?
form_telegram = Open this once in Telegram and start the conversation there. Your request then belongs to your account, and news comes there.
form_telegram_needed = The places that an approval opens are in Telegram. Open this once there and start the conversation: your request then belongs to your account, and news comes there.
form_approved_needs_telegram = You have access to { $community }. What it opens is in Telegram: the link below lets you in.
form_telegram_open = Open Telegram
form_not_now = That isn’t possible any more, or not yet: this is how it stands now.
form_no_page = There’s no such page
form_no_page_why = Please check the address: it has to be as it stands in the message you got, to the last character.
form_sorry = That didn’t work
form_not_understood = What came here can’t be read. Please send it from the page itself.
form_unavailable = Something isn’t working at the moment, and nothing was sent. Please try again in a few minutes.

### Clients: answers to what they send

hint_text = I’m only a bot, so I can’t pass that on.
admins_ask = ❓ The admins of { $community } have a question about your request <b>#{ $request }</b>: <blockquote>{ $message }</blockquote>
passed_on = 📨 I’ve added this to your request <b>#{ $request }</b>. The admins can see it.
too_many_additions = You’ve reached the limit of { $limit } messages for this request, so I didn’t pass this one on. The admins have the others.
telegram_united = ✅ Your request from the web is yours here, too. From now on I write to you here.
telegram_gave_way_ended = You have one request at a time, so <b>#{ $request }</b> is withdrawn and <b>#{ $to }</b> counts.
telegram_gave_way_added = You have one request at a time, so <b>#{ $request }</b> is withdrawn, and its text is added to <b>#{ $to }</b>.
telegram_gave_way_appealed = You have one request at a time, so <b>#{ $request }</b> is withdrawn, and its text is now your appeal in <b>#{ $to }</b>.
telegram_not_united_link_used = This link has been used: your request from the web belongs to a Telegram account.
telegram_not_united_is_admin = You are an admin here, so a request from the web can’t be added to your account.
telegram_not_united_two_decisions = Request <b>#{ $here }</b> of this account and <b>#{ $web }</b> from the web have both been decided, and only the admins can take a decision back. Nothing has changed. Ask an admin to reopen one of the two, withdraw it then, and open the link again.
telegram_not_united_appeal_later = You have one request at a time, but <b>#{ $waits }</b> is waiting and <b>#{ $decided }</b> was decided against you. Nothing has changed. Open the link again from { $opensAt } on: then the text of <b>#{ $waits }</b> becomes your appeal. Or withdraw <b>#{ $waits }</b> and open the link right after.
telegram_not_united_no_appeal = You have one request at a time, but <b>#{ $waits }</b> is waiting, and <b>#{ $decided }</b> was decided against you and can’t be appealed any more. Nothing has changed. Withdraw <b>#{ $waits }</b> and open the link again, or ask an admin to reopen <b>#{ $decided }</b> first.
telegram_invitation = 🚪 { $community } has a chat that you have access to.
telegram_join_declined = 🚫 Your request to join <b>{ $chat }</b> was declined.
telegram_join_question = 👋 You asked to join { $community }. Please write a few words about yourself: the admins read them and then decide.
telegram_join_question_of = 👋 You asked to join <b>{ $chat }</b>. Please write a few words about yourself: the admins of { $community } read them and then decide.
telegram_too_many_chats = ⚠️ Telegram can’t let you into <b>{ $chat }</b>: you are in too many groups and channels. Leave some of them, then ask to join again.
draft_sent = 📨 Sent.
draft_gone = I no longer have that text. If it hasn’t been sent yet, please write it again.
telegram_forget_question =
    <b>Shall I forget you?</b> Your name, your addresses, everything you wrote and everything I sent you will be erased here, also from the admins’ cards.

    What stays are numbers: your Telegram ID, and what was decided when. This can’t be undone.
telegram_forget_pending = Your open request will be withdrawn.
telegram_forget_approved = Your access to { $community } will end.
telegram_forget_verdict = The decision stands, and so does the wait before an appeal.
telegram_forget_admin = You’re an admin: your name stays, since it stands beside what you decide.
telegram_forgotten = 👋 Done. I’ve erased what you wrote and who you are. If you write to me again, I’ll know your name again.
telegram_forgotten_admin = 👋 Done. I’ve erased what you wrote as a client. Your name stays as long as you’re an admin.
telegram_forget_over = This question is over. /forget asks it again.
telegram_my_data = 📄 Everything I have stored about you.
you_are_welcome = You’re welcome! 😊
hint_not_text = I can only read text.
left_out_photo = 📎 I can pass on your words, but not the photo.
left_out_video = 📎 I can pass on your words, but not the video.
left_out_file = 📎 I can pass on your words, but not the file.
left_out_audio = 📎 I can pass on your words, but not the recording.
left_out_media = 📎 I can pass on your words, but not what came with them.
left_out_addresses = 📎 With the addresses of your links the text would be too long, so I left them out.
question_dropped = All right, never mind. Nothing was sent.
too_long_request = Too long: { $length } characters, the limit is { $limit } (an emoji counts as two or more). Nothing was sent. Please shorten it.
too_long_reason = Too long: { $length } characters, the limit for a reason is { $limit } (an emoji counts as two or more). Nothing was decided. Please shorten it.
too_long_question = Too long: { $length } characters, the limit for a question is { $limit } (an emoji counts as two or more). Nothing was sent. Please shorten it.
too_long_note = Too long: { $length } characters, the limit for a note is { $limit } (an emoji counts as two or more). Nothing was noted. Please shorten it.
edit_changes_nothing = ✏️ I go by what you sent first, so editing it changes nothing.
flooded = ✋ That’s more than { $limit ->
        [one] one message
       *[other] { $limit } messages
    } in { $window }. I’ll ignore the next ones. Please try again in { $window }.
nobody_can_decide = ⚠️ You’re the only admin here, and nobody decides their own request, so this one will expire. To try me out, ask from another account.
language_question = Which language should I use with you?
language_unknown = I don’t speak that language. Which of these should I use?
language_set = 👍 I’ll write to you in English from now on.
language_of_telegram = 👍 I’ll write to you in the language set in your Telegram app from now on.

### Clients: refusals

not_possible = That isn’t possible right now.
no_request = You have no request yet.
already_pending = ⏳ You already have a request, <b>#{ $request }</b>, sent on { $submittedAt }. It’s waiting for a decision and expires on { $expiresAt }.
already_approved = ✅ You already have access to { $community }.
nothing_to_cancel = There’s nothing to cancel.
nothing_waits = There’s nothing to withdraw.
expired_before_that = ⌛️ Your request <b>#{ $request }</b> had already expired.
nothing_to_appeal = There’s no decision to appeal.

### Admins: the card

card_heading = 📨 <b>Request #{ $request }</b>
card_appeal = <b>Appeal { $appeal }</b>
card_client = From <b>{ $client }</b>
card_unreachable = ⚠️ I can’t message them: they blocked me or deleted their account.
card_not_on_telegram = ⚠️ I can’t message them: they’re not on Telegram.
card_address = ✉️ { $address }
card_reached_by_email = ✉️ I can’t reach them in Telegram, so they get the outcome by email.
card_reached_by_sms = 📱 I can’t reach them in Telegram, so they get the outcome by SMS.
card_only_by_email = ✉️ They’re not on Telegram, so they get the outcome by email.
card_only_by_sms = 📱 They’re not on Telegram, so they get the outcome by SMS.
card_dead_email = ⚠️ Their email address doesn’t work any more: { $address }
card_dead_sms = ⚠️ Their phone number doesn’t work any more: { $address }
card_message = <blockquote>{ $message }</blockquote>
card_no_message = <i>No words yet.</i>
card_erased = <i>What they wrote, and who they are, was erased.</i>
text_erased = This text was erased.
card_given_up = 🚫 <b>Access given up</b> by the client.
telegram_erased_card = 🧹 Request <b>#{ $request }</b> was erased: what was written, and who wrote it. The history keeps what was decided, and when.
card_question = ❓ { $author } asked, { $at }: <blockquote>{ $message }</blockquote>
card_answer = 💬 { $author } answered, { $at }: <blockquote>{ $message }</blockquote>
card_addition = ➕ { $author } added, { $at }: <blockquote>{ $message }</blockquote>
card_talk_older = … earlier: { $count }
card_first_text = First request, { $at }: <blockquote>{ $message }</blockquote>
card_appeal_text = Appeal { $appeal }, { $at }: <blockquote>{ $message }</blockquote>
card_submitted = Submitted: { $submittedAt }
card_expires = Expires: { $expiresAt }
card_approvals = 👍 Approvals: <b>{ $given } of { $needed }</b>
card_approver = { $admin }
card_was_open_until = Was open until: { $expiresAt }
card_approved = ✅ <b>Approved</b> by { $admin }, { $at }
also_approved = 👍 Also approved by { $admins }
card_rejected = ❌ <b>Rejected</b> by { $admin }, { $at }
card_revoked = 🚫 <b>Access ended</b> by { $admin }, { $at }
card_expired = ⌛️ <b>Expired</b> without a decision.
card_withdrawn = ↩️ <b>Withdrawn</b> by the client.
card_reason = Reason: <blockquote>{ $reason }</blockquote>
card_earlier_approved = Earlier: approved by { $admin }, { $at }
card_earlier_rejected = Earlier: rejected by { $admin }, { $at }
card_earlier_revoked = Earlier: access ended by { $admin }, { $at }
card_older = { $count ->
        [one] and one decision before that
       *[other] and { $count } decisions before that
    }

### Admins: lists

digest = 📨 { $waiting ->
        [0] No requests are waiting any more.
        [one] One request is waiting for a decision.
       *[other] <b>{ $waiting }</b> requests are waiting for a decision.
    }
pending_none = 🎉 No requests are waiting.
pending_heading = { $total ->
        [one] <b>One open request</b>
       *[other] <b>{ $total } open requests</b>, oldest first
    }
pending_page = page { $page } of { $pages }
pending_line =
    <b>#{ $request }</b> { $client }
    { $submittedAt } – expires { $expiresAt }
pending_waited = ⏳ Waiting for { $waited }
pending_words = <i>{ $words }</i>
no_other_waits = No other request is waiting.
pending_approvals = 👍 { $given } of { $needed }
found_none = 🔍 No requests match <b>{ $words }</b>.
found_heading = 🔍 Requests matching <b>{ $words }</b>, newest first
found_line = <b>#{ $request }</b> { $client } · { $submittedAt }
found_pending = ⏳ waiting
found_approved = ✅ approved
found_rejected = ❌ rejected
found_expired = ⌛️ expired
found_withdrawn = ↩️ withdrawn
found_revoked = 🚫 access ended
found_beginning = <i>{ $beginning }</i>
found_looked_through = Very short words are searched for only in the newest { $count } requests.
reminder_heading = ⏰ { $total ->
        [one] One request expires soon and still needs a decision:
       *[other] <b>{ $total }</b> requests expire soon and still need a decision:
    }
reminder_line = <b>#{ $request }</b> { $client } – { $expiresAt }
reminder_more = … and { $count } more
history_heading = <b>History</b>
history_older = … { $count } earlier
history_submit = { $at }: submitted
history_appeal = { $at }: appealed
history_withdraw = { $at }: withdrawn
history_vote = { $at }: approval given
history_vote_withdrawn = { $at }: approval taken back
history_approve = { $at }: approved
history_reject = { $at }: rejected
history_undo = { $at }: decision taken back
history_revoke = { $at }: access ended
history_reopen = { $at }: reopened
history_expire = { $at }: expired
history_ask = { $at }: question to the client
history_answer = { $at }: answered
history_add = { $at }: text added
history_describe = { $at }: said a few words
history_forget = { $at }: access given up
history_unite = { $at }: linked to a Telegram account
history_note = { $at }: 📝 note
history_by = by { $actor }
history_by_system = automatically
history_reason = <i>{ $reason }</i>
stats_heading = 📊 <b>Requests</b>
stats_pending = waiting: { $count }
stats_approved = approved: { $count }
stats_rejected = rejected: { $count }
stats_expired = expired: { $count }
stats_withdrawn = withdrawn: { $count }
stats_revoked = access ended: { $count }
stats_undeliverable = ⚠️ { $count ->
        [one] One message couldn’t be delivered.
       *[other] { $count } messages couldn’t be delivered.
    }
stats_chat = 👥 { $title }: { $in } of { $wanted } approved people are in
stats_oldest = ⏳ waiting longest: <b>#{ $request }</b> { $client }, { $waited }
stats_week = <b>This week</b>, since { $since }
stats_month = <b>Last { $days } days</b>, since { $since }
stats_submitted = submitted: { $count }
stats_waits = ⏱ time to a decision: { $median } (median), { $slowest } (longest, #{ $request })
stats_decider = 👤 { $admin }: { $count ->
        [one] 1 decision
       *[other] { $count } decisions
    }
stats_decider_former = 👤 { $admin } (no longer an admin): { $count ->
        [one] 1 decision
       *[other] { $count } decisions
    }
stats_deciders_others = others: { $count }
stats_picture = 📊 <b>Requests a day</b>, { $since } – { $until }
stats_picture_submitted = 🟦 { stats_submitted }
stats_picture_approved = 🟩 { stats_approved }
stats_picture_rejected = 🟥 { stats_rejected }
stats_picture_expired = 🟨 { stats_expired }
stats_picture_withdrawn = ⬜️ { stats_withdrawn }
stats_picture_revoked = 🟪 { stats_revoked }
stats_picture_how = Above the line: what came in. Below it: what became of it. The numbers under the days are those of the Mondays.

### Admins: answers to what they do

decided_pending = 🔄 Request <b>#{ $request }</b> from { $client } is open again.
decided_approved = ✅ Approved request <b>#{ $request }</b> from { $client }.
decided_rejected = ❌ Rejected request <b>#{ $request }</b> from { $client }.
decided_expired = ⌛️ Request <b>#{ $request }</b> from { $client } has expired.
decided_withdrawn = ↩️ Request <b>#{ $request }</b> from { $client } was withdrawn.
decided_revoked = 🚫 Ended { $client }’s access (request <b>#{ $request }</b>).
question_sent = ❓ Sent to { $client }, request <b>#{ $request }</b>. The answer will be on the card.
noted = 📝 Note added to request <b>#{ $request }</b> ({ $client }). Only admins see it.
voted = 👍 You’ve approved request <b>#{ $request }</b> from { $client }.
vote_withdrawn = ↩️ You’ve taken back your approval of request <b>#{ $request }</b> from { $client }.
approvals_so_far = { $given } of { $needed } approvals: { $more ->
        [0] the next one decides.
        [one] one more is needed.
       *[other] { $more } more are needed.
    }
approvals_impossible = ⚠️ { $possible ->
        [one] Only one admin
       *[other] Only { $possible } admins
    } can decide it, fewer than <code>APPROVALS_NEEDED</code>, so it can’t be approved.
no_such_request = There’s no request #{ $request }.
admins_only = 🚫 Only admins can do that.
not_own_words = ✋ That isn’t your own message, so nothing was decided. Only what you write yourself counts.
was_first_approved = { $admin } already approved request #{ $request } on { $at }.
was_first_rejected = { $admin } already rejected request #{ $request } on { $at }.
was_first_revoked = { $admin } already ended the access granted by request #{ $request } on { $at }.
you_decided_approved = You already approved request #{ $request } on { $at }.
you_decided_rejected = You already rejected request #{ $request } on { $at }.
you_decided_revoked = You already ended the access granted by request #{ $request } on { $at }.
request_pending = Request #{ $request } is waiting for a decision.
request_approved = Request #{ $request } is approved.
request_rejected = Request #{ $request } is rejected.
request_expired = Request #{ $request } has expired, so there’s nothing left to decide.
request_withdrawn = The client withdrew request #{ $request }, so there’s nothing left to decide.
request_revoked = The access granted by request #{ $request } has ended.
decided_too_late = ⌛️ Too late: request #{ $request } expired on { $expiresAt }.
own_request = You can’t decide your own request. Another admin has to.
already_voted = You’ve already approved request #{ $request }.
no_vote = You haven’t approved request #{ $request }, so you have nothing to take back.
nothing_to_undo = There’s no decision on request #{ $request } to take back.
not_your_decision = Only { $admin }, who decided, can take that back.
undo_too_late = It’s too late to take back the decision on request #{ $request }.
not_approved = Request #{ $request } isn’t approved, so there’s no access to end.
nothing_to_reopen = Request #{ $request } can’t be reopened. Only rejected and expired requests can, and those whose access has ended.

### Admins: what they should know of the bot itself

update_parked = ⚠️ I couldn’t handle an incoming update, though I tried { $attempts ->
        [one] once
       *[other] { $attempts } times
    }, and set it aside (update { $update }). The log says why.
channel_away_email = ⚠️ Mail can’t be sent. What the relay said, or what failed: <blockquote>{ $reason }</blockquote>
    All mail waits and nothing is lost; it goes on by itself once the relay takes it. <code>check --mail</code> on the server shows where it fails.
channel_away_sms = ⚠️ SMS can’t be sent. What the gateway said, or what failed: <blockquote>{ $reason }</blockquote>
    All of them wait and nothing is lost; they go on by themselves once the gateway takes them.
channel_back_email = ✅ Mail can be sent again. What waited is being sent.
channel_back_sms = ✅ SMS can be sent again. What waited is being sent.
backup_failed = ⚠️ The backup of my data failed. The log says why.
backup_missing = ⚠️ There has been no backup of my data for too long. Please check that the timer or daemon that makes it is running.
backup_newest = The newest good backup is from { $lastBackup }.
backup_none = There’s no good backup.
backups_work_again = ✅ Backups work again. The newest is from { $lastBackup }.
webhook_given_up = ⚠️ I tried for three days to tell { $host } about a change of access (request #{ $request }) and gave up. The log says why. I’ll warn you again only after it has accepted a webhook.
webhook_gone = ⚠️ { $host } wants no more webhooks (410 Gone), so I’ve stopped sending them. They wait until WEBHOOK_URL is changed.
admins_heading = 🛡 { $count ->
        [one] The only admin:
       *[other] The <b>{ $count }</b> admins:
    }
admins_more = … and { $count } more
admins_too_few = ⚠️ { $left ->
        [one] One admin is left, fewer than <code>APPROVALS_NEEDED</code> ({ $needed }), so nothing can be approved.
       *[other] { $left } admins are left, fewer than <code>APPROVALS_NEEDED</code> ({ $needed }), so nothing can be approved.
    }
admin_joined = 🛡 You’re now an admin of { $community }, added by { $admin }. You can decide who gets access.
admin_left = You’re no longer an admin of { $community }.
expired_digest = ⌛️ { $count ->
        [one] One request expired without a decision.
       *[other] <b>{ $count }</b> requests expired without a decision.
    }

### Telegram, to clients: what they can do next

telegram_welcome_email = ✉️ /email – get the outcome by email where Telegram can’t reach you
telegram_welcome_sms = 📱 /sms – get the outcome by SMS where Telegram can’t reach you
telegram_welcome_admin =
    🛡 You’re an admin here. { $waiting ->
        [0] No requests are waiting.
        [one] One request is waiting for a decision.
       *[other] { $waiting } requests are waiting for a decision.
    }

    { telegram_admin_commands }
telegram_welcome_admin_uncounted =
    🛡 You’re an admin here.

    { telegram_admin_commands }
telegram_admin_commands =
    /pending – open requests, oldest first
    <code>/find anna</code> – requests by name, @username, ID, address or words
    <code>/show 12</code> – a request and its history
    <code>/approve 12 13</code>, <code>/reject 12 reason</code> – decide
    <code>/revoke 12 reason</code> – end someone’s access
    <code>/reopen 12</code> – reopen a request
    <code>note</code> and a text as a reply to a card – a note that only admins see
    /stats – statistics
    /admins – list of admins
telegram_welcome_desk = /desk – the desk: decide in a browser
telegram_next_none =
    To ask for access, send /request and a few words about yourself, such as:
    <code>/request I’m Anna, a friend of Boris</code>
telegram_next_pending = { next_pending } Check with /status, withdraw with /cancel.
telegram_next_again = You can send a new request right away: /request
telegram_next_admin = /pending lists the open requests, /help explains how to decide.
telegram_appeal_open = You can appeal now: send /appeal and tell the admins what has changed.
telegram_appeal_open_until = You can appeal until { $closesAt }: send /appeal and tell the admins what has changed.

### Telegram, to clients: answers to what they send

telegram_offer_request = Shall I send this to the admins of { $community } as your request for access? /help shows what else I can do.
telegram_offer_appeal = Shall I send this to the admins of { $community } as your appeal? /help shows what else I can do.
telegram_offer_addition = Your request is waiting. Shall I add this to it for the admins of { $community }? /status shows how it stands.
telegram_how_to_answer = Reply to this message, or simply write your answer.
telegram_hint_unknown_command = I don’t know that command. /help shows what I can do.
telegram_question_request = Tell the admins about yourself in your next message (within { $within }).
telegram_question_appeal = Tell the admins what has changed in your next message (within { $within }).
telegram_desk_link = 🖥 The button opens the desk. It works once, within 2 minutes. Don’t pass it on: whoever has it is you.
telegram_desk_link_to_copy = 🖥 This link opens the desk. It works once, within 2 minutes. Don’t pass it on: whoever has it is you.
    <code>{ $url }</code>
telegram_desk_signed_in = 🖥 Signed in to the desk, { $at }.
telegram_desk_signed_out = 🖥 Signed out of the desk. /desk lets you in again.
telegram_desk_off = There is no desk: <code>WEB_LISTEN</code> isn’t set where I run.
telegram_private_chat_only = Message me in private: https://t.me/{ $bot }
telegram_address_none_email = ✉️ I can tell you the outcome of your request by email where Telegram can’t reach you. Send me your address: <code>/email you@example.com</code>
telegram_address_none_sms = 📱 I can tell you the outcome of your request by SMS where Telegram can’t reach you. Send me your number with its country: <code>/sms +49 151 23456789</code>
telegram_address_waits_email = ✉️ I’ve sent a code to <b>{ $address }</b>. Type it here to confirm the address.
telegram_address_waits_sms = 📱 I’ve sent a code to <b>{ $address }</b>. Type it here to confirm the number.
telegram_address_how_email =
    <code>/email on</code>: only where Telegram can’t reach you
    <code>/email both</code>: always as well
    <code>/email off</code>: never
telegram_address_how_sms =
    <code>/sms on</code>: only where Telegram can’t reach you
    <code>/sms both</code>: always as well
    <code>/sms off</code>: never
telegram_address_again_email = Send me another address, or the same once more if it works again: <code>/email you@example.com</code>
telegram_address_again_sms = Send me another number, or the same once more if it works again: <code>/sms +49 151 23456789</code>
telegram_address_code_sent_email = ✉️ I’m sending a code to <b>{ $address }</b>. Type it here; it works for { $within }. If you can’t find the mail, look in the spam folder.
telegram_address_code_sent_sms = 📱 I’m sending a code to <b>{ $address }</b>. Type it here; it works for { $within }.
telegram_address_proved_email = ✅ The address <b>{ $address }</b> is confirmed.
telegram_address_proved_sms = ✅ The number <b>{ $address }</b> is confirmed.
telegram_address_moved = Another account had confirmed it before. It’s yours now, and they get nothing there any more.
telegram_address_wrong_code = That isn’t the code. { $tries ->
        [one] You can try once more.
       *[other] You can try { $tries } more times.
    }
telegram_address_code_over_email = That code no longer works. For a new one, send me the address again: <code>/email you@example.com</code>
telegram_address_code_over_sms = That code no longer works. For a new one, send me the number again: <code>/sms +49 151 23456789</code>
telegram_address_not_an_address_email = I can’t send mail to that. An address looks like this: <code>/email you@example.com</code>
telegram_address_not_an_address_sms = I can’t send SMS to that. Write the number with a plus and its country: <code>/sms +49 151 23456789</code>
telegram_address_not_allowed_sms = I can’t send SMS to that country. Numbers have to begin with { $prefixes }.
telegram_address_no_address_email = I have no email address of yours. Send me one: <code>/email you@example.com</code>
telegram_address_no_address_sms = I have no phone number of yours. Send me one: <code>/sms +49 151 23456789</code>
telegram_address_dead_email = Mail to your address can’t be delivered any more. Send me another, or the same once more if it works again: <code>/email you@example.com</code>
telegram_address_dead_sms = SMS to your number can’t be delivered any more. Send me another, or the same once more if it works again: <code>/sms +49 151 23456789</code>
telegram_address_too_many_email = I’ve sent as many codes as I may in one day. Please try again tomorrow.
telegram_address_too_many_sms = I’ve sent as many codes as I may in one day. Please try again tomorrow.
telegram_address_no_more_today_sms = I can’t send any more codes by SMS today. Please try again tomorrow.
telegram_address_of_form_email = The request made on the web with this address can’t be added to your account right now. Nothing has changed: news about it still comes by email. Each of those emails links to the request’s page: open Telegram from there, and I’ll tell you what you can do.
telegram_address_undeliverable_email = ⚠️ The code to <b>{ $address }</b> can’t be delivered. Check the address and send it to me again: <code>/email you@example.com</code>
telegram_address_undeliverable_sms = ⚠️ The code to <b>{ $address }</b> can’t be delivered. Check the number and send it to me again: <code>/sms +49 151 23456789</code>
telegram_your_id = Your Telegram ID: <code>{ $id }</code>
telegram_chat_id = To get the cards here, set <code>ADMIN_CHAT_ID={ $chat }</code> and restart me.
telegram_chat_id_set = The cards already come here (<code>ADMIN_CHAT_ID={ $chat }</code>).
telegram_not_possible = { not_possible } /help shows what is.
telegram_already_pending =
    { already_pending }
    To write a new one, /cancel it first.

### Telegram, to admins: who the admins are

telegram_admins_owner = 👑 <a href="tg://user?id={ $adminId }">{ $admin }</a> (ID <code>{ $adminId }</code>), owner
telegram_admins_added = 🛡 <a href="tg://user?id={ $adminId }">{ $admin }</a> (ID <code>{ $adminId }</code>), added by { $by }, { $at }
telegram_admins_unreachable = ⚠️ I can’t message them. They need to open a chat with me and press Start.
telegram_admins_unknown = I haven’t heard from them yet. If they get nothing, they need to open a chat with me and press Start.
telegram_admins_how =
    <code>/admins add ID</code> – make someone an admin. Or reply <code>/admins add</code> to one of their messages, in a group or forwarded to me.
    <code>/admins remove ID</code> – remove an admin.
    Owners are named in <code>ADMIN_TELEGRAM_ID</code> and can’t be removed here.
telegram_admin_added = ✅ <a href="tg://user?id={ $adminId }">{ $admin }</a> (ID <code>{ $adminId }</code>) is an admin now.
telegram_admin_unknown = ⚠️ I don’t know this ID: nobody with it has ever written to me. If it’s mistyped, undo it: <code>/admins remove { $adminId }</code>. If it’s right, they need to open a chat with me and press Start.
telegram_admin_removed = ✅ <a href="tg://user?id={ $adminId }">{ $admin }</a> (ID <code>{ $adminId }</code>) is no longer an admin.
telegram_admins_changed_added = 👤 { $by } has made <a href="tg://user?id={ $adminId }">{ $admin }</a> (ID <code>{ $adminId }</code>) an admin. /admins shows everyone who decides.
telegram_admins_changed_removed = 👤 { $by } has removed <a href="tg://user?id={ $adminId }">{ $admin }</a> (ID <code>{ $adminId }</code>) from the admins. /admins shows everyone who decides.
telegram_admins_already_admin = { $admin } is an admin already.
telegram_admins_is_owner = { $admin } is an owner, named in <code>ADMIN_TELEGRAM_ID</code>, and can’t be removed here. Change the setting and restart me.
telegram_admins_not_added = { $admin } isn’t an admin. /admins shows who is.
telegram_admins_owners_only = 🔒 Only owners can change who decides: the admins named in <code>ADMIN_TELEGRAM_ID</code>. /admins shows them.
telegram_admins_hidden = 🎭 This person hides their account in forwarded messages, so I can’t see who it is. Ask them to send me /id, then send <code>/admins add</code> and the number.
telegram_admins_no_person = 🤔 That message isn’t from a person, so nothing has changed. Send <code>/admins add</code> and their Telegram ID; they learn it by sending me /id.
telegram_admins_no_persons_id = 🤔 That ID isn’t a person’s: a group, a channel, a bot or Telegram itself has it, and only people decide. Nothing has changed. People learn theirs by sending me /id.
telegram_admins_not_an_id = 🤔 That isn’t a Telegram ID, so nothing has changed. It’s a number, such as <code>/admins add 123456789</code>; people learn theirs by sending me /id.
telegram_admins_remove_whom = Who? Add their Telegram ID: <code>/admins remove 123456789</code>. /admins shows it.
telegram_admins_unclear = 🤔 Nothing has changed. /admins shows who decides, <code>/admins add 123456789</code> and <code>/admins remove 123456789</code> change it.
telegram_new_admin_question = <a href="tg://user?id={ $adminId }">{ $admin }</a>, who should be an admin? Forward me one of their messages, or reply with their Telegram ID. Changed your mind? /cancel

### Telegram, to admins: the card

telegram_card_username = @{ $username }
telegram_card_notes = 📝 Notes: { $count } – <code>/show { $request }</code>
telegram_card_id = ID <a href="tg://user?id={ $id }">{ $id }</a>

### Telegram, to admins: answers to what they do

telegram_ask_question = <a href="tg://user?id={ $adminId }">{ $admin }</a>, what do you want to ask { $client } about request <b>#{ $request }</b>? Reply to this message, and they’ll read your words as they are, without your name. Changed your mind? /cancel
telegram_reply_with_question = I can’t tell which request that question is for, so nothing was sent. Please send it as a reply to my message about that request.
telegram_question_as_reply = If that’s the question for the client, send it as a reply to my message. Nothing was sent yet.
telegram_client_answered = 💬 <a href="tg://user?id={ $adminId }">{ $admin }</a>, { $client } has answered your question about request <b>#{ $request }</b>: <blockquote>{ $message }</blockquote>
telegram_question_undelivered = ⚠️ <a href="tg://user?id={ $adminId }">{ $admin }</a>, your question about request <b>#{ $request }</b> hasn’t reached { $client }: I can’t message them. I’ll send it if they open a chat with me again while the request waits.
telegram_own_reason = ✍️ { $admin } is writing a reason for rejecting request <b>#{ $request }</b>.
telegram_reason_question = <a href="tg://user?id={ $adminId }">{ $admin }</a>, why are you rejecting { $client }’s request <b>#{ $request }</b>? Reply to this message, and they’ll read your words as they are. Changed your mind? /cancel
telegram_reason_choice = 💬 Why are you rejecting { $client }’s request <b>#{ $request }</b>? Choose a reason, which they read in their own language, or reply with your own. Changed your mind? /cancel
telegram_no_such_request = { no_such_request } /pending lists the open ones.
telegram_unclear_reply = 🤔 Nothing was decided. Press a button on the card, or reply to it with <code>approve</code> or <code>reject</code> and a reason.
telegram_not_a_card = 🤔 That isn’t a request card, so nothing was decided. Use the request’s own card, or send <code>/approve 12</code> or <code>/reject 12 reason</code>.
telegram_how_to_find = 🔍 What shall I look for? Send a name, a @username, a Telegram ID, an address, a request’s number or words of the message, { $limit } words at most: <code>/find anna berlin</code>
telegram_search_gone = This list has expired. Send /find again.
telegram_which_one_approve = Which request? Add its number: <code>/approve 12</code>
telegram_which_one_reject = Which request? Add its number, and a reason if you like: <code>/reject 12 reason</code>
telegram_which_one_revoke = Whose access? Add the request’s number, and a reason if you like: <code>/revoke 12 reason</code>
telegram_which_one_reopen = Which request? Add its number: <code>/reopen 12</code>
telegram_which_one_show = Which request? Add its number: <code>/show 12</code>
telegram_how_several_approve = 🤔 Nothing was decided. Send just the numbers: <code>/approve 12</code> or <code>/approve 12 13</code>
telegram_how_several_reject = 🤔 Nothing was decided. Put the reason after a colon: <code>/reject 12: reason</code> or <code>/reject 12 13: reason</code>
telegram_how_several_revoke = 🤔 Nothing was decided. Put the reason after a colon: <code>/revoke 12: reason</code> or <code>/revoke 12 13: reason</code>
telegram_how_several_reopen = 🤔 Nothing was reopened. Send just the numbers: <code>/reopen 12</code> or <code>/reopen 12 13</code>
telegram_how_several_show = 🤔 Send just the numbers: <code>/show 12</code> or <code>/show 12 13</code>
telegram_too_many_at_once = Nothing was done: a command takes at most { $limit ->
        [one] one request
       *[other] { $limit } requests
    }.
telegram_reason_or_approval = 🤔 I asked why you’re rejecting request <b>#{ $request }</b>, and that doesn’t sound like a reason, so nothing was decided. To approve it: <code>/approve { $request }</code>. To reject it, reply with the reason. /cancel drops the question.
telegram_which_reason = 🤔 I asked you for several reasons ({ $requests }). Reply to the question you mean. Nothing was decided yet.
telegram_reply_with_reason = If that’s the reason I asked for, send it as a reply to my question. Nothing was decided yet.
telegram_empty_note = 📝 A note needs a few words: reply to the card with <code>note</code> and what the other admins should know. Clients never see notes.
telegram_question_over = It’s too late to answer that question, so nothing was decided. Request #{ $request } is still open: <code>/show { $request }</code>
telegram_anonymous_sender = 🎭 Telegram hides the author of anonymous messages, so nothing was decided. Press the button on the card, or write under your own name.
telegram_earlier_round = That button or card is from before an appeal or an undo, so it no longer decides anything. See how request #{ $request } stands: <code>/show { $request }</code>
telegram_open_instead = Request #{ $request } can’t be reopened: the client has a newer request, #{ $openInstead }, and that one counts. <code>/show { $openInstead }</code>

### Telegram, to admins: what they should know of the bot itself

telegram_card_access_in = 🚪 { $chat }: in
telegram_card_access_invited = 🚪 { $chat }: invited
telegram_card_access_not_on_telegram = 🚪 { $chat }: not invited yet – they need Telegram and the link on their page
telegram_card_access_left = 🚪 { $chat }: left
telegram_card_access_banned = 🚪 { $chat }: banned there
telegram_card_access_by_hand = ⚠️ { $chat }: an administrator there, so somebody has to remove them by hand
telegram_access_removals = ⚠️ I was away for over a day. Now { $count } people are in <b>{ $chat }</b> whose access has ended. That’s more than I remove without being asked.
telegram_removals_allowed = Removing { $count } people.
telegram_nothing_to_remove = There is nobody left to remove there; another admin may have been first.
telegram_unheard_join_requests = ℹ️ I was away for over a day. Join requests that wait in <b>{ $chat }</b> and that I never heard of: { $count }. Please answer them in Telegram.
telegram_button_remove_them = 🚪 Remove them
telegram_access_chat_gone = ℹ️ <b>{ $chat }</b> is no longer in <code>ACCESS_CHATS</code>. I leave its members alone.
telegram_access_chat_moved = ℹ️ <b>{ $chat }</b> has a new ID, and I use it from now on. In <code>ACCESS_CHATS</code>, write <code>{ $newId }</code> in place of <code>{ $oldId }</code>.
telegram_card_joining = 🚪 Asked to join in Telegram; your decision answers that too.
telegram_how_to_join = { $count ->
    [one] Press the button below and ask to join; you are let in at once.
   *[other] Press the buttons below, one after another, and ask to join; you are let in at once.
}
telegram_access_outage = ⚠️ I can’t manage <b>{ $chat }</b>: { $reason }. Make me an administrator there with the rights to add and to ban users, and I’ll do what waits.
telegram_outage_no_administrator = I’m not an administrator there
telegram_outage_may_not_add = I’m not allowed to add users there
telegram_outage_may_not_ban = I’m not allowed to ban users there
telegram_outage_may_neither = I’m allowed neither to add nor to ban users there
telegram_outage_lacks_rights = I lack the rights for it
telegram_outage_not_there = I’m not in that chat, or it no longer exists
telegram_outage_no_supergroup = it’s a basic group, and I can manage only supergroups and channels
telegram_outage_refused = Telegram refuses, and the log says why
telegram_stranger = 👤 <a href="tg://user?id={ $clientId }">{ $client }</a> (ID <code>{ $clientId }</code>) is in <b>{ $chat }</b>, and nobody here has approved them.
telegram_admin_unreachable = ⚠️ I can’t message the admin <a href="tg://user?id={ $adminId }">{ $admin }</a> (ID { $adminId }). They need to open a chat with me and press Start.
telegram_admin_is_bot = ⚠️ The admin with the ID { $adminId } is a bot, and only people decide. Remove it by <code>/admins remove { $adminId }</code>, or from <code>ADMIN_TELEGRAM_ID</code> if it stands there.
telegram_group_unreachable = ⚠️ I can’t write to the admins’ group. Please add me again and let me write there. The setting is <code>ADMIN_CHAT_ID</code>.
telegram_topic_unreachable = ⚠️ The topic { $topic } of the admins’ group is closed or gone, so my messages go to “General”. Reopen it, or set <code>ADMIN_CHAT_ID</code> to another one.
telegram_presses_lost = ⚠️ I couldn’t reach Telegram from { $from } to { $to }. Buttons pressed in that time may not have reached me. Please look at the open requests and press again.
telegram_no_pictures = 🖼 I’m not allowed to send pictures in this chat. Someone who manages it can change that in its permissions, or send me /stats in private.
telegram_foreign_poller = ⚠️ Another program is using this bot’s token, so some messages may not reach me. Stop it, or get a new token from @BotFather.

### Telegram: buttons, the hints in input fields and the command menu; shown without their markup

telegram_button_ask = ✍️ Ask for access
telegram_button_appeal = ✍️ Appeal
telegram_button_approve = ✅ Approve
telegram_button_reject = ❌ Reject
telegram_button_reject_with_reason = 💬 Reject with reason…
telegram_button_ask_client = ❓ Ask…
telegram_button_own_reason = ✍️ Write my own…
telegram_button_undo = ↩️ Undo
telegram_button_undo_approval = ↩️ Undo my approval
telegram_button_send_request = 📨 Send as my request
telegram_button_send_appeal = 📨 Send as my appeal
telegram_button_add_to_request = ➕ Add to my request
telegram_button_language_of_telegram = Same as Telegram
telegram_button_show = #{ $request }
telegram_button_pending = 📋 Open requests
telegram_button_previous = ◀️
telegram_button_next = ▶️
telegram_button_list_in_place = ◀️ Back to the list
telegram_button_next_in_place = Next ▶️
telegram_button_stats_picture = 📊 As a picture
telegram_button_desk_open = 🖥 Open the desk
telegram_button_desk_copy = 📋 Copy the link
telegram_button_forget = 🗑 Erase everything
telegram_button_desk_sign_out = 🚪 Sign out
telegram_button_desk_request = 🖥 Open at the desk
# Beside the message field: one word, two at most
telegram_button_desk_menu = Desk
telegram_placeholder_request = A few words about you
telegram_placeholder_appeal = What has changed?
telegram_placeholder_question = Your question
telegram_placeholder_answer = Your answer
telegram_placeholder_reason = Reason
telegram_placeholder_admin = Telegram ID
telegram_menu_request = Ask for access
telegram_menu_status = Status of my request
telegram_menu_appeal = Appeal a decision
telegram_menu_cancel = Withdraw my request
telegram_menu_language = Choose a language
telegram_menu_mydata = What I have stored about you
telegram_menu_forget = Erase everything about me
telegram_menu_help = What this bot can do
telegram_menu_email = Outcomes by email, too
telegram_menu_sms = Outcomes by SMS, too
telegram_menu_pending = Open requests
telegram_menu_find = Find requests: /find anna
telegram_menu_show = A request and its history: /show 12
telegram_menu_approve = Approve a request: /approve 12
telegram_menu_reject = Reject a request: /reject 12 reason
telegram_menu_revoke = End someone’s access: /revoke 12 reason
telegram_menu_reopen = Reopen a request: /reopen 12
telegram_menu_stats = Statistics
telegram_menu_admins = List of admins
telegram_menu_desk = A link to the desk, in a browser

### Telegram: what it shows of the bot, in a chat before Start is pressed (512 characters at most), and on its profile (120); without markup

telegram_bot_description = I take requests for access to { $community } and bring you the admins’ decision. Press Start and tell us a little about yourself.
telegram_bot_short_description = Ask here for access to { $community }.

### First words of a reply that decides; separated by commas. No “approved”: that may ask or tell what another has done

words_approve = approve
words_reject = reject
words_note = note

### Words that take such a reply back: those that deny, those that stop, and those that, after “approve”, make a condition or a doubt of it

words_no = no, not, nope, nah, never, don't, dont
words_wait = or, wait, hold, stop, hmm, hm, oops, cancel, undo, nevermind
words_doubt = if, but, unless, except, until, when, whether, maybe, perhaps, possibly, probably, later, tomorrow, instead, rather, should, might, could, sorry, think, thinking, yet, unsure, mistake, wrong

### Whole answers to “why are you rejecting?” that are no reason, without punctuation; separated by commas

words_no_reason = yes, yep, yeah, ok, okay, sure, fine, accept, accepted, accept it, accept him, accept her, accept them, let him in, let her in, let them in, never mind, hold on, hang on, one moment, just a moment, i changed my mind, changed my mind, i have changed my mind, i've changed my mind, forget it, cancel it, cancel that, cancel this, wrong one, wrong button, wrong card, wrong request, misclick, my mistake, by mistake, sorry my mistake, no don't, don't do it, not this one, undo it, undo that

### Words that thank, anywhere in what somebody writes; separated by commas

words_thanks = thanks, thank, thankyou, thx, thanx, tnx, ty, tysm, cheers, appreciated, grateful

### The admins’ desk, a page in the browser: plain text, without markup

desk_title = Requests · { $community }
desk_requests = Requests
desk_stats = Statistics
desk_menu = Menu
desk_views = Views
desk_skip = Skip to the requests
desk_signed_in_as = Signed in as { $admin }
desk_sign_out = Sign out
desk_language = Language
desk_shortcuts = Keyboard shortcuts
desk_shortcuts_use = Use them
desk_csv = Download as CSV
desk_csv_to_me = Send me the CSV
desk_csv_sent = The bot has sent you the file, in your chat with it.
desk_csv_too_large = The file would be larger than 20 MB. Narrow the list with filters, or open the desk in a browser.
desk_csv_no_chat = The bot can’t write to you. Open your chat with it and press Start.
desk_csv_unanswered = There was no answer. Look in your chat with the bot to see whether the file is there before you try again.
desk_csv_failed = The file couldn’t be made. Try again in a moment.
desk_close = Close
desk_loading = Loading …

desk_sign_in = Sign in
desk_sign_in_link = This link signs you in to the desk of { $community }, in this browser.
desk_sign_in_needed = This is the admins’ desk of { $community }. Here’s how to get in:
desk_sign_in_telegram = In Telegram, open the private chat with the bot and tap the button beside the message field.
desk_sign_in_browser = In any other browser, send /desk to the bot in that chat and open the link it answers with. It works once, for two minutes.
desk_sign_in_by_link = Send /desk to the bot in your private chat with it and open the link it answers with. It works once, for two minutes.
desk_sign_in_refused = That link no longer works: each one works once, for two minutes, and only for admins. Send /desk to the bot for a new one.
desk_sign_in_stale = Telegram has opened an old copy of this page. Close it and open it again from the chat, or send /desk to the bot for a link.
desk_sign_in_too_often = Too many attempts to sign in. Wait a minute, then try again.
desk_wrong_address = This page wasn’t opened at the desk’s own address, so nothing can be done here. Send /desk to the bot and open the link it answers with.
desk_session_over = Your session has ended.
desk_signed_out = You’re signed out.
desk_maybe_signed_in = You may still be signed in: the bot hasn’t confirmed that you’re signed out. Try again in a moment.
desk_signed_in_again = Your session ended before all of that was done. You’re signed in again: see what’s left and repeat it.

desk_offline = No connection. What you see may be out of date; it’s brought up to date as soon as the connection is back.
desk_not_ready = The bot is starting, or another copy of it is at work. This page tries again by itself.
desk_not_live = Too many desks are open, so nothing appears here by itself. Close some, then reload this page.
desk_no_answer = There was no answer, so nothing was done. Check the connection and try again.
desk_unknown = That wasn’t confirmed, so it’s unknown whether it was done. It shows here as soon as the bot answers again.
desk_not_done_yet = That wasn’t confirmed, and so far it isn’t done. Try again: it can’t be done twice.
desk_unclear = The connection broke off, but it had been done: this is how things stand now.
desk_busy = Something else is being done with this request. Look again in a moment.
desk_failed = That wasn’t possible: { $detail }
desk_too_often = Too many requests at once. Wait a moment, then try again.
desk_broken = Something went wrong in the bot. Its log says what.
desk_unusable_words = These words can’t be taken as they are: there’s nothing in them to see, or they’re too long.
desk_unclear_search = There’s no word in that to search for, or too much. A name, a @username, an ID or a few words will do.
desk_gone = That’s no longer there.
desk_try_again = Try again
desk_no_such_page = There’s no such page.
desk_no_such_request = There’s no request #{ $request }.
desk_no_such_person = There’s no such person.

desk_status_pending = Waiting
desk_status_approved = Approved
desk_status_rejected = Rejected
desk_status_expired = Expired
desk_status_withdrawn = Withdrawn
desk_status_revoked = Access ended
desk_many_pending = Waiting
desk_many_approved = Approved
desk_many_rejected = Rejected
desk_many_expired = Expired
desk_many_withdrawn = Withdrawn
desk_many_revoked = Access ended

desk_search = Search
desk_search_hint = Name, @username, ID or words
desk_status = Status
desk_status_any = Any
desk_filters = Filters
desk_reviewer = Decided by
desk_reviewer_any = Anybody
desk_client_only = Only { $client }
desk_from = Submitted from
desk_to = Submitted until
desk_clear_filters = Clear all filters
desk_waits = waiting { $waited }
desk_expires_in = expires in { $left }
desk_appeal = { $appeal ->
        [1] Appeal
       *[other] Appeal { $appeal }
    }
desk_approvals = { $given } of { $needed } approvals
desk_no_words = No words yet
desk_text_erased = This text was erased
desk_tick = Tick #{ $request }, { $client }
desk_new = { $count ->
        [one] One new request. Show it
       *[other] { $count } new requests. Show them
    }
desk_more = Show more
desk_end_of_list = That’s all.
desk_empty = No requests yet. They appear here by themselves as soon as somebody asks for access.
desk_empty_pending = Nothing is waiting. New requests appear here by themselves.
desk_empty_filtered = No request matches these filters.

desk_ticked = { $count } ticked
desk_tick_group = Ticked requests
desk_untick = Untick
desk_deciding = Deciding { $done } of { $total } …
desk_all_decided = { $count ->
        [one] One request decided.
       *[other] { $count } requests decided.
    }
desk_some_decided = { $done } of { $total } decided. Not decided:
desk_not_decided = #{ $request }: { $why }

desk_request = Request #{ $request }
desk_choose = Choose a request to see everything about it here.
desk_choose_keys = j opens the next one, ? shows all keys.
desk_open_request = The open request
desk_back = Back to the list
desk_submitted = Submitted
desk_expires = Expires
desk_waiting_since = Waiting for { $waited }
desk_approved_by = Approved by { $admins }
desk_rejected_by = Rejected by { $admin }
desk_revoked_by = Access ended by { $admin }
desk_given_up = Given up by the person themselves
desk_reason = Reason
desk_source = Came in
desk_source_chat = in the chat
desk_source_form = by the form
desk_source_join = by asking to join a chat
desk_telegram = Telegram
desk_not_on_telegram = not on Telegram
desk_address = Address
desk_all_requests = All requests of { $client }
desk_approved_so_far = Approvals
desk_own_request = This is your own request, so another admin has to decide it.
desk_undelivered = A message to this person couldn’t be delivered. The server answered: { $error }
desk_access = Chats
desk_access_in = is in
desk_access_invited = invited
desk_access_not_on_telegram = not on Telegram yet
desk_access_left = has left
desk_access_banned = banned
desk_access_by_hand = has to be removed by hand

desk_approve = Approve
desk_reject = Reject
desk_reject_with_reason = Reject with a reason
desk_undo = Undo
desk_revoke = End access
desk_reopen = Reopen
desk_note = Note
desk_note_hint = A note that only admins see
desk_add_note = Add note
desk_why_reject = Why do you reject it?
desk_why_reject_ticked = { $count ->
        [one] Why do you reject it?
       *[other] Why do you reject these { $count }?
    }
desk_why_revoke = Why does the access end?
desk_reason_is_read = The person gets to read the reason.
desk_own_words = In your own words
desk_without_reason = Without a reason
desk_cancel = Cancel

desk_did_approved = Approved #{ $request }, { $client }
desk_did_rejected = Rejected #{ $request }, { $client }
desk_did_revoked = Ended the access of { $client } (#{ $request })
desk_did_reopened = Reopened #{ $request }, { $client }
desk_did_undone = Taken back: #{ $request }, { $client }, is waiting again
desk_did_voted = Your approval of #{ $request } counts: { $given } of { $needed }
desk_did_note = Note added to #{ $request }
desk_nothing_to_undo = There’s no decision of yours to take back.
desk_undone_several = { $count ->
        [one] Taken back: one request is waiting again
       *[other] Taken back: { $count } requests are waiting again
    }
desk_undo_too_late = It’s too late to take this decision back.
desk_not_your_decision = Only { $admin }, who decided, can take that back.
desk_already_voted = You’ve already approved it. It needs the approval of other admins, too.
desk_open_instead = This person has a newer request that is open. Decide that one instead.
desk_approved_meanwhile = { $admin } has already approved it ({ $at }).
desk_rejected_meanwhile = { $admin } has already rejected it ({ $at }).
desk_revoked_meanwhile = { $admin } has already ended this access ({ $at }).
desk_given_up_meanwhile = The person has given up this access themselves.
desk_nothing_sent = Nothing of yours was sent.
desk_expired_meanwhile = It has expired, so it can’t be decided any more.
desk_withdrawn_meanwhile = It was withdrawn, so there’s nothing left to decide.
desk_changed_meanwhile = It has changed since you looked, so nothing was decided. Read it again, then decide.

desk_timeline = History
desk_event_submit = Submitted
desk_event_appeal = Appealed
desk_event_withdraw = Withdrawn
desk_event_vote = Approval given
desk_event_vote_withdrawn = Approval taken back
desk_event_approve = Approved
desk_event_reject = Rejected
desk_event_undo = Decision taken back
desk_event_revoke = Access ended
desk_event_reopen = Reopened
desk_event_expire = Expired
desk_event_ask = Question
desk_event_answer = Answer
desk_event_add = Added
desk_event_describe = Said a few words
desk_event_forget = Access given up
desk_event_unite = Linked to a Telegram account
desk_event_note = Note
desk_event_other = Changed
desk_via_chat = in the chat
desk_via_desk = at the desk
desk_via_form = by the form
desk_via_system = automatically
desk_message_client_news = Message “{ $news }”
desk_message_asked = The question
desk_message_appeal_open = “You can appeal now”
desk_message_invitation = Links to the chats
desk_message_other = A message
desk_message_owed = being sent
desk_message_sent = sent
desk_message_undeliverable = undeliverable

desk_person_requests = Requests
desk_person_no_requests = No requests.
desk_person_older = { $count ->
        [one] One older request isn’t shown.
       *[other] { $count } older requests aren’t shown.
    }
desk_person_admin = Admin
desk_person_unreachable = The bot can’t write to them
desk_person_id = Telegram ID

desk_last_days = { $count ->
        [365] Year
       *[other] { $count } days
    }
desk_period = Period
desk_plot_outcomes = Requests a day
desk_plot_outcomes_how = Above the line: what came in. Below it: what became of it.
desk_plot_time = Time to a decision
desk_plot_time_how = From a request to its approval or rejection, by the day of the decision.
desk_plot_queue = The queue
desk_plot_queue_how = How many were waiting at the end of each day.
desk_reviewers = Who decides
desk_reviewer_name = Admin
desk_reviewer_former = no longer an admin
desk_no_decisions = No decisions in this period.
desk_came_in = Submitted
desk_decisions = Decisions
desk_median = Median
desk_ninetieth = 9 of 10 within
desk_median_time = Median time to a decision
desk_ninetieth_time = 9 of 10 decided within
desk_day = Day
desk_as_table = As a table
desk_time_zone = Days begin at midnight, { $zone }.

desk_key_next = Next request
desk_key_previous = Previous request
desk_key_tick = Tick or untick it
desk_key_approve = Approve
desk_key_reject = Reject
desk_key_reject_with_reason = Reject with a reason
desk_key_undo = Undo your decision
desk_key_note = Write a note
desk_key_search = Search
desk_key_help = Show these keys
desk_key_back = Close, or go back to the list
