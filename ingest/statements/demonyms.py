"""People called by where they are from ("the Irishman", "the Czech")."""

from ingest.statements.tokens import Token
from ingest.statements.vocabulary import vocabulary

_DEMONYMS = vocabulary("""
    irishman irishwoman englishman englishwoman frenchman frenchwoman welshman welshwoman dutchman
    dutchwoman scotsman scotswoman ulsterman cornishman norseman yorkshireman londoner new-yorker
    parisian berliner dubliner
    american canadian mexican brazilian argentine argentinian chilean peruvian colombian venezuelan
    cuban jamaican haitian briton scot german austrian belgian italian spaniard catalan
    portuguese greek cypriot maltese swede dane norwegian finn icelander pole czech slovak slovene
    slovenian hungarian romanian bulgarian serb croat bosnian kosovan albanian macedonian
    montenegrin ukrainian russian belarusian moldovan lithuanian latvian estonian georgian
    armenian azerbaijani kazakh uzbek turk kurd syrian lebanese israeli palestinian jordanian
    egyptian libyan tunisian algerian moroccan sudanese ethiopian eritrean somali kenyan ugandan
    tanzanian rwandan congolese nigerian ghanaian ivorian senegalese malian cameroonian zambian
    zimbabwean angolan namibian iraqi iranian saudi qatari emirati kuwaiti yemeni afghan pakistani
    indian nepali bangladeshi burmese thai vietnamese cambodian laotian malaysian singaporean
    indonesian filipino chinese taiwanese japanese korean mongolian fijian samoan tongan kiwi
    texan californian
""")


def is_demonym(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Return whether a source is "the" and a word for whoever is from somewhere."""
    if last - first != 2 or tokens[first].lower != "the":
        return False
    return tokens[first + 1].capital and tokens[first + 1].lower in _DEMONYMS
