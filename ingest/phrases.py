"""What sites write around articles, in the languages most often met.

Only wording that any site may use stands here: no name of a site, place or person. All phrases are
in folded case, without trailing punctuation; `fold` brings a line into the same form.
"""

# ruff: noqa: E501 - tables of wording read best with one language a line

import re

_FOLDED = 200


def fold(text: str) -> str:
    """Return `text` in lower case with single spaces and without punctuation at its ends."""
    start, end = 0, min(len(text), _FOLDED)
    while start < end and not text[start].isalnum():
        start += 1
    while start < end and not text[end - 1].isalnum():
        end -= 1
    return " ".join(text[start:end].split()).casefold()


def lowered(text: str) -> str:
    """Return `text` as patterns in small letters take it: in lower case, the "ı" without a dot an i.

    Held against this, a table of wording is found several times as fast as one that ignores case
    itself: it looks only where one of its first letters stands.
    """
    return text.lower().replace("ı", "i")


def _phrases(table: str) -> frozenset[str]:
    return frozenset(phrase.strip() for phrase in table.replace("\n", "|").split("|")) - {""}


MORE_FROM = re.compile(
    r"^(?:(?:(?:read\ )?more|mehr|plus|más)\ (?:from|on|in|about|aus|zu|zum|zur|de|von|sur|sobre)\ (?:the\ |our\ )?"
    r"[^.!?]{2,40}|also\ (?:in|from|on)\ [^.!?]{2,30}|related\ (?:stories|articles|coverage|news)\ (?:from|on|about)\ [^.!?]{2,40}"
    r"|more\ [^.!?]{2,40}\ (?:coverage|news|stories|headlines|articles|videos))$"
)
"""A folded line that heads teasers of one outlet or section ("More from the courier")."""

RELATED = _phrases(
    """
    related|related news|related articles|related article|related stories|related story
    related content|related posts|related coverage|related topics|related links|related reading
    also on this topic|on this topic|on the same topic|on the same subject|also in this section
    more on this|more on this story|more on this topic|more from|see also|read also|also read
    you may also like|you might also like|you may like|recommended|recommended for you
    recommended stories|featured stories|recommended reading|suggested|further reading|editor's picks|editors' picks
    editor’s picks|top picks|similar articles|don't miss|don’t miss|in this section|more stories
    more news|must read|must reads|other stories|read more|keep reading|continue reading|promoted stories|more like this
    you may also be interested in|zum weiterlesen|le puede interesar|también le puede interesar|también te puede interesar
    mehr zum thema|zum thema|lesen sie auch|lesen sie mehr|auch interessant|weitere artikel
    weitere themen|weitere meldungen|ähnliche artikel|ähnliche beiträge|verwandte artikel
    das könnte sie auch interessieren|das könnte dich auch interessieren|empfehlungen|mehr dazu
    weiterführende links|weiterführende informationen|passend dazu|mehr aus|ähnliche themen
    mehr zu diesem thema|passende artikel|siehe auch|das könnte ihnen auch gefallen
    weitere informationen|weitere nachrichten|mehr artikel|mehr nachrichten|links zum thema
    à lire aussi|lire aussi|sur le même sujet|articles liés|articles similaires|voir aussi
    à lire également|dans la même rubrique|sur le même thème|nos recommandations
    noticias relacionadas|relacionadas|te puede interesar|más noticias|lea también|lee también
    ver también|artículos relacionados|más información|contenido relacionado
    leggi anche|articoli correlati|potrebbe interessarti|correlati|ti potrebbe interessare
    leia também|notícias relacionadas|veja também|matérias relacionadas
    lees ook|gerelateerd|meer over dit onderwerp|ook interessant|lees meer
    ilgili haberler|ilginizi çekebilir|bunlar da ilginizi çekebilir|diğer haberler
    читайте также|читайте ещё|похожие статьи|по теме|материалы по теме|ещё по теме
    читайте також|схожі новини|за темою|zobacz też|czytaj też|czytaj także|zobacz także|powiązane
    اقرأ أيضا|اقرأ أيضاً|ذات صلة|مواضيع ذات صلة|relaterat|läs mer|läs också|les også|læs også
    """
)
"""Headings of teasers that stand inside or below an article: the article may go on after them."""

