"""What a counsellor writes when she asks for personal data or takes up a record: words as data (R041).

`NAMED` are the things asked for; such a word is asking only in a clause with a word of `ASKING` or a question
mark, and without one of `SPARED`. `DIRECT` asks by itself. Written for text in lower case, a clause at a
time; Finnish, Swedish and English beside each other, for a counsellor writes what her customer reads. The
figures they reach, on lines they were tuned on and on lines they were not, stand in decision 47.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class Noticed(StrEnum):
    """What a text asks an anonymous customer for, or takes up; in the order it is told of."""

    NAME = "name"
    IDENTITY_CODE = "identity_code"
    BIRTH_DATE = "birth_date"
    ADDRESS = "address"
    PHONE = "phone"
    EMAIL = "email"
    ACCOUNT = "account"
    DIARY_NUMBER = "diary_number"
    DECISION = "decision"


def _any(*words: str) -> re.Pattern[str]:
    return re.compile("|".join(words))


NAMED: Final[Mapping[Noticed, re.Pattern[str]]] = MappingProxyType(
    {
        Noticed.NAME: _any(
            r"\b(?:koko|etu|suku)?\s?nim(?:i|esi|es|enne|eä|eäsi|en|et|ellä|inen)\b",
            r"\b(?:etu|suku)nim\w+",
            r"\b(?:för|efter)?namn(?:et)?\b",
            r"\b(?:heter (?:du|ni|barnet)|(?:du|ni|barnet) heter)\b",
            r"\b(?:full|first|last|family|your|the) names?\b",
        ),
        Noticed.IDENTITY_CODE: _any(
            r"\bhenkilötunnu\w+",
            r"\bhenkkatunnu\w+",
            r"\bhetu\w*",
            r"\bsotu\w*",
            r"\bpersonbeteckning\w*",
            r"\bpersonnummer\w*",
            r"\b(?:social security|personal identity|identity|id) (?:number|code)\b",
        ),
        Noticed.BIRTH_DATE: _any(
            r"\bsyntymä(?:aika|aja|päivä)\w*",
            r"\bfödelsedatum\w*",
            r"\b(?:date of birth|birth ?date|birthday)\b",
        ),
        Noticed.ADDRESS: _any(
            r"\b(?:koti|katu|lähi|posti)?osoi?t(?:e|es|etta|etietosi|teesi|teenne|teen)\b",
            r"\b(?:hem|gatu|post)?adress(?:en)?\b",
            r"\b(?:home |street |postal )?address\b",
        ),
        Noticed.PHONE: _any(
            r"\b(?:puhelin|kännykkä|matkapuhelin)numero(?:si|nne|a|n|s)?\b",
            r"\b(?:sun|sinun|teidän|sulla) numero\w*",
            r"\bnumero(?:si|nne)\b",
            r"\byhteystie(?:tosi|tonne|dot)\b",
            r"\b(?:telefon|mobil)nummer(?:et)?\b",
            r"\b(?:ditt|ert) nummer\b",
            r"\b(?:phone|mobile|telephone) number\b",
            r"\byour number\b",
        ),
        Noticed.EMAIL: _any(
            r"\bs(?:ähkö)?-?posti(?:osoite|osoitteesi|osoitteenne|osoitteen|si|nne|a|n)?\b",
            r"\bmihin s(?:ähkö)?-?postiin\b",
            r"\bmeili\w*",
            r"\be-?post(?:adress)?(?:en)?\b",
            r"\bmejladress(?:en)?\b",
            r"\be-?mail(?: address)?\b",
        ),
        Noticed.ACCOUNT: _any(
            r"\b(?:pankki)?tilinumero\w*",
            r"\bpankkitilin numero\w*",
            r"\biban\b",
            r"\b(?:bank)?konto(?:nummer)?\w*",
            r"\b(?:bank )?account number\b",
        ),
        Noticed.DIARY_NUMBER: _any(
            r"\b(?:diaari|asia|asiakas)numero\w*",
            r"\bpäätöksen numero\w*",
            r"\b(?:diarie|ärende|kund)n(?:umm|um)\w+",
            r"\b(?:case|decision|reference|diary|customer) number\b",
        ),
        Noticed.DECISION: _any(
            r"\bpäätö(?:s|ksen|stä)\b(?=.*\b(?:tähän|chattiin|kuva\w*)\b)",
            r"\bpäätökse(?:ssäsi|ssänne)\b",
            r"\bpäätöks(?:esi|enne) perustelu",
            r"\bkuva (?:päätöksestä|kirjeestä)\b",
        ),
    }
)

DIRECT: Final[Mapping[Noticed, re.Pattern[str]]] = MappingProxyType(
    {
        Noticed.NAME: _any(
            r"\bkuka (?:sä |sinä |te )?(?:olet|oot|olette|ootte)\b(?!\s+\w)",
            r"\bkenen kanssa (?:mä |minä )?(?:keskustelen|puhun|juttelen|chattaan)",
            r"\bminkä nimi(?:nen|siä) (?:sä |sinä )?(?:olet|oot|olette)\b",
            r"\bvem (?:är du|är ni|talar jag|pratar jag|chattar jag|skriver jag)\b",
            r"\bwho (?:am i|i am) (?:speaking|talking|chatting|writing)\b",
        ),
        Noticed.ADDRESS: _any(
            r"\b(?:missä osoitteessa|mihin osoitteeseen|millä kadulla)\b",
            r"\bmissä tarkalleen (?:asut|asutte)\b",
            r"\bvilken (?:adress|gata)\b",
            r"\bvar bor (?:du|ni)\b.*\bgata\b",
        ),
        Noticed.BIRTH_DATE: _any(
            r"\b(?:milloin|koska) (?:sä |sinä |te |lapsesi )?(?:olet|oot|olette|on) syntyn\w+",
            r"\b(?:minä|minkä) (?:vuonna|päivänä)\b.*\b(?:olet|oot|olette) syntyn\w+",
            r"\b(?:när|vilket datum|vilken dag) är (?:du|ni|barnet) född|vilket datum är barnet fött",
            r"\b(?:when|which day|what day) (?:were|was) (?:you|your child) born\b",
        ),
        Noticed.PHONE: _any(
            r"\b(?:mihin|mistä|missä|mikä|mille) numero(?:on|sta|ssa|"
            r"lle)\b.*\b(?:voi\w* soittaa (?:sinulle|teille)|soitan|sinut|teidät|tavoitan)",
            r"\bheitä(?:t|tkö)? (?:sä )?(?:sun )?numero\w*",
            r"\bmikä (?:sun |sinun |teidän )?numero\b",
            r"\bbest number\b",
            r"\b(?:what|which) number\b.*\b(?:call|reach|ring) you\b",
        ),
        Noticed.DECISION: _any(
            r"\b(?:katson|katsotaan|avaan|luen|tarkistan|käydään|käyn|tutkin|tsekkaan|haen|"
            r"selvitän)\b.*\b(?:päätöstäsi|päätöksesi|päätöksenne|hakemustasi|hakemuksesi|hakemuksenne|"
            r"asiakastie\w+|asiakirjo\w+si|(?:sun|sinun|teidän) hakemuksen)\b",
            r"\b(?:sinulle|teille) on (?:myönnetty|päätetty|tehty päätös)\b",
            r"\bon kirjannut\b",
            r"\b(?:hakemuksesi|hakemuksenne) (?:hylättiin|hyväksyttiin)\b",
            r"\w+si (?:asiakirjoista|tiedoista|papereista) (?:näkyy|näen)\b",
            r"\bnäen (?:sinun |teidän |sun )?(?:tiedoistasi|tiedoistanne|papereistasi|kirjauksista|"
            r"järjestelmästä|asiakastiedoista|päätöksestäsi)\b",
            r"(?<!kun )(?<!jos )\b(?:hakemuksesi|hakemuksenne|päätöksesi|päätöksenne) on (?:hylätty|"
            r"hyväksytty|myönteinen|kielteinen|kesken|käsittelyssä|käsitelty|vastaanotettu)\b",
            r"\bjag (?:ser|läser|kollar|hittar)\b.*\bdin(?:a)? (?:uppgifter|ansökan|akt|journal)\b",
            r"\bvad står det i ditt beslut\b",
            r"\b(?:gå igenom|titta på|läsa) (?:ditt|ert) beslut\b",
            r"\b(?:ditt beslut|din ansökan) är (?:negativ|positiv|avslag|godkän|under)\w*",
            r"\b(?:look at|go through|open|read|check) (?:at )?your (?:decision|application|records?|"
            r"file|case)\b",
            r"\byour application (?:was|is|has been) (?:rejected|approved|accepted|pending|open)\b",
            r"\b(?:status of your application|reasons in your decision)\b",
            r"\bi (?:can )?see (?:in|from) your (?:records?|file|case|application)\b",
        ),
    }
)

ASKING: Final = _any(
    r"\?",
    r"\bkerro(?:t|tko|tteko|ttehan|thaan|pa|pas)?\b",
    r"\bkertoi\w+",
    r"\bkirjoit\w+",
    r"\bkirjottas\w+",
    r"\bsyötä\b",
    r"\bjätä\b",
    r"\bkiitos\b",
    r"\bolkaa hyvä\b",
    r"\bhyvä saada\b",
    r"\banna\b",
    r"\bantaa\b",
    r"\bantaisi\w*",
    r"\bilmoit(?:a|atko|akaa|tai\w+)\b",
    r"\bilmoittaa\b",
    r"\blaita\w*",
    r"\bpistä\b",
    r"\bpaa\b",
    r"\bheitä(?:t|tkö)?\b",
    r"\blähetä\b",
    r"\bkopioi\b",
    r"\bsaan\w*",
    r"\bsais\w+",
    r"\bmikä\w*\b",
    r"\bmissä\b",
    r"\btarvi(?:tsen|tsisin|tsemme|n|in|sin)\b",
    r"\btarttisin\b",
    r"\bkysyisin\b",
    r"\bpyydän\b",
    r"\bpyytäisin\b",
    r"\bvahvista\w*",
    r"\bmitä\b",
    r"\b(?:skriv|ge|uppge|ange|lämna|skicka|berätta)\b",
    r"\b(?:kan|får|skulle) (?:jag|du|ni)\b",
    r"\bjag behöver\b",
    r"\b(?:vad|vilken|vilket|tack)\b",
    r"\b(?:please|tell me|give me|send me|write|share|leave|type)\b",
    r"\bi need\b",
    r"\b(?:can|could|may) (?:i|you)\b",
    r"\bwhat(?:'s| is)\b",
)

SPARED: Final = _any(
    # Not asked for: she says that it must not be written, is not needed, or cannot be looked at here.
    r"\bä(?:lä|lkää)\b",
    r"\bpois\b",
    r"\b(?:lämna bort|leave out)\b",
    r"\be(?:i|n|t|mme|tte|thän|ivät)\b(?!\s+kai\b)",
    r"\bilman\b",
    r"\bnimettömä\w+",
    r"\b(?:inte|utan|inga|ingen)\b",
    r"\b(?:not|don't|cannot|can't|without|no need|unable)\b",
    # Elsewhere: what a form, another office, a visit or a call will ask for.
    r"\b(?:hakemu(?:kseen|ksessa|kselle|sta|ksen)|lomak\w+|kuoreen|kirje\w+|verkko\w+|omaka\w+|kela\w*|"
    r"puhelimessa)\b",
    r"\b(?:soita|soittaessa\w*|kun soitat|soittopyynnö\w+|käyn\w+|tapaamise\w+|vastaanoto\w+|kirjaamo\w*)\b",
    r"\b(?:tunnistau\w+|hätäkesku\w+|turvakodi\w+|neuvonnan|neuvonta|vaihte\w+|muutoksenhaku\w*)\b",
    r"\b(?:blankett\w*|ansökan görs|i ansökan|när du ringer|webbplats\w*|fpa|identifier\w+|nödcentral\w*)\b",
    r"\b(?:form|forms|when you call|website|they will ask|with bank codes)\b",
    # What a service, a benefit or an office is called, and its own number.
    r"\b(?:palvelu\w*|tuen|tuesta|etuuden|lomakkeen|toimiston|aseman|käsittelijän|tjänst\w*|stödet|"
    r"benefit|service)\b",
    r"\d{3,}|\bwww\b|\w\.fi\b",
)
