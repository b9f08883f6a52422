"""The words that ask: requests, demands and needs in letters from the public, and what others are reported to ask."""

from __future__ import annotations

import re

_ADVERBS = (
    r"(?: all| also| now| therefore| would| do| have| has| had| must| strongly| respectfully| formally| urgently"
    r"| simply| jointly| again| hereby| kindly| further| additionally)*"
)
_ASKERS = r"(?:we|I|they|parents|families|members|residents|carers|tenants|leaseholders|patients|pupils|neighbours)"

_NOT_TOLD = r"(?! (?:\w+ times|repeatedly|often|before|why|what|when|how|who)\b)"
""" "We have asked three times what that means" tells of asking and asks nothing."""
_ONLY_COUNTED = r"(?! (?:two|three|four|five|six|several|some) (?:things|changes)\b(?!:))"
""" "Asked for four things": which, other sentences say."""

REQUEST = re.compile(
    rf"\b(?:{_ASKERS}{_ADVERBS} (?:ask(?:ed)?{_NOT_TOLD}|request(?:ed)?|demand(?:ed)?|urge[d]?|"
    r"call(?:ed)? (?:on|for|upon)|insist(?:ed)?|expect(?! to\b)|want to know|"
    r"want (?:the|a|an|to see|you)|would like (?:to know|to see|the|a|an|you)|need to (?:know|see)|implore|appeal"
    r"|beg|plead|recommend (?:that|the|an?)|suggest that|propose that"
    r"|seek (?:an?|your|the|clarity|clarification|confirmation|assurances?|urgent)"
    r"|look to (?:you|the \w+) to|hope that (?:you|the council) will|would (?:welcome|appreciate)"
    r"|(?:would|should) be grateful (?:if|for))"
    r"|and would (?:also )?(?:ask|request|urge)\b"
    r"|(?<=\bwriting to )(?:ask|request|demand|urge|seek|call)\b"
    r"|please (?:can|could|will|would|confirm|tell|explain|provide|publish|send|let (?:us|me)|say|"
    r"set out|ensure|make|give|show|arrange|respond|reply|consider|stop|write|do|take|look|reconsider|review|act)"
    r"|(?:can|could|will|would) you(?: please)? (?:\w+)|when will (?:you|the)|what (?:is|"
    r"are) (?:being done|happening|you))\b",
    re.IGNORECASE,
)
NEED = re.compile(
    r"\b(?:should|must|needs? to|ought (?:not )?to|ha(?:s|ve) to|needs? the same|need (?:more|better|the|a))\b"
    r"|\bit is (?:absolutely |also |therefore )?(?:vital|essential|imperative|crucial|critical|important|time"
    r"|only (?:right|fair)) (?:that|for|to)\b"
    r"|\b(?:is|are) (?:\w+ )?(?:needed|required)\b(?! (?:to|by|for|in)\b)",
    re.IGNORECASE,
)
NO_NEED = re.compile(
    r"\b(?:we|I|you|undersigned),? (?:must|should|have to|need to)"
    r" (?:bring|say|stress|admit|add|point|note|remember|tell|also)\b"
    r"|\b(?:should|must|ought) (?:not |never |to )?have\b"
    r"|\b(?:my|our|his|her) (?:\w+ ){1,2}(?:needs?|has|have) (?:to|a|the|more)\b"
    r"|^[\d.\s]*should\b"
    r"|^(?:we|I) (?:do |fully |also |quite )?(?:know|understand|accept|appreciate|recognise|realise|acknowledge)\b"
    rf"|\b(?:he|she|{_ASKERS}|people|children) (?:\w+ )?(?:has|have|needs?|had) to\b",
    re.IGNORECASE,
)
"""What only tells of somebody's life, of what went wrong, or of a condition: "my son needs to", "should you wish"."""
WANTED = re.compile(
    r"(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )(?<!\bhas )(?<!\bhave )(?<!\bseem )(?<!\bseems )(?<!\bappears )"
    r"\bto be (?:clear|transparent|open|honest|published|made|given|told|held|kept|shared|restored|"
    r"reviewed|answered|included|involved|paid|provided|fully|properly)\b",
    re.IGNORECASE,
)
LIST_OF_REQUESTS = re.compile(
    r"\b(?:our|the|these|key|main) (?:asks?|requests?|demands?)\b"
    r"|\bwhat (?:we|families|tenants|residents|parents) (?:are asking|ask|want|need|would like)\b"
    r"|\bwe are asking\b|\bcalls? (?:on|to action)\b|\bplease:\s*$",
    re.IGNORECASE,
)
"""A heading or a line above a list of what is asked for."""
_GROUPS = (
    r"(?:they|parents|carers|famil(?:y|ies)|residents|tenants|members|young people|pupils|schools|providers|users"
    r"|customers|governors|staff|learners|children|participants|volunteers|patients"
    r"|the (?:\w+ ){0,2}(?:forum|council|union|group|alliance|association|board|panel))"
)
_PASSIVE = r"(?<!are )(?<!is )(?<!were )(?<!was )(?<!be )(?<!been )"
REPORTED = re.compile(
    rf"\b{_GROUPS}\b[^.]{{0,20}} (?:have |has |had )?(?:also )?{_PASSIVE}"
    r"(?:(?:asked|requested|demanded)"
    rf" (?:that|for{_ONLY_COUNTED}|us|the|to|if|whether)|called (?:for|on)|urged"
    r"|(?:told|said to) us (?:that )?they (?:want|would like|need))\b",
    re.IGNORECASE,
)
IN_MINUTES = re.compile(
    r"(?:\b[A-Z]{2}|\b[Ss]he|\b[Hh]e|\b[Tt]hey|\b(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Col|Colonel"
    r"|Capt|Captain|Major|Revd?|Prof|Professor|Canon|Lord|Lady)\.? [A-Z][\w’'-]+"
    r"|\b(?!The\b)[A-Z][\w’'-]+ [A-Z][\w’'-]+|^[A-Z][\w’'-]{2,}|\bMembers"
    r"|\bThe (?:[Cc]hair|[Pp]anel|[Bb]oard|[Cc]ommittee|[Ff]orum))"
    rf" (?:has |had |also |then )*{_PASSIVE}"
    rf"(?:urged(?: that)?|asked (?:for{_ONLY_COUNTED}|that)|called for|requested(?: that)?|pressed for)\b"
)
PUBLIC = re.compile(
    r"\b(?:we|I),? the undersigned\b|\b(?:we|I) (?:are|am) (?:writing|parents?|a parent|residents?|"
    r"the parents?)\b|\bas (?:a |the )?(?:parents?|residents?|famil\w+|carers?)\b[^.]{0,40}\b(?:we|"
    r"I)\b"
    r"|\b(?:we|I) (?:ask|demand|urge|request|call on|would ask|want to know|would like to know|insist|"
    r"expect(?! to\b))\b",
    re.IGNORECASE,
)
UNDERSIGNED = re.compile(r"\b(?:we|I),? the undersigned\b", re.IGNORECASE)
OFFICIAL = re.compile(
    r"\bthank you for your (?:letter|e-?mail|message|enquiry|correspondence|points)\b|"
    r"\bin response to your\b|\bon behalf of the (?:council|trust|team|partnership|entire)\b",
    re.IGNORECASE,
)
BODY = re.compile(
    r"\b(?:Council|NHS|Department|Directorate|Ministry|Board|Ofsted|Commission|Authority|Partnership|"
    r"Government|Trust|Inspectorate)\b"
)