CLOSING = _phrases(
    """
    most read|most popular|most viewed|most commented|most shared|trending|trending now|popular
    read next|up next|next up|latest news|latest|the latest|latest stories|top stories|top news
    popular posts|popular stories|recent posts|recent comments|recent articles|recent news|archives
    about the author|about us|contact us|follow us|newsletter|newsletters|sign up|subscribe
    subscribe now|coverage|categories|tags|topics|filed under|footer|legal|privacy policy
    all rights reserved|stay connected|most recent|today's headlines|headlines|site map|sitemap
    notes to editors|notes for editors|note to editors|editor's notes|media contact|media contacts
    media enquiries|media inquiries|press contact|press contacts
    sponsored|sponsored content|advertisement feature|from the web|around the web|blogroll|meta
    meistgelesen|meistgelesene artikel|meist gelesen|am meisten gelesen|beliebt|beliebte beiträge
    beliebteste artikel|neueste beiträge|neueste artikel|neueste kommentare|letzte beiträge
    letzte kommentare|aktuelle beiträge|aktuelle nachrichten|top-themen|top themen|topthemen
    kategorien|schlagwörter|schlagworte|stichwörter|themen|archiv|über den autor|über die autorin
    über uns|kontakt|impressum|datenschutz|folgen sie uns|anzeige|suche|empfohlen|top artikel
    les plus lus|les plus populaires|les plus commentés|articles récents|dernières nouvelles
    à propos de l'auteur|à propos|suivez-nous|mots-clés|catégories|commentaires récents
    lo más leído|más leídas|más leídos|más visto|últimas noticias|sobre el autor|etiquetas|síguenos
    i più letti|più letti|ultime notizie|ultimi articoli|tag|seguici|categorie|mais lidas
    mais lidos|últimas notícias|categorias|sobre o autor|meest gelezen|laatste nieuws|over de auteur
    en çok okunanlar|son dakika|son haberler|çok okunanlar|popüler haberler|etiketler
    самое читаемое|популярное|последние новости|главное|об авторе|теги|рубрики|новости|реклама
    найпопулярніше|останні новини|популярне|najczęściej czytane|najnowsze|popularne|tagi
    الأكثر قراءة|آخر الأخبار|الأكثر مشاهدة|mest lästa|mest lest|mest læste|etiketter|senaste nytt
    """
)
"""Headings after which a page seldom comes back to its article."""

TICKER = _phrases(
    """
    breaking|breaking news|live|live updates|latest updates|just in|flash|news ticker|developing
    eilmeldung|newsticker|live-ticker|liveticker|ticker|en direct|dernière minute|en vivo|en directo
    última hora|ultim'ora|última hora|son dakika|срочно|молния|عاجل|pilne|laatste nieuws
    """
)
"""Headings of one-line news on other subjects."""

COMMENTS = re.compile(
    r"""^(?:\(?\d{1,6}\)?\ +|(?:one|eine(?=\ antwort)|un(?=\ com)|una(?=\ resp))\ )?
    (?:comments\ (?:are\ )?closed\W+\d{1,6}\ )?
    (?:(?:reader|user|visitor|public|all|latest|recent|view|show|leser|nutzer|add|join|your|vos|tus|customer|die|most\ recent|top|best|facebook|disqus)[\w’']*
    [\ -])?(?:the\ |alle\ )?
    (?:letters\ from\ (?:our\ )?(?:readers|subscribers|listeners|viewers)|(?:readers|subscribers)['’]?\ (?:letters|mail|forum|views)
    |(?:letters|mail|views)(?=\ on\ this)|mailbag|guestbook|letters(?:\ to\ the\ editor)?|reactions?|what\ do\ you\ think(?!\ (?:of|about|on)\ (?!it\b|this\b))[^.]{0,60}|comments?|replies|responses?|thoughts|opinions|discussion|conversation|kommentare?|antworten
    |leserkommentare?|lesermeinungen|leserbriefe|leserpost|kundenbewertungen|reaktionen|commentaires?|réactions?|réponses?
    |comentarios?|respuestas?|commenti|risposte|comentários?|respostas?|reacties|yorumlar?|yorum
    |комментари[ийяев]+|коментар[іяів]+|komentarze|komentarzy|التعليقات|تعليقات|kommentarer)
    (?:\ (?:on|to|for|so\ far|zu|auf|sur|à|sobre|en|su|a|op|von|der|the|this|section|article
    |für|pour|para|per|deaktiviert|über|powered\ by|hosted\ by)\b.{0,160})?
    (?:\ \((?:unedited|moderated|selected|selection|closed)\)?)?
    [\ :·•|/–—-]*(?:\(?\d{1,6}\)?)?$""",
    re.VERBOSE,
)
"""A folded line that heads readers' comments ("3 comments", "Kommentare (12)", "2 thoughts on …")."""

