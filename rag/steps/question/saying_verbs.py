"""The verbs and nouns by which English asks for, and tells of, somebody's words.

Each is an alternation for a regular expression, without its word boundaries.
"""

SAYING = (
    r"sa(?:y|ys|id|ying)|tell|tells|told|stat(?:e|es|ed)|announc(?:e|es|ed)|"
    r"warn(?:s|ed)?|den(?:y|ies|ied)|insist(?:s|ed)?|argu(?:e|es|ed)|not(?:e|es|ed)|"
    r"add(?:s|ed)?|explain(?:s|ed)?|describ(?:e|es|ed)|characteri[sz](?:e|es|ed)|portray(?:s|ed)?|stress(?:es|ed)?|emphasi[sz](?:e|es|ed)|"
    r"comment(?:s|ed)?|remark(?:s|ed)?|respond(?:s|ed)?|react(?:s|ed)?|repl(?:y|ies|ied)|"
    r"answer(?:s|ed)?|critici[sz](?:e|es|ed)|condemn(?:s|ed)?|denounc(?:e|es|ed)|"
    r"prais(?:e|es|ed)|declar(?:e|es|ed)|admit(?:s|ted)?|acknowledg(?:e|es|ed)|tweet(?:s|ed)?|"
    r"mention(?:s|ed)?|think(?:s)?|thought|believ(?:e|es|ed)|suggest(?:s|ed)?|predict(?:s|ed)?|"
    r"complain(?:s|ed)?|conclud(?:e|es|ed)|assert(?:s|ed)?|maintain(?:s|ed)?|speak|spoke|spoken|"
    r"talked|jok(?:e|es|ed)|quip(?:s|ped)?|jok(?:e|es|ed)|quip(?:s|ped)?|vow(?:s|ed)?|pledg(?:e|es|ed)|call(?:s|ed)?|dismiss(?:es|ed)?"
)
ACTING = (
    r"claim(?:s|ed)?|promis(?:e|es|ed)|threaten(?:s|ed)?|demand(?:s|ed)?|urg(?:e|es|ed)|ask(?:s|ed)?|"
    r"propos(?:e|es|ed)|reject(?:s|ed)?|reveal(?:s|ed)?|confirm(?:s|ed)?|disclos(?:e|es|ed)|"
    r"accus(?:e|es|ed)|blam(?:e|es|ed)|writ(?:e|es|ten)|wrote|post(?:s|ed)?|discuss(?:es|ed)?|"
    r"address(?:es|ed)?|voic(?:e|es|ed)|express(?:es|ed)?|report(?:s|ed)?|estimat(?:e|es|ed)|"
    r"offer(?:s|ed)?|recommend(?:s|ed)?|advis(?:e|es|ed)|refus(?:e|es|ed)|agree(?:s|d)?|"
    r"order(?:s|ed)?|rul(?:e|es|ed)|want(?:s|ed)?|expect(?:s|ed)?|hope(?:s|d)?|invit(?:e|es|ed)|"
    r"quot(?:e|es|ed)|defend(?:s|ed)?|thank(?:s|ed)?|apologi[sz](?:e|es|ed)|compar(?:e|es|ed)|fear(?:s|ed)?|disput(?:e|es|ed)|worr(?:y|ies|ied)|regret(?:s|ted)?|doubt(?:s|ed)?|"
    r"challeng(?:e|es|ed)|contradict(?:s|ed)?|view(?:s|ed)?|urg(?:e|es|ed)|caution(?:s|ed)?|boast(?:s|ed)?|support(?:s|ed)?|oppos(?:e|es|ed)"
)
TOLD = f"{SAYING}|{ACTING}"
"""Pattern of the verbs by which somebody's words are told."""
NOUNS = (
    r"comments?|remarks?|statements?|views?|positions?|stances?|responses?|reactions?|repl(?:y|ies)|"
    r"answers?|opinions?|words|quotes?|criticisms?|accusations?|claims?|warnings?|thoughts|take"
)
STANCES = (
    r"(?:critici[sz]|denounc|prais|accus|oppos|apologi[sz])(?:e|es|ed)|condemn(?:s|ed)?|"
    r"dismiss(?:es|ed)?|den(?:y|ies|ied)|reject(?:s|ed)?|support(?:s|ed)?|blam(?:e|es|ed)|"
    r"threaten(?:s|ed)?|thank(?:s|ed)?|defend(?:s|ed)?|challeng(?:e|es|ed)|contradict(?:s|ed)?"
)
"""Verbs of taking a side, which a sentence on the same thing does not tell by itself."""
SIDES = (
    r"(?:endors|welcom|rebuk|derid|castigat)(?:e|es|ed)|(?:slam|slamm|blast|back|hail|laud|applaud|"
    r"commend|mock|lambast|decri)(?:e?s|e?d)?|decry|lambaste"
)
"""More verbs of taking a side, which tell of words only where it is asked who takes it."""
PLAIN = (
    r"say|says|said|saying|tell|tells|told|think|thinks|thought|believe|believes|describe|describes|"
    r"described|characteri[sz]e|characteri[sz]es|characteri[sz]ed|respond|responds|responded|react|reacted|announce|announced|criticize|criticise|"
    r"mention|mentioned|explain|explained|deny|denied|argue|argued|insist|insisted"
)
"""Verbs that are nothing else: they are looked for before those that names and nouns share."""
