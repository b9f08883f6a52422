"""Can two given names be one person's? "Dan" and "Daniel", "J" and "Jane", "José" and "Jose"."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_SHORT_FORMS = """
    alexander alex sandy; alexandra alex sandra; alistair ali; amanda mandy; andrew andy drew; anthony tony; antonia
    toni; barbara barb; benjamin ben; bernadette bernie; bernard bernie; catherine cathy cath kate katie kathy;
    charles charlie; charlotte charlie lottie; christina chris tina; christine chris; christopher chris; daniel dan
    danny; david dave; deborah debbie deb debra; donald don; dorothy dot; douglas doug; edward ed eddie ted; eleanor
    ellie nell; elizabeth liz lizzie beth betty libby; emily em; francesca fran; frances fran; frederick fred;
    gareth gaz; geoffrey geoff; gerald gerry; gillian gill jill; gregory greg; gwendoline gwen; harold harry; henry
    harry; isabel izzy; jacqueline jackie; jacob jake; james jim jimmy jamie; janet jan; jennifer jenny jen; jessica
    jess; joanna jo; joanne jo; jonathan jon; joseph joe; josephine jo josie; joshua josh; judith judy; julian
    jules; katherine kate katie kathy kath kat; kathleen kath; kenneth ken; kimberley kim; lawrence larry; leonard
    len; louise lou; margaret maggie meg peggy; matthew matt; maximilian max; michael mike mick; michelle shell;
    mohammed mo; muhammad mo; nathaniel nat nathan; nicholas nick nicky; nicola nicky; olivia liv; pamela pam;
    patricia pat trish; patrick pat paddy; penelope penny; peter pete; philip phil; philippa pippa; rachel rach;
    raymond ray; rebecca becky bec; richard rich rick dick; robert rob bob bobby; roderick rod; ronald ron; rosemary
    rose; russell russ; samantha sam; samuel sam; sandra sandy; stephanie steph; stephen steve; steven steve; stuart
    stu; susan sue susie; suzanne sue; terence terry; theodore theo; theresa tess terry; thomas tom tommy; timothy
    tim; valerie val; victoria vicky vikki; vincent vince; vivienne viv; walter walt; wilfred wilf; william will
    bill billy; zachary zac
"""
_FAMILIES = tuple(frozenset(family.split()) for family in _SHORT_FORMS.split(";"))


@lru_cache(maxsize=16_384)
def plain(text: str) -> str:
    """The letters of a name in lower case, without accents: "O’Dowd" as "odowd", "Zieliński" as "zielinski"."""
    folded = unicodedata.normalize("NFKD", text.lower().replace("ł", "l").replace("ø", "o").replace("đ", "d"))
    return "".join(c for c in folded if c.isalpha() and not unicodedata.combining(c))


def alike(first: str, second: str) -> bool:
    """Whether two given names can be one: the same, an initial of it, or a short form of it."""
    a, b = plain(first), plain(second)
    if not a or not b:
        return False
    if min(len(a), len(b)) == 1:
        return a[0] == b[0]
    return a == b or any(a in family and b in family for family in _FAMILIES)