COMMENT_COUNT = re.compile(
    r"^\(?\d{1,6}\)?\s+(?:comments?|replies|responses?|thoughts?|kommentare?|antworten|commentaires?"
    r"|réactions?|comentarios?|respuestas?|commenti|reacties|yorum|комментари\w+|komentarz\w*)\b"
)
"""The beginning of a folded line that counts readers' comments, whatever buttons follow."""

COMMENTS_AHEAD = re.compile(
    r"(?:\d{1,6}\s)?(?:comments?|kommentare?|commentaires?|comentarios?|commenti|комментарии)"
    r"(?:\s?\(\d{1,6}\)|:|\s\d{1,6}\b|\s(?=\S))",
    re.IGNORECASE,
)
"""The beginning of a line that goes on with the comments themselves."""

REPLY_FORM = re.compile(
    r"""^(?:leave\ a\ (?:reply|comment)|post\ a\ (?:reply|comment)|add\ (?:a\ |your\ )?comment
    |write\ a\ (?:comment|reply)|join\ the\ (?:conversation|discussion)|have\ your\ say|cancel\ reply
    |your\ email\ address\ will\ not\ be\ published|required\ fields\ are\ marked
    |save\ my\ (?:name|e-?mail)\b|notify\ me\ of|submit\ comment|login\ to\ (?:reply|comment)
    |(?:please\ )?(?:log|sign)\ ?in\ to\ (?:post|leave|write|comment|reply|join|take\ part)|you\ must\ be\ logged\ in
    |schreibe?n?\ (?:sie\ )?einen\ kommentar|kommentar\ (?:schreiben|verfassen|hinterlassen|abgeben)
    |hinterlasse?n?\ (?:sie\ )?einen?\ (?:kommentar|antwort)|einen\ kommentar\ (?:schreiben|verfassen)
    |deine\ e-mail-adresse\ wird\ nicht|ihre\ e-mail-adresse\ wird\ nicht|antworten\ abbrechen
    |antwort\ (?:abbrechen|hinterlassen)|erforderliche\ felder\ sind|benachrichtige\ mich
    |laisser\ un\ commentaire|ajouter\ un\ commentaire|votre\ adresse\ (?:e-mail|de\ messagerie)
    |annuler\ la\ réponse|deja\ (?:una?|un)\ (?:respuesta|comentario)|tu\ dirección\ de\ correo
    |lascia\ un\ commento|il\ tuo\ indirizzo\ email|deixe\ (?:um|uma)\ (?:comentário|resposta)
    |geef\ een\ reactie|plaats\ een\ reactie|bir\ (?:yorum|cevap)\ (?:yazın|yaz)|yorum\ yap
    |добавить\ комментарий|оставить\ комментарий|dodaj\ komentarz|skriv\ en\ kommentar)""",
    re.VERBOSE,
)
"""The beginning of a folded line that belongs to the form for writing a comment."""

REPLY_MARK = re.compile(
    r"""^(?:(?:score|points?|votes?|rating)[\W\d]{1,8})?(?:\d{1,6}[\W\d]{1,8})?(?:(?:reply|antworten?|répondre|responder|rispondi|beantwoorden|cevapla|ответить|odpowiedz
    |відповісти|رد|svar|svara|quote|zitieren|melden|report|flag|permalink|like|upvote|downvote
    |likes?|replies|kommentar\ melden|report\ (?:comment|abuse)|auf\ diesen\ kommentar\ antworten|link
    |antwort\ auf|in\ reply\ to|reply\ to)\b[\W\d]{0,12}){1,6}(?:(?:share|teilen|me\ gusta|gefällt\ mir|j['’]aime|mi\ piace|curtir)\b[\W\d]{0,6})?
    (?:(?<!\d)\d{1,3}\ ?(?:s|m|h|d|w|y|mo|min|hrs?|std|tg))?$""",
    re.VERBOSE,
)
"""A folded line made of the buttons below a comment, and of the comment's age."""

