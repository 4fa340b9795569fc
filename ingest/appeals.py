"""Wording with which a site speaks to its readers, and the words of its buttons.

Only wording that any site may use stands here: no name of a site, place or person.
"""

# ruff: noqa: E501 - tables of wording read best with one language a line

import re

READ_ON = re.compile(
    r"(?:…|\.{3}|[»›→])[\s\])]*(?:read\ (?:more|on|the\ (?:rest|full\ \w+)|full\ \w+)|continue\ reading"
    r"|weiterlesen|mehr(?:\ lesen)?|lire\ la\ suite|leer\ más|leggi\ tutto|lees\ (?:meer|verder))\W*$"
    r"|\byour\ e-?mail(?:\ address)?[\s:*]*$"
)
"""The lowered end of a teaser, cut off before a button, or of an appeal with a field below."""

PROMO = re.compile(
    r"""^(?:(?:you\ can\ )?(?:also\ )?(?:follow|like|join|find)\ (?:us|me|him|her|them)\b
    |follow\ (?:our|the)\ (?:\w+\ ){0,2}coverage|follow\ (?:@|\w+(?:\ \w+)?\ on\ (?:twitter|facebook|instagram|x)\b)
    |get\ involved\ (?:with|in)\ the\b|sign[\ -]?up\ (?:for|to|here|now|today|next)\b|subscribe\ (?:to|now|here|today|for)\b
    |get\ (?:[\w’']+\ ){0,4}(?:news|headlines|stories|updates)\b.{0,60}(?:inbox|newsletter|alerts|e-?mail|phone|app\b)
    |(?:do\ you\ have|have|got)\ (?:a|any)\ (?:\w+\ )?tips?\b|(?:click|tap)\ here\ (?:to|for)\b
    |download\ (?:our|the)\ .{0,30}\bapp\b|(?:please\ )?support\ our\ (?:work|journalism)\b
    |if\ you\ (?:found|enjoy\w*|like|value|appreciate)\b.{0,80}\b(?:donat\w+|subscri\w+|support\w*)
    |be\ the\ first\ to\ know\W*$|thanks\ for\ reading\b.{0,60}!|subscribe\ for\ free\b|never\ miss\ a\b|don[’']t\ miss\ (?:the\ latest|out\ on)\b|how\ (?:does|did|do)\ (?:this|the)\ (?:story|article|news)\ make\ you\ feel\b|(?:was|did\ you\ find)\ this\ (?:article|story|page)\ (?:helpful|useful|interesting)\b|stay\ (?:up\ to\ date|informed|updated|tuned|connected)\b
    |(?:already|not)\ (?:yet\ )?a\ (?:subscriber|member)\b|to\ (?:continue|keep)\ reading\b
    |this\ (?:article|story|content)\ is\ (?:only\ )?(?:for|available\ to|reserved\ for)\ .{0,20}(?:subscribers|members)
    |you\ have\ (?:\w+\ ){1,3}free\ (?:articles?|stories)|(?:contact|email|e-mail|reach)\ .{0,60}\S@\S+\.\w
    |to\ (?:view|read|see|unlock)\ (?:the|this)\ (?:full|entire|rest|whole)\b.{0,60}\b(?:subscri\w+|register|log\ in|sign)
    |for\ the\ latest\ (?:\w+\ ){0,4}(?:news|stories|updates|headlines)\b.{0,80}\b(?:download|follow|visit|subscribe|sign)
    |first-time\ subscribers\b|if\ you(?:['’]re|\ are)\ (?:already\ a\ (?:subscriber|member)|seeing\ this\ message)\b
    |submit\ your\ (?:letter|story|tip)\b|enter\ your\ e-?mail\b|join\ the\ (?:hundreds|thousands)\ of\b
    |have\ something\ to\ say\ about\ this\b|(?:the\ )?(?:views|opinions)\ expressed\ (?:in|by|here|are)\b
    |il\ vous\ reste\ \d+\s?%|la\ suite\ est\ réservée|(?:cet\ )?article\ (?:est\ )?réservé\ (?:aux|à\ nos)\ abonnés
    |contenido\ exclusivo\ para\ suscriptores|dieser\ (?:artikel|inhalt)\ ist\ (?:nur\ )?für\ abonnenten
    |we\ rely\ on\ (?:your|our\ readers|readers)\b|um\ neue\ beiträge\ per\ e-mail\b|klicken\ sie\ (?:hier|auf\ den)\b
    |(?:bitte\ )?(?:kostenlos\ )?registrieren\ sie\ sich\b|kostenlos\ (?:registrieren|anmelden|testen)\b|jede\ (?:kleine\ )?spende\b
    |(?:jetzt|hier)\ (?:abonnieren|anmelden|registrieren)|abonnieren\ sie|folgen\ sie\ uns|folge\ uns
    |melden\ sie\ sich|abonnez-vous|suivez-nous|inscrivez-vous|suscr[ií]bete|suscr[ií]base|s[ií]guenos
    |(?:bet|donate|shop|order|join|book)\ now\b|get\ (?:the|our)\ (?:\w+\ ){0,3}app\b|start\ your\ (?:\w+\ )?trial
    |this\ is\ an?\ (?:article|story)\ for\ (?:\w+\ )?(?:members|subscribers)|you\ have\ read\ \d+
    |iscriviti|seguici|inscreva-se|assine)""",
    re.VERBOSE,
)
"""The beginning of a lowered line in which a site asks its readers to follow, subscribe, pay or write."""