SAYS = re.compile(
    r"^[^.!?]{2,60}?\s(?:says?|said on|wrote|writes|commented|sagte?(?: am)?|schrieb(?: am)?|schreibt"
    r"|meint|dit|a écrit|dice|dijo|ha scritto|disse|diz|zegt|schreef|diyor ki|пишет|говорит"
    r"|kommentierte|pisze)\b[^.!?]{0,80}:?$"
)
"""A lowered line that names who wrote the comment below it ("Name says:")."""

READ_MORE = re.compile(
    r"""^[\W_]*(?:(?:related\ topics?|topics?|tags?|tagged|filed\ under|categor(?:y|ies)|keywords?|archives?|schlagwörter|schlagworte|themen
    |etiquetas|mots-clés|etiketler|теги|(?:next|previous)\ (?:post|article|story|entry)|lo\ m[aá]s\ le[ií]do)(?=:)|read\ more|read\ also|also\ read|see\ also|see\ more|more\ on|related|watch|watch\ also
    |listen|don[’']t\ miss|full\ story|continue\ reading|click\ here|must\ read|recommended|explore
    |lesen\ sie\ (?:auch|mehr|dazu|hier)|mehr\ (?:zum\ thema|dazu|lesen)|lies\ (?:auch|mehr)
    |siehe\ auch|auch\ interessant|weiterlesen|zum\ (?:thema|weiterlesen)|mehr\ erfahren|lire\ (?:aussi|la\ suite)
    |à\ lire(?:\ aussi)?|voir\ aussi|en\ savoir\ plus|(?:también\ )?[lt]e\ puede\ interesar
    |mira(?:\ también)?|dowiedz\ się\ więcej|lea\ (?:tambi[eé]n|m[aá]s)|lee\ (?:tambi[eé]n|m[aá]s)
    |leggi\ (?:anche|tutto)|leia\ (?:também|mais)|saiba\ mais|lees\ (?:ook|meer)|читайте\ (?:также|ещё)
    |читайте\ також|czytaj\ (?:też|także|więcej)|zobacz\ (?:też|także)|اقرأ\ أيضا|devamini\ oku)
    \s*(?::|[|»›>→…]|\.{3}|-\ |$)""",
    re.VERBOSE,
)
"""The beginning of a lowered line that leads to another page."""