AD_LABEL = re.compile(
    r"[*=~#+–— -]*(?:advt?|advert|advertis(?:ement|ing)|advertorial|sponsored|paid (?:content|post|partnership)"
    r"|anzeige|werbung|publicidad|publicité|pubblicità|reklama|реклама)\.?\s?(?:[:|]|[*=~#–—-]+\s)\s?\S"
)
"""The beginning of a lowered line that is labelled as an advertisement."""

_ASKS = re.compile(
    r"\b(?:consider\s(?:a\sdonation|donating)|please\sconsider\s(?:a\sgift|(?:contribut|subscrib|support)ing)"
    r"|readers\slike\syou|support\s(?:us\sfrom|our\s(?:work|reporting|journalism|newsroom))\b"
    r"|please\s(?:\w+\s){0,2}(?:support|fund)\sus\b"
    r"|(?:make|give)\s(?:us\s)?a\s(?:small\s|one-off\s|regular\s)?(?:donation|contribution)\sto\s(?:us|our)\b"
    r"|as\slittle\sas\s[£$€]\s?\d|relies\son\s(?:its|the)\sreaders"
    r"|(?:funded|financed|supported|paid\sfor|kept\salive)\sby\s(?:its|our|the)\s(?:readers|members|supporters|subscribers)"
    r"|become\sa\s(?:member|supporter|patron|subscriber)\b|no\spaywall|give\swhat\syou\scan|chip\sin\b"
    r"|(?:enjoy(?:ed|ing)?|lik(?:ed?|ing))\s(?:this|our|what\syou)\s?(?:\w+\s?){1,3}\?"
    r"|\bgive\s\d+\s\w+\sa\s(?:week|month|year)\b"
    r"|(?:from|for|just|only)\s(?:[£$€]\s?\d+(?:[.,]\d+)?|\d+(?:[.,]\d+)?\s?[£$€])\s(?:a|per)\s(?:week|month|year)"
    r"|a\sfavou?r\sto\sask|unterstützen\ssie\s(?:uns|unsere)|soutenez[- ]nous|apóyanos)"
)
_OWN = re.compile(r"\b(?:we|our|us|you|your|free\sto\sread|sie|uns|nous|vous)\b")
_SAID = re.compile(r"[\"“”„«»]")


def asks_for_money(lowered: str) -> bool:
    """Return whether a site asks its readers, in its own words, to pay for its work."""
    asked = len(set(_ASKS.findall(lowered)))
    own = asked > 1 or (asked == 1 and bool(_OWN.search(lowered)))
    return own and not _SAID.search(lowered)