INTERFACE = re.compile(
    r"""^(?:(?:share|shares?\ this|share\ (?:on|via|to|with).*|tweet|retweet|pin(?:\ it)?|print|e-?mail
    |save|bookmark|copy\ (?:the\ )?link|link\ copied|listen|play|pause|mute|watch\ live|subscribe.*
    |sign\ (?:in|up|out).*|log\ ?(?:in|out)|register|search|menu|close|open|skip\ to.*|next|previous
    |back(?:\ to\ (?:top|home|overview|search|list|results|article|the\ top).*)?|home(?:page)?|facebook|twitter|x|whatsapp|telegram|linkedin|reddit|pinterest
    |(?:join|donate|bet|buy|book|order|apply|shop|vote|enter|give|try)(?:\ (?:us|it|in|yours))?\ (?:now|today|here)
    |viber|tiktok|snapchat|wechat|weibo|vkontakte|skype|instagram|youtube|tumblr|xing|flipboard|rss(?:-feed)?|feed|google\+?|messenger|threads|bluesky
    |mastodon|advert(?:isement|ising)?|ad|ads|sponsored|promoted|loading|related|comments?\ off
    |inhaltsverzeichnis|table\ of\ contents|contents|sommaire|in\ this\ (?:article|story)|on\ this\ page
    |(?:newest|oldest|latest|best|top|most\ \w+)\ first|sort(?:ed)?\ by.*
    |(?:load|show|view|see|read)\ (?:more|all)\ (?:\d+\ )?(?:comments|replies|responses)
    |(?:mehr|weitere|alle)\ kommentare(?:\ (?:laden|anzeigen))?|plus\ de\ commentaires
    |\d+\ (?:shares?|likes?|views?|retweets?|tweets?|min(?:ute)?s?(?:\ read)?|comments?|kommentare?
    |aufrufe|mal\ gelesen|reads)|\d+[\ -]min(?:ute)?s?\.?\ read|reading\ time.*|read\ time.*
    |estimated\ reading.*|(?:updated|last\ updated|published)\ *:?|click\ to\ share.*|share\ this.*
    |teilen(?:\ (?:auf|mit|über)?.*)?|drucken|merken|twittern|weiterleiten|versenden|senden
    |mailen|vorlesen|artikel\ (?:drucken|teilen|versenden|merken|empfehlen|anhören)|lesezeit.*|anzeige
    |werbung|suchen?|suche|menü|menu|schließen|startseite|anmelden|abmelden|registrieren|abonnieren
    |weiter|zurück|nach\ oben|zum\ seitenanfang|zum\ inhalt.*|gefällt\ mir|seite\ drucken
    |partager.*|imprimer|envoyer|publicité|compartir.*|imprimir|publicidad|condividi.*|stampa
    |compartilhar|pubblicità|delen|afdrukken|advertentie|paylaş|yazdır|reklam|поделиться.*|реклама
    |распечатать|udostępnij|drukuj|reklama|مشاركة|شارك|del|dela|annons)\b[\W\d]{0,8}){1,6}$""",
    re.VERBOSE,
)
"""A folded line made only of buttons and labels of a site's interface."""

LEGAL = re.compile(
    r"""(?:©|\(c\)\s|copyright\b|all\ rights\ reserved|alle\ rechte\ vorbehalten|tous\ droits\ réservés
    |todos\ los\ derechos|tutti\ i\ diritti|todos\ os\ direitos|alle\ rechten|tüm\ haklari
    |все\ права|всі\ права|wszelkie\ prawa|جميع\ الحقوق|cookie|terms\ (?:of|and)|privacy\ policy
    |datenschutz|impressum|nutzungsbedingungen|javascript|your\ browser|ihr\ browser|ad-?blocker
    |^you(?:[’']re|\ are)?\ (?:receiv|gett?)\w*\ this\b|\bunsubscribe\b|manage\ (?:your\ )?preferences
    |powered\ by|newsletters?\b|verwendung\ von\ cookies|all\ comments\ are\ moderated|views\ (?:and\ opinions\ )?expressed
    |^(?:printed|designed|hosted|published)\ by\b|\bdesigned\ by\ \w+$)""",
    re.VERBOSE,
)
"""Wording of footers, consent notices and technical notices, anywhere in a lowered line."""

SHORTCODE = re.compile(
    r"\[/?(?:ad_\d+|ads?|caption|embed|gallery|audio|video|playlist|youtube|twitter|tweet|iframe"
    r"|vc_[a-z_]+|et_pb_[a-z_]+|contact-form-7|su_[a-z_]+|wp_[a-z_]+|sc_[a-z_]+|adrotate|adsense"
    r"|quads|newsletter[a-z_]*|mc4wp[a-z_]*|related[a-z_]*|social[a-z_]*|share[a-z_]*|toc"
    r"|soundcloud|instagram|facebook|spacer|divider|button|shortcode|rev_slider|ninja_form|[a-z]+(?:_[a-z]+)+(?=\s[a-z_]+=))"
    r"(?:[ =][^\[\]\n]{0,400})?/?\](?:\s*(?:https?://|www\.)[^\s\[\]]+(?=\s*\[/))?",
    re.IGNORECASE,
)
"""A publishing system's placeholder that a scraper left standing."""

UNSEEN_LETTERS = re.compile(
    "[\U000e0000-\U000e007f](?<!\U0001f3f4[\U000e0000-\U000e007f])[\U000e0000-\U000e007f]+"
)
"""Letters that no screen shows but machines read: the tag characters, outside a flag's emoji."""