ORIGIN = re.compile(
    r"^(?:(?:this|the)\s(?:\w+\s)?(?:article|story|piece|post|entry|column|essay|report|interview|commentary)"
    r"\s(?:was|is|has\sbeen|first|originally)\s(?:first\s|originally\s|also\s)?"
    r"(?:posted|(?:re|co-)?published|appeared|produced\s(?:by|in|with)|syndicated|filed|reproduced)\b"
    r"|(?:dieser|der)\s(?:beitrag|artikel|text|eintrag)\s(?:wurde|ist|erschien|stammt)\b.{0,90}"
    r"\b(?:veröffentlicht|erschienen|abgelegt|ausgabe|lizenz)\b"
    r"|(?:erstellt|eingestellt)\s(?:am|von)\b.{0,60}\b(?:abgelegt|um\s\d)"
    r"|cet\sarticle\s(?:a\sété\s(?:initialement\s)?publié|est\s(?:initialement\s)?paru)\b"
    r"|este\s(?:artículo|texto)\s(?:fue|se|ha\ssido)\s(?:originalmente\s)?public)",
    re.IGNORECASE,
)
"""The beginning of a note that tells where or when a site's text was published."""

RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:by\s)?(?:19|20)\d\d|all rights reserved|alle rechte vorbehalten"
    r"|tous droits réservés|todos los derechos reservados|tutti i diritti riservati|todos os direitos"
    r"|may not be (?:published|reproduced|broadcast|copied)"
    r"|\bno part of (?:this|the|our) \w+ may be|(?:gamble|bet) responsibly|begambleaware"
    r"|\b(?:views|opinions) (?:expressed )?(?:\w+ ){0,3}(?:columnists?|contributors?|commenters?|comments?|authors?|writers?|readers?)"
    r"\s(?:\w+\s){0,2}(?:are|do)\s(?:\w+\s){0,2}(?:their own|the views|those of|reflect|represent)"
    r"|\bviews (?:and opinions )?expressed (?:in|by|here)\b.{0,60}\b(?:not|do not|those of|own)\b"
    r"|^printed and (?:\w+ ){1,2}by\b|\bcomments (?:are|will be) (?:pre-?|post-?)?moderated",
    re.IGNORECASE,
)
"""A notice of rights and duties, whatever else the line says."""

ADDRESSES_READER = re.compile(
    r"\b(?:we|our|us|you|your|this (?:web)?site|this page|wir|uns|unsere?\w*|sie|ihre?\w*|diese[r]? (?:web)?seite"
    r"|nous|notre|nos|vous|votre|nuestr\w+|usted|su|noi|nostr\w+|wij|onze|nós|nossos?)\b",
    re.IGNORECASE,
)

SITE_WORDS = frozenset(
    [
        "about",
        "alert",
        "alerts",
        "alle",
        "altre",
        "anzeige",
        "app",
        "apps",
        "aqui",
        "article",
        "articles",
        "aussi",
        "back",
        "blog",
        "cancel",
        "caption",
        "captions",
        "category",
        "click",
        "clique",
        "comment",
        "comments",
        "conditions",
        "contact",
        "content",
        "cookie",
        "cookies",
        "data",
        "descarga",
        "descargá",
        "download",
        "edit",
        "error",
        "events",
        "exclusive",
        "follow",
        "full",
        "galleries",
        "gallery",
        "here",
        "hide",
        "hier",
        "home",
        "info",
        "information",
        "jetzt",
        "kommentare",
        "leer",
        "leggi",
        "leia",
        "lesen",
        "less",
        "link",
        "links",
        "lire",
        "listen",
        "live",
        "location",
        "log",
        "mais",
        "mehr",
        "meldungen",
        "more",
        "most",
        "my",
        "más",
        "nachrichten",
        "next",
        "noticias",
        "notizie",
        "notícias",
        "now",
        "organizations",
        "our",
        "page",
        "partner",
        "phone",
        "photos",
        "plus",
        "podcast",
        "podcasts",
        "policy",
        "popular",
        "premium",
        "previous",
        "print",
        "privacy",
        "read",
        "recentes",
        "recommend",
        "recommended",
        "related",
        "reply",
        "schedule",
        "search",
        "section",
        "sections",
        "seguici",
        "seguinos",
        "send",
        "share",
        "show",
        "sign",
        "site",
        "sponsored",
        "standards",
        "stories",
        "story",
        "subscribe",
        "suche",
        "suivez",
        "support",
        "síguenos",
        "tags",
        "terms",
        "themen",
        "this",
        "today",
        "topics",
        "trending",
        "updates",
        "us",
        "useful",
        "ver",
        "video",
        "videos",
        "view",
        "voir",
        "watch",
        "we",
        "weitere",
        "you",
        "your",
    ]
)
"""Words of buttons and headings, which hardly any person's name has."""
